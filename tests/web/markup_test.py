"""The markup of every page, in every language: what a screen reader, a keyboard and an old browser rely on."""
import html
import html.parser
import re
import shutil
import tempfile
import unittest

from stage.visitor import VOID, fetch
from tests.web.booking_town import BookingTown


class Markup(html.parser.HTMLParser):
    """Collects what can be wrong with a page."""

    def __init__(self, text):
        super().__init__()
        self.faults, self.ids, self.references, self.labelled, self.inputs, self.headings = [], [], [], [], [], []
        self._open, self._names = [], []
        self.feed(text)
        self.close()
        if self._open:
            self.faults.append(f'never closed: {self._open}')
        self.faults += [f'two elements are called {name}' for name in {i for i in self.ids if self.ids.count(i) > 1}]
        self.faults += [f'nothing is called {name}' for name in self.references if name not in self.ids]
        self.faults += [f'no label for {name}' for name in self.inputs if name not in self.labelled]
        if self.headings.count(1) != 1:
            self.faults.append(f'{self.headings.count(1)} main headings')
        for before, after in zip(self.headings, self.headings[1:]):
            if after > before + 1:
                self.faults.append(f'a heading of level {after} below one of level {before}')

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if len(attributes) != len(pairs):
            self.faults.append(f'an attribute twice: {self.get_starttag_text()}')
        if tag not in VOID and tag not in ('path', 'circle', 'rect'):
            self._open.append(tag)
        if 'id' in attributes:
            self.ids.append(attributes['id'])
        for name in ('aria-describedby', 'aria-labelledby', 'form'):
            self.references += (attributes.get(name) or '').split()
        if (attributes.get('href') or '').startswith('#'):
            self.references.append(attributes['href'][1:])
        if tag == 'label':
            self.labelled.append(attributes.get('for'))
            self.references.append(attributes.get('for'))
        if tag in ('input', 'select', 'textarea') and attributes.get('type') != 'hidden':
            self.inputs.append(attributes.get('id'))
        if tag == 'img' and not attributes.get('alt'):
            self.faults.append('a picture without words')
        if re.fullmatch('h[1-6]', tag):
            self.headings.append(int(tag[1]))
        if tag in ('a', 'button', 'h1', 'h2', 'h3', 'th', 'summary', 'title', 'legend'):
            self._names.append([tag, bool(attributes.get('aria-hidden')), self.get_starttag_text()])
        for name in attributes:
            if name.startswith('on') or name == 'style':
                self.faults.append(f'script or style in the page: {self.get_starttag_text()}')

    def handle_endtag(self, tag):
        if tag in ('path', 'circle', 'rect'):
            return
        if not self._open or self._open[-1] != tag:
            self.faults.append(f'</{tag}> closes {self._open[-1:]} ')
        else:
            self._open.pop()
        if self._names and self._names[-1][0] == tag:
            _, named, text = self._names.pop()
            if not named:
                self.faults.append(f'no words in {text}')
            elif self._names:
                self._names[-1][1] = True

    def handle_data(self, data):
        if data.strip() and self._names:
            self._names[-1][1] = True


def walk(town, language, choice):
    """Every page from the first to the cancelled appointment."""
    def get(path):
        return fetch(town.web.url + path + ('&' if '?' in path else '?') + 'lang=' + language)

    def fill(page, **values):
        for field in page.reader.forms[-1].fields:
            field.value = values.get(field.name, field.value)
        return page

    def press_main(page):
        return page.press(re.escape(html.unescape(re.search(r'<button class="(?:first|danger)">([^<]+)</button>', page.html)[1])))

    yield get('/')
    yield get('/?q=adresse&p=POP-EID')
    dates = get('/when?' + choice)
    yield dates
    who = dates.press(re.escape(dates.values('start')[-1][1]))
    yield who
    review = press_main(fill(who, last_name='Exemple', first_name='Élodie', birth_day='5', birth_month='6', birth_year='1962'))
    yield review
    done = press_main(review)
    yield done
    own = done.url.split('/rendez-vous')[1].split('?')[0]
    yield get(own + '/cancel')
    moving = get(own + '/move')
    yield moving
    yield moving.press(re.escape(moving.values('start')[-1][1]))
    yield press_main(get(own + '/cancel'))


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix='accueil-web-')
        cls.town = BookingTown(cls.folder, bookings=0)

    @classmethod
    def tearDownClass(cls):
        cls.town.stop()
        shutil.rmtree(cls.folder)

    def test_every_page_is_well_made_in_every_language(self):
        for language in ('fr', 'nl', 'de', 'en'):
            for choice in ('p=POP-EID:2&p=POP-PIN:1', 'p=POP-EID:2&p=PPC-PASSPORT:1'):  # one service, and two
                pages = list(walk(self.town, language, choice))
                self.assertEqual(len(pages), 10)
                self.assertEqual(len({page.title for page in pages}), 8, [page.title for page in pages])
                for page in pages:
                    with self.subTest(language=language, choice=choice, page=page.title):
                        self.assertEqual(Markup(page.html).faults, [])
                        self.assertIn(f'<html lang="{language}">', page.html)

    def test_the_faults_are_seen(self):
        for text, fault in (('<p><b></p></b>', 'closes'), ('<i id="a"></i><i id="a"></i>', 'two elements'), ('<label for="x">x</label>', 'nothing is called x'),
                            ('<input id="a">', 'no label'), ('<h1>a</h1><h3>b</h3>', 'level 3'), ('<img src="x">', 'without words'),
                            ('<a href="/x"><i></i></a>', 'no words'), ('<p style="x">a</p>', 'style'), ('<h1>a</h1><p>', 'never closed')):
            with self.subTest(text=text):
                self.assertIn(fault, ' '.join(Markup(text).faults))


if __name__ == '__main__':
    unittest.main()
