"""Every text of the programs stands in all four languages, with the same blanks to fill, in good typography."""
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
LANGUAGES = ('fr', 'nl', 'de', 'en')
BLANK = re.compile(r'\{(\d*)[^}]*\}')
THIN = '\u202f'


def entries(po):
    """(what to call it, [msgid, msgid_plural], [translations]) of each text."""
    for block in po.split('\n\n')[1:]:
        if '#, fuzzy' in block:
            yield 'fuzzy: ' + block, [], ['']
            continue
        texts = {}
        for key, lines in re.findall(r'^(msg\w+(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\n?)+)', block + '\n', re.M):
            texts[key] = ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines)).replace('\\"', '"').replace('\\n', '\n')
        if 'msgid' in texts:
            ids = [texts[key] for key in ('msgid', 'msgid_plural') if key in texts]
            yield f"{texts.get('msgctxt', '')}|{ids[0]}", ids, [v for k, v in texts.items() if k.startswith('msgstr')]


def faults(language, po):
    for name, ids, values in entries(po):
        blanks = [set(BLANK.findall(text)) for text in ids]
        for index, value in enumerate(values):
            if not value:
                yield f'{language}: not translated: {name}'
                continue
            filled, wanted = set(BLANK.findall(value)), set().union(*blanks)
            # "one person" may be said without its figure
            if filled != wanted and not (len(ids) > 1 and index == 0 and filled == wanted - {'0'}):
                yield f'{language}: other blanks than {sorted(wanted)}: {name}: {value}'
            if re.search(r"\w'\w", value):
                yield f'{language}: straight apostrophe: {value}'
            if language == 'fr' and re.search(rf'[^{THIN}\d][;?!]|[^{THIN}\dps]:(?!\d|//)|(?<!^)[ \u00a0][:;?!]', value):
                yield f'fr: narrow no-break space wanted before the mark: {value}'


def fresh_catalogues(folder):
    """What core/po/update makes of the texts that stand in the code now, in a copy of the tree."""
    for entry in ('core', 'staff-desktop', 'kiosk-app', 'display-app', 'mail-daemon', 'booking-cgi', 'installer'):
        shutil.copytree(SOURCE / entry, folder / entry, ignore=shutil.ignore_patterns('__pycache__'))
    subprocess.run(['git', 'init', '-q', folder], check=True)
    subprocess.run([folder / 'core/po/update'], check=True, capture_output=True)


class Translations(unittest.TestCase):
    maxDiff = None

    def test_every_text_in_the_code_is_translated(self):
        with tempfile.TemporaryDirectory() as folder:
            fresh_catalogues(Path(folder))
            for language in LANGUAGES:
                with self.subTest(language=language):
                    po = (Path(folder) / f'core/po/{language}.po').read_text(encoding='utf-8')
                    self.assertGreater(len(list(entries(po))), 100)
                    self.assertEqual(list(faults(language, po)), [])

    def test_faults_are_found(self):
        head = 'msgid ""\nmsgstr "x"\n\n'
        for language, text in (('fr', 'msgid "A"\nmsgstr ""\n'), ('fr', 'msgid "{0} of {1}"\nmsgstr "{0} de"\n'),
                               ('nl', 'msgid "A"\nmsgstr "foto\'s"\n'), ('fr', 'msgid "A?"\nmsgstr "Quoi ?"\n'),
                               ('fr', 'msgid "A?"\nmsgstr "Quoi?"\n'), ('fr', 'msgid "A: {0}"\nmsgstr "À: {0}"\n'),
                               ('de', '#, fuzzy\nmsgid "A"\nmsgstr "B"\n'),
                               ('de', 'msgid "{0} day"\nmsgid_plural "{0} days"\nmsgstr[0] "{0} Tag"\nmsgstr[1] "Tage"\n')):
            with self.subTest(text=text):
                self.assertTrue(list(faults(language, head + text)))

    def test_good_texts_pass(self):
        head = 'msgid ""\nmsgstr "x"\n\n'
        for language, text in (('fr', f'msgid "A: {{0}}"\nmsgstr "À{THIN}: {{0}} à 09:00"\n'), ('nl', 'msgid "A"\nmsgstr "foto’s: 3"\n'),
                               ('en', 'msgid "{0} day"\nmsgid_plural "{0} days"\nmsgstr[0] "one day"\nmsgstr[1] "{0} days"\n')):
            with self.subTest(text=text):
                self.assertEqual(list(faults(language, head + text)), [])
