"""The twelve steps of a visit. Each acts through a real program, waits for what it must see, and returns how to draw it."""
import datetime
import re
import subprocess

from . import browser
from .processes import wait_until
from .town import ZONE
from .visitor import fetch

ONLINE = {'procedure': '^Carte d.identité.*renouvellement', 'name': 'Exemple', 'first': 'Élodie',
          'birth': ('5', '6', '1962'), 'mail': 'elodie.exemple@accueil.test'}
AT_DESK = {'procedure': 'Composition de ménage', 'name': 'Modèle', 'first': 'Gérard', 'birth': ('02', '07', '1949')}
TOMORROW = {'procedure': '^Nouveaux codes PIN', 'name': 'Essai', 'first': 'Anneliese', 'birth': ('12', '11', '1980'),
            'mail': 'anneliese.essai@accueil.test'}

TICKET = r'[A-Z]\d{3}'


class Visit:
    """What the steps share: the town, its windows, and what earlier steps learned."""

    def __init__(self, town, windows):
        self.town = town
        self.screens = windows.screens
        self.today = town.morning.astimezone(ZONE).date()

    def on(self, name, act, wanted=None, **details):
        """Asks the hand on the screen of 'kiosk', 'display', 'desk' or 'bar'."""
        return self.screens[name].do(act, app='accueil-desk' if name == 'bar' else f'accueil-{name}', **({'name': wanted} if wanted else {}), **details)

    def picture_of(self, name):
        return lambda file: self.screens[name].picture(file)

    def log_in(self, name, account):
        self.on(name, 'fill', 'Compte', role='text', text=account)
        self.on(name, 'fill', 'Mot de passe', role='password text', text=self.town.passwords[account])
        self.on(name, 'press', 'Se connecter', role='push button')

    def emergency_picture(self, step, file):
        """What the window of a failed step shows; None where there is no window."""
        if step not in WINDOW_OF:
            return None
        self.picture_of(WINDOW_OF[step])(file)
        return file.name

    def book_online(self, who, day, not_before='00:00'):
        """From the first page to the confirmation, as somebody without JavaScript. @return the last page"""
        page = fetch(self.town.web.url).press('Choisir une date', {who['procedure']: True})
        page = self.choose_start(page, day, not_before)
        birth_day, month, year = who['birth']
        page = page.press('Vérifier', {'^Nom': who['name'], '^Prénom': who['first'], '^Jour': birth_day, '^Mois': month,
                                       '^Année': year, r'^E-mail \(': who['mail'], '^E-mail, une seconde': who['mail']})
        page = page.press('Confirmer')
        if page.title != 'Votre rendez-vous est confirmé':
            raise AssertionError(f'not confirmed: {page.title}: {page.text[:500]}')
        return page

    def choose_start(self, page, day, not_before):
        """Presses the first time of that day; turns to the day first if the page shows another."""
        def times(page):
            return [words for value, words in page.values('start') if f'{day}T{not_before}' <= value < f'{day}T99']
        if not times(page):
            page = page.follow(rf'^\w+ {day.day}\b')
        return page.press(re.escape(times(page)[0]))

    def mail_to(self, who, count=1):
        return wait_until(f"mail {count} to {who['mail']}",
                          lambda: (mails := self.town.smtp.mails(who['mail'])) and len(mails) >= count and mails[count - 1])


def page_picture(page, height=1500):
    return lambda file: browser.picture(page.html, file, 420, height, base=page.url)


def mail_picture(mail, height=1500):
    return lambda file: browser.picture(browser.mail_page(mail), file, 640, height)


def holds(text, *parts):
    for part in parts:
        if not re.search(part, text):
            raise AssertionError(f'“{part}” is missing in: {text[:1500]}')


def web_booking(visit):
    page = visit.book_online(ONLINE, visit.today)
    holds(page.text, 'renouvellement', 'Référence')
    return page_picture(page)


def desk_booking(visit):
    """Somebody telephones. The receptionist logs in, and books with the words that are on the screen."""
    visit.log_in('desk', 'reception')
    visit.on('desk', 'fill', 'Démarche', role='text', text=AT_DESK['procedure'].lower())
    visit.on('desk', 'gone', 'Kids-ID.*', role='table cell')  # the list has followed what was typed
    visit.on('desk', 'focus', 'Démarche', role='text')
    visit.screens['desk'].keys('Return')
    start = visit.on('desk', 'press', r'aujourd’hui, .* 09:\d0', role='push button')['says']
    visit.desk_time = start[-5:]
    for field, text in (('Nom', AT_DESK['name']), ('Prénom', AT_DESK['first']),
                        ('Date de naissance', '.'.join(AT_DESK['birth']))):
        visit.on('desk', 'fill', field, role='text', text=text)
    visit.on('desk', 'press', 'Confirmer', role='push button')
    visit.on('desk', 'find', f'C’est réservé.*{visit.desk_time}')
    return visit.picture_of('desk')


def confirmation_mail(visit):
    mail = visit.mail = visit.mail_to(ONLINE)
    holds(mail['Subject'], 'Rendez-vous')
    holds(mail.get_body(('plain',)).get_content(), 'renouvellement', 'place du Marché')
    if not any(part.get_content_type() == 'text/calendar' for part in mail.walk()):
        raise AssertionError('no calendar file in the mail')
    return mail_picture(mail)


def qr_decoded(visit):
    code = next(part for part in visit.mail.walk() if part.get_content_type() == 'image/png')
    file = visit.town.folder / 'code.png'
    file.write_bytes(code.get_payload(decode=True))
    read = subprocess.run(['zbarimg', '--quiet', '--raw', file], capture_output=True, text=True)
    visit.token = read.stdout.strip()
    if not re.fullmatch('[BCDFGHJKLNPRSTVX]{20}', visit.token):
        raise AssertionError(f'no code in the picture: {read.stderr}')
    return lambda out: subprocess.run(['convert', file, '-filter', 'point', '-resize', '600x', f'png:{out}'], check=True)


def kiosk_scan(visit):
    """The reader is a keyboard to the machine: key after key, then Enter, whatever has the focus."""
    visit.on('kiosk', 'find', 'Présentez votre code QR')
    visit.screens['kiosk'].keys(*visit.token.lower(), 'Return')
    visit.on('kiosk', 'find', 'Votre arrivée est enregistrée')
    visit.ticket = visit.on('kiosk', 'find', TICKET)['says']
    return visit.picture_of('kiosk')


def ticket_printed(visit):
    def printed():
        for sheet in visit.town.printer.sheets():
            words = subprocess.run(['pdftotext', '-layout', sheet, '-'], capture_output=True, text=True).stdout
            if visit.ticket in words:
                return sheet, words
        return None
    sheet, words = wait_until(f'the paper ticket {visit.ticket}', printed)
    holds(words, r'Zone\s+(d.attente\s+)?A')
    return lambda out: subprocess.run(
        ['pdftoppm', '-r', '203', '-png', '-singlefile', sheet, out.with_suffix('')], check=True)


def kiosk_birth_date(visit):
    """Without a code: the date on the kiosk's own keys, then the time among others if it asks."""
    visit.on('kiosk', 'press', 'Terminer', role='push button')
    visit.on('kiosk', 'press', 'Ma date de naissance', role='push button')
    visit.on('kiosk', 'find', 'Votre date de naissance')
    for digit in ''.join(AT_DESK['birth']):
        visit.on('kiosk', 'press', digit, role='push button')
    visit.on('kiosk', 'press', 'Continuer', role='push button')
    asked = visit.on('kiosk', 'find', 'À quelle heure est votre rendez-vous.*|Votre arrivée est enregistrée')['says']
    if asked.startswith('À quelle heure'):
        visit.on('kiosk', 'press', visit.desk_time, role='push button')
    visit.on('kiosk', 'find', 'Votre arrivée est enregistrée')
    visit.second_ticket = visit.on('kiosk', 'find', TICKET)['says']
    if visit.second_ticket == visit.ticket:
        raise AssertionError('the first visitor got the same number')
    return visit.picture_of('kiosk')


def agent_sees_arrival(visit):
    """The list of all services lives by itself, as the grid of each does."""
    visit.on('desk', 'press', 'Aujourd’hui', role='toggle button')
    visit.on('desk', 'press', 'Tous', role='toggle button')
    for ticket, who in ((visit.ticket, ONLINE), (visit.second_ticket, AT_DESK)):
        row = ' '.join(visit.on('desk', 'row', ticket))
        holds(row, 'Arrivé', who['name'])
    visit.on('desk', 'choose', 'Rendez-vous du jour', role='table', item=visit.ticket)
    return visit.picture_of('desk')


def call_next(visit):
    """In the agent's bar, unfolded for the picture."""
    visit.log_in('bar', 'agent')
    visit.on('bar', 'choose', 'Guichet', role='combo box', item='Guichet 1 .*')
    visit.on('bar', 'press', 'S’installer ici', role='push button')
    visit.on('bar', 'press', 'Appeler le suivant', role='push button')
    visit.on('bar', 'find', visit.ticket, role='label')
    visit.on('bar', 'press', 'Plus ou moins de détails', role='push button')
    visit.on('bar', 'find', 'Liste d’attente', role='table')
    return visit.picture_of('bar')


def display_shows(visit):
    visit.on('display', 'find', rf'.*{visit.ticket}.*[Gg]uichet 1\b.*')
    return visit.picture_of('display')


def finish(visit):
    visit.on('bar', 'press', 'Présent', role='push button')
    visit.on('bar', 'press', 'Terminer', role='push button')
    wait_until('the visit to be over', lambda: 'Servi' in visit.on('desk', 'row', visit.ticket))
    visit.on('desk', 'choose', 'Rendez-vous du jour', role='table', item=visit.ticket)
    return visit.picture_of('desk')


def reminder_mail(visit):
    """Booked for tomorrow a little later than now; then the clock of the whole town goes on by that little."""
    tomorrow = visit.today + datetime.timedelta(days=1)
    visit.book_online(TOMORROW, tomorrow, not_before='09:00')
    visit.mail_to(TOMORROW, 1)
    due = visit.town.database.value(
        "SELECT MAX(due_at) FROM mail WHERE kind = 'reminder' AND state = 'waiting'")
    visit.town.database.stop()
    visit.town.database.start(at=datetime.datetime.fromisoformat(due) + datetime.timedelta(seconds=1))
    mail = visit.mail_to(TOMORROW, 2)
    holds(mail['Subject'], 'Rappel')
    return mail_picture(mail)


STEPS = tuple((act.__name__.replace('_', '-'), act) for act in (
    web_booking, desk_booking, confirmation_mail, qr_decoded, kiosk_scan, ticket_printed, kiosk_birth_date,
    agent_sees_arrival, call_next, display_shows, finish, reminder_mail))
WINDOW_OF = {'desk-booking': 'desk', 'kiosk-scan': 'kiosk', 'kiosk-birth-date': 'kiosk', 'agent-sees-arrival': 'desk',
             'call-next': 'bar', 'display-shows': 'display', 'finish': 'desk'}
