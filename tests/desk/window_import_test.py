"""An older list, in the real window: looked over, corrected in place, imported; and run again without doubles."""
import unittest

from stage.processes import SOURCE

from .desk_town import DeskCase
from .paper import printed

HEAD = 'date;heure;démarche;nom;prénom;date de naissance;courriel\n'


class ImportWindowTest(DeskCase):
    options = {'printer': True}

    def list(self, name, *lines):
        file = self.folder / name
        file.write_text(HEAD + ''.join(line + '\n' for line in lines))
        return file

    def page(self, file=None, **how):
        desk = self.desk(**how)
        desk.keys('ctrl+i')
        desk.find('Importer une ancienne liste')
        if file:
            desk.fill('Fichier de l’ancienne liste', str(file))
            desk.press('Regarder')
        return desk

    def persons(self, last):
        return self.town.count('attendee', f"last_name = '{last}'")

    def test_a_list_is_corrected_in_place_and_imported_once(self):
        file = self.list('old.csv', '26/11/2026;08:30;POP-EID;Exemple;Ada;14/03/1958;',
                         '31/11/2026;08:40;POP-EID;Modèle;Bob;1/2/80;', '26/11/2026;08:50;POP-EID;Patron;Cyd;;')
        desk = self.page(file)
        desk.find('2 à importer · 1 à corriger')
        self.assertEqual(desk.row('3')[-1], 'Date\u202f: Ce jour n’existe pas. Écrivez-le comme 26/11/2026.')
        desk.press('À corriger \\(1\\)')
        desk.choose('Lignes de la liste', '3', role='table')
        desk.find('Ligne 3 du fichier')
        desk.fill('Date', '30/11/2026')
        desk.find('3 à importer')
        self.assertEqual(self.persons('Modèle'), 0)
        desk.press('Importer 3 rendez-vous')
        desk.find('3 rendez-vous sont importés.')
        self.assertEqual([self.persons(name) for name in ('Exemple', 'Modèle', 'Patron')], [1, 1, 1])
        # Those without birth date, on paper.
        desk.press('Imprimer 1 sans date de naissance')
        text = printed(desk)
        self.assertIn('Patron Cyd', text)
        self.assertNotIn('Exemple', text)
        # The same file once more: nothing is doubled.
        desk.fill('Fichier de l’ancienne liste', str(file))
        desk.press('Regarder')
        desk.find('0 à importer · 1 à corriger · 2 déjà là')
        self.assertEqual(desk.complaints(), [])

    def test_the_example_of_the_manual_is_read(self):
        desk = self.page(SOURCE / 'docs/import-example.csv')
        desk.find('Toutes les lignes \\(3\\)')

    def test_a_file_that_cannot_be_used_is_one_sentence(self):
        desk = self.page(self.folder / 'nowhere.csv')
        desk.find('Ce fichier n’existe pas. Choisissez-le de nouveau.')
        (self.folder / 'book.xlsx').write_bytes(b'PK\x03\x04\0\0')
        desk.fill('Fichier de l’ancienne liste', str(self.folder / 'book.xlsx'))
        desk.keys('Return')
        desk.press('Regarder')
        desk.find('Ce n’est pas un fichier CSV.*')

    def test_ten_thousand_lines_leave_the_window_usable(self):
        lines = [f'{26 + n % 2}/11/2026;{9 + n % 3:02}:{n % 6}0;POP-EID;Nom{n};Ada;14/03/1958;' for n in range(10000)]
        desk = self.page(self.list('long.csv', *lines))
        desk.find('Toutes les lignes \\(10000\\)', seconds=120)
        desk.press('À corriger \\(0\\)')  # and the hand has no ten thousand rows to walk through
        desk.press('Importer 10000 rendez-vous', seconds=60)
        desk.find('[1-9]\\d* lignes sur 10000', seconds=60)
        desk.keys('F2')
        desk.fill('Démarche', 'composition')  # another page answers while the list is written
        desk.find('Composition de ménage.*', role='table cell')
        desk.keys('ctrl+i')
        desk.press('Arrêter')
        said = desk.says('Arrêté.*importés.*', seconds=60)
        done = int(''.join(c for c in said.split('rendez-vous')[0] if c.isdigit()))
        self.assertEqual(self.town.count('attendee', "last_name LIKE 'Nom%'"), done)
        self.assertLess(done, 10000)


if __name__ == '__main__':
    unittest.main()
