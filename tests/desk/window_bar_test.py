"""The agent's bar in real windows, beside a real call screen: every button, two hands at once, a killed program, a lost link."""
import json
import os
import signal
import subprocess
import threading
import time
import unittest
from pathlib import Path

from stage.processes import wait_until
from tests.desk.bar_town import FOLD, BarCase


def bar_name(bar):
    return bar.says('.*Guichet 1.*', role='frame')


class WindowBarTest(BarCase):
    def comes(self, number):
        """The call screen shows it."""
        self.screen.do('find', app='accueil-display', name=rf'.*{number}.*[Gg]uichet 1\b.*')

    def test_a_visit_from_call_to_finish_and_its_undoing(self):
        number = self.arrive()
        self.screen = self.display()
        bar = self.bar()
        bar.find(number, role='label')
        bar.press('Appeler le suivant')
        self.comes(number)
        self.assertFalse(bar.find('Absent au 3e appel', role='push button')['enabled'])
        bar.press('Rappeler')
        bar.find('2e appel', role='label')
        bar.press('Rappeler')
        bar.find('Absent', role='push button')
        bar.press('Présent')
        bar.find('En cours')
        bar.press('Terminer')
        bar.find(f'{number}\u202f: terminé')
        self.assertEqual(self.ticket(number), 'done 1')
        bar.press(r'Annuler \(\d+ s\)')
        bar.find('En cours')
        self.assertEqual(self.ticket(number), 'serving 1')
        bar.press('Terminer')
        bar.find('Personne n’attend pour ce guichet.')
        self.assertEqual(bar.complaints(), [])

    def test_a_whole_visit_by_keyboard_and_a_pause(self):
        number = self.arrive()
        bar = self.open()
        bar.log_in('luc')
        bar.find('S’installer ici', role='push button')
        bar.keys('Return')  # the counter that is proposed
        bar.find('Appeler le suivant', role='push button')
        bar.keys('F8')
        bar.find('Repas de midi', role='push button')
        bar.keys('2')
        bar.find('Repas de midi', role='label')
        self.assertEqual(self.town.value('SELECT pause_reason FROM counter_state WHERE staff_id IS NOT NULL'), 'lunch')
        bar.keys('F9')  # nobody is called in the pause
        bar.keys('F8')
        bar.find('Appeler le suivant', role='push button')
        self.assertTrue(self.ticket(number).startswith('waiting'))
        bar.keys('F9')
        bar.find('Présent', role='push button')
        bar.keys('F10')
        bar.find('Terminer', role='push button')
        bar.keys('F11')
        bar.find(f'{number}\u202f: terminé')
        bar.keys('ctrl+z')
        bar.find('Terminer', role='push button')
        self.assertTrue(self.ticket(number).startswith('serving'))

    def test_the_third_call_offers_the_no_show(self):
        number = self.arrive()
        bar = self.bar()
        for call in (1, 2, 3):
            bar.press('Appeler le suivant|Rappeler')
            bar.find('1er appel' if call == 1 else f'{call}e appel', role='label')
        bar.press('Absent')
        bar.find(f'{number}\u202f: absent')
        self.assertEqual(self.ticket(number), 'missed 1')

    def test_somebody_is_set_aside_and_comes_back(self):
        number, other = self.arrive(), self.arrive()
        bar = self.bar()
        bar.press('Appeler le suivant')
        bar.press('Présent')
        bar.press('Mettre de côté')
        bar.choose('Revient', 'dans 10 minutes', role='combo box')
        bar.press('Cherche une photo')
        bar.find('1 attend · 1 de côté', role='label')
        self.assertTrue(self.ticket(number).startswith('parked'))
        self.unfold(bar)
        bar.find('cherche une photo, revient vers .*')
        bar.press('Reprendre')
        bar.find(number, role='label')
        bar.find('Présent', role='push button')
        bar.press('Présent')
        bar.find('En cours')
        bar.keys('F6')
        bar.find('Remplit un formulaire', role='push button')
        bar.keys('4')
        bar.press('Appeler le suivant')
        bar.find(other, role='label')
        bar.press('Remettre en attente')  # the counter is taken
        wait_until('the waiting room', lambda: self.ticket(number).startswith('waiting'))

    def test_somebody_is_sent_to_another_service_and_to_a_colleague(self):
        first, second = self.arrive(), self.arrive()
        bar, other = self.bar(), self.bar('sophie', 2)
        bar.press('Appeler le suivant')
        bar.press('Présent')
        bar.press('Transférer')
        send = lambda: bar.find('Transférer le visiteur', role='push button')['enabled']
        self.assertFalse(send())  # nothing is chosen yet
        bar.choose('Guichet', r'Guichet 2 \(Sophie\)', role='combo box')
        wait_until('the button', send)
        bar.keys('Return')
        bar.find(second, role='label')
        other.find(first, role='label')
        other.press('Appeler le suivant')
        self.assertEqual(wait_until('the call', lambda: self.ticket(first) == 'called 2'), True)
        bar.press('Appeler le suivant')
        bar.press('Présent')
        bar.find('En cours')
        bar.keys('F7')
        bar.choose('Service', 'Étrangers', role='combo box')
        bar.do('press', 'Ici, tout est fait', role='check box')
        bar.keys('Return')
        bar.find('Personne n’attend pour ce guichet.')
        self.assertEqual(self.town.value("SELECT CONCAT(s.code, ' ', t.due_reason) FROM ticket t JOIN service s ON s.id = t.service_id"
                                         f" WHERE t.number = {int(second[1:])} AND t.prefix = '{second[0]}'"), 'ETR second')

    def test_two_agents_click_at_once_and_never_get_the_same_visitor(self):
        bars = self.bar(), self.bar('sophie', 2)
        for _ in range(3):
            numbers = [self.arrive() for _ in range(3)]
            for bar in bars:
                bar.find(numbers[0], role='label')
            clicks = [threading.Thread(target=bar.press, args=('Appeler le suivant',)) for bar in bars]
            for click in clicks:
                click.start()
            for click in clicks:
                click.join()
            for bar in bars:
                bar.find('Présent', role='push button')
            states = [self.ticket(number) for number in numbers]
            self.assertEqual(sorted(states), ['called 1', 'called 2', 'waiting 0'])
            early = int(states[0][-1])
            bars[2 - early].find(f'{numbers[0]} vient d’être appelé au guichet {early}. Voici le suivant\u202f: {numbers[1]}.')
            self.setUpAgain(bars)

    def setUpAgain(self, bars):
        for bar in bars:
            bar.press('Présent')
            bar.press('Terminer')
            bar.find('Appeler le suivant', role='push button')
        self.town.value("UPDATE ticket SET state = 'closed' WHERE state = 'waiting'")

    def test_a_bar_that_is_killed_while_serving_returns_to_its_visitor(self):
        number = self.arrive(note='Entend mal.')
        bar = self.bar()
        bar.press('Appeler le suivant')
        bar.press('Présent')
        bar.find('En cours')
        self.unfold(bar)
        bar.kill()
        bar.start()
        bar.log_in('luc')
        bar.find('En cours')
        bar.find(number, role='label')
        bar.find('Entend mal.')  # still unfolded
        bar.press('Terminer')
        bar.find(f'{number}\u202f: terminé')
        self.assertEqual(self.ticket(number), 'done 1')

    def test_a_bar_that_slept_is_where_it_was(self):
        number, other = self.arrive(), self.arrive()
        bar, colleague = self.bar(), self.bar('sophie', 2)
        bar.press('Appeler le suivant')
        bar.press('Présent')
        bar.find('En cours')
        self.unfold(bar)
        bar.find(other, role='table cell')
        os.kill(bar.program.popen.pid, signal.SIGSTOP)  # the lid is closed; meanwhile the server forgets the program
        for connection in self.town.value("SELECT GROUP_CONCAT(ID) FROM information_schema.PROCESSLIST WHERE USER = 'luc'").split(','):
            self.town.value(f'KILL {connection}')
        colleague.press('Appeler le suivant')
        colleague.find('Présent', role='push button')
        os.kill(bar.program.popen.pid, signal.SIGCONT)
        bar.gone(other, role='table cell')
        bar.find('En cours')
        bar.press('Terminer')
        bar.find(f'{number}\u202f: terminé')
        self.assertEqual([self.ticket(one) for one in (number, other)], ['done 1', 'called 2'])

    def test_a_second_window_of_the_same_agent_shows_the_same_counter(self):
        number = self.arrive()
        bar = self.bar()
        bar.press('Appeler le suivant')
        second = self.desk('luc')
        second.find(number, role='label')
        second.press('Présent')
        bar.find('En cours')
        bar.press('Terminer')
        second.find('Personne n’attend pour ce guichet.')

    def test_the_database_goes_away_in_the_middle_of_a_call(self):
        number, other = self.arrive(), self.arrive()
        bar = self.bar()
        bar.find(number, role='label')
        with self.nobody_else_may_change_the_queue():
            bar.press('Appeler le suivant')
            wait_until('the click on its way', lambda: not bar.find('Appeler le suivant')['enabled'])
            self.town.cut()
            away = time.monotonic()
            bar.find('Pas de liaison depuis .*dernier clic.*', seconds=30)
            bar.keys('F9')  # an impatient hand
        wait_until('ten seconds without database', lambda: time.monotonic() - away >= 10)
        self.town.mend()
        bar.find('La liaison est revenue.*n’a pas compté.*', seconds=40)
        bar.press('Appeler le suivant')
        bar.find('Présent', role='push button')
        bar.gone('La liaison est revenue.*')
        self.assertEqual([self.ticket(one) for one in (number, other)], ['called 1', 'waiting 0'])
        self.assertEqual(self.town.count('ticket_call c JOIN ticket t ON t.id = c.ticket_id',
                                         f"t.prefix = '{number[0]}' AND t.number = {int(number[1:])}"), 1)
        self.town.admin('check')

    def test_a_call_for_help_reaches_the_colleague_who_says_that_he_comes(self):
        bar, other = self.bar(), self.bar('sophie', 2)
        bar.press('Aide')
        asked = time.monotonic()
        other.find(r'Le guichet 1 demande de l’aide \(Luc\)\.')
        print(f'a colleague saw the call for help after {time.monotonic() - asked:.1f} s')
        bar.find('Aide demandée à .*')
        other.press('J’y vais')
        other.find('Vous allez aider le guichet 1.')
        bar.find('Sophie vient vous aider.')
        bar.press('C’est fait')
        other.gone('Vous allez aider le guichet 1.')

    def test_a_counter_that_a_colleague_has_taken_says_so(self):
        self.bar()
        other = self.desk('sophie')
        other.choose('Guichet', 'Guichet 1 .*, pris par Luc', role='combo box')
        self.assertFalse(other.find('S’installer ici', role='push button')['enabled'])

    def test_the_counter_of_yesterday_is_proposed_and_the_place_remembered(self):
        bar = self.bar(counter=2)
        self.unfold(bar)
        bar.kill()
        self.setUp()
        bar.start()
        bar.log_in('luc')
        bar.find('Liste d’attente', role='table')
        bar.press('S’installer ici')
        bar.find('.*Guichet 2 .*', role='frame')
        kept = Path(bar.screen.environment['XDG_CONFIG_HOME']) / 'accueil/bar-luc'
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)

    def rectangle(self, bar):
        """x, y, width, height of the window, its frame included, or nothing while there is none."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Guichet 1', 'getwindowgeometry', '--shell'],
                               env=bar.screen.environment, capture_output=True, text=True).stdout
        said = dict(line.split('=') for line in found.split())
        return tuple(int(said[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT')) if said else ()

    def state(self, bar):
        return subprocess.run('xprop -id $(xdotool search --onlyvisible --name "Guichet 1") _NET_WM_STATE', shell=True,
                              env=bar.screen.environment, capture_output=True, text=True).stdout

    def menu(self, bar, *keys):
        bar.press('Cette barre…')
        bar.find('Ouvrir le bureau complet', role='menu item')
        bar.keys(*keys, 'Return')
        bar.gone('Ouvrir le bureau complet', role='menu item')

    def test_the_bar_stands_where_its_menu_puts_it_also_after_a_kill(self):
        bar = self.bar()
        self.unfold(bar)  # with the list it is as high whoever waits
        kept = Path(bar.screen.environment['XDG_CONFIG_HOME']) / 'accueil/bar-luc'

        def stands(where, test):
            return wait_until(f'the bar {where}', lambda: (at := self.rectangle(bar)) and test(*at) and at)
        self.menu(bar, 'Home')
        stands('at the top', lambda x, y, width, height: y < 60)
        self.menu(bar, 'Home', 'Down')
        stands('at the bottom', lambda x, y, width, height: y + height > 780)
        self.menu(bar, 'Home', 'Down', 'Down')
        before, was_above = kept.read_text(), 'ABOVE' in self.state(bar)
        subprocess.run('xdotool windowmove $(xdotool search --onlyvisible --name "Guichet 1") 240 70', shell=True, check=True,
                       env=bar.screen.environment)
        wait_until('the place to be kept', lambda: kept.read_text() != before)
        self.menu(bar, 'Home', 'Down', 'Down', 'Down')
        wait_until('in front, or no longer', lambda: ('ABOVE' in self.state(bar)) != was_above)
        at = stands('where it was dragged', lambda x, y, width, height: 200 < x < 300 and 60 < y < 140)
        bar.kill()
        self.setUp()
        bar.start()
        bar.log_in('luc')
        bar.press('S’installer ici')
        bar.find('.*Guichet 1 .*', role='frame')
        stands('where it stood', lambda *now: now == at)
        self.assertEqual('ABOVE' in self.state(bar), not was_above)
        self.menu(bar, 'End')
        bar.find('S’installer ici', role='push button')
        self.assertEqual(self.town.value('SELECT COUNT(*) FROM counter_state WHERE staff_id IS NOT NULL'), '0')

    def test_the_list_says_why_and_calls_who_is_picked(self):
        first, second = self.arrive(), self.arrive()
        bar = self.bar()
        self.unfold(bar)
        bar.choose('Liste d’attente', second, role='table')
        bar.find(f'{first} passe avant {second}.*')
        bar.focus('Liste d’attente', role='table')
        bar.keys('Return')
        bar.find('Présent', role='push button')
        self.assertEqual([self.ticket(one) for one in (first, second)], ['waiting 0', 'called 1'])

    def test_whoever_closes_the_bar_leaves_the_counter_but_not_a_visitor(self):
        number = self.arrive()
        seated = lambda: self.town.count('counter_state', 'staff_id IS NOT NULL')
        bar = self.bar()
        bar.press('Appeler le suivant')
        bar.find('Présent', role='push button')
        bar.screen.activate('accueil-desk')
        bar.keys('alt+F4')
        wait_until('the end of the program', lambda: not bar.program.alive())
        self.assertEqual((seated(), self.ticket(number)), (1, 'called 1'))
        bar.start()
        bar.log_in('luc')
        bar.press('Présent')
        bar.press('Terminer')
        bar.find('Appeler le suivant', role='push button')
        bar.screen.activate('accueil-desk')
        bar.keys('alt+F4')
        wait_until('the end of the program', lambda: not bar.program.alive())
        self.assertEqual(seated(), 0)

    def test_a_site_without_the_step_of_presence_may_note_a_no_show(self):
        self.town.value("REPLACE INTO site_setting (site_id, name, value) SELECT MIN(id), 'queue.presence_step', '0' FROM site")
        self.addCleanup(self.town.value, "DELETE FROM site_setting WHERE name = 'queue.presence_step'")
        number = self.arrive()
        bar = self.bar()
        bar.press('Appeler le suivant')
        bar.find('En cours')
        for _ in (2, 3):
            bar.press('Rappeler')
            bar.find('Absent.*', role='push button')
        bar.press('Absent')
        bar.find(f'{number}\u202f: absent')
        self.assertEqual(self.ticket(number), 'missed 1')

    def test_the_key_works_while_another_window_has_the_keyboard(self):
        number = self.arrive()
        bar = self.bar()
        bar.find(number, role='label')
        other = bar.screen.open([*self.town.window('display'), '--window', '640x360'], self.town.log / 'other.out')
        self.addCleanup(other.stop)
        bar.screen.activate('accueil-display')
        front = wait_until('the other window', lambda: (name := bar.screen.active_window()) != bar_name(bar) and name)
        bar.keys('super+F9')
        bar.find('Présent', role='push button')
        self.assertEqual(bar.screen.active_window(), front)  # it still has the keyboard

    def test_an_arrival_is_told_by_the_desktop_at_a_free_counter_only(self):
        bar = self.bar()
        log = bar.screen.folder / 'notifications.log'
        fake = bar.screen.open(['/usr/bin/python3', '-B', '-m', 'tests.desk.fake_notifications'], log)
        self.addCleanup(fake.stop)
        said = lambda: [json.loads(line) for line in log.read_text().splitlines() if line.startswith('{')]
        wait_until('the desktop', said)
        number = self.arrive()
        told = wait_until('the message', lambda: [one for one in said() if 'notify' in one])
        self.assertEqual(told[0]['title'], f'{number} attend')
        self.assertNotIn('Exemple', json.dumps(told))
        bar.press('Appeler le suivant')
        bar.find('Présent', role='push button')
        wait_until('the message to go', lambda: any('close' in one for one in said()))
        self.unfold(bar)
        other = self.arrive()
        bar.find(other, role='table cell')
        self.assertEqual(len([one for one in said() if 'notify' in one]), 1)

    def test_the_whole_desk_opens_from_the_bar_and_the_bar_stays(self):
        bar = self.bar()
        self.unfold(bar)
        bar.press('Cette barre…')
        bar.find('Ouvrir le bureau complet', role='menu item')
        bar.keys('Up', 'Up', 'Return')  # the last but one
        bar.find('Réserver', role='toggle button')
        bar.find('Appeler le suivant', role='push button')
        wait_until('the new window in front', lambda: 'Poste 1' in bar.screen.active_window())
        bar.keys('alt+F4')
        bar.gone('Réserver', role='toggle button')
        bar.find('Appeler le suivant', role='push button')

    def test_the_page_of_the_whole_desk_can_do_what_the_bar_does(self):
        first, second = self.arrive(), self.arrive()
        other = self.bar('sophie', 2)
        desk = self.desk('luc', settings='full = yes\n')
        desk.find('Guichet', role='toggle button')
        desk.keys('F5')
        desk.choose('Guichet', 'Guichet 1 .*', role='combo box')
        desk.press('S’installer ici')
        desk.press('Appeler le suivant')
        desk.press('Mettre de côté.*')
        desk.choose('Revient', 'dans 10 minutes', role='combo box')
        desk.keys('2')
        desk.find('cherche une photo, revient vers .*')
        desk.press('Reprendre')
        desk.press('Présent')
        desk.press('Terminer')
        wait_until('the end', lambda: self.ticket(first) == 'done 1')
        desk.find(r'Annuler \(\d+ s\)', role='push button')
        desk.keys('ctrl+z')
        desk.press('Terminer')
        desk.press('Demander de l’aide')
        other.press('J’y vais')
        desk.find('Sophie vient vous aider.')
        desk.press('C’est fait')
        desk.choose('Liste d’attente', second, role='table')
        desk.find(f'{second} passe en premier.*')
        desk.focus('Liste d’attente', role='table')
        desk.keys('Return')
        wait_until('the call', lambda: self.ticket(second) == 'called 1')
        self.assertEqual(desk.complaints(), [])


if __name__ == '__main__':
    unittest.main()
