"""installer/demo starts everything, says where, and leaves nothing behind: no process, no file, no port."""
import os
import re
import signal
import subprocess
import tempfile
import unittest
import urllib.request
from pathlib import Path

from stage.processes import wait_until


class Demo(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix='accueil-test-')
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.folder.chmod(0o711)
        environment = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY', 'XDG_RUNTIME_DIR')}
        self.output = self.folder / 'output'
        with open(self.output, 'wb') as output:
            self.demo = subprocess.Popen(['/usr/bin/python3', '-m', 'stage.demo'], stdout=output, stderr=output,
                                         env={**environment, 'TMPDIR': str(self.folder), 'PYTHONUNBUFFERED': '1'})
        self.addCleanup(self.demo.kill)

    def said(self, pattern):
        found = re.search(pattern, self.output.read_text())
        if not found and self.demo.poll() is not None:
            raise AssertionError(self.output.read_text())
        return found

    def test_even_a_kill_leaves_no_program_behind(self):
        wait_until('the demo', lambda: self.said('Ctrl-C ends'), 120)
        self.demo.kill()
        self.demo.wait(10)
        wait_until('the end of every program', lambda: not programs(self.folder))

    def test_ctrl_c_ends_all_of_it(self):
        wait_until('the demo', lambda: self.said('Ctrl-C ends'), 120)
        page = self.said(r'http://127\.0\.0\.1:\d+/\S+').group()
        with urllib.request.urlopen(page) as answer:
            self.assertIn('démarche', answer.read().decode())
        for account in ('reception', 'agent', 'responsable', 'informatique'):
            self.assertTrue(self.said(rf'{account} +\S{{8,}} '), account)
        self.assertEqual({name for name in programs(self.folder) if name.startswith('accueil-')},
                         {'accueil-booking', 'accueil-desk', 'accueil-display', 'accueil-kiosk', 'accueil-maild'})

        self.demo.send_signal(signal.SIGINT)
        self.assertEqual(self.demo.wait(60), 0, self.output.read_text())
        wait_until('the end of every program', lambda: not programs(self.folder))
        self.assertEqual([file.name for file in self.folder.iterdir() if not file.name.startswith('accueil-ports')], ['output'])


def programs(folder):
    """Names of the living processes that work below `folder` or were told of it."""
    names = []
    for process in Path('/proc').glob('[0-9]*'):
        try:
            told = (process / 'cmdline').read_bytes() + (process / 'environ').read_bytes()
            if str(folder).encode() in told and int(process.name) != os.getpid():
                names.append((process / 'comm').read_text().strip())
        except OSError:
            continue  # it ended, or is not ours
    return names
