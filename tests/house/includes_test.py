"""core without wx: a target that does not link wx has no wx on its include path, so nobody can slip it in."""
import json
import os
import re
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
BUILD = Path(os.environ['ACCUEIL_BUILD'])
WX = re.compile(r'/wx-3|/wx/include|__WXGTK__')
# Windows live here and nowhere else.
MAY_SEE_WX = re.compile(r'core/wxkit/|(staff-desktop|kiosk-app|display-app)/(?!logic/|service/)|tests/(gui|wxkit)/')


def commands():
    for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
        file = os.path.relpath(entry['file'], SOURCE)
        if not file.startswith('..') and not Path(entry['file']).is_relative_to(BUILD):
            yield file, entry['command']


class IncludePath(unittest.TestCase):
    def test_only_windows_see_wx(self):
        guilty = [file for file, command in commands() if WX.search(command) and not MAY_SEE_WX.match(file)]
        self.assertEqual(guilty, [])

    def test_windows_do_see_it(self):
        """Else the test above proves nothing."""
        seeing = [file for file, command in commands() if WX.search(command)]
        self.assertTrue(any(file.startswith('core/wxkit/') for file in seeing), 'the pattern finds no wx at all')

    def test_every_presenter_is_built_without_windows(self):
        logic = [file for file, _ in commands() if '/logic/' in file]
        for app in ('staff-desktop', 'kiosk-app', 'display-app'):
            self.assertTrue(any(file.startswith(app) for file in logic), f'{app} has no presenter')
