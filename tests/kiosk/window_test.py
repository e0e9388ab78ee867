"""The real kiosk in a real window: a reader's keys, a visitor's hand, a town that comes and goes."""
import json
import subprocess
import tempfile
import unittest
from datetime import datetime, timezone
from pathlib import Path

from stage.database import Database
from stage.printing import PrintServer
from stage.processes import BUILD, SOURCE, wait_until
from stage.screen import Screen

MORNING = datetime(2026, 11, 24, 7, 40, tzinfo=timezone.utc)  # 08:40 in Verviers
UPRIGHT, LYING = (1080, 1920), (1920, 1080)
NUMBER = r'[AB]\d{3}'
WORDS = {
    'Français': {'date': 'Ma date de naissance', 'go': 'Continuer', 'clear': 'Tout effacer', 'forgot': 'Je ne sais plus',
                 'none': 'Je n’ai pas de rendez-vous', 'other': 'Une autre démarche', 'done': 'Terminer', 'lower': 'Plus bas',
                 'larger': 'Agrandir', 'home': 'Bonjour et bienvenue', 'in': 'Votre arrivée est enregistrée',
                 'which': 'À quelle heure est votre rendez-vous.*'},
    'Nederlands': {'date': 'Mijn geboortedatum', 'go': 'Verder', 'clear': 'Alles wissen', 'forgot': 'Ik weet het niet meer',
                   'none': 'Ik heb geen afspraak', 'other': 'Iets anders', 'done': 'Klaar', 'lower': 'Lager', 'larger': 'Groter',
                   'home': 'Goedendag en welkom', 'in': 'Uw aankomst is geregistreerd', 'which': 'Hoe laat is uw afspraak.*'},
    'Deutsch': {'date': 'Mein Geburtsdatum', 'go': 'Weiter', 'clear': 'Alles löschen', 'forgot': 'Ich weiß es nicht mehr',
                'none': 'Ich habe keinen Termin', 'other': 'Etwas anderes', 'done': 'Fertig', 'lower': 'Tiefer', 'larger': 'Größer',
                'home': 'Guten Tag und willkommen', 'in': 'Sie sind angemeldet', 'which': 'Um wie viel Uhr ist Ihr Termin.*'},
}


class Hall:
    """Verviers with bookings, a ticket printer and the account of one kiosk; private, for all cases of this file."""

    def __init__(self, folder):
        self.folder = folder
        self.database = Database(folder / 'db', at=MORNING)
        self.printer = PrintServer(folder / 'cups')
        self._config('root', self.database.password_file.read_text())
        self.admin('db', 'create')
        self.admin('db', 'sample', '--folder', SOURCE / 'sql/sample/verviers')
        self.admin('slots', 'publish', '--days', '3')
        self.admin('sample', 'bookings', '--count', '48')
        password = folder / 'borne-1.password'
        password.write_text('Pw-borne-1\n')
        self.admin('device', 'add', 'borne-1', '--kind', 'kiosk', '--password-file', password)
        self.config = self._config('borne-1', password.read_text(),
                                   f'[kiosk]\nprinter = {self.printer.queue}\ncups_server = {self.printer.address}\n')
        self.used = set()

    def _config(self, account, password, settings=''):
        file = self.folder / f'{account}.ini'
        file.write_text(f'[database]\nhosts = {self.database.host}\nuser = {account}\npassword = {password.strip()}\n{settings}')
        return file

    def admin(self, *arguments):
        subprocess.run([BUILD / 'bin/accueil-admin', '--config', self.folder / 'root.ini', *map(str, arguments)],
                       check=True, capture_output=True)

    def booked(self, column):
        """Of an appointment that no case has used yet; it is now at 09:00."""
        used = ','.join(['0', *self.used])
        row = self.database.value(
            f"SELECT CONCAT_WS('|', a.id, {column}) FROM appointment a JOIN attendee_secret s ON s.appointment_id = a.id"
            f" JOIN attendee p ON p.appointment_id = a.id WHERE a.state = 'booked' AND a.id NOT IN ({used}) ORDER BY a.id LIMIT 1")
        number, value = row.split('|')
        self.used.add(number)
        self.database.value(f'UPDATE appointment SET start_minute = 540 WHERE id = {number}')
        return value

    def stop(self):
        self.printer.stop()
        self.database.stop()


class WindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        holder = tempfile.TemporaryDirectory(prefix='accueil-test-')
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.folder.chmod(0o711)  # the print server's helpers pass through
        cls.hall = Hall(cls.folder)
        cls.addClassCleanup(cls.hall.stop)

    def open(self, size=UPRIGHT, config=None, name=None):
        name = name or self.id().rsplit('.', 1)[-1]
        type(self).opened = getattr(type(self), 'opened', 0) + 1
        self.screen = Screen(self.folder / str(self.opened), *size)  # sockets have short names
        self.addCleanup(self.screen.stop)
        self.program = self.screen.open([BUILD / 'bin/accueil-kiosk', '--config', config or self.hall.config],
                                        self.folder / f'{name}.log')
        self.addCleanup(self.program.stop)
        self.size = size

    def says(self, pattern, seconds=20):
        return self.screen.do('find', app='accueil-kiosk', name=pattern, seconds=seconds)['says']

    def press(self, name):
        self.screen.do('press', app='accueil-kiosk', role='push button', name=name)

    def scan(self, code):
        self.screen.keys(*code.lower(), 'Return')

    def boxes(self):
        done = subprocess.run(['/usr/bin/python3', '-B', SOURCE / 'tests/kiosk/boxes.py', 'accueil-kiosk'],
                              env=self.screen.environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    def log(self):
        return self.program.log.read_text()

    # ---- the reader ------------------------------------------------------------------------------------------

    def test_a_scan_gives_a_printed_ticket_whatever_has_the_focus(self):
        self.open()
        self.says(WORDS['Français']['home'])
        before = len(self.hall.printer.sheets())
        for place in ('nothing', 'a button', 'the keypad', 'the list'):
            with self.subTest(focus=place):
                if place == 'a button':
                    self.screen.do('focus', app='accueil-kiosk', name='Deutsch')
                elif place == 'the keypad':
                    self.press('Ma date de naissance')
                    self.screen.do('focus', app='accueil-kiosk', name='5')
                elif place == 'the list':
                    self.press('Je n’ai pas de rendez-vous')
                    self.says('Pour quelle démarche.*')
                self.scan(self.hall.booked('s.check_in_token'))
                number = self.says(NUMBER)
                self.says('Votre arrivée est enregistrée')
                self.press('Terminer')
                self.says(WORDS['Français']['home'])
                sheet = wait_until('the paper', lambda: next((s for s in self.hall.printer.sheets() if number in paper(s)), None))
                self.assertIn('Zone d’attente', paper(sheet))
        self.assertEqual(len(self.hall.printer.sheets()) - before, 4)

    def test_a_reader_is_understood_on_every_keyboard_layout(self):
        self.open()
        self.says(WORDS['Français']['home'])
        for layout in ('us', 'fr', 'be', 'de'):
            with self.subTest(layout=layout):
                subprocess.run(['setxkbmap', layout], env=self.screen.environment, check=True)
                codes = [str(code_of(letter)) for letter in self.hall.booked('s.check_in_token')]
                self.screen.keys(*codes, '36')
                self.says(NUMBER)
                self.press('Terminer')
                self.says(WORDS['Français']['home'])

    def test_a_foreign_code_is_answered_kindly_and_leaves_no_trace(self):
        self.open()
        self.says(WORDS['Français']['home'])
        self.screen.keys(*'3017620422003', 'Return')
        self.says('Nous ne reconnaissons pas ce code. Essayez votre date de naissance.')
        self.scan('BCDFGHJKLNPRSTVXBCDF')
        self.says('Nous ne reconnaissons pas ce code. Essayez votre date de naissance.')
        self.assertNotIn('3017620422003', self.log())
        self.assertNotIn('BCDFGHJKLNPRSTVX', self.log().upper())

    # ---- by hand ---------------------------------------------------------------------------------------------

    def test_a_keyboard_types_the_birth_date_and_enter_goes_on(self):
        self.open()
        self.press('Ma date de naissance')
        self.says('Votre date de naissance')
        self.screen.keys(*'3102')
        self.says('Le 31 février n’existe pas. Corrigez le jour ou le mois.')
        self.screen.keys('BackSpace', 'BackSpace', 'BackSpace', 'BackSpace')
        day, month, year = self.hall.booked(
            "CONCAT(LPAD(p.birth_day, 2, '0'), ' ', LPAD(p.birth_month, 2, '0'), ' ', p.birth_year)").split()
        self.screen.keys(*(day + month + year), delay_ms=150)
        self.says('Jour ' + day)
        wait_until('Continue to have the focus', lambda: any(b['focused'] and b['name'] == 'Continuer' for b in self.boxes()))
        self.screen.keys('Return')
        self.says('À quelle heure est votre rendez-vous.*')
        self.press('09:00')
        self.says(NUMBER)

    def test_every_page_fits_in_every_language_size_and_reach(self):
        for number, (size, language, aids) in enumerate((
                (UPRIGHT, 'Français', []), (UPRIGHT, 'Nederlands', ['lower']), (UPRIGHT, 'Deutsch', []),
                (UPRIGHT, 'Deutsch', ['larger']), (LYING, 'Français', []), (LYING, 'Deutsch', ['lower']))):
            with self.subTest(size=size, language=language, aids=aids):
                self.open(size, name=f'fits-{number}')
                self.walk(language, aids)
                self.program.stop()

    def walk(self, language, aids):
        words = WORDS[language]
        self.says(WORDS['Français']['home'])
        if language != 'Français':
            self.press(language)
        for aid in aids:
            self.press(words[aid])
        self.says(words['home'])
        self.look(aids)
        self.press(words['date'])
        self.screen.do('find', app='accueil-kiosk', name=words['clear'])
        self.screen.keys(*'3102', delay_ms=50)
        self.says('.*31.*')
        self.look(aids)
        self.press(words['clear'])
        birth = self.hall.booked("CONCAT(LPAD(p.birth_day, 2, '0'), LPAD(p.birth_month, 2, '0'), p.birth_year)")
        self.screen.keys(*birth, delay_ms=50)
        self.press(words['go'])
        self.says(words['which'])
        self.look(aids)
        self.press(words['forgot'])
        self.screen.do('find', app='accueil-kiosk', name=words['done'])
        self.look(aids)
        self.press(words['done'])
        self.press_at_home(language, aids, words['none'])
        self.screen.do('find', app='accueil-kiosk', name=words['other'])
        self.look(aids)
        self.press(words['other'])
        self.says('087 325 240')
        self.look(aids)
        self.press(words['done'])
        self.says(WORDS['Français']['home'])
        if language != 'Français':
            self.press(language)
        self.scan(self.hall.booked('s.check_in_token'))
        self.says(words['in'])
        self.look([])

    def press_at_home(self, language, aids, button):
        """The end of a visit has put language and aids back."""
        self.says(WORDS['Français']['home'])
        if language != 'Français':
            self.press(language)
        for aid in aids:
            self.press(WORDS[language][aid])
        self.press(button)

    def look(self, aids):
        """Targets are large, apart from each other and on the screen; in low reach none is above the middle."""
        width, height = self.size
        shown = self.boxes()
        buttons = [box for box in shown if box['role'] == 'push button']
        self.assertTrue(buttons)
        for box in buttons:
            self.assertGreaterEqual(min(box['w'], box['h']), 104, box)
            self.assertTrue(box['name'], box)
        scrolls = 'larger' in aids
        for box in shown if not scrolls else []:
            self.assertTrue(box['x'] >= 0 and box['x'] + box['w'] <= width and box['y'] >= 0 and box['y'] + box['h'] <= height, box)
        for i, one in enumerate(buttons if not scrolls else []):
            for other in shown:
                if other is not one:
                    self.assertFalse(meet(one, other), (one, other))
        if 'lower' in aids:
            self.assertGreaterEqual(min(box['y'] for box in buttons), height // 2 - 1)

    # ---- losses ----------------------------------------------------------------------------------------------

    def test_a_lost_database_and_its_return_need_no_restart(self):
        self.open()
        self.says(WORDS['Français']['home'])
        code, other = self.hall.booked('s.check_in_token'), self.hall.booked('s.check_in_token')
        self.hall.database.kill()
        self.says('Adressez-vous à l’accueil, s’il vous plaît')
        self.says('Ga naar het onthaal, alstublieft.*')
        self.scan(code)
        self.press('Deutsch')
        self.says('Bitte wenden Sie sich an den Empfang')
        self.press('Français')
        self.hall.database.start(at=MORNING)
        self.says(WORDS['Français']['home'], seconds=40)
        self.scan(other)
        self.says(NUMBER)
        self.assertIn('kiosk.database.lost', self.log())
        self.assertIn('kiosk.database.back', self.log())

    def test_a_lost_printer_asks_to_note_the_number_and_prints_again_later(self):
        self.open()
        self.says(WORDS['Français']['home'])
        self.hall.printer.stop()
        self.scan(self.hall.booked('s.check_in_token'))
        self.says('Le ticket ne s’imprime pas. Notez votre numéro.*il suffit.')
        wait_until('the supervision to know', lambda: self.trouble() == 'printer')
        self.hall.printer.start()
        self.press('Terminer')
        self.says(WORDS['Français']['home'])
        self.scan(self.hall.booked('s.check_in_token'))
        number = self.says(NUMBER)
        wait_until('the paper', lambda: any(number in paper(sheet) for sheet in self.hall.printer.sheets()))
        wait_until('the supervision to know', lambda: self.trouble() == '')

    def trouble(self):
        return self.hall.database.value("SELECT trouble FROM device WHERE account = 'borne-1'")

    def test_a_wrong_password_sends_to_the_reception_and_tells_the_operator(self):
        config = self.folder / 'wrong.ini'
        config.write_text(self.hall.config.read_text().replace('Pw-borne-1', 'Pw-wrong'))
        self.open(config=config)
        self.says('Adressez-vous à l’accueil, s’il vous plaît')
        self.assertIn('kiosk.account.refused', self.log())
        self.assertNotIn('Pw-wrong', self.log())

    def test_a_foreign_schema_is_said_and_the_kiosk_goes_on_when_it_fits_again(self):
        self.hall.database.value('UPDATE schema_version SET version = version + 1')
        try:
            self.open()
            self.says('Adressez-vous à l’accueil, s’il vous plaît')
            self.assertIn('kiosk.schema.foreign', self.log())
        finally:
            self.hall.database.value('UPDATE schema_version SET version = version - 1')
        self.says(WORDS['Français']['home'], seconds=40)

    def test_a_configuration_that_cannot_be_used_is_named(self):
        for text, word in (('[kiosk]\n', 'database.hosts'), ('[database]\nhosts = x\nuser = y\npassword = z\n[kiosk]\nreader = above\n',
                                                             'kiosk.reader')):
            with self.subTest(word):
                config = self.folder / 'broken.ini'
                config.write_text(text)
                self.open(config=config, name=f'broken-{word}')
                self.program.popen.wait(20)
                self.assertNotEqual(self.program.popen.returncode, 0)
                self.assertIn(word, self.log())


def meet(one, other):
    """Closer than a finger likes; 15 for 16 that were rounded."""
    gap = 15 if other['role'] == 'push button' else 0
    return (one['x'] < other['x'] + other['w'] + gap and other['x'] < one['x'] + one['w'] + gap
            and one['y'] < other['y'] + other['h'] + gap and other['y'] < one['y'] + one['h'] + gap)


def code_of(letter):
    """The place of a letter on a US keyboard, which is what a reader sends."""
    for first, keys in ((24, 'qwertyuiop'), (38, 'asdfghjkl'), (52, 'zxcvbnm')):
        if letter.lower() in keys:
            return first + keys.index(letter.lower())
    raise ValueError(letter)


def paper(sheet):
    return subprocess.run(['pdftotext', '-layout', sheet, '-'], capture_output=True, text=True).stdout


if __name__ == '__main__':
    unittest.main()
