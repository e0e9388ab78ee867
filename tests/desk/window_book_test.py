"""Booking in a real window by real keys, as for a caller on the line."""
import datetime
import unittest

from stage.processes import wait_until
from tests.desk.desk_town import DeskCase

MOST_KEYS = 20  # besides the person's own data


class Hand:
    """Counts what is pressed: a key held down with another counts too."""

    def __init__(self, desk):
        self.desk, self.pressed, self.data = desk, 0, 0

    def keys(self, *names):
        self.pressed += sum(len(name.split('+')) for name in names)
        self.desk.keys(*names)

    def search(self, text):
        self.pressed += len(text)
        self.desk.type(text)

    def own(self, text):
        """What belongs to the person: counted apart."""
        self.data += len(text)
        self.desk.type(text)


class WindowBookTest(DeskCase):
    """A Tuesday at 08:40 in Verviers."""

    def choose_card(self, hand):
        hand.search('carte')
        hand.desk.find('Carte d.identité.*demande.*', role='table cell')
        hand.keys('Return')
        hand.desk.find('Alt\\+2')

    def hold_second(self, hand):
        self.choose_card(hand)
        hand.keys('alt+2')
        hand.desk.find('Place retenue')

    def person(self, hand, last, first, birth, phone=''):
        """From Alt+U on: field by field."""
        hand.keys('alt+u')
        hand.desk.focused('Nom', role='text')
        for text in (last, first, birth):
            hand.own(text)
            hand.keys('Tab')
        if phone:
            hand.own(phone)

    def booked(self, last):
        return self.town.count('appointment a JOIN attendee p ON p.appointment_id = a.id', f"p.last_name = '{last}' AND a.state = 'booked'")

    def day(self, days):
        """Of the town, a weekday."""
        day = self.town.today + datetime.timedelta(days=days)
        return day if day.weekday() < 5 else day + datetime.timedelta(days=7 - day.weekday())

    def test_a_booking_by_telephone_takes_few_keys(self):
        desk = self.desk()
        desk.focused('Démarche', role='text')
        hand = Hand(desk)
        self.hold_second(hand)
        self.person(hand, 'Neuve', 'Alix', '01021980', '0470123456')
        hand.keys('ctrl+Return')
        desk.find('C’est réservé.*')
        desk.focused('Démarche', role='text')
        self.assertEqual(self.booked('Neuve'), 1)
        self.assertEqual(self.town.value("SELECT phone FROM attendee WHERE last_name = 'Neuve'"), '0470 12 34 56')
        print(f'\na booking by telephone: {hand.pressed} keys besides the {hand.data} of the person’s own data', flush=True)
        self.assertLessEqual(hand.pressed, MOST_KEYS)
        desk.find('Imprimer la feuille', role='push button')
        desk.keys('ctrl+p')
        desk.find('Feuille.*')

    def test_somebody_seen_before_is_taken_over_by_one_key(self):
        self.town.book('POP-EID', self.day(1), '09:00', 'Connue', 'Camille', '14.3.1958', phone='0470 12 34 56', email='camille@exemple.be',
                       language='de')
        desk = self.desk()
        hand = Hand(desk)
        self.hold_second(hand)
        hand.keys('alt+u')
        hand.own('con')
        hand.keys('Tab')
        hand.own('cam')
        desk.find('Personne déjà connue')
        desk.find('Camille Connue, 14.03.1958')
        hand.keys('F8')
        desk.find('camille@exemple.be', role='text')
        self.assertTrue(desk.find('Prénom', role='text')['focused'], 'the caret stays')
        self.assertEqual(desk.says('Prénom', role='text'), 'Camille')
        self.assertEqual(desk.says('Téléphone', role='text'), '0470 12 34 56')
        desk.find('A déjà rendez-vous')
        hand.keys('ctrl+Return')
        desk.find('C’est réservé.*')
        self.assertEqual(self.booked('Connue'), 2)
        self.assertEqual(self.town.value("SELECT COUNT(*) FROM mail WHERE kind = 'confirmation'"), '2')

    def test_the_longest_notices_leave_room_on_the_smallest_screen(self):
        """GTK complained of the note's scroll bar when a person was known and had a visit already, in German."""
        self.town.book('POP-EID', self.day(2), '10:20', 'Langfeld', 'Dominique', '2.3.1970', phone='0470 12 34 56')
        desk = self.desk(language='de', size=(1280, 720))
        desk.type('ausweis')
        desk.find('3 gefunden')
        desk.keys('Return')
        desk.find('Gewählt')
        desk.keys('alt+r')
        for field, words in (('Name', 'langfeld'), ('Vorname', 'dominique'), ('Geburtsdatum', '02031970')):
            desk.focused(field, role='text')
            desk.type(words + '\t')
        desk.find('Person schon bekannt')
        desk.find('Hat schon einen Termin')
        self.assertEqual(desk.complaints(), [])

    def test_a_double_is_shown_and_opened(self):
        made = self.town.book('POP-EID', self.day(2), '09:20', 'Double', 'Dominique', '2.3.1970')
        desk = self.desk()
        hand = Hand(desk)
        self.hold_second(hand)
        self.person(hand, 'double', 'dominique', '02031970')
        desk.find('A déjà rendez-vous')
        desk.find('.*à 09:20.*identité.*')
        hand.keys('ctrl+o')
        desk.find(f".*{made['reference'][:4]}.{made['reference'][4:]}.*")
        hand.keys('F2')
        desk.find('Place retenue')
        self.assertEqual(desk.says('Prénom', role='text'), 'dominique', 'what was typed is still there')
        hand.keys('ctrl+Return')
        desk.find('C’est réservé.*')
        self.assertEqual(self.booked('Double'), 2)

    def test_a_limit_is_overruled_with_a_reason(self):
        for days in (1, 2, 3):
            self.town.book('POP-EID', self.day(days), f'10:{days}0', 'Limite', 'Lou', '4.5.1966')
        desk = self.desk()
        hand = Hand(desk)
        self.hold_second(hand)
        self.person(hand, 'Limite', 'Lou', '04051966')
        desk.find('A déjà rendez-vous')
        hand.keys('ctrl+Return')
        desk.focused('Motif', role='text')
        hand.keys('ctrl+Return')
        desk.find('Dites pourquoi.')
        self.assertEqual(self.booked('Limite'), 3)
        hand.own('trois enfants')
        desk.find('Réserver quand même', role='push button')
        hand.keys('ctrl+Return')
        desk.find('C’est réservé.*')
        self.assertEqual(self.booked('Limite'), 4)
        self.assertEqual(self.town.count('attendee', "override_reason = 'trois enfants'"), 1)

    def test_only_a_supervisor_gives_a_full_place(self):
        desk = self.desk('responsable')
        hand = Hand(desk)
        self.choose_card(hand)
        self.town.value("UPDATE slot SET booked = GREATEST(booked, capacity) WHERE day = '2026-11-24' AND service_id ="
                        " (SELECT id FROM service WHERE code = 'POP')")
        hand.keys('ctrl+b')
        desk.find('.*, complet', role='push button')
        hand.keys('alt+1')
        desk.find('Place déjà complète.*')
        self.person(hand, 'Encore', 'Eli', '07081990')
        hand.keys('ctrl+Return')
        desk.focused('Motif', role='text')
        hand.own('urgent')
        hand.keys('Return')
        desk.find('C’est réservé.*')
        self.assertEqual(self.booked('Encore'), 1)
        other = self.desk('reception')
        self.choose_card(Hand(other))
        other.gone('.*complètes.*', role='toggle button')

    def test_the_keys_are_on_a_sheet(self):
        desk = self.desk()
        desk.keys('F1')
        for words in ('Alt\\+1 … Alt\\+5', 'Reprendre une personne déjà venue', 'Partout', 'Semaines précédentes et suivantes'):
            desk.find(words, role='label')
        desk.keys('Escape')
        desk.gone('Partout')
        wait_until('the caret back in the page', lambda: desk.find('Démarche', role='text')['focused'])


if __name__ == '__main__':
    unittest.main()
