"""The booking page as citizens meet it: lighttpd, the program and a real database."""
import datetime
import http.client
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from stage.processes import Port
from stage.visitor import Page, fetch
from stage.web import WebServer
from tests.web.booking_town import BookingTown

PERSON = {'^Nom': 'Exemple', '^Prénom': 'Élodie', '^Jour': '5', '^Mois': '6', '^Année': '1962',
          r'^E-mail \(': 'elodie@accueil.test', '^E-mail, une seconde': 'elodie@accueil.test', '^Téléphone': '0470 12 34 56'}
TYPED = {'last_name': 'Exemple', 'first_name': 'Élodie', 'birth_day': '5', 'birth_month': '6', 'birth_year': '1962'}
TOKEN = 'BCDFGHJKLNPRSTVXBCDF'


def setUpModule():
    global town, folder
    folder = tempfile.mkdtemp(prefix='accueil-web-')
    town = BookingTown(folder, bookings=0)


def tearDownModule():
    town.stop()
    shutil.rmtree(folder)


def count(table, where='1'):
    return int(town.database.value(f'SELECT COUNT(*) FROM {table} WHERE {where}'))


def dates(procedure='POP-EID', **query):
    return fetch(town.web.url + '/when?' + urllib.parse.urlencode({'p': procedure + ':1', 'lang': 'fr', **query}))


def last_times(page):
    """The starts of the chosen day, without the first places above."""
    return [value for value, words in page.values('start') if ',' in words and re.match(r'\d\d:\d\d', words)]


def form_of(page, **more):
    """What the page's form sends, as pairs."""
    form = page.reader.forms[-1]
    return [(field.name, field.sent_value()) for field in form.fields if field.sends()] + list(more.items())


def send(path, pairs, method='POST', port=None):
    """One raw answer, redirections not followed. @return (status, headers, text)"""
    connection = http.client.HTTPConnection('127.0.0.1', int(str(port or town.web.port)), timeout=30)
    connection.request(method, town.web.path + path, urllib.parse.urlencode(pairs) if pairs is not None else None,
                       {'Content-Type': 'application/x-www-form-urlencoded', 'Accept-Language': 'fr'})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, answer.headers, text


def at_once(*calls):
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def held(procedure='POP-EID', start=None):
    """The page that asks who is coming, for some free start."""
    page = dates(procedure)
    return page.press(re.escape(next(words for value, words in reversed(page.values('start')) if not start or value == start)))


class Visit(unittest.TestCase):
    def test_from_the_first_page_to_the_calendar_file(self):
        page = fetch(town.web.url).press('Choisir une date', {'^Carte d.identité.*renouvellement': True})
        self.assertEqual(page.title, 'Quand voulez-vous venir ?')
        page = page.press(re.escape(page.values('start')[-1][1]))
        self.assertEqual(page.title, 'Qui viendra ?')
        page = page.press('Vérifier', PERSON)
        self.assertIn('5 juin 1962', page.text)
        page = page.press('Confirmer')
        self.assertEqual(page.title, 'Votre rendez-vous est confirmé')
        self.assertIn('en route vers votre adresse e-mail', page.text)

        token = re.search('/rdv/([A-Z]{20})', page.url)[1]
        mine = f"manage_hash = UNHEX(SHA2('{token}', 256))"
        self.assertEqual(count('appointment', mine + " AND state = 'booked' AND channel = 'online' AND language = 'fr'"), 1)
        number = town.database.value(f'SELECT id FROM appointment WHERE {mine}')
        self.assertGreaterEqual(count('mail', f"appointment_id = {number} AND kind = 'confirmation'"), 1)
        self.assertEqual(town.database.value(f'SELECT email FROM attendee WHERE appointment_id = {number}'), 'elodie@accueil.test')
        with urllib.request.urlopen(page.url.replace('?', '.ics?')) as answer:
            self.assertIn('text/calendar', answer.headers['Content-Type'])
            self.assertIn('BEGIN:VEVENT', answer.read().decode())

    def test_the_calendar_says_why_the_town_hall_is_closed(self):
        free = datetime.date.fromisoformat(dates().values('start')[0][0][:10])
        sunday = free + datetime.timedelta(days=6 - free.weekday())  # of the weeks shown, and nobody loses a place
        town.admin('closures', 'add', '--from', sunday, '--reason', 'portes ouvertes', '--reason-de', 'Tag der offenen Tür')
        for language, words in (('fr', f'{sunday.year} : portes ouvertes'), ('de', f'{sunday.year}: Tag der offenen Tür'),
                                ('nl', f'{sunday.year}: portes ouvertes')):
            with self.subTest(language=language):
                self.assertIn(words, dates(lang=language).text)

    def test_every_language_leads_to_the_end(self):
        for language, check, confirm in (('nl', 'nakijken', 'bevestigen'), ('de', 'prüfen', 'bestätigen'), ('en', 'Check', 'Confirm')):
            with self.subTest(language=language):
                page = dates('PPC-PASSPORT', lang=language)
                page = page.press(re.escape(page.values('start')[-1][1]))
                for field in page.reader.forms[-1].fields:
                    field.value = TYPED.get(field.name, field.value)
                page = page.press(check).press(confirm)
                self.assertIn(f'<html lang="{language}">', page.html)
                self.assertIn('/rdv/', page.url)

    def test_moving_takes_the_new_place_and_gives_the_old_one_back(self):
        page = held('PPC-RECORD').press('Vérifier', PERSON).press('Confirmer')
        token = re.search('/rdv/([A-Z]{20})', page.url)[1]
        mine = f"manage_hash = UNHEX(SHA2('{token}', 256))"
        before = town.database.value(f"SELECT CONCAT(day, ' ', start_minute) FROM appointment WHERE {mine}")
        booked = town.database.value('SELECT SUM(booked) FROM slot')
        page = page.follow('Déplacer ou annuler').follow('Choisir une autre date')
        page = page.follow('Jours suivants')
        page = page.press(re.escape(page.values('start')[-1][1]))
        self.assertEqual(page.title, 'Déplacer votre rendez-vous ?')
        page = page.press('Déplacer le rendez-vous')
        self.assertEqual(page.title, 'Votre rendez-vous est déplacé')
        self.assertNotEqual(town.database.value(f"SELECT CONCAT(day, ' ', start_minute) FROM appointment WHERE {mine}"), before)
        self.assertEqual(town.database.value('SELECT SUM(booked) FROM slot'), booked)
        self.assertEqual(count('mail', f"kind = 'change' AND appointment_id = (SELECT id FROM appointment WHERE {mine})"), 1)

    def test_cancelling_gives_the_place_back(self):
        page = held('CIV-EXTRACT').press('Vérifier', PERSON).press('Confirmer')
        before = count('slot', 'booked_online > 0')
        page = page.follow('Déplacer ou annuler')
        self.assertIn('Venir à un autre moment', page.text)
        page = page.press('Annuler le rendez-vous')
        self.assertEqual(page.title, 'Votre rendez-vous est annulé')
        self.assertEqual(count('slot', 'booked_online > 0'), before - 1)


class TwoServices(unittest.TestCase):
    """An identity card and a passport: two appointments, one after the other, that stand and fall together."""

    def booked(self):
        page = fetch(town.web.url + '/when?p=POP-EID:1&p=PPC-PASSPORT:1&lang=fr')
        self.assertIn('deux rendez-vous, l’un juste après l’autre', page.text)
        value, words = page.values('start')[-1]
        self.assertRegex(words, r'^\d\d:\d\d .+, puis \d\d:\d\d ')
        page = page.press(re.escape(words))
        self.assertEqual(page.title, 'Qui viendra ?')
        page = page.press('Vérifier', PERSON)
        for time in re.findall(r'\d\d:\d\d', words):
            self.assertIn(time, page.text)
        page = page.press('Confirmer les deux rendez-vous')
        self.assertEqual(page.title, 'Vos rendez-vous sont confirmés')
        return page, value

    def parts(self, page):
        """Of each part: day and start, end, state, service."""
        token = re.search('/rdv/([A-Z]{20})', page.url)[1]
        said = town.database.value(
            "SELECT GROUP_CONCAT(CONCAT_WS(',', CONCAT(day, 'T', start_minute), start_minute + minutes, state, service_id) ORDER BY part SEPARATOR ' ') "
            f"FROM appointment WHERE reference = (SELECT reference FROM appointment WHERE manage_hash = UNHEX(SHA2('{token}', 256)))")
        return [part.split(',') for part in said.split()]

    def test_booked_moved_and_cancelled_together(self):
        before = town.database.value('SELECT SUM(booked) FROM slot')
        page, first = self.booked()
        parts = self.parts(page)
        self.assertEqual(len(parts), 2)
        self.assertNotEqual(parts[0][3], parts[1][3])
        self.assertEqual({part[2] for part in parts}, {'booked'})
        self.assertGreaterEqual(int(parts[1][0].split('T')[1]), int(parts[0][1]), 'one after the other')
        taken = town.database.value('SELECT SUM(booked) FROM slot')

        page = page.follow('Déplacer ou annuler les deux').follow('Choisir une autre date').follow('Jours suivants')
        page = page.press(re.escape(page.values('start')[-1][1]))
        self.assertEqual(page.title, 'Déplacer vos rendez-vous ?')
        page = page.press('Déplacer les deux rendez-vous')
        self.assertEqual(page.title, 'Vos rendez-vous sont déplacés')
        moved = self.parts(page)
        self.assertTrue(all(a[0] != b[0] for a, b in zip(parts, moved)))
        self.assertEqual(town.database.value('SELECT SUM(booked) FROM slot'), taken)

        page = page.follow('Déplacer ou annuler les deux').press('Annuler les deux rendez-vous')
        self.assertEqual(page.title, 'Vos rendez-vous sont annulés')
        self.assertEqual({part[2] for part in self.parts(page)}, {'cancelled'})
        self.assertEqual(town.database.value('SELECT SUM(booked) FROM slot'), before)
        self.assertIn('every promise holds', town.admin('db', 'check'))

    def test_each_mail_goes_out_once(self):
        page, _ = self.booked()
        token = re.search('/rdv/([A-Z]{20})', page.url)[1]
        self.assertEqual(count('mail', "kind = 'confirmation' AND appointment_id IN (SELECT id FROM appointment WHERE reference = (SELECT reference "
                               f"FROM appointment WHERE manage_hash = UNHEX(SHA2('{token}', 256))))"), 1)
        with urllib.request.urlopen(page.url.replace('?', '.ics?')) as answer:
            self.assertIn('BEGIN:VEVENT', answer.read().decode())

    def test_three_services_are_too_many(self):
        status, _, text = send('/when?p=POP-EID:1&p=PPC-PASSPORT:1&p=CIV-EXTRACT:1', None, 'GET')
        self.assertEqual(status, 422)
        self.assertIn('Une visite passe par deux services au plus', text)


class Promises(unittest.TestCase):
    def test_reading_changes_nothing(self):
        done = held().press('Vérifier', PERSON).press('Confirmer')
        waiting = held()
        state = ('SELECT CONCAT_WS("/", (SELECT COUNT(*) FROM appointment), (SELECT COUNT(*) FROM request), (SELECT COUNT(*) FROM mail), '
                 '(SELECT SUM(booked) FROM slot), (SELECT SUM(version) FROM site_version), '
                 '(SELECT GROUP_CONCAT(state ORDER BY id) FROM appointment))').replace('"', "'")
        before = town.database.value(state)
        token = re.search('/rdv/([A-Z]{20})', done.url)[1]
        query = urllib.parse.urlencode(form_of(waiting))
        for path in ('/', '/?q=carte', '/when?p=POP-EID:1', '/when?p=POP-EID:1&part=pm', f'/who?{query}', f'/check?{query}', f'/book?{query}',
                     f'/hold?p=POP-EID:1&{query}', f'/rdv/{token}', f'/rdv/{token}.ics', f'/rdv/{token}/cancel', f'/rdv/{TOKEN}', '/nowhere'):
            for method in ('GET', 'HEAD'):
                status, _, text = send(path, None, method)
                self.assertLess(status, 500, path)
                self.assertTrue(method == 'GET' or text == '', path)
        self.assertEqual(town.database.value(state), before)

    def test_a_form_sent_eight_times_at_once_is_one_booking(self):
        review = held().press('Vérifier', PERSON)
        pairs, before = form_of(review), count('attendee')
        answers = at_once(*[lambda: send('/book?lang=fr', pairs)] * 8)
        self.assertEqual({status for status, _, _ in answers}, {303})
        self.assertEqual(len({headers['Location'] for _, headers, _ in answers}), 1)
        self.assertEqual(count('attendee'), before + 1)

    def test_a_start_pressed_eight_times_at_once_is_one_hold(self):
        page = dates('POP-PIN')
        pairs, before = form_of(page, start=page.values('start')[-1][0]), count('appointment')
        answers = at_once(*[lambda: send('/hold?lang=fr', pairs)] * 8)
        self.assertEqual({status for status, _, _ in answers}, {303})
        self.assertEqual(count('appointment'), before + 1)

    def test_two_people_on_the_last_place_are_one_booking_and_one_clear_refusal(self):
        start = town.database.value(
            "SELECT CONCAT(s.day, 'T', LPAD(s.start_minute DIV 60, 2, '0'), ':', LPAD(s.start_minute MOD 60, 2, '0')) FROM slot s "
            "JOIN service v ON v.id = s.service_id WHERE v.code = 'CIV' AND s.start_minute = 810 AND s.capacity_online = 1 "
            'AND s.booked = 0 ORDER BY s.day LIMIT 1')
        day = start[:10]
        pages = [dates('CIV-NATIONALITY', day=day) for _ in range(2)]
        forms = [form_of(page, start=start) for page in pages]
        answers = at_once(*[lambda form=form: send('/hold?lang=fr', form) for form in forms])
        self.assertEqual(sorted(status for status, _, _ in answers), [303, 409])
        refusal = Page('', next(text for status, _, text in answers if status == 409))
        self.assertIn('Cette place vient d’être prise. Voici les plus proches.', refusal.text)
        self.assertTrue(any(value.startswith(day) for value, _ in refusal.values('start')))
        self.assertNotIn(start, [value for value, _ in refusal.values('start')])

    def test_who_has_many_appointments_is_told_whom_to_call(self):
        town.admin('settings', 'set', 'booking.most_per_person', '1')
        self.addCleanup(town.admin, 'settings', 'set', 'booking.most_per_person', '0')
        person = {**TYPED, 'last_name': 'Nombreux'}
        answers = []
        for _ in range(2):
            pairs = [(name, person.get(name, value)) for name, value in form_of(held('POP-COPY'))]
            answers.append(send('/book?lang=fr', pairs))
        self.assertEqual([status for status, _, _ in answers], [303, 409])
        page = Page('', answers[-1][2])
        self.assertIn('Il y a déjà plusieurs rendez-vous à ce nom', page.text)
        self.assertEqual(dict(form_of(page))['last_name'], 'Nombreux')

    def test_typing_longer_than_the_hold_loses_nothing(self):
        page = held('ETR-EU')
        number = town.database.value("SELECT MAX(id) FROM appointment WHERE state = 'held'")
        subprocess.run(['mariadb', town.database.login, 'accueil', '-e',
                        f"UPDATE appointment SET hold_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = {number}"], check=True)
        page = page.press('Vérifier', PERSON)
        self.assertIn('Place gardée pour vous', page.text)
        self.assertEqual(page.press('Confirmer').title, 'Votre rendez-vous est confirmé')


class Faults(unittest.TestCase):
    def test_no_database_keeps_what_was_typed_and_the_same_button_works_later(self):
        review = held('POP-COPY').press('Vérifier', PERSON)
        pairs = form_of(review)
        town.database.stop()
        status, headers, text = send('/book?lang=fr', pairs)
        self.assertEqual((status, headers['Retry-After']), (503, '30'))
        self.assertIn('Votre saisie est gardée', text)
        again = form_of(Page('', text))
        self.assertEqual(sorted(again), sorted(pairs))
        self.assertEqual(send('/', None, 'GET')[0], 503)
        town.database.start(at=town.morning)
        self.assertEqual(send('/book?lang=fr', again)[0], 303)
        self.assertEqual(send('/', None, 'GET')[0], 200)

    def test_status_and_headers(self):
        for path, pairs, method, wanted in (('/', None, 'GET', 200), ('/', None, 'HEAD', 200), ('/nowhere', None, 'GET', 404),
                                            (f'/rdv/{TOKEN}', None, 'GET', 404), ('/when', None, 'GET', 422), ('/book', None, 'GET', 405),
                                            ('/', [('a', 'b')], 'POST', 405), ('/', None, 'DELETE', 405), ('/hold', [], 'POST', 422),
                                            ('/hold', [('a', 'b' * 17000)], 'POST', 413), ('/?' + 'a=1&' * 201, None, 'GET', 400)):
            with self.subTest(path=path[:40], method=method):
                status, headers, _ = send(path, pairs, method)
                self.assertEqual(status, wanted)
                self.assertIn("default-src 'none'", headers['Content-Security-Policy'])
                self.assertEqual(headers['X-Content-Type-Options'], 'nosniff')
                self.assertEqual(headers['Referrer-Policy'], 'no-referrer')
                self.assertNotIn('Set-Cookie', headers)

    def test_the_head_of_a_page_is_the_head_of_its_get(self):
        keep = ('Content-Type', 'Content-Length', 'Cache-Control')
        get, head = send('/', None, 'GET')[1], send('/', None, 'HEAD')[1]
        self.assertEqual([get[name] for name in keep], [head[name] for name in keep])

    def test_a_neighbouring_path_is_not_ours(self):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f'http://127.0.0.1:{town.web.port}/rendez-vous-autres')
        self.assertEqual(refused.exception.code, 404)

    def test_one_address_cannot_read_for_ever(self):
        web = WebServer(Path(folder) / 'limited', town.program('accueil-booking'), town.config / 'web.ini', Port())
        try:
            url = web.url + '/static/icon.svg'
            with self.assertRaises(urllib.error.HTTPError) as refused:
                for _ in range(2000):
                    urllib.request.urlopen(url).read()
            self.assertEqual(refused.exception.code, 429)
            self.assertEqual(refused.exception.headers['Retry-After'], '10')
            self.assertIn('Un instant', refused.exception.read().decode())
        finally:
            web.stop()

    def test_one_address_cannot_send_forms_for_ever(self):
        config = Path(folder) / 'braked.ini'
        config.write_text((town.config / 'web.ini').read_text().replace('forms_per_ten_minutes = 0', 'forms_per_ten_minutes = 2'))
        pairs = [(name, TYPED.get(name, value)) for name, value in form_of(held('POP-COPY'))]
        web = WebServer(Path(folder) / 'braked', town.program('accueil-booking'), config, Port())
        try:
            answers = [send('/check?lang=fr', pairs, port=web.port) for _ in range(3)]
            self.assertEqual([status for status, _, _ in answers], [200, 200, 429])
            _, headers, text = answers[-1]
            self.assertEqual(headers['Retry-After'], '120')
            self.assertIn('Votre saisie est gardée', text)
            self.assertEqual(dict(form_of(Page('', text)))['last_name'], 'Exemple')
            self.assertEqual(send('/', None, 'GET', web.port)[0], 200)
            self.assertEqual(send('/check?lang=fr', pairs)[0], 200, 'the other server has no limit')
            self.assertEqual(town.database.value('SELECT SUM(forms) FROM web_attempt'), '2')
        finally:
            web.stop()

    def test_started_as_plain_cgi_it_answers_once(self):
        environment = {**os.environ, 'ACCUEIL_BOOKING_CONFIG': str(town.config / 'web.ini'), 'REQUEST_METHOD': 'GET',
                       'SCRIPT_NAME': '/rendez-vous', 'PATH_INFO': '/', 'QUERY_STRING': 'lang=nl'}
        done = subprocess.run([town.program('accueil-booking')], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(done.stdout.startswith('Status: 200 OK'), done.stdout[:200])
        self.assertIn('Waarvoor komt u?', done.stdout)

    def test_settings_that_cannot_work_are_told_at_start(self):
        broken = Path(folder) / 'broken.ini'
        broken.write_text((town.config / 'web.ini').read_text().split('[web]')[0] + '[web]\nsecret = short\n')
        done = subprocess.run([town.program('accueil-booking'), '--config', broken], stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn('web.start.failed', done.stderr)
        self.assertIn('web.secret', done.stderr)
        self.assertNotIn('short\n', done.stderr.replace('shorter', ''))


class Silence(unittest.TestCase):
    def test_no_log_holds_a_person_or_a_token(self):
        page = held('POP-LIFE').press('Vérifier', PERSON).press('Confirmer')
        token = re.search('/rdv/([A-Z]{20})', page.url)[1]
        page.follow('Déplacer ou annuler')
        send(f'/rdv/{token}/cancel', [('token', 'x')])
        town.web.stop()  # it writes its log out at the end
        self.addCleanup(town.web.start)
        logs = [*Path(town.folder / 'web').glob('*.log'), *town.log.glob('*')]
        self.assertTrue(any('/rdv/ 200' in file.read_text() for file in logs), 'the access log is written')
        for file in logs:
            text = file.read_text(errors='replace')
            for secret in ('Exemple', 'lodie', 'accueil.test', '0470', '1962', token, 'hold=', 'lang=', '127.0.0.1 '):
                self.assertNotIn(secret, text, file)


if __name__ == '__main__':
    unittest.main()
