"""Agents at their counters: bars on screens of their own, a call screen, and people who arrive."""
import contextlib
import os
import subprocess

from stage.processes import wait_until
from stage.screen import Screen
from tests.desk.desk_town import DeskCase

FOLD = 'Plus ou moins de détails|More, or less|Mehr oder weniger|Meer of minder'
AGENTS = (('luc', 'Luc'), ('sophie', 'Sophie'))


class BarCase(DeskCase):
    """Counter 1 and 2 of Verviers receive Population. Every case begins with nobody waiting and nobody at a counter."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for account, name in AGENTS:
            cls.town.staff(account, name, 'agent')
        cls.town.device('ecran-a', 'display', '', area='A')
        cls.booked = 0

    def setUp(self):
        if not self.town.database.process.alive():
            self.town.mend()  # a case ended with the database away
        self.town.value("UPDATE ticket SET state = 'closed' WHERE state NOT IN ('done', 'missed', 'closed')")
        self.town.value("UPDATE help_call SET ended_at = UTC_TIMESTAMP(3) WHERE ended_at IS NULL")
        self.town.value("UPDATE counter_state SET staff_id = NULL, ticket_id = NULL, ended_ticket_id = NULL, opened_at = NULL,"
                        " paused_at = NULL, pause_reason = ''")

    def bar(self, account='luc', counter=1, **how):
        """A bar in which somebody has logged in, and sat down unless `counter` is 0."""
        bar = self.desk(account, **how)
        if counter:
            bar.choose('Guichet', f'Guichet {counter} .*', role='combo box')
            bar.press('S’installer ici', role='push button')
            bar.gone('S’installer ici', role='push button')
        return bar

    def unfold(self, bar):
        bar.press(FOLD, role='push button')
        bar.find('Liste d’attente', role='table')

    def arrive(self, last='Exemple', procedure='POP-RESIDENCE', priority=0, **details):
        """Somebody with an appointment at the next free time is checked in now. @return the number of the ticket"""
        minute = 9 * 60 + 10 * (type(self).booked // 2)
        type(self).booked += 1
        visit = self.town.book(procedure, self.town.today, f'{minute // 60:02}:{minute % 60:02}', last, 'Noé', '2.7.1949', **details)
        order = type(self).booked  # whoever comes later goes later
        due = f"'{self.town.today} {6 + order // 60:02}:{order % 60:02}:00'"
        self.as_reception(f"CALL check_in({visit['appointment']}, '{self.town.today}', {due}, 'appointment', {priority})")
        return self.town.value("SELECT CONCAT(prefix, LPAD(number, 3, '0')) FROM ticket ORDER BY id DESC LIMIT 1")

    def as_reception(self, call):
        host, port = self.town.database.host.split(':')
        subprocess.run(['mariadb', '--no-defaults', f'--host={host}', f'--port={port}', '--user=reception', 'accueil', '-e',
                        f'START TRANSACTION; CALL begin_queue(); {call}; COMMIT'], check=True, capture_output=True,
                       env={**os.environ, 'MYSQL_PWD': self.town.passwords['reception']})

    @contextlib.contextmanager
    def nobody_else_may_change_the_queue(self):
        """An act that begins meanwhile waits in the middle of its transaction."""
        holder = subprocess.Popen(['mariadb', self.town.database.login, 'accueil', '-e', 'START TRANSACTION; UPDATE site_version SET'
                                   " version = version + 0 WHERE topic = 'queue'; SELECT SLEEP(300)"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_until('the queue to be held', lambda: self.town.count('information_schema.PROCESSLIST', "STATE = 'User sleep'"))
            yield
        finally:
            holder.kill()
            holder.wait()

    def display(self):
        """The screen of waiting area A."""
        screen = Screen(self.town.folder / 'd', 1280, 720)
        self.addCleanup(screen.stop)
        program = screen.open(self.town.window('display'), self.town.log / 'display.out')
        self.addCleanup(program.stop)
        return screen

    def ticket(self, number):
        """'state counter', of today."""
        return self.town.value("SELECT CONCAT(t.state, ' ', IFNULL(c.number, 0)) FROM ticket t LEFT JOIN counter c ON c.id ="
                               f" t.counter_id WHERE t.prefix = '{number[0]}' AND t.number = {int(number[1:])}")
