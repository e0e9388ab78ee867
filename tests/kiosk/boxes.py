"""What stands where on a screen, as the accessibility bus tells it: one JSON list. Run it in the screen's environment."""
import json
import sys

import pyatspi


def walk(node):
    states = node.getState()
    if node.getRole() != pyatspi.ROLE_APPLICATION and not states.contains(pyatspi.STATE_SHOWING):
        return
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)


def boxes(name):
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == name:
            for node in walk(app):
                if node.getRole() in (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_LABEL):
                    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
                    yield {'role': node.getRoleName(), 'name': node.name, 'x': box.x, 'y': box.y, 'w': box.width, 'h': box.height,
                           'focused': node.getState().contains(pyatspi.STATE_FOCUSED)}


print(json.dumps(list(boxes(sys.argv[1])), ensure_ascii=False))
