"""The real call screen in a real window, read as a screen reader reads it and looked at as a visitor looks at it."""
import contextlib
import subprocess
import tempfile
import time
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path

from stage.database import Database
from stage.processes import BUILD, SOURCE, Late, wait_until
from stage.screen import Screen

MORNING = datetime(2026, 11, 24, 8, 40, tzinfo=timezone.utc)
WHITE, ACCENT, BACKGROUND = (255, 255, 255), (255, 210, 77), (12, 23, 34)
BORDER = ((58, 400), (68, 400))  # one of the two is on it, however far the page is shifted against burn-in
PULSE_S = 3.0


class Shades:
    """What lies between white and accent on the border, look after look."""

    def __init__(self, screen):
        self.screen, self.seen = screen, [set() for _ in BORDER]

    def moves(self):
        """One shade alone may be the edge of the border that lies between two pixels."""
        for (red, green, blue), shades in zip(self.screen.colours(*BORDER), self.seen):
            if red == 255 and ACCENT[1] < green < 255:
                shades.add((red, green, blue))
        return any(len(shades) > 1 for shades in self.seen)


class HallRefuses(Exception):
    """What was asked is not allowed now."""


class Hall:
    """Verviers with one agent and one screen; private, for all cases of this file."""

    def __init__(self, folder):
        self.folder = folder
        self.began = time.monotonic()
        self.database = Database(folder / 'db', at=MORNING)
        self.config('root', self.database.password_file.read_text())
        self.admin('db', 'create')
        self.admin('db', 'sample', '--folder', SOURCE / 'sql/sample/verviers')
        self.account('ahmed', 'staff', '--role', 'agent', '--name', 'Ahmed')
        self.account('ecran-a', 'device', '--kind', 'display', '--area', 'A')
        self.player = subprocess.Popen([BUILD / 'tests/play_hall', folder / 'ahmed.ini'], text=True,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    @property
    def now(self):
        """UTC, here: calls stay in their order also over a restart."""
        return MORNING + timedelta(seconds=time.monotonic() - self.began)

    def config(self, account, password, settings=''):
        file = self.folder / f'{account}.ini'
        file.write_text(f'[database]\nhosts = {self.database.host}\nuser = {account}\npassword = {password.strip()}\n{settings}')
        return file

    def admin(self, *arguments):
        subprocess.run([BUILD / 'bin/accueil-admin', '--config', self.folder / 'root.ini', *map(str, arguments)],
                       check=True, capture_output=True)

    def account(self, name, kind, *details):
        password = self.folder / f'{name}.password'
        password.write_text(f'Pw-{name}-1\n')
        self.admin(kind, 'add', name, '--password-file', password, *details)
        self.config(name, password.read_text())

    def play(self, *acts):
        answers = []
        for act in acts:
            self.player.stdin.write(act + '\n')
            self.player.stdin.flush()
            answers.append(self.player.stdout.readline().strip())
            if not answers[-1]:
                raise RuntimeError(self.player.stderr.read())
            if answers[-1].startswith('refused'):
                raise HallRefuses(f'{act}: {answers[-1]}')
        return answers

    def empty(self):
        """Whatever a case has left behind: nobody is at the counter, nobody waits."""
        with contextlib.suppress(HallRefuses):
            self.play('finish 3')
        self.database.value("UPDATE ticket SET state = 'closed' WHERE state = 'waiting'")

    def stop(self):
        for pipe in (self.player.stdin, self.player.stdout, self.player.stderr):
            pipe.close()
        self.player.wait(10)
        self.database.stop()


class WindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix='accueil-test-')
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.hall = Hall(cls.folder)
        cls.addClassCleanup(cls.hall.stop)

    def open(self, width=1920, height=1080, config=None, **environment):
        name = self.id().rsplit('.', 1)[-1]
        self.screen = Screen(self.folder / name, width, height)
        self.addCleanup(self.screen.stop)
        self.screen.environment.update(environment)
        self.program = self.screen.open(
            [BUILD / 'bin/accueil-display', '--config', config or self.folder / 'ecran-a.ini'], self.folder / f'{name}.log')
        self.addCleanup(self.program.stop)

    def says(self, pattern, seconds=20):
        return self.screen.do('find', app='accueil-display', role='label', name=pattern, seconds=seconds)['name']

    def has_steady_frame(self):
        """White beside the number, accent around the white, dark around that."""
        white, dark, *border = self.screen.colours((100, 400), (20, 400), *BORDER)
        return white == WHITE and dark == BACKGROUND and ACCENT in border

    def see_the_pulse(self):
        """Colours on the way from white to accent. On a busy machine a whole pulse may pass unseen, as a visitor may look
        away: then the agent calls once more."""
        seen = Shades(self.screen)
        for _ in range(5):
            self.hall.play('again 3')
            with contextlib.suppress(Late):
                return wait_until('the border that pulses', seen.moves, 2 * PULSE_S)
        self.fail('five recalls, and the border never pulsed')

    def call(self):
        """@return the number that is called to counter 3, and is gone when the case has ended"""
        self.addCleanup(self.hall.empty)
        self.hall.play('come POP-RESIDENCE')
        return self.hall.play('call 3')[0]

    def test_a_call_is_read_and_seen_and_a_recall_too(self):
        self.open()
        self.says('.*(Bonjour|Ticket).*')
        number = self.call()
        self.says(f'Ticket {number}, guichet 3.*')
        wait_until('the steady frame', self.has_steady_frame)
        self.see_the_pulse()
        self.hall.play('finish 3')
        second = self.call()
        self.says(f'Ticket {second}, guichet 3. Derniers appels. Ticket {number}, guichet 3.*')
        self.assertEqual(self.program.log.read_text().count('warning'), 0, self.program.log.read_text())

    def test_a_call_does_not_move_where_the_system_asks_for_less_motion(self):
        settings = self.folder / self.id().rsplit('.', 1)[-1] / 'home/.config/gtk-3.0/settings.ini'
        settings.parent.mkdir(parents=True)
        settings.write_text('[Settings]\ngtk-enable-animations = 0\n')
        self.open()
        self.says('.*(Bonjour|Ticket).*')
        seen = Shades(self.screen)
        number = self.call()
        wait_until('the steady frame', lambda: seen.moves() or self.has_steady_frame())
        for _ in range(50):
            self.assertFalse(seen.moves())
            self.assertTrue(self.has_steady_frame())
        self.says(f'Ticket {number}, guichet 3.*')

    def test_portrait_fills_the_screen(self):
        self.open(1080, 1920)
        number = self.call()
        self.says(f'Ticket {number}, guichet 3.*')
        wait_until('the steady frame', self.has_steady_frame)
        self.assertEqual(self.screen.colours((540, 170), (20, 1900)), [WHITE, BACKGROUND])

    def test_the_chime_and_the_voice_are_played_in_the_background(self):
        heard = self.folder / 'heard.raw'
        self.open(SDL_AUDIODRIVER='disk', SDL_DISKAUDIOFILE=str(heard))
        self.says('.*(Bonjour|Ticket).*')
        number = self.call()
        self.says(f'Ticket {number}.*')
        wait_until('the sound', lambda: heard.exists() and heard.read_bytes().strip(b'\0'))

    def test_a_lost_database_is_told_and_comes_back_by_itself(self):
        self.open()
        number = self.call()
        self.says(f'Ticket {number}.*')
        self.hall.play('finish 3')
        self.hall.database.stop()
        try:
            self.says(f'Ticket {number}.*Affichage mis à jour à \\d\\d:\\d\\d. La liaison revient d’elle-même.', seconds=30)
        finally:
            self.hall.database.start(at=self.hall.now)
        wait_until('the recovery', lambda: 'Affichage' not in self.says(f'Ticket {number}.*'))
        self.assertIn('display.database.away', self.program.log.read_text())
        self.assertIn('display.database.back', self.program.log.read_text())

    def test_a_refused_account_is_told_to_visitors_and_to_the_staff(self):
        config = self.hall.config('inconnu', 'faux')
        self.open(config=config)
        self.says('Écoutez les agents.*Le compte de cet écran est refusé. Prévenez l’administrateur.')
        log = self.program.log.read_text()
        self.assertEqual(log.count('display.account.refused'), 1, log)
        self.assertNotIn('faux', log)

    def test_a_configuration_that_cannot_be_used_is_told_on_the_command_line(self):
        missing = subprocess.run(['xvfb-run', '-a', BUILD / 'bin/accueil-display', '--config', self.folder / 'none.ini'],
                                 capture_output=True, text=True, timeout=60)
        self.assertNotEqual(missing.returncode, 0)
        self.assertIn('none.ini', missing.stderr)


if __name__ == '__main__':
    unittest.main()
