"""Finding an appointment in the real window and acting on its card: by keyboard alone, and two people at once."""
import unittest

from stage.processes import wait_until

from .desk_town import DeskCase

FIELD = 'Nom, référence, date de naissance, téléphone, e-mail ou ticket'


class FindWindowTest(DeskCase):
    options = {'days': 20}

    def setUp(self):
        self.number = type(self).number = getattr(type(self), 'number', 0) + 1

    def booked(self, clock, **details):
        """A visit of a person whom no other case knows."""
        self.last = f'Essai{"abcdefghijkl"[self.number]}'
        return self.town.book('POP-EID', self.town.today, clock, self.last, 'Noé', '2.7.1949', **details)

    def look(self, desk, text):
        """F3 and what the caller says."""
        desk.keys('F3')
        desk.focused(FIELD)
        desk.type(text)
        desk.find('Noé ' + self.last)

    def with_card(self, **how):
        desk = self.desk(**how)
        self.look(desk, self.last.lower())
        desk.keys('Return')
        return desk

    def field_of(self, visit, column, table='attendee', key='appointment_id'):
        return self.town.value(f"SELECT {column} FROM {table} WHERE {key} = {visit['appointment']}")

    def test_a_name_and_a_reference_find_the_card_by_keyboard_alone(self):
        visit = self.booked('10:00', phone='0470 11 22 33')
        self.town.book('POP-EID', self.town.today, '10:10', self.last + 'on', 'Ada', '3.8.1950')
        desk = self.desk()
        desk.keys('F3')
        desk.type(self.last.lower())
        desk.find(f'{self.last}on Ada')
        desk.keys('Down', 'Down')
        desk.find(f'Ada {self.last}on')
        desk.focused(FIELD)  # the caret stays where one types
        desk.keys('Up')
        desk.find(f'Noé {self.last}')
        desk.keys('Return')
        desk.focused('Enregistrer l’arrivée')
        desk.keys('Escape')
        desk.focused(FIELD)
        desk.type('zzz')
        desk.find('Personne ne correspond.*')
        desk.keys('Escape')
        desk.find('Tapez un nom.*')
        desk.type(visit['reference'].lower())
        desk.find(f'Noé {self.last}')  # the only one is opened by itself
        desk.find('0470 11 22 33 · Français')

    def test_a_visit_moves_by_keyboard_alone(self):
        visit = self.booked('10:30', email='noe@example.org')
        desk = self.with_card()
        desk.keys('d')
        desk.find('Choisissez la nouvelle heure.')
        desk.find('.*, .* à .*|.* à \\d\\d:\\d\\d', role='push button')
        desk.keys('alt+2')
        desk.focused('Déplacer le rendez-vous')
        desk.find('Le message part tout de suite.')
        desk.keys('ctrl+Return')
        desk.find('Le rendez-vous est déplacé. Le message part tout de suite.')
        self.assertEqual(self.field_of(visit, 'revision', 'appointment', 'id'), '1')
        self.assertNotEqual(self.field_of(visit, 'start_minute', 'appointment', 'id'), '630')
        self.assertEqual(self.town.count('mail', f"appointment_id = {visit['appointment']} AND kind = 'change'"), 1)

    def test_a_cancellation_with_a_reason(self):
        visit = self.booked('11:00')
        desk = self.with_card()
        desk.keys('a')
        desk.focused('Motif, facultatif')
        desk.keys('alt+2')
        desk.focused('Annuler le rendez-vous')
        desk.keys('ctrl+Return')
        desk.find('Le rendez-vous est annulé. Pas d’e-mail : dites-le à la personne, ou imprimez la feuille.')
        desk.find('Annulé')
        self.assertEqual(self.field_of(visit, 'state', 'appointment', 'id'), 'cancelled')
        self.assertEqual(self.field_of(visit, 'cancel_reason'), 'Ne peut pas venir')

    def test_a_message_goes_out_again_and_a_note_is_added(self):
        visit = self.booked('11:20', email='noe@example.org')
        desk = self.with_card()
        before = self.town.count('mail', f"appointment_id = {visit['appointment']}")
        desk.keys('r')
        desk.find('Le message repart tout de suite.')
        self.assertEqual(self.town.count('mail', f"appointment_id = {visit['appointment']}"), before + 1)
        desk.keys('e')
        desk.focused('Note')
        desk.type('Vient avec une canne, appeler dans la salle D.')  # letters are letters here
        desk.keys('ctrl+Return')
        desk.find('Enregistré.')
        self.assertEqual(self.field_of(visit, 'note'), 'Vient avec une canne, appeler dans la salle D.')
        desk.find('(?s).*changé : note, Accueil.*')

    def test_two_people_at_one_appointment_see_each_other_and_choose(self):
        visit = self.booked('11:40', phone='0470 00 00 00')
        first, second = self.with_card(), self.with_card(account='agent')
        for answer, kept in (('Garder ma saisie', '0479 99 99 99'), ('Prendre la sienne', '0471 11 11 12')):
            with self.subTest(answer=answer):
                theirs = '0471 11 11 11' if answer == 'Garder ma saisie' else '0471 11 11 12'
                second.keys('e')
                second.focused('Note')
                second.fill('Téléphone', '0479 99 99 99' if answer == 'Garder ma saisie' else '0478 88 88 88')
                second.fill('Note', 'Entend mal.' if answer == 'Garder ma saisie' else 'Entend mal, parler en face.')
                first.keys('e')
                first.focused('Note')
                first.fill('Téléphone', theirs)
                first.keys('ctrl+Return')
                first.find('Enregistré.')
                second.find('Un collègue a changé : Téléphone : .* → ' + theirs)
                self.assertFalse(second.find('Enregistrer')['enabled'])
                second.press(answer)
                second.gone('Un collègue a changé.*')
                second.keys('ctrl+Return')
                second.find('Enregistré.')
                self.assertEqual(self.field_of(visit, 'phone'), kept)
                self.assertTrue(self.field_of(visit, 'note').startswith('Entend mal'))
                first.find(f'(?s){kept}.*')  # and the first one sees it without a touch

    def test_a_colleague_moves_what_one_is_about_to_move(self):
        visit = self.booked('11:30')
        first, second = self.with_card(), self.with_card(account='agent')
        second.keys('d')
        second.find('Choisissez la nouvelle heure.')
        second.find('.* à \\d\\d:\\d\\d', role='push button')
        second.keys('alt+3')
        second.focused('Déplacer le rendez-vous')
        first.keys('d')
        first.find('.* à \\d\\d:\\d\\d', role='push button')
        first.keys('alt+2')
        first.focused('Déplacer le rendez-vous')
        first.keys('ctrl+Return')
        first.find('Le rendez-vous est déplacé.*')
        second.find('Un collègue a changé : déplacé au .*')
        second.press('Laisser ainsi')
        second.gone('Un collègue a changé.*')
        self.assertEqual(self.field_of(visit, 'revision', 'appointment', 'id'), '1')

    def test_what_was_sent_when_the_link_broke_is_done_once_by_itself(self):
        visit = self.booked('11:50')
        desk = self.with_card()
        desk.keys('e')
        desk.focused('Note')
        desk.type('Chien guide')
        self.town.cut()
        desk.keys('ctrl+Return')
        desk.find('Ceci part tout seul dès que la liaison est revenue.', seconds=30)
        self.assertEqual(desk.says('Note', role='text'), 'Chien guide')
        self.town.mend()
        desk.find('Enregistré.', seconds=60)
        self.assertEqual(self.field_of(visit, 'note'), 'Chien guide')
        wait_until('the history', lambda: desk.find('(?s).*changé : note.*'), 20)


if __name__ == '__main__':
    unittest.main()
