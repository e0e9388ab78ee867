"""The tour's citizen reads forms as a person does: by the words beside them."""
import html
import http.server
import threading
import unittest
import urllib.parse

from stage.visitor import Page, fetch

PAGE = '''<!doctype html><html><head><style>h1 {}</style></head><body><h1>Qui <b>viendra</b> ?</h1>
<a href="/retour">Retour aux dates</a>
<form method="post" action="/check">
 <input type="hidden" name="token" value="t1">
 <label for="last">Nom</label> <input id="last" name="last_name" value="">
 <label><input type="checkbox" name="p" value="POP-EID"> Carte d’identité</label>
 <label><input type="checkbox" name="p" value="POP-PIN"> Codes PIN</label>
 <label>Personnes <select name="persons"><option>1</option><option selected>2</option></select></label>
 <label for="note">Remarque</label><textarea id="note" name="note">rien</textarea>
 <button name="go" value="1">Vérifier <i>ma demande</i></button>
 <button name="go" value="2" formaction="/when">Autre date</button>
</form></body></html>'''


class Echo(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        sent = self.rfile.read(int(self.headers['Content-Length'])).decode()
        self._answer(f'<h1>{self.path}</h1><p id="sent">{html.escape(sent)}</p>')

    def do_GET(self):
        self._answer(PAGE if self.path == '/' else f'<h1>{self.path}</h1>')

    def _answer(self, text):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


class Visitor(unittest.TestCase):
    def setUp(self):
        self.server = http.server.HTTPServer(('127.0.0.1', 0), Echo)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.page = fetch(f'http://127.0.0.1:{self.server.server_port}/')

    def tearDown(self):
        self.server.shutdown()
        self.server.server_close()

    def sent(self, page):
        return urllib.parse.parse_qs(page.text.split(' ', 1)[1])

    def test_words_of_the_page(self):
        self.assertEqual(self.page.title, 'Qui viendra ?')
        self.assertEqual(self.page.buttons(), ['Vérifier ma demande', 'Autre date'])

    def test_only_what_is_ticked_and_filled_is_sent(self):
        answer = self.page.press('Vérifier', {'^Nom': 'Énée', 'Carte': True})
        self.assertEqual(answer.title, '/check')
        self.assertEqual(self.sent(answer), {'token': ['t1'], 'last_name': ['Énée'], 'p': ['POP-EID'], 'persons': ['2'],
                                             'note': ['rien'], 'go': ['1']})

    def test_a_button_may_lead_elsewhere(self):
        self.assertEqual(self.page.press('Autre').title, '/when')

    def test_links_by_their_words(self):
        self.assertEqual(self.page.follow('Retour').title, '/retour')

    def test_what_is_not_there_is_told_with_what_is(self):
        with self.assertRaisesRegex(LookupError, 'Vérifier ma demande'):
            self.page.press('Annuler')
        with self.assertRaisesRegex(LookupError, 'Remarque'):
            self.page.press('Vérifier', {'Prénom': 'x'})

    def test_a_label_does_not_name_its_neighbour(self):
        names = [field.label for field in Page('', PAGE).reader.forms[0].fields]
        self.assertEqual(names, ['', 'Nom', 'Carte d’identité', 'Codes PIN', 'Personnes 12', 'Remarque'])
