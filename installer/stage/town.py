"""Verviers on one machine: the database on a working morning, the servers around it, accounts and settings."""
import datetime
import secrets
import subprocess
from pathlib import Path
from zoneinfo import ZoneInfo

from .database import Database
from .printing import PrintServer
from .processes import BUILD, SOURCE, Port, Process
from .smtp import MailCatcher
from .web import WebServer

ZONE = ZoneInfo('Europe/Brussels')
STAFF = (('reception', 'Accueil', 'reception'), ('agent', 'Guichet', 'agent'), ('responsable', 'Responsable', 'supervisor'),
         ('informatique', 'Informatique', 'admin'))


def working_morning(today=None):
    """08:40 in Verviers on the first day from today on that is worked on, as the day after it is; UTC."""
    day = today or datetime.datetime.now(ZONE).date()
    while not (_worked(day) and _worked(day + datetime.timedelta(days=1))):
        day += datetime.timedelta(days=1)
    return datetime.datetime.combine(day, datetime.time(8, 40), ZONE).astimezone(datetime.timezone.utc)


def _worked(day):
    return day.weekday() < 5 and day not in _holidays(day.year)


def _holidays(year):
    easter = _easter(year)
    fixed = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 2), (11, 11), (11, 15), (12, 25), (12, 26))
    return {datetime.date(year, *one) for one in fixed} | {easter + datetime.timedelta(days=n) for n in (1, 39, 50)}


def _easter(year):
    """The Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return datetime.date(year, f // 31, f % 31 + 1)


class PrivateTown:
    """The database on a chosen morning with Verviers in it, and what accounts and programs need to use it.

    What is started goes through keep(); stop() ends all of it in reverse order."""

    def __init__(self, folder, morning):
        self.folder = Path(folder)
        self.morning = morning
        self.config = self.folder / 'config'
        self.log = self.folder / 'log'
        for name in (self.config, self.log):
            name.mkdir(mode=0o700)
        self.running = []
        self.passwords = {}
        try:
            self.start()
        except BaseException:
            self.stop()
            raise

    def start(self):
        """What the constructor starts; more in a town with more."""
        self.database = self.keep(Database(self.folder / 'db', at=self.morning))
        self.admin('db', 'create')
        self.admin('db', 'sample', '--folder', SOURCE / 'sql/sample/verviers')

    def program(self, name):
        return BUILD / 'bin' / name

    def window(self, name):
        """The command of a window program: 'kiosk', 'display', 'desk', and 'bar' for the desk of an agent."""
        return [self.program('accueil-desk' if name == 'bar' else f'accueil-{name}'), '--config', self.config / f'{name}.ini']

    def admin(self, *arguments):
        config = self.config / 'admin.ini'
        if not config.exists():
            self.write('admin', 'root', self.database.password_file, '')
        done = subprocess.run([self.program('accueil-admin'), '--config', config, *map(str, arguments)],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f'accueil-admin {" ".join(map(str, arguments))}: {done.stderr}{done.stdout}')
        return done.stdout

    def stop(self):
        for service in reversed(self.running):
            service.stop()
        self.running.clear()

    def keep(self, service):
        self.running.append(service)
        return service

    def staff(self, account, name, role):
        self.account(account, 'staff', 'add', account, '--name', name, '--role', role)

    def device(self, account, kind, settings, area=None):
        self.account(account, 'device', 'add', account, '--kind', kind, *(['--area', area] if area else []))
        self.write(kind, account, self.config / f'{account}.password', settings)

    def account(self, account, *arguments):
        self.passwords[account] = secrets.token_urlsafe(9)
        file = self.config / f'{account}.password'
        file.write_text(self.passwords[account] + '\n')
        self.admin(*arguments, '--password-file', file)

    def write(self, name, user, password_file, settings):
        """The configuration `name`.ini, for an account or for a program that asks for one."""
        account = f'user = {user}\npassword_file = {password_file}\n' if password_file else ''
        file = self.config / f'{name}.ini'
        file.write_text(
            f'[database]\nhosts = {self.database.host}\nname = accueil\n{account}\n[log]\nfile = {self.log / name}.log\n\n{settings}')
        return file


class Town(PrivateTown):
    """With the servers around it, as the demo shows it."""

    def __init__(self, folder, tell=lambda text: None, bookings=24):
        self.tell, self.bookings = tell, bookings
        super().__init__(folder, working_morning())

    def start(self):
        self.tell('database')
        super().start()
        self.admin('slots', 'publish', '--days', '60')
        if self.bookings:
            self.admin('sample', 'bookings', '--count', self.bookings)
        for person in STAFF:
            self.staff(*person)
        self.tell('mail server, print server')
        self.smtp = self.keep(MailCatcher(self.folder / 'smtp'))
        self.printer = self.keep(PrintServer(self.folder / 'cups'))
        self.tell('booking page, mail daemon')
        self._web()
        self._maild()
        self.device('borne-1', 'kiosk', f'[kiosk]\nprinter = {self.printer.queue}\n'
                    f'cups_server = {self.printer.address}\n')
        self.device('ecran-a', 'display', '', area='A')
        self.write('desk', 'desk', None, '[desk]\npost = Poste 1\n')
        self.write('bar', 'bar', None, '[desk]\npost = Guichet 1\n')

    def _web(self):
        port = Port()
        secret = self.config / 'web.secret'
        secret.write_text(secrets.token_hex(32) + '\n')
        self.device('web', 'web', f'[web]\nsecret_file = {secret}\nurl = http://127.0.0.1:{port}/rendez-vous\n'
                    'forms_per_ten_minutes = 0\n')  # all its visitors come from this machine
        self.web = self.keep(WebServer(self.folder / 'web', self.program('accueil-booking'), self.config / 'web.ini', port))

    def _maild(self):
        self.device('mail', 'mail', f'[smtp]\nhost = 127.0.0.1\nport = {self.smtp.port}\ntls = required\nca = {self.smtp.ca}\n'
                    f'[mail]\npoll_ms = 200\n[web]\nurl = {self.web.url}\n')
        self.maild = self.keep(Process([self.program('accueil-maild'), '--config', self.config / 'mail.ini'],
                                       self.log / 'mail.out'))
