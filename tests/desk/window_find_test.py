"""Finding an appointment in the real window and acting on its card: by keyboard alone, and two people at once."""
import re
import unittest

from .desk_town import DeskCase

FIELD = 'Nom, référence, date de naissance, téléphone, e-mail ou ticket'
START = r'.* à \d\d:\d\d'


def said(words):
    """The words wherever a line is broken, with whichever blank French wants before a colon."""
    return '.*'.join(re.escape(part).replace(r'\ ', r'\s') for part in words.split('…'))


class FindWindowTest(DeskCase):
    options = {'days': 20}

    def setUp(self):
        type(self).number = getattr(type(self), 'number', 0) + 1
        self.last = f'Essai{"abcdefghijkl"[self.number]}'  # a person whom no other case knows

    def booked(self, clock, **details):
        return self.town.book('POP-EID', self.town.today, clock, self.last, 'Noé', '2.7.1949', **details)

    def card(self, **how):
        """F3, what the caller says, Enter."""
        desk = self.desk(**how)
        desk.keys('F3')
        desk.focused(FIELD)
        desk.type(self.last.lower())
        desk.find('Noé ' + self.last)
        desk.find('Historique')  # all of it has come
        desk.keys('Return')
        desk.focused('Enregistrer l’arrivée')
        return desk

    def moving(self, desk, line):
        desk.keys('d')
        desk.find(said('Choisissez la nouvelle heure.'))
        desk.find(START, role='push button')
        desk.keys(f'alt+{line}')
        desk.focused('Déplacer le rendez-vous')

    def correcting(self, desk, **fields):
        desk.keys('e')
        desk.focused('Note', role='text')
        for name, text in fields.items():
            desk.fill(name, text)

    def of(self, visit, column, table='attendee', key='appointment_id'):
        return self.town.value(f"SELECT {column} FROM {table} WHERE {key} = {visit['appointment']}")

    def mails(self, visit, kind):
        return self.town.count('mail', f"appointment_id = {visit['appointment']} AND kind = '{kind}'")

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
        desk.find(said('Personne ne correspond.…'))
        desk.keys('Escape')
        desk.find(said('Tapez un nom…'))
        desk.type(visit['reference'].lower())
        desk.find(f'Noé {self.last}')  # the only one is opened by itself
        desk.find('0470 11 22 33 · Français')

    def test_a_visit_moves_by_keyboard_alone(self):
        visit = self.booked('10:30', email='noe@example.org')
        desk = self.card()
        self.moving(desk, 2)
        desk.find(said('Le message part tout de suite.'))
        desk.keys('ctrl+Return')
        desk.find(said('Le rendez-vous est déplacé. Le message part tout de suite.'))
        self.assertEqual(self.of(visit, 'revision', 'appointment', 'id'), '1')
        self.assertNotEqual(self.of(visit, 'start_minute', 'appointment', 'id'), '630')
        self.assertEqual(self.mails(visit, 'change'), 1)
        desk.find(said('…· déplacé, Accueil…'))

    def test_a_cancellation_with_a_reason(self):
        visit = self.booked('11:00')
        desk = self.card()
        desk.keys('a')
        desk.focused('Motif, facultatif', role='text')
        desk.keys('alt+2')
        desk.focused('Annuler le rendez-vous')
        desk.keys('ctrl+Return')
        desk.find(said('Le rendez-vous est annulé. Pas d’e-mail : prévenez la personne.'))
        desk.find('Annulé', role='label')
        self.assertEqual(self.of(visit, 'state', 'appointment', 'id'), 'cancelled')
        self.assertEqual(self.of(visit, 'cancel_reason'), 'Ne peut pas venir')

    def test_a_message_goes_out_again_and_a_note_is_added(self):
        visit = self.booked('11:20', email='noe@example.org')
        self.town.value(f"UPDATE mail SET state = 'sent' WHERE appointment_id = {visit['appointment']}")
        desk = self.card()
        desk.keys('r')
        desk.find(said('Le message repart tout de suite.'))
        self.assertEqual(self.mails(visit, 'confirmation'), 2)
        self.correcting(desk)
        desk.type('Vient avec une canne, appeler dans la salle D.')  # letters are letters here
        desk.keys('ctrl+Return')
        desk.find('Enregistré.')
        self.assertEqual(self.of(visit, 'note'), 'Vient avec une canne, appeler dans la salle D.')
        desk.find(said('…changé : note, Accueil…'))

    def test_who_missed_the_calls_is_put_back_and_the_ticket_is_printed_again(self):
        visit = self.booked('10:20')
        desk = self.card()
        desk.keys('Return')
        desk.find(said('L’arrivée est enregistrée.…'))
        number = desk.says(r'[A-Z]\d{3}', role='label')
        self.town.value(f"UPDATE ticket SET state = 'missed' WHERE appointment_id = {visit['appointment']}")
        other = self.desk(account='responsable')
        other.keys('F3')
        other.type(self.last.lower())
        other.find('Remettre dans la file')
        other.keys('Return')
        other.focused('Remettre dans la file')
        other.keys('Return')
        other.find(said('De retour dans la file, avec le même numéro.'))
        other.find(number, role='label')
        self.assertEqual(self.of(visit, 'state', 'ticket'), 'waiting')
        other.find(said('…remis dans la file, Responsable…'))
        other.keys('i')
        other.find('Imprimer le ticket', role='push button')
        other.find(f'Ticket {number}')

    def test_two_people_at_one_appointment_see_each_other_and_choose(self):
        visit = self.booked('11:40', phone='0470 00 00 00')
        first, second = self.card(), self.card(account='responsable')
        for answer, theirs, mine in (('Garder ma saisie', '0471 11 11 11', '0479 99 99 99'),
                                     ('Prendre la sienne', '0471 11 11 12', '0478 88 88 88')):
            with self.subTest(answer=answer):
                note = f'Entend mal, {mine[:4]}'
                self.correcting(second, Téléphone=mine, Note=note)
                self.correcting(first, Téléphone=theirs)
                first.keys('ctrl+Return')
                first.find('Enregistré.')
                second.find(said('Un collègue a changé : Téléphone : …') + re.escape(theirs).replace(r'\ ', r'\s'))
                self.assertFalse(second.find('Enregistrer')['enabled'])
                self.assertEqual(second.says('Téléphone', role='text'), mine)  # nothing typed is lost
                second.press(answer)
                second.gone(said('Un collègue a changé…'))
                second.keys('ctrl+Return')
                second.find('Enregistré.')
                kept = mine if answer == 'Garder ma saisie' else theirs
                self.assertEqual((self.of(visit, 'phone'), self.of(visit, 'note')), (kept, note))
                first.find(said(f'{kept} ·…'))  # and the first one sees it without a touch
                first.find(note)

    def test_a_colleague_moves_what_one_is_about_to_move(self):
        visit = self.booked('09:20')
        first, second = self.card(), self.card(account='responsable')
        self.moving(second, 3)
        self.moving(first, 2)
        first.keys('ctrl+Return')
        first.find(said('Le rendez-vous est déplacé.…'))
        second.find(said('Un collègue a changé : déplacé au …'))
        self.assertFalse(second.find('Déplacer le rendez-vous', role='push button')['enabled'])
        second.press('Laisser ainsi')
        second.gone(said('Un collègue a changé…'))
        self.assertEqual(self.of(visit, 'revision', 'appointment', 'id'), '1')

    def test_what_was_sent_when_the_link_broke_is_done_once_by_itself(self):
        visit = self.booked('09:40')
        desk = self.card()
        self.correcting(desk)
        desk.type('Chien guide')
        self.town.cut()
        desk.keys('ctrl+Return')
        desk.find(said('Ceci part tout seul dès que la liaison est revenue.'), seconds=30)
        self.assertEqual(desk.says('Note', role='text'), 'Chien guide')
        self.town.mend()
        desk.find('Enregistré.', seconds=60)
        self.assertEqual(self.of(visit, 'note'), 'Chien guide')
        desk.find(said('…changé : note, Accueil…'))
        self.assertEqual(self.town.count('audit', f"entity = 'attendee' AND entity_id = {visit['appointment']} AND action = 'changed'"), 1)


if __name__ == '__main__':
    unittest.main()
