"""People to call, in the real window: told, written to, moved; a colleague sees it."""
import unittest

from .desk_town import DeskCase
from .paper import printed

DAY = '2026-11-26'  # a Thursday


class CallsWindowTest(DeskCase):
    """Each case has people of its own, for the list is everybody's."""
    options = {'printer': True}

    def strand(self, *clocks):
        """The places of these starts are gone: as when the hours change."""
        for clock in clocks:
            hours, minutes = map(int, clock.split(':'))
            self.town.value(
                'UPDATE slot SET capacity = 0, capacity_online = 0, excess = booked WHERE service_id = '
                "(SELECT id FROM service WHERE code = 'CIV') "
                f"AND day = '{DAY}' AND start_minute = {hours * 60 + minutes}")

    def booked(self, clock, last, **details):
        return self.town.book('CIV-EXTRACT', DAY, clock, last, 'Élodie', '5.6.1962', **details)

    def cancelled(self, clock, last, **details):
        """By the town, and no mail tells it."""
        reference = self.booked(clock, last, **details)['reference']
        self.town.admin('stranded', 'cancel', reference, '--reason', 'Formation du personnel')
        return reference

    def outcome(self, reference):
        return self.town.value('SELECT CONCAT(t.reason, " ", t.outcome, " ", IFNULL(t.done_by, "nobody")) FROM to_call t '
                               f"JOIN appointment a ON a.id = t.appointment_id WHERE a.reference = '{reference}'")

    def to_call(self, **how):
        desk = self.desk(**how)
        desk.keys('F12')
        desk.find('Personnes à appeler', role='table')
        return desk

    def pick(self, desk, name):
        desk.choose('Personnes à appeler', name, role='table')

    def test_somebody_is_told_by_telephone_and_a_colleague_sees_it(self):
        reference = self.cancelled('09:00', 'Exemple', phone='0470 12 34 56', language='de')
        desk, other = self.to_call(), self.to_call(account='responsable')
        for window in (desk, other):
            self.pick(window, 'Exemple Élodie')
        # Spoken digit by digit, to be marked and copied, and what to say in the citizen's language and in mine.
        self.assertEqual(desk.find('Téléphone.*0 4 7 0, 1 2, 3 4, 5 6', role='text')['says'], '0470 12 34 56')
        desk.find('À dire, en allemand')
        desk.find('Guten Tag.*absagen.*')
        desk.find('Bonjour.*annuler\\s+votre\\s+rendez-vous\\s+du\\s+jeudi\\s+26\\s+novembre\\s+à\\s+09:00.*')
        desk.keys('Return')
        desk.find('C’est noté.*Élodie Exemple.*au courant.')
        other.find('Accueil a appelé cette personne à .*')
        self.assertEqual(self.outcome(reference), 'cancelled called reception')
        desk.press('Faits')
        desk.find('Accueil a appelé cette personne à .*', role='table cell')
        self.assertEqual(desk.complaints() + other.complaints(), [])

    def test_a_letter_is_made_for_whoever_has_no_telephone(self):
        reference = self.cancelled('09:10', 'Modèle')
        desk = self.to_call()
        self.pick(desk, 'Modèle Élodie')
        desk.find('Pas de téléphone.*')
        desk.press('Lettre')
        text = printed(desk)
        for part in ('Élodie Modèle', 'jeudi 26 novembre 2026 à 09:10', 'Formation du personnel'):
            self.assertIn(part, text)
        self.assertEqual(self.outcome(reference), 'cancelled letter reception')

    def test_an_appointment_without_a_place_moves_and_another_is_cancelled_with_a_reason(self):
        moved = self.booked('09:20', 'Témoin', phone='087 00 00 01')['reference']
        gone = self.booked('09:30', 'Croquis', email='croquis@accueil.test')['reference']
        self.strand('09:20', '09:30')
        desk = self.to_call()
        self.pick(desk, 'Témoin Élodie')
        desk.find('Jeudi 26 novembre à .*', role='toggle button')
        desk.keys('alt+1')
        desk.press('Déplacer à cette heure')
        desk.find('C’est noté.*Témoin est déplacé.')
        self.assertEqual(self.outcome(moved), 'moved open nobody')
        self.pick(desk, 'Croquis Élodie')
        desk.press('Annuler le rendez-vous')
        desk.fill('Motif, que la personne lira', 'Travaux')
        desk.keys('Return')
        desk.find('C’est noté.*Croquis est annulé.')
        self.assertEqual(self.town.value("SELECT GROUP_CONCAT(m.kind ORDER BY m.id) FROM mail m JOIN appointment a "
                                         f"ON a.id = m.appointment_id WHERE a.reference = '{gone}' AND m.kind = 'cancellation'"),
                         'cancellation')


if __name__ == '__main__':
    unittest.main()
