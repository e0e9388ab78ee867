"""Verviers on a chosen morning, and windows of accueil-desk to look at it: what every test of a desk page begins with.

    class WindowTest(DeskCase):
        def test_something(self):
            desk = self.desk('reception')
            desk.keys('F4')
            desk.find('Rendez-vous du jour', role='table')
"""
import datetime
import json
import re
import tempfile
import time
import unittest
from pathlib import Path

from stage.printing import PrintServer
from stage.processes import wait_until
from stage.screen import Screen
from stage.town import ZONE, PrivateTown

MORNING = datetime.datetime(2026, 11, 24, 7, 40, tzinfo=datetime.timezone.utc)  # a Tuesday, 08:40 in Verviers
STAFF = (('reception', 'Accueil', 'reception'), ('agent', 'Guichet', 'agent'), ('responsable', 'Responsable', 'supervisor'))
KEYS = {' ': 'space', '.': 'period', ',': 'comma', '-': 'minus', '/': 'slash', ':': 'colon', '@': 'at', '+': 'plus',
        '_': 'underscore', "'": 'apostrophe', '\n': 'Return', '\t': 'Tab'}


class DeskTown(PrivateTown):
    """@param days  how many days can be booked; @param bookings  how many invented ones stand today
    @param printer  whether a ticket printer (self.printer) stands at the desks"""

    def __init__(self, folder, morning=MORNING, days=30, bookings=0, printer=False):
        self.days, self.bookings, self.wants_printer = days, bookings, printer
        self.began = time.monotonic()
        super().__init__(folder, morning)

    def start(self):
        super().start()
        self.admin('slots', 'publish', '--days', self.days)
        if self.bookings:
            self.admin('sample', 'bookings', '--count', self.bookings)
        for person in STAFF:
            self.staff(*person)
        self.printer = self.keep(PrintServer(self.folder / 'cups')) if self.wants_printer else None

    @property
    def now(self):
        """UTC, in this town."""
        return self.morning + datetime.timedelta(seconds=time.monotonic() - self.began)

    @property
    def today(self):
        return self.morning.astimezone(ZONE).date()

    def book(self, procedure, day, clock, last, first, birth, **details):
        """Through the engine, as a colleague does: book('POP-EID', town.today, '09:00', 'Exemple', 'Élodie', '5.6.1962',
        phone='087 00 00 01', email=…, note=…, language='de', channel='phone'). @return {'appointment', 'reference', …}"""
        named = {'channel': 'desk', **details}
        options = [word for name, value in named.items() for word in (f'--{name}', value)]
        return json.loads(self.admin('--json', 'book', '--procedure', procedure, '--day', day, '--time', clock, '--last-name', last,
                                     '--first-name', first, '--birth-date', birth, *options))[0]

    def value(self, sql):
        return self.database.value(sql)

    def count(self, table, where='1'):
        return int(self.database.value(f'SELECT COUNT(*) FROM {table} WHERE {where}'))

    def cut(self):
        """The database goes away, as when a cable is pulled; mend() brings it back with the time that has passed."""
        self.database.kill()

    def mend(self):
        self.database.start(at=self.now)


class DeskWindow:
    """One accueil-desk on a screen of its own. Names are regular expressions for the whole accessible name or text."""

    def __init__(self, town, name, size=(1280, 800), language='fr', theme=None, scale=1, settings=''):
        """@param name  of the post, its files and its pictures; a short one: sockets stand below it
        @param size  of the screen in its own pixels: (2560, 1440) with scale=2"""
        self.town, self.name = town, name
        self.screen = Screen(town.folder / name, *size)
        self.program = None
        try:
            if theme:
                self.screen.environment['GTK_THEME'] = theme
            if scale != 1:
                self.screen.environment['GDK_SCALE'] = str(scale)
            queue = town.printer and town.printer.queue
            printer = f'printer = {queue}\nticket_printer = {queue}\ncups_server = {town.printer.address}\n' if queue else ''
            town.write(name, None, None, f'language = {language}\n\n[desk]\npost = Poste 1\n{printer}{settings}')
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        """Also again, after kill()."""
        command = [self.town.program('accueil-desk'), '--config', self.town.config / f'{self.name}.ini']
        self.program = self.screen.open(command, self.town.log / f'{self.name}.out')

    def log_in(self, account='reception'):
        """In whatever language; returns when the window with the pages is there, or an agent's bar."""
        self.fill('.*', account, role='text')
        self.fill('.*', self.town.passwords[account], role='password text')
        self.press('.*', role='push button')
        self.gone('.*', role='password text')
        self.find('.*', role='.*button')

    def stop(self):
        if self.program:
            self.program.stop()
        self.screen.stop()

    def kill(self):
        """-9: the window has no time for anything."""
        self.program.kill()

    # ---- by name, as a screen reader does ---------------------------------------------------------------------------

    def do(self, act, name='.*', role=None, **details):
        return self.screen.do(act, app='accueil-desk', name=name, **({'role': role} if role else {}), **details)

    def find(self, name, role=None, seconds=20):
        """@return {'role', 'name', 'says', 'enabled'}"""
        return self.do('find', name, role, seconds=seconds)

    def says(self, name, role=None, seconds=20):
        return self.find(name, role, seconds)['says']

    def gone(self, name, role=None, seconds=20):
        self.do('gone', name, role, seconds=seconds)

    def press(self, name, role='.*button', seconds=20):
        """Also waits until it can be pressed."""
        return self.do('press', name, role, seconds=seconds)['says']

    def fill(self, name, text, role='text'):
        """At once and with any letter; keys() and type() are what a hand does."""
        self.do('fill', name, role, text=text)

    def focus(self, name, role=None):
        self.do('focus', name, role)

    def focused(self, name, role=None, seconds=20):
        """Waits until the caret stands there."""
        return wait_until(f'the caret in {name}', lambda: self.find(name, role)['focused'], seconds)

    def choose(self, name, item, role=None):
        """A row of a table, a choice of a combo box."""
        self.do('choose', name, role, item=item)

    def row(self, cell):
        """The texts of the table row in which a cell says that."""
        return self.do('row', cell)

    def words(self):
        """Everything that can be read now."""
        return [found['says'] for found in self.do('words')]

    # ---- by hand ----------------------------------------------------------------------------------------------------

    def keys(self, *names, delay_ms=12):
        """'F4', 'Return', 'ctrl+Return', 'alt+1' … where the caret is."""
        self.screen.keys(*names, delay_ms=delay_ms)

    def type(self, text):
        """Plain ASCII, key by key, in capitals and digits too; letters with accents need fill()."""
        self.keys(*(KEYS.get(c, c) for c in text))

    def picture(self, file):
        file = Path(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        self.screen.picture(file)

    # ---- afterwards -------------------------------------------------------------------------------------------------

    def log(self):
        """Both what it logged and what GTK had to say."""
        files = (self.town.log / f'{self.name}.log', self.town.log / f'{self.name}.out')
        return '\n'.join(file.read_text(errors='replace') for file in files if file.exists())

    def complaints(self):
        """Warnings of GTK and of the program; the lines about a lost database are for the test to expect."""
        return [line for line in self.log().splitlines() if re.search(r'CRITICAL|WARNING|warning|error', line)]


class DeskCase(unittest.TestCase):
    """One town for all cases of the class, as `options` says (see DeskTown); windows end with their case."""
    options = {}

    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix='accueil-test-')
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.folder.chmod(0o711)  # the print server's helpers pass through
        cls.town = DeskTown(cls.folder, **cls.options)
        cls.addClassCleanup(cls.town.stop)
        cls.opened = 0

    def open(self, **how):
        """A window that asks who works here; `how` as in DeskWindow."""
        type(self).opened += 1
        window = DeskWindow(self.town, str(self.opened), **how)
        self.addCleanup(window.stop)
        return window

    def desk(self, account='reception', **how):
        """A window in which somebody has logged in."""
        window = self.open(**how)
        window.log_in(account)
        return window
