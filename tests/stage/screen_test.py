"""A screen without glass: its own display, bus and hand; two at once do not see each other."""
import tempfile
import unittest
from pathlib import Path

from stage.screen import Screen

# zenity is not needed: GTK itself, from python, makes a window with a label, a field and a button.
PROGRAM = '''import gi; gi.require_version('Gtk', '3.0')
from gi.repository import Gtk, GLib
GLib.set_prgname('{name}')
window, box = Gtk.Window(), Gtk.VBox()
label, field, button = Gtk.Label(label='Numéro {number}'), Gtk.Entry(), Gtk.Button(label='Appeler le suivant')
button.connect('clicked', lambda _: label.set_text('Appelé : ' + field.get_text()))
for widget in (label, field, button): box.add(widget)
window.add(box); window.show_all(); Gtk.main()
'''


class ScreenTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix='accueil-test-')
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def open(self, name, number, width, height):
        screen = Screen(self.folder / name, width, height)
        self.addCleanup(screen.stop)
        program = screen.open(['/usr/bin/python3', '-c', PROGRAM.format(name=name, number=number)], self.folder / f'{name}.log')
        self.addCleanup(program.stop)
        return screen

    def test_hand_reads_fills_and_presses(self):
        screen = self.open('guichet', 'A001', 1280, 800)
        screen.do('find', app='guichet', name='Numéro A001')
        screen.do('fill', app='guichet', name='', role='text', text='Élodie')
        screen.do('press', app='guichet', name='Appeler le suivant', role='push button')
        self.assertEqual(screen.do('find', app='guichet', name='Appelé.*')['says'], 'Appelé : Élodie')

    def test_keys_go_where_the_focus_is(self):
        screen = self.open('borne', 'A001', 1080, 1920)
        screen.do('focus', app='borne', name='', role='text')
        screen.keys('b', 'c', 'd', 'Tab', 'space')
        screen.do('find', app='borne', name='Appelé : bcd')

    def test_two_screens_do_not_see_each_other(self):
        one, other = self.open('un', 'A001', 800, 600), self.open('deux', 'B002', 1920, 1080)
        one.do('find', app='un', name='Numéro A001')
        other.do('find', app='deux', name='Numéro B002')
        with self.assertRaisesRegex(RuntimeError, 'not there'):
            one.do('find', app='deux', name='Numéro B002', seconds=0.5)

    def test_what_is_missing_is_told_with_what_is_there(self):
        screen = self.open('guichet', 'A001', 1280, 800)
        screen.do('find', app='guichet', name='Numéro A001')
        with self.assertRaisesRegex(RuntimeError, 'push button: Appeler le suivant'):
            screen.do('press', app='guichet', name='Terminer', seconds=0.5)

    def test_picture_has_the_size_of_the_screen(self):
        screen = Screen(self.folder / 'vide', 640, 480)
        self.addCleanup(screen.stop)
        screen.picture(self.folder / 'x.png')
        header = (self.folder / 'x.png').read_bytes()[16:24]
        self.assertEqual((int.from_bytes(header[:4], 'big'), int.from_bytes(header[4:], 'big')), (640, 480))
