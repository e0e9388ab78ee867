"""A citizen with an old browser: plain HTTP, no JavaScript, finds fields and buttons by the words beside them."""
import html.parser
import re
import urllib.error
import urllib.parse
import urllib.request

VOID = {'input', 'br', 'img', 'link', 'meta', 'hr', 'source', 'wbr'}


def said(pieces):
    return ' '.join(''.join(pieces).split())


class Field:
    def __init__(self, attributes, kind, value):
        self.name, self.kind, self.value = attributes.get('name'), kind, value
        self.id = attributes.get('id')
        self.on = 'checked' in attributes
        self.words = [attributes['aria-label'] + ' '] if 'aria-label' in attributes else []
        self.action = attributes.get('formaction')
        self.chosen = None  # of a select: its option

    def sent_value(self):
        if not self.chosen:
            return self.value or ''
        return self.chosen.value if self.chosen.value is not None else self.chosen.label

    def sends(self):
        return self.name and (self.kind not in ('checkbox', 'radio') or self.on)

    @property
    def label(self):
        return said(self.words)

    def called(self, pattern):
        return re.search(pattern, self.label)


class Form:
    def __init__(self, attributes):
        self.action, self.method = attributes.get('action', ''), attributes.get('method', 'get').lower()
        self.fields, self.buttons = [], []


class Reader(html.parser.HTMLParser):
    """The forms, links and words of a page."""

    def __init__(self, text):
        super().__init__()
        self.forms, self.links, self.words, self.title = [], [], [], ''
        self._open, self._labels, self._wrapping = [], {}, []
        self._select = self._option = self._area = self._button = self._link = None
        self.feed(text)
        for form in self.forms:
            for field in form.fields:
                field.words += self._labels.get(field.id, [])

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        if tag not in VOID:
            self._open.append(tag)
        if tag == 'form':
            self.forms.append(Form(attributes))
        elif tag == 'label':
            words = self._labels.setdefault(attributes['for'], []) if 'for' in attributes else []
            self._wrapping.append((words, []))
        elif tag == 'a' and 'href' in attributes:
            self._link = (attributes['href'], [])
            self.links.append(self._link)
        elif tag in ('input', 'select', 'textarea', 'button', 'option') and self.forms:
            getattr(self, f'_start_{tag}')(attributes)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass
        if tag == 'label' and self._wrapping:
            words, inside = self._wrapping.pop()
            for field in inside:
                field.words += words
        elif tag == 'a':
            self._link = None
        elif tag in ('select', 'textarea', 'button', 'option'):
            setattr(self, {'select': '_select', 'textarea': '_area', 'button': '_button', 'option': '_option'}[tag], None)

    def handle_data(self, data):
        if {'script', 'style'} & set(self._open):
            return
        if 'h1' in self._open:
            self.title += data
        self.words.append(data)
        for words, _ in self._wrapping:
            words.append(data)
        for part in (self._button, self._option):
            if part:
                part.words.append(data)
        if self._link:
            self._link[1].append(data)
        if self._area:
            self._area.value += data

    def _add(self, field):
        self.forms[-1].fields.append(field)
        if self._wrapping:
            self._wrapping[-1][1].append(field)

    def _start_input(self, attributes):
        kind = attributes.get('type', 'text')
        field = Field(attributes, kind, attributes.get('value', 'on' if kind == 'checkbox' else ''))
        if kind == 'submit':
            field.words.append(field.value)
            self.forms[-1].buttons.append(field)
        else:
            self._add(field)

    def _start_select(self, attributes):
        self._select = Field(attributes, 'select', None)
        self._add(self._select)

    def _start_textarea(self, attributes):
        self._area = Field(attributes, 'textarea', '')
        self._add(self._area)

    def _start_button(self, attributes):
        self._button = Field(attributes, 'submit', attributes.get('value', ''))
        self.forms[-1].buttons.append(self._button)

    def _start_option(self, attributes):
        self._option = Field(attributes, 'option', attributes.get('value'))
        if self._select and (self._select.chosen is None or 'selected' in attributes):
            self._select.chosen = self._option


class Page:
    def __init__(self, url, text):
        self.url, self.html = url, text
        self.reader = Reader(text)

    @property
    def title(self):
        return said([self.reader.title])

    @property
    def text(self):
        return ' '.join(' '.join(self.reader.words).split())  # blocks stand apart

    def press(self, button, fill=None):
        """Fills in what stands beside these words (True ticks a box), presses the button of that name.

        @return the next page, after any redirection"""
        form, pressed = self._button(button)
        for words, value in (fill or {}).items():
            self._fill(form, words, value)
        sent = [(field.name, field.sent_value()) for field in form.fields if field.sends()]
        if pressed.name:
            sent.append((pressed.name, pressed.value))
        return fetch(urllib.parse.urljoin(self.url, pressed.action or form.action or self.url), form.method, sent)

    def follow(self, link):
        for href, words in self.reader.links:
            if re.search(link, said(words)):
                return fetch(urllib.parse.urljoin(self.url, href))
        raise LookupError(f'no link “{link}” on “{self.title}”')

    def values(self, name):
        """What the buttons of that name stand for, with their words."""
        return [(button.value, button.label)
                for form in self.reader.forms for button in form.buttons if button.name == name]

    def buttons(self):
        return [button.label for form in self.reader.forms for button in form.buttons]

    def _button(self, words):
        for form in self.reader.forms:
            for button in form.buttons:
                if button.called(words):
                    return form, button
        raise LookupError(f'no button “{words}” on “{self.title}”, but {self.buttons()}; it says: {self.text[:600]}')

    def _fill(self, form, words, value):
        for field in form.fields:
            if field.called(words):
                if value is True:
                    field.on = True
                else:
                    field.value = value
                return
        raise LookupError(f'no field “{words}” on “{self.title}”, but {[f.label for f in form.fields]}')


def fetch(url, method='get', sent=()):
    data = urllib.parse.urlencode(list(sent))
    if method == 'get':
        request = urllib.request.Request(url.split('?')[0] + '?' + data if sent else url)
    else:
        request = urllib.request.Request(url, data.encode(), method='POST')
    request.add_header('Accept-Language', 'fr')
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return Page(answer.url, answer.read().decode('utf-8'))
    except urllib.error.HTTPError as refusal:
        page = Page(refusal.url, refusal.read().decode('utf-8', 'replace'))
        raise RuntimeError(f'{refusal.code} from {urllib.parse.urlsplit(refusal.url).path}: {page.text[:500]}') from None
