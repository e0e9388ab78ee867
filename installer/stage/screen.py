"""An X screen without glass: Xvfb, a window manager, a session bus with accessibility, and a hand to press buttons."""
import json
import os
import secrets
import subprocess
import time
from pathlib import Path

from .processes import Process


class Screen:
    """`environment` is what a program needs to open its windows here."""

    def __init__(self, folder, width, height):
        self.folder = Path(folder)
        for name in ('', 'home', 'run'):
            (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        self.width, self.height = width, height
        self.environment = self._own_home()
        self._start_server()
        self._start_bus()
        managed = self.folder / 'managed'
        self.manager = Process(['openbox', '--sm-disable', '--startup', f'touch {managed}'], self.folder / 'openbox.log',
                               env=self.environment)
        self.manager.wait_ready('the window manager', managed.exists)
        self.hand = None

    def open(self, command, log):
        """A program with its windows on this screen."""
        return Process(command, log, env=self.environment)

    def do(self, act, **details):
        """Asks the hand (hand.py); returns its answer. Raises RuntimeError with its words when it could not."""
        if not self.hand:
            self._take_hand()
        self.hand.stdin.write(json.dumps({'act': act, **details}) + '\n')
        self.hand.stdin.flush()
        answer = self.hand.stdout.readline()
        if not answer:
            raise RuntimeError('the hand is gone: ' + (self.folder / 'hand.log').read_text()[-2000:])
        answer = json.loads(answer)
        if 'error' in answer:
            raise RuntimeError(answer['error'])
        return answer.get('value')

    def picture(self, file, still_s=1.5):
        """When two looks are alike: what was just said to a screen reader may not be drawn yet. What moves by itself
        is taken as it is after `still_s`."""
        end, before = time.monotonic() + still_s, None
        while (now := self._look()) != before and time.monotonic() < end:
            before = now
        Path(file).write_bytes(now)

    def _look(self):
        return subprocess.run(['import', '-silent', '-window', 'root', '-define', 'png:exclude-chunks=date,time', 'png:-'],
                              env=self.environment, check=True, capture_output=True).stdout

    def colours(self, *points):
        """(red, green, blue) at each (x, y), as it is drawn at this instant: for what moves."""
        return [tuple(colour) for colour in self.do('pixels', points=points)]

    def keys(self, *names, delay_ms=12):
        """Key events as a keyboard makes them, by key, whatever window has the focus."""
        subprocess.run(['xdotool', 'key', '--delay', str(delay_ms), *names], env=self.environment, check=True)

    def active_window(self):
        """Title of the window that has the keyboard."""
        return subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], env=self.environment, capture_output=True,
                              text=True).stdout.strip()

    def activate(self, program):
        """The keyboard goes to a window of it, as by a click of the hand."""
        subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--class', program, 'windowactivate', '%@'],
                       env=self.environment, capture_output=True)

    def stop(self):
        if self.hand:
            self.hand.stdin.close()
            self.hand.stdout.close()
            self.hand.wait(10)
        for process in (self.manager, self.bus, self.server):
            process.stop()

    def _take_hand(self):
        with open(self.folder / 'hand.log', 'a') as log:
            self.hand = subprocess.Popen(
                ['setpriv', '--pdeathsig', 'TERM', '/usr/bin/python3', '-B', '-m', 'stage.hand'], text=True, stderr=log,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True, env=self.environment,
                cwd=Path(__file__).parents[1])

    def _own_home(self):
        keep = {k: v for k, v in os.environ.items() if k not in ('WAYLAND_DISPLAY', 'GTK_THEME', 'GTK_MODULES')}
        return {**keep, 'HOME': str(self.folder / 'home'), 'XDG_RUNTIME_DIR': str(self.folder / 'run'),
                'XDG_CONFIG_HOME': str(self.folder / 'home/.config'), 'XAUTHORITY': str(self.folder / 'key'),
                'XDG_CACHE_HOME': str(self.folder / 'home/.cache'), 'GSETTINGS_BACKEND': 'memory', 'GDK_BACKEND': 'x11',
                'SDL_AUDIODRIVER': 'dummy', 'LC_ALL': 'C.UTF-8', 'NO_AT_BRIDGE': '0'}

    def _start_server(self):
        cookie = secrets.token_hex(16)
        self._allow(':0', cookie)  # the server looks at the key only, not at the number
        read, write = os.pipe()
        self.server = Process(
            ['Xvfb', '-displayfd', str(write), '-screen', '0', f'{self.width}x{self.height}x24', '-dpi', '96',
             '-nolisten', 'tcp', '-noreset', '-auth', self.folder / 'key'],
            self.folder / 'xvfb.log', pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError('Xvfb does not start:\n' + self.server.last_words())
        self.environment['DISPLAY'] = f':{number}'
        self._allow(f':{number}', cookie)

    def _allow(self, display, cookie):
        subprocess.run(['xauth', '-q', '-f', self.folder / 'key', 'add', display, '.', cookie], check=True,
                       capture_output=True)

    def _start_bus(self):
        address = self.folder / 'bus'
        self.bus = Process(['sh', '-c', f'exec dbus-daemon --session --nofork --nopidfile --print-address=3 3>{address}'],
                           self.folder / 'bus.log', env=self.environment)
        self.bus.wait_ready('the session bus', lambda: address.exists() and address.read_text().endswith('\n'))
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = address.read_text().strip()
