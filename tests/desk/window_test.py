"""The real desk in a real window, through a morning: a call, an arrival, a visitor at the door, a lost link, a dead machine."""
import datetime
import re
import unittest

from stage.processes import wait_until
from tests.desk.desk_town import DeskCase

PERSON = ('Exemple', 'Noe', '02071949', '087325240')


class WindowTest(DeskCase):
    def hold(self, desk, procedure='residence', line=1):
        """From the first letter to a held place, by keyboard. @return its time"""
        desk.focused('Démarche', role='text')
        desk.type(procedure)
        desk.gone('Kids-ID.*', role='table cell')  # the list has followed what was typed
        desk.keys('Return')
        desk.find('aujourd’hui, .* à .*', role='push button')
        starts = [one['name'] for one in desk.do('words') if re.fullmatch(r'aujourd’hui, .* à \d\d:\d\d', one['name'])]
        desk.keys(f'alt+{line}')
        desk.find('Place retenue')
        return starts[line - 1][-5:]

    def write_person(self, desk, last):
        desk.keys('alt+u')
        desk.focused('Nom', role='text')
        desk.type('\t'.join((last, *PERSON[1:])))

    def visitor(self, desk, what):
        """Somebody stands there without appointment; the list has followed what was typed."""
        desk.keys('ctrl+t')
        desk.focused('Démarche sans rendez-vous', role='text')
        desk.type(what)
        wait_until('what was typed', lambda: desk.says('Démarche sans rendez-vous', role='text') == what)

    def booked(self, last):
        return self.town.count('appointment a JOIN attendee p ON p.appointment_id = a.id',
                               f"a.state = 'booked' AND p.last_name = '{last}'")

    def test_a_booking_by_keyboard_alone(self):
        desk = self.open()
        desk.focused('Compte', role='text')
        desk.type(f"reception\t{self.town.passwords['reception']}\n")
        time = self.hold(desk)
        self.write_person(desk, 'Clavier')
        desk.keys('ctrl+Return')
        desk.find(f'C’est réservé.*{time}.*')
        self.assertEqual(self.booked('Clavier'), 1)
        desk.focused('Démarche', role='text')  # the next caller
        self.assertEqual(desk.complaints(), [])

    def test_an_arrival_without_a_code_in_a_wheelchair(self):
        self.town.book('POP-RESIDENCE', self.town.today, '09:00', 'Ursule', 'Zoé', '5.6.1962')
        desk = self.desk()
        desk.keys('F3')
        desk.type('ursule')
        desk.find('Zoé Ursule')
        desk.keys('Return')
        desk.focused('Enregistrer l’arrivée')
        desk.keys('p')
        wait_until('priority', lambda: desk.find('Priorité.*', role='toggle button')['checked'])
        desk.keys('Return')
        number = desk.says(r'[AB]\d{3}', role='label')
        self.assertEqual(self.town.value("SELECT CONCAT(t.prefix, LPAD(t.number, 3, '0'), ' ', t.priority) FROM ticket t"
                                         " JOIN attendee p ON p.appointment_id = t.appointment_id WHERE p.last_name = 'Ursule'"),
                         number + ' 1')

    def test_a_visitor_without_appointment(self):
        desk = self.desk()
        before = self.town.count('ticket')
        self.hold(desk)  # a call goes on meanwhile
        self.visitor(desk, 'composition')
        desk.keys('alt+p')
        wait_until('priority', lambda: desk.find('Priorité.*', role='toggle button')['checked'])
        desk.keys('Return', 'Return')  # an impatient hand
        number = desk.says(r'[AB]\d{3}', role='label')
        desk.find('Zone d’attente A')
        desk.find('Dites ce numéro.*')
        desk.keys('Escape')
        desk.gone('Zone d’attente A')
        desk.find('Place retenue')
        ticket = self.town.value("SELECT CONCAT(prefix, LPAD(number, 3, '0'), ' ', priority, ' ', due_reason) FROM ticket"
                                 " ORDER BY id DESC LIMIT 1")
        self.assertEqual(ticket, f'{number} 1 walk_in')
        self.assertEqual(self.town.count('ticket') - before, 1)

    def test_the_database_goes_away_in_the_middle_of_a_booking_and_comes_back(self):
        desk = self.desk()
        time = self.hold(desk)
        self.write_person(desk, 'Panne')
        self.town.cut()
        desk.find('Pas de liaison.*', seconds=30)
        desk.keys('ctrl+Return')
        desk.find('.*dès que la liaison revient.*')
        self.assertEqual(desk.says('Nom', role='text'), 'Panne')
        desk.keys('ctrl+Return')  # once more changes nothing
        self.town.mend()
        desk.find(f'C’est réservé.*{time}.*', seconds=40)
        self.assertEqual(self.booked('Panne'), 1)
        self.town.admin('check')

    def test_a_ticket_waits_for_the_database_and_is_given_once(self):
        desk = self.desk()
        before = self.town.count('ticket')
        self.visitor(desk, 'certificat de vie')
        self.town.cut()
        desk.keys('Return')
        desk.find('Pas de liaison. Le ticket.*', seconds=30)
        desk.keys('Return', 'Escape')
        self.town.mend()
        desk.find('Relié.*', seconds=40)
        desk.keys('ctrl+t')
        desk.find(r'[AB]\d{3}', role='label')
        self.assertEqual(self.town.count('ticket') - before, 1)

    def test_a_window_that_is_killed_gives_its_place_back(self):
        self.town.value("UPDATE slot SET capacity = 1, capacity_online = 0 WHERE booked = 0 AND service_id ="
                        " (SELECT id FROM service WHERE code = 'CIV')")
        dead = self.desk()
        time = self.hold(dead, 'mariage', line=5)  # it is still to come when the time of the hold is over
        dead.kill()
        other = self.desk()
        other.type('mariage')
        other.gone('Kids-ID.*', role='table cell')
        other.keys('Return')
        other.find('.* à .*', role='push button')
        other.gone(f'aujourd’hui, .* à {time}.*', role='push button')  # still kept for who may come back
        self.town.cut()
        self.town.database.start(at=self.town.now + datetime.timedelta(minutes=16))
        other.find(f'aujourd’hui, .* à {time}.*', role='push button', seconds=40)
        self.town.admin('check')


if __name__ == '__main__':
    unittest.main()
