"""The hand on one screen: finds what a screen reader would read, and presses it. Started by screen.py with the
screen's environment (the accessibility bus is one a display); one JSON request a line, one answer a line.

Requests name things as a person would: app (name of the program), name (a regular expression for the whole accessible
name or text), role (likewise: 'push button', 'text', '.*button' …; optional), seconds (deadline)."""
import ctypes
import json
import re
import sys
import time

import pyatspi


def program(name):
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == name:
            return app
    return None


def visible(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def walk(node):
    """All that is on the screen, in reading order."""
    yield node
    for child in node:
        if child is not None and (visible(child) or child.getRole() == pyatspi.ROLE_TABLE_CELL):
            yield from walk(child)


def in_one_line(node, text):
    """A cell goes on in another line where its column ends: the words stay the same."""
    return text.replace('\n', ' ') if node.getRoleName() == 'table cell' else text


def text_of(node):
    try:
        return in_one_line(node, node.queryText().getText(0, -1))
    except NotImplementedError:
        return ''


def described(node):
    states = node.getState()
    return {'role': node.getRoleName(), 'name': node.name, 'description': node.description,
            'says': text_of(node) or node.name,
            'enabled': states.contains(pyatspi.STATE_SENSITIVE), 'focused': states.contains(pyatspi.STATE_FOCUSED),
            'checked': states.contains(pyatspi.STATE_CHECKED)}


def matches(node, wanted, role):
    if role and not re.fullmatch(role, node.getRoleName()):
        return False
    return bool(re.fullmatch(wanted, in_one_line(node, node.name or ''), re.S) or re.fullmatch(wanted, text_of(node), re.S))


def search(request):
    app = program(request['app'])
    if app is None:
        return None
    for node in walk(app):
        if matches(node, request['name'], request.get('role')):
            return node
    return None


def until(request, probe):
    """The first true answer of `probe` before the deadline. A window that changes under our eyes is looked at again."""
    end, why = time.monotonic() + request.get('seconds', 20), ''
    while True:
        try:
            answer = probe()
            if answer:
                return answer
        except (LookupError, RuntimeError, NotImplementedError) as error:  # GLib's errors are RuntimeErrors
            why = f' ({error})'
        if time.monotonic() > end:
            raise LookupError(f"not there: {request.get('role') or 'anything'} “{request['name']}” in {request['app']}{why}; "
                              f"it shows: {seen(request)}")
        time.sleep(0.03)


def seen(request):
    try:
        app = program(request['app'])
        return ' | '.join(f'{n.getRoleName()}: {n.name or text_of(n)}' for n in walk(app) if n.name or text_of(n))[:3000]
    except Exception as gone:  # the program may just have ended
        return f'nothing ({gone})'


def find(request):
    def act():
        node = search(request)
        return node and described(node)  # within the patience: it may go while it is read
    return until(request, act)


def press(request):
    def act():
        node = search(request)
        if node is None or not node.getState().contains(pyatspi.STATE_SENSITIVE):
            return None
        found = described(node)  # now: what is pressed may be gone a moment later, with its page
        return node.queryAction().doAction(request.get('action', 0)) and found
    return until(request, act)


def fill(request):
    def act():
        node = search(request)
        return node is not None and node.queryEditableText().setTextContents(request['text'])
    return until(request, act)


def focus(request):
    return until(request, lambda: (n := search(request)) is not None and n.queryComponent().grabFocus())


def place(request):
    """Middle of the thing on the screen, for a pointer."""
    box = until(request, lambda: search(request)).queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [box.x + box.width // 2, box.y + box.height // 2]


def gone(request):
    return until(request, lambda: search(request) is None)


def choose(request):
    """The row or the choice called `item` (a regular expression) of a table or a combo box."""
    def act():
        node = search(request)
        for child in walk_all(node) if node is not None else ():
            if re.fullmatch(request['item'], in_one_line(child, child.name or text_of(child)), re.S):
                return select(node, child)
        if node is not None:
            raise LookupError(f"{request['name']} offers: {[child.name for child in walk_all(node) if child.name]}")
        return None
    return until(request, act)


def row(request):
    """What stands in the row of the table cell of that name."""
    def look():
        cell = search({**request, 'role': 'table cell'})
        if cell is None:
            return None
        while cell.parent.getRole() == pyatspi.ROLE_TABLE_CELL:  # an icon and its text are two cells within one
            cell = cell.parent
        table = cell.parent.queryTable()
        number = table.getRowAtIndex(cell.getIndexInParent())
        cells = (table.getAccessibleAt(number, column) for column in range(table.nColumns))
        return [' '.join(said for one in (cell, *walk_all(cell)) if (said := text_of(one) or in_one_line(one, one.name)))
                for cell in cells if cell is not None]
    return until(request, look)


def walk_all(node):
    for child in node:
        if child is not None:
            yield child
            yield from walk_all(child)


def select(container, child):
    if child.getRole() == pyatspi.ROLE_TABLE_CELL:
        table = container.queryTable()
        number = table.getRowAtIndex(child.getIndexInParent())
        return table.isRowSelected(number) or table.addRowSelection(number)
    return container.querySelection().selectChild(child.getIndexInParent())  # a combo box answers for its menu


def pixels(request):
    """(red, green, blue) of each point of the screen, now: a thousandth of the time that a picture takes."""
    return [glass.colour(x, y) for x, y in request['points']]


class Glass:
    """The screen's colours through Xlib itself; every screen here has three bytes a pixel."""

    def __init__(self):
        self.x = None

    def colour(self, x, y):
        if not self.x:
            self._open()
        image = self.x.XGetImage(self.display, self.root, x, y, 1, 1, ctypes.c_ulong(0xffffffff), 2)
        if not image:
            raise LookupError(f'no pixel at {x}, {y}')
        value = self.x.XGetPixel(image, 0, 0)
        self.x.XDestroyImage(image)
        return [value >> 16 & 255, value >> 8 & 255, value & 255]

    def _open(self):
        x = ctypes.CDLL('libX11.so.6')
        number, pointer, long = ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong
        for name, result, arguments in (
                ('XOpenDisplay', pointer, [ctypes.c_char_p]), ('XDefaultRootWindow', long, [pointer]),
                ('XGetImage', pointer, [pointer, long, number, number, number, number, long, number]),
                ('XGetPixel', long, [pointer, number, number]), ('XDestroyImage', number, [pointer])):
            getattr(x, name).restype, getattr(x, name).argtypes = result, arguments
        self.display = x.XOpenDisplay(None)
        if not self.display:
            raise RuntimeError('the display does not open')
        self.root = x.XDefaultRootWindow(self.display)
        self.x = x


glass = Glass()


def words(request):
    """Everything that can be read, for a judge or a log."""
    return [described(n) for n in walk(until(request, lambda: program(request['app']))) if n.name or text_of(n)]


ACTS = {act.__name__: act for act in (find, press, fill, focus, place, gone, choose, row, pixels, words)}


def main():
    for line in sys.stdin:
        request = json.loads(line)
        request.setdefault('name', '.*')
        try:
            answer = {'value': ACTS[request['act']](request)}
        except Exception as error:  # whatever it is, the asker must hear of it
            answer = {'error': f'{type(error).__name__}: {error}'}
        print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == '__main__':
    main()
