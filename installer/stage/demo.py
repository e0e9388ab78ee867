"""installer/demo: everything on this machine, until Ctrl-C."""
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from .processes import Process
from .screen import Screen
from .town import Town, ZONE

SIZES = {'kiosk': (1080, 1920), 'display': (1920, 1080), 'desk': (1280, 800), 'bar': (1280, 720)}
IN_A_WINDOW = {'display': ['--window', '1280x720']}  # on a desk where people work
TITLES = {'kiosk': 'kiosk', 'display': 'call screen', 'desk': 'desk', 'bar': "agent's bar"}


def private_folder():
    """Of this account; its name may be passed through, so that the print server's helpers reach their corner."""
    base = os.environ.get('XDG_RUNTIME_DIR') if os.getuid() else None  # root's may not be passed through
    folder = Path(tempfile.mkdtemp(prefix='accueil-', dir=base if base and os.access(base, os.W_OK) else None))
    folder.chmod(0o711)
    return folder


def stop_on_signals():
    """Ctrl-C, a closed terminal and TERM all end in the same tidy way."""
    def stop(*_):
        raise KeyboardInterrupt
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)


def open_windows(town):
    """On the person's own display, or without one each on a screen of its own."""
    opened = []
    for name, size in SIZES.items():
        if os.environ.get('DISPLAY') or os.environ.get('WAYLAND_DISPLAY'):
            opened.append(Process(town.window(name) + IN_A_WINDOW.get(name, []), town.log / f'{name}.out'))
        else:
            screen = Screen(town.folder / name, *size)
            opened.append(screen)
            opened.append(screen.open(town.window(name), town.log / f'{name}.out'))
    return opened


def explain(town, windows):
    morning = town.morning.astimezone(ZONE)
    print(f'''
Accueil runs in {town.folder}. In Verviers it is {morning:%A %d %B %Y, %H:%M}, whatever your clock says.

  Booking page   {town.web.url}
  Mail           {town.smtp.folder / 'mail/new'}
  Tickets        {town.printer.paper}
  Database       mariadb {town.database.login} accueil
  Logs           {town.log}

  The desk asks for an account; an agent gets the bar. Two are open, one for the reception and one for an agent:''')
    for account, role in (('reception', 'reception'), ('agent', 'agent at a counter'), ('responsable', 'supervisor'),
                          ('informatique', 'administrator')):
        print(f'    {account:13} {town.passwords[account]:14} {role}')
    if not any(isinstance(window, Screen) for window in windows):
        print('\n  The kiosk fills the screen, as in the hall: Alt+Tab leads to the other windows.')
    for screen in (w for w in windows if isinstance(w, Screen)):
        name, x = screen.folder.name, screen.environment
        print(f'''
  The {TITLES[name]} is on a screen without glass. To see it:
    DISPLAY={x['DISPLAY']} XAUTHORITY={x['XAUTHORITY']} import -window root {name}.png''')
    print('\nCtrl-C ends all of it and forgets the data.', flush=True)


def main():
    stop_on_signals()
    folder, town, windows = private_folder(), None, []
    try:
        town = Town(folder, tell=lambda what: print(f'Starting: {what} …', file=sys.stderr))
        windows = open_windows(town)
        explain(town, windows)
        while True:
            signal.pause()
    except KeyboardInterrupt:
        print('\nStopping …', file=sys.stderr)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # a second Ctrl-C must not leave half of it behind
        for window in reversed(windows):
            window.stop()
        if town:
            town.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    main()
