"""Programs of our own: each with its log, ended in order by us, and by the kernel should we be killed."""
import contextlib
import fcntl
import os
import random
import signal
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ.get('ACCUEIL_BUILD') or SOURCE / 'build')


class Late(Exception):
    """Something did not happen before its deadline."""


def wait_until(what, probe, seconds=20.0):
    """The first true answer of `probe`. Never waits longer than the thing takes."""
    end = time.monotonic() + seconds
    while True:
        answer = probe()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Late(f'waited {seconds:.0f} s in vain for {what}')
        time.sleep(0.02)


def told_to_stop():
    """An event that TERM and Ctrl-C set; call it before starting anything."""
    event = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: event.set())
    return event


class Process:
    """A running program. Ctrl-C in the terminal does not reach it: it ends when we say so."""

    def __init__(self, command, log, env=None, pass_fds=(), cwd=None):
        self.name = Path(command[0]).name
        self.log = Path(log)
        with open(self.log, 'ab') as output:
            self.popen = subprocess.Popen(
                ['setpriv', '--pdeathsig', 'TERM', *map(str, command)], env=env, cwd=cwd, pass_fds=pass_fds,
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)

    def alive(self):
        return self.popen.poll() is None

    def wait_ready(self, what, probe, seconds=20.0):
        """wait_until, but a program that has died is not waited for."""
        def alive_and_ready():
            if not self.alive():
                raise RuntimeError(f'{self.name} ended with {self.popen.returncode}:\n{self.last_words()}')
            return probe()
        return wait_until(what, alive_and_ready, seconds)

    def last_words(self):
        return '\n'.join(self.log.read_text(errors='replace').splitlines()[-15:])

    def stop(self, seconds=10.0):
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.popen.pid, number)
            try:
                self.popen.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
            break
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.popen.pid, signal.SIGKILL)  # helpers that it left behind

    def kill(self):
        self.popen.kill()
        self.popen.wait()


class Port:
    """A free port of 127.0.0.1 above what the kernel gives to clients, reserved as long as this object lives.

    installer/stage/mariadb reserves its own in the same folder."""

    def __init__(self, wanted=None):
        locks = Path(tempfile.gettempdir()) / f'accueil-ports-{os.getuid()}'
        locks.mkdir(mode=0o700, exist_ok=True)
        for number in [wanted] if wanted else random.sample(range(61000, 65500), 200):
            self.lock = os.open(locks / str(number), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                with socket.socket() as probe:
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    probe.bind(('127.0.0.1', number))
            except OSError:
                os.close(self.lock)
                continue
            self.number = number
            return
        raise RuntimeError(f'port {wanted} is in use' if wanted else 'no free port above 61000')

    def __del__(self):
        if hasattr(self, 'number'):
            os.close(self.lock)

    def __int__(self):
        return self.number

    def __str__(self):
        return str(self.number)


def answers(port):
    """Whether something listens there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(('127.0.0.1', int(port))) == 0
