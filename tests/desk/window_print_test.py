"""What the desk prints, in a real window and on a real print server: looked at first, then on paper."""
import re
import subprocess
import unittest

from stage.processes import wait_until
from tests.desk.desk_town import DeskCase

PAGE = 'Page 1 sur .*'


def words(file):
    text = subprocess.run(['pdftotext', '-layout', file, '-'], check=True, capture_output=True, text=True).stdout
    return ' '.join(text.replace('\u202f', ' ').replace('\u00a0', ' ').split())


class WindowPrintTest(DeskCase):
    options = {'printer': True}

    def setUp(self):
        self.before = len(self.town.printer.sheets())

    def paper(self):
        """The one sheet that this case has printed."""
        wait_until('the paper', lambda: len(self.town.printer.sheets()) > self.before)
        sheets = self.town.printer.sheets()[self.before:]
        self.assertEqual(len(sheets), 1)
        return sheets[0]

    def today(self, **how):
        desk = self.desk('reception', **how)
        desk.keys('F4')
        desk.find('08:30', role='table cell')
        self.said = desk.complaints()
        return desk

    def test_the_list_of_the_day_is_seen_then_printed_with_enter(self):
        self.town.book('POP-EID', self.town.today, '10:00', 'Liste', 'Noé', '14.03.1958', phone='087 00 00 01')
        desk = self.today()
        desk.find('Réservé Liste N.', role='table cell')
        desk.keys('ctrl+p')
        seen = desk.find(PAGE, role='image')['description']
        self.assertIn('Liste Noé', seen)
        desk.focused('Imprimer', role='push button')
        desk.keys('Return')
        desk.find('C’est imprimé.')
        printed = words(self.paper())
        for part in ('Mardi 24 novembre 2026', 'Liste Noé', '14.03.1958', '087 00 00 01'):
            self.assertIn(part, printed)
        desk.keys('Return')
        desk.gone('C’est imprimé.')
        self.assertEqual(desk.complaints(), self.said)

    def test_the_sheet_of_an_appointment_is_read_by_the_kiosk(self):
        made = self.town.book('POP-EID', self.town.today, '08:40', 'Feuille', 'Rosa', '5.6.1962', language='nl')
        desk = self.today()
        desk.keys('F3')
        desk.type('feuille')
        desk.find('Feuille Rosa', role='table cell')
        desk.keys('Down')
        desk.press('Imprimer', role='push button')
        seen = desk.find(PAGE, role='image')['description']
        self.assertIn('Uw afspraak', seen)
        self.assertNotIn('Feuille', seen)
        desk.press('Ticket 80 mm', role='toggle button')
        desk.find('Ticket 80 mm', role='toggle button')
        desk.press('A4', role='toggle button')
        desk.find(PAGE, role='image')
        desk.keys('ctrl+p')
        desk.find('C’est imprimé.')
        sheet = self.paper()
        for part in ('Dinsdag 24 november 2026', 'om 08:40'):
            self.assertIn(part, words(sheet))
        image = self.folder / 'sheet'
        subprocess.run(['pdftoppm', '-r', '203', '-mono', '-singlefile', sheet, image], check=True)
        code = subprocess.run(['zbarimg', '-q', '--raw', '-Sdisable', '-Sqr.enable', f'{image}.pbm'], capture_output=True, text=True).stdout
        self.assertEqual(code.strip(), self.town.value(
            f"SELECT check_in_token FROM attendee_secret WHERE appointment_id = {made['appointment']}"))
        desk.keys('Escape')
        desk.gone('C’est imprimé.')
        self.assertEqual(desk.complaints(), self.said)

    def test_a_printer_that_does_not_answer_is_said_and_the_page_can_be_kept(self):
        desk = self.today(settings='')
        self.town.printer.stop()
        self.addCleanup(self.town.printer.start)
        desk.keys('ctrl+p')
        desk.find(PAGE, role='image')
        desk.keys('Return')
        desk.find('L’imprimante ne répond pas.*')
        self.assertTrue(desk.find('Imprimer à nouveau', role='push button')['enabled'])
        self.assertTrue(desk.find('Enregistrer en PDF …', role='push button')['enabled'])
        desk.keys('Escape')
        desk.gone('L’imprimante ne répond pas.*')
        self.assertTrue(any(re.search('desk.print.failed', line) for line in desk.log().splitlines()))


if __name__ == '__main__':
    unittest.main()
