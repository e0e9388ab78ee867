"""The supervision in the real window: a room full of people, led from one page."""
import datetime
import time
import unittest

from stage.processes import wait_until
from stage.screen import Screen
from tests.desk.desk_town import DeskCase

TEN = datetime.datetime(2026, 11, 24, 9, 0, tzinfo=datetime.timezone.utc)  # 10:00 in Verviers, a Tuesday


class SupervisionWindowTest(DeskCase):
    """Each case uses counters and services of its own."""
    options = {'morning': TEN}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for number, name in enumerate(('Camille', 'Noa', 'Sacha'), 1):
            cls.town.value(f"INSERT INTO staff (account, name, role, site_id, created_at) SELECT 'agent{number}', '{name}', 'agent', MIN(id),"
                           ' UTC_TIMESTAMP(3) FROM site')
        cls.town.device('borne-1', 'kiosk', '')
        cls.town.device('ecran-b', 'display', '', area='B')

    # ---- the room

    def counter(self, number):
        return self.town.value(f'SELECT id FROM counter WHERE number = {number}')

    def sit(self, number, name):
        self.town.value('REPLACE INTO counter_state (counter_id, staff_id, opened_at) SELECT c.id, s.id, UTC_TIMESTAMP(3)'
                        f" FROM counter c JOIN staff s WHERE c.number = {number} AND s.name = '{name}'; {self.event('counter_opened')}")

    def event(self, kind):
        """As an act of a colleague ends: screens and desks hear of it."""
        return ("UPDATE site_version SET version = version + 1 WHERE topic = 'queue'; "
                'INSERT INTO site_event (site_id, topic, version, kind, at) SELECT site_id, topic, version, '
                f"'{kind}', UTC_TIMESTAMP(3) FROM site_version WHERE topic = 'queue'")

    def ticket(self, service, number, state='waiting', minutes=0, day='0'):
        """Of somebody who came so many minutes ago, and so many days."""
        return self.town.value(
            'INSERT INTO ticket (site_id, day, prefix, number, service_id, waiting_area_id, language, state, due, due_reason, arrived_at)'
            f" SELECT site_id, '{self.town.today}' - INTERVAL {day} DAY, ticket_prefix, {number}, id, waiting_area_id, 'fr', '{state}',"
            f" UTC_TIMESTAMP(3), 'walk_in', UTC_TIMESTAMP(3) - INTERVAL {minutes} MINUTE - INTERVAL {day} DAY FROM service"
            f" WHERE code = '{service}'; SELECT LAST_INSERT_ID(); {self.event('arrived')}")

    def page(self, **how):
        desk = self.desk('responsable', **how)
        desk.keys('F6')
        desk.find('Guichets', role='table')
        desk.find('Population', role='table cell')
        return desk

    def pick(self, desk, number):
        desk.choose('Guichets', str(number), role='table')
        desk.find(f'Guichet {number}.:')

    def hall(self, kind, width, height):
        """What visitors have before them. @return its screen"""
        screen = Screen(self.town.folder / kind[0], width, height)
        self.addCleanup(screen.stop)
        program = screen.open(self.town.window(kind), self.town.log / f'{kind}.out')
        self.addCleanup(program.stop)
        return screen

    # ---- cases

    def test_only_a_supervisor_has_the_page(self):
        desk = self.desk('agent')
        desk.gone('Supervision.*', role='toggle button')

    def test_a_counter_is_opened_and_closed_with_its_visitor(self):
        desk = self.page()
        self.pick(desk, 1)
        desk.keys('alt+o')
        desk.choose('Collègues', 'Camille', role='table')
        desk.keys('ctrl+Return')
        desk.find('Le guichet 1 est ouvert.*Camille.')
        self.assertEqual(desk.row('Camille')[0], '1')
        ticket = self.ticket('POP', 41, 'called', 4)
        self.town.value(f'UPDATE counter_state SET ticket_id = {ticket} WHERE counter_id = {self.counter(1)}; '
                        f'UPDATE ticket SET counter_id = {self.counter(1)}, called_at = UTC_TIMESTAMP(3), last_called_at = UTC_TIMESTAMP(3),'
                        f" calls = 1 WHERE id = {ticket}; {self.event('called')}")
        desk.find('A041', role='table cell')
        desk.keys('alt+f')
        desk.find('A041 est à ce guichet et attendra de nouveau.*')
        desk.keys('ctrl+Return')
        desk.find('Le guichet 1 est fermé.')
        self.assertEqual(self.town.value(f'SELECT state FROM ticket WHERE id = {ticket}'), 'waiting')
        self.assertEqual(self.town.count('counter_state', f'counter_id = {self.counter(1)} AND staff_id IS NOT NULL'), 0)
        self.town.value(f"UPDATE ticket SET state = 'closed' WHERE id = {ticket}")
        self.assertEqual(desk.complaints(), [])

    def test_the_services_of_a_counter_change(self):
        desk = self.page()
        self.pick(desk, 16)
        desk.keys('alt+c')
        desk.press('Étrangers.*Aide', role='toggle button')
        desk.press('Changer les services')
        desk.find('Guichet 16.*services sont changés.')
        desk.find('État civil \\(aide.*Étrangers\\)', role='table cell')
        self.assertEqual(self.town.value('SELECT GROUP_CONCAT(CONCAT(s.code, x.helps) ORDER BY s.code) FROM counter_service x JOIN service s'
                                         f' ON s.id = x.service_id WHERE x.counter_id = {self.counter(16)}'), 'CIV0,ETR1')

    def test_walk_ins_stop_and_the_reception_is_told(self):
        desk, reception = self.page(), self.desk()
        desk.choose('Services', 'État civil', role='table')
        desk.keys('alt+a')
        desk.find('État civil.*plus de tickets sans rendez-vous.')
        desk.find('Arrêtés', role='table cell')
        reception.keys('ctrl+t')
        reception.focused('Démarche sans rendez-vous', role='text')
        reception.type('extrait')
        wait_until('what was typed', lambda: reception.says('Démarche sans rendez-vous', role='text') == 'extrait')
        reception.keys('Return')
        reception.find('Ce\\s+service\\s+ne\\s+reçoit\\s+personne\\s+sans.*')
        desk.keys('alt+l')
        desk.find('Limite', role='combo box')
        desk.choose('Limite', '3 par demi-heure', role='combo box')
        desk.press('Fixer la limite')
        desk.find('État civil, sans rendez-vous.*3 par demi-heure.')
        desk.keys('alt+a')
        desk.find('État civil.*de nouveau.*')
        self.assertEqual(self.town.value("SELECT CONCAT(walk_ins, ' ', walk_in_quota) FROM service WHERE code = 'CIV'"), '1 3')

    def test_a_visitor_at_the_kiosk_hears_why_there_is_no_ticket(self):
        desk, kiosk = self.page(), self.hall('kiosk', 1080, 1920)
        press = lambda name: kiosk.do('press', app='accueil-kiosk', role='push button', name=name)
        says = lambda text: kiosk.do('find', app='accueil-kiosk', name=text)

        def hears(answer):
            press('Je n’ai pas de rendez-vous')
            press('Copie ou extrait.*')
            says(answer)
            press('Terminer')
            says('Bonjour et bienvenue')

        desk.choose('Services', 'État civil', role='table')
        desk.keys('alt+a')
        desk.find('Arrêtés', role='table cell')
        hears('Aujourd’hui, ce service reçoit uniquement sur rendez-vous.*')
        desk.keys('alt+a')
        desk.find('État civil.*de nouveau.*')
        desk.keys('alt+l')
        desk.choose('Limite', '1 par demi-heure', role='combo box')
        desk.press('Fixer la limite')
        desk.find('État civil, sans rendez-vous.*1 par demi-heure.')
        hears('Votre numéro')
        hears('Revenez un peu plus tard.*')
        self.town.value("UPDATE service SET walk_in_quota = 0 WHERE code = 'CIV'")
        for number in range(300, 360):
            self.ticket('CIV', number, 'waiting', 1)
        hears('Beaucoup de monde attend aujourd’hui')
        self.town.value("UPDATE ticket SET state = 'closed' WHERE state = 'waiting'")

    def test_a_delay_is_announced_in_four_languages_and_withdrawn(self):
        desk, screen = self.page(), self.hall('display', 1280, 720)
        desk.choose('Services', 'Étrangers', role='table')
        desk.keys('alt+t')
        self.assertRegex(desk.says('Français', role='text'), 'Étrangers.*10 minutes de retard.')
        desk.keys('ctrl+Return')
        desk.find('Le message est affiché.')
        screen.do('find', app='accueil-display', name='(?s).*Étrangers.*10 minutes de retard.*')
        desk.find('Zone B.*les quatre\\s+langues')
        self.assertEqual(self.town.value('SELECT GROUP_CONCAT(t.language ORDER BY t.language) FROM screen_message m JOIN screen_message_text t'
                                         ' ON t.message_id = m.id'), 'de,en,fr,nl')
        self.assertEqual(self.town.value("SELECT text FROM screen_message_text WHERE language = 'de'"), 'Ausländerdienst: 10 Minuten Verspätung.')
        desk.press('Retirer')
        desk.find('Aucun message.')
        screen.do('gone', app='accueil-display', name='(?s).*minutes de retard.*')
        self.assertEqual(self.town.count('screen_message'), 0)

    def test_an_absent_counter_lists_who_is_stranded(self):
        places = int(self.town.value("SELECT MAX(capacity) FROM slot v JOIN service s ON s.id = v.service_id WHERE s.code = 'CIV' AND day = "
                                     f"'{self.town.today}' AND start_minute = 660"))
        for number in range(places):
            self.town.book('CIV-EXTRACT', self.town.today, '11:00', f'Exemple{number}', 'Élodie', f'{number + 1}.6.1962', phone='087 00 00 01')
        desk = self.page()
        self.pick(desk, 14)
        desk.keys('alt+b')
        desk.find('.*1\\s+personne\\s+n’a\\s+plus\\s+de\\s+place.*')
        desk.find('Élodie Exemple.*', role='table cell')
        desk.keys('ctrl+Return')
        desk.find('C’est noté. 1 rendez-vous sans place.*')
        desk.find('Absent aujourd’hui', role='table cell')
        self.assertEqual(self.town.count('counter_absence', f'counter_id = {self.counter(14)}'), 1)
        desk.keys('F12')
        desk.find('Personnes à appeler', role='table')
        desk.keys('F6', 'alt+d')
        desk.find('Guichet 14 de retour.*')
        self.assertEqual(self.town.count('counter_absence', f'counter_id = {self.counter(14)}'), 0)

    def test_help_is_seen_from_another_page_and_answered(self):
        desk = self.page()
        desk.keys('F2')
        self.sit(7, 'Noa')
        self.town.value(f'INSERT INTO help_call (site_id, counter_id, asked_by, asked_at) SELECT c.site_id, c.id, s.id, UTC_TIMESTAMP(3)'
                        f" FROM counter c JOIN staff s WHERE c.number = 7 AND s.name = 'Noa'; {self.event('help_asked')}")
        began = time.monotonic()
        desk.find('Supervision \\(\\d+\\)', role='toggle button')
        print(f'help was seen on another page after {time.monotonic() - began:.1f} s')
        desk.keys('F6')
        desk.find('Guichet 7 demande de l’aide')
        desk.keys('alt+1')
        desk.find('Responsable y va')
        wait_until('who comes', lambda: self.town.count('help_call', 'coming_by IS NOT NULL AND ended_at IS NULL') == 1)
        desk.press('C’est réglé')
        desk.gone('Guichet 7 demande de l’aide')

    def test_a_long_wait_is_said_once_and_opens_a_counter(self):
        desk = self.page()
        self.ticket('PPC', 90, 'waiting', 41)
        desk.find('attente de plus de 30 min.*')
        desk.keys('alt+1')
        desk.choose('Collègues', 'Sacha', role='table')
        desk.press('Ouvrir le guichet 5|Ouvrir le guichet 6')
        desk.find('Le guichet . est ouvert.*Sacha.')
        desk.keys('ctrl+1')
        desk.gone('attente de plus de 30 min.*')
        self.town.value("UPDATE ticket SET state = 'closed' WHERE number = 90")

    def test_yesterdays_tickets_are_closed_with_a_reason(self):
        ticket = self.ticket('POP', 77, 'waiting', 10, day='1')
        desk = self.page()
        desk.find('1 ticket n’est pas terminé')
        desk.press('Clôturer la journée …')
        desk.find('A077', role='table cell')
        desk.press('Tout cocher', role='toggle button')
        desk.choose('Motif', 'fin de la journée', role='combo box')
        desk.press('Clôturer 1 ticket')
        desk.find('1 ticket est clôturé.')
        self.assertEqual(self.town.value(f"SELECT CONCAT(state, ' ', reason) FROM ticket WHERE id = {ticket}"), 'closed day_over')

    def test_the_page_stays_while_the_link_is_lost(self):
        desk = self.page()
        self.pick(desk, 2)
        desk.keys('alt+o')
        desk.choose('Collègues', 'Camille', role='table')
        self.town.cut()
        desk.find('Pas de liaison.*', seconds=30)
        desk.keys('ctrl+Return')
        desk.find('.*Ce sera fait dès qu’elle revient.', seconds=40)
        self.town.mend()
        desk.find('Le guichet 2 est ouvert.*Camille.', seconds=60)
        self.assertEqual(self.town.count('counter_state', f'counter_id = {self.counter(2)} AND staff_id IS NOT NULL'), 1)


if __name__ == '__main__':
    unittest.main()
