"""The page of a day in a real window: walked place by place, read as a screen reader reads it."""
import unittest

from stage.processes import wait_until
from tests.desk.desk_town import DeskCase

GRID = 'Places du jour'


class WindowTodayTest(DeskCase):
    """A Tuesday at 08:40 in Verviers; the first page is the Population's."""

    def today(self, **how):
        desk = self.desk('reception', **how)
        desk.keys('F4')
        desk.find(GRID)
        desk.find('08:30', role='table cell')
        return desk

    def under_cursor(self, desk):
        return desk.find(GRID)['description']

    def walk(self, desk, *keys, to):
        """Arrows, until the cursor says that."""
        desk.keys(*keys)
        wait_until(f'the cursor at “{to}”', lambda: self.under_cursor(desk).startswith(to))

    def book(self, clock, last, procedure='POP-EID', day=None):
        return self.town.book(procedure, day or self.town.today, clock, last, 'Camille', '14.03.1958')

    def test_arrows_and_enter_book_a_free_place(self):
        desk = self.today()
        self.walk(desk, 'Down', 'Right', to='08:50, Place 2')
        self.assertIn('Libre', self.under_cursor(desk))
        self.walk(desk, 'Down', to='09:00, Place 2')
        desk.keys('Return')
        desk.find('Mardi 24 novembre à 09:00 · Population')
        desk.find('Démarche', role='text')
        desk.type('composition')
        desk.gone('Kids-ID.*', role='table cell')
        desk.keys('Return')
        desk.find('Place retenue')
        for field, text in (('Nom', 'Libre'), ('Prénom', 'Rosa'), ('Date de naissance', '5.6.1962')):
            desk.fill(field, text)
        desk.press('Confirmer', role='push button')
        desk.find('C’est réservé.*09:00')
        desk.keys('F4')
        desk.find('Réservé Libre R.', role='table cell')

    def test_a_colleagues_booking_appears_and_the_cursor_stays(self):
        desk = self.today()
        self.walk(desk, 'Down', 'Down', 'Down', to='09:10, Place 1')
        booked = self.book('10:00', 'Colleague')
        desk.find('Réservé Colleague C.', role='table cell')
        self.assertTrue(self.under_cursor(desk).startswith('09:10, Place 1'))
        row = desk.row('Réservé Colleague C.')
        self.assertEqual(row[0], '10:00')
        self.assertIn('Libre', row[2])
        self.assertEqual(self.town.count('appointment', f"id = {booked['appointment']} AND state = 'booked'"), 1)

    def test_an_appointment_is_shown_beside_and_checked_in_with_enter(self):
        self.book('09:20', 'Arrivante')
        desk = self.today()
        desk.find('Réservé Arrivante C.', role='table cell')
        self.walk(desk, 'Down', 'Down', 'Down', 'Down', to='09:20, Place 1, Réservé, Arrivante Camille')
        desk.find('Camille Arrivante')
        desk.keys('Return')
        desk.focused('Enregistrer l’arrivée', role='push button')
        desk.keys('Return')
        desk.find('Arrivé Arrivante C.', role='table cell')
        desk.find('L’arrivée est enregistrée.*')

    def test_the_keys_that_stand_beside_the_free_times_work_while_one_moves(self):
        self.book('09:30', 'Mouvante')
        desk = self.today()
        desk.find('Réservé Mouvante C.', role='table cell')
        self.walk(desk, *['Down'] * 5, to='09:30, Place 1, Réservé, Mouvante Camille')
        desk.find('Camille Mouvante')
        desk.keys('Return', 'd')
        desk.find('Choisissez la nouvelle heure.')
        desk.find('Premières places libres')
        desk.keys('ctrl+4')  # Thursdays only
        desk.find('jeudi 26 novembre à .*', role='push button')
        desk.gone('aujourd’hui, mardi 24 novembre à .*', role='push button')
        desk.keys('Escape')
        desk.find(GRID)

    def test_the_history_of_an_appointment_takes_the_place_of_its_papers(self):
        self.book('09:40', 'Passée')
        desk = self.today()
        desk.find('Réservé Passée C.', role='table cell')
        self.walk(desk, *['Down'] * 6, to='09:40, Place 1, Réservé, Passée Camille')
        desk.find('Papiers', role='label')
        desk.keys('Return', 'h')
        desk.gone('Papiers', role='label')
        desk.find('.*réservé à l’accueil.*', role='label')
        desk.keys('h')
        desk.find('Papiers', role='label')

    def test_days_are_turned_typed_and_a_closed_one_says_so(self):
        desk = self.today()
        desk.keys('alt+Right')
        desk.find('Mercredi 25 novembre', role='push button')
        desk.keys('alt+Left')
        desk.find('Mardi 24 novembre', role='push button')
        desk.focus(GRID)
        desk.keys('2')
        desk.focused('Aller au jour', role='text')
        desk.type('9.11')
        desk.keys('Return')
        desk.find('Dimanche 29 novembre', role='push button')
        desk.find('Fermé ce jour-là.')
        desk.press('Mardi 24.*|Dimanche 29.*', role='push button')
        desk.focused('Aller au jour', role='text')
        desk.type('11.11.2026')
        desk.keys('Return')
        desk.find('Fermé.*jour férié.*Armistice.*')
        desk.press('Mercredi 11.*', role='push button')
        desk.focused('Aller au jour', role='text')
        desk.type('23.11')  # yesterday, and not in a year
        desk.keys('Return')
        desk.find('Lundi 23 novembre', role='push button')

    def test_a_week_is_read_and_opens_its_days(self):
        desk = self.today()
        desk.press('Semaine', role='toggle button')
        desk.find('Semaine du 23.11 au 27.11', role='push button')
        desk.focus('Places de la semaine')
        self.assertRegex(desk.find('Places de la semaine')['description'], r'mardi 24 novembre à 08:30, .*')
        desk.keys('Right', 'Down')
        wait_until('Wednesday at nine',
                   lambda: desk.find('Places de la semaine')['description'].startswith('mercredi 25 novembre à 09:00'))
        desk.keys('Return')
        desk.find('Mercredi 25 novembre', role='push button')
        self.assertTrue(self.under_cursor(desk).startswith('09:00, Place 1'))

    def test_all_services_are_a_list_with_a_name_to_look_for(self):
        self.book('11:20', 'Mariée', 'CIV-MARRIAGE')
        desk = self.today()
        desk.press('Tous', role='toggle button')
        desk.find('Rendez-vous du jour', role='table')
        desk.focused('Nom ou référence', role='text')
        desk.type('mariee')
        desk.find('Mariée Camille', role='table cell')
        self.assertEqual(desk.row('Mariée Camille')[0], '11:20')
        desk.press('Jour', role='toggle button')
        desk.find(GRID)

    def test_everything_is_reached_by_tab_and_nothing_complains(self):
        desk = self.today()
        seen = set()
        for _ in range(26):
            desk.keys('Tab')
            seen |= {found['name'] for found in desk.do('words') if found.get('focused')}
        for name in ('Plus tôt', 'Plus tard', 'Population', 'Jour', 'Semaine'):
            self.assertIn(name, seen)
        self.assertEqual(desk.complaints(), [])


if __name__ == '__main__':
    unittest.main()
