"""installer/demo tour OUT: plays a whole visit through the real programs and writes what it saw.

OUT/tour.json is a list of {"step", "ok", "ms", "picture"}, with "error" where it is not ok; a PNG for each step."""
import json
import shutil
import sys
import time
from pathlib import Path

from .demo import SIZES, private_folder, stop_on_signals
from .screen import Screen
from .town import Town
from .visit import STEPS, Visit


class Windows:
    """The programs, each on a screen of its own."""

    def __init__(self, town):
        self.screens, self.programs = {}, {}
        try:
            for name, size in SIZES.items():
                self.screens[name] = Screen(town.folder / name, *size)
                self.programs[name] = self.screens[name].open(town.window(name), town.log / f'{name}.out')
        except BaseException:
            self.stop()
            raise

    def stop(self):
        for service in (*self.programs.values(), *self.screens.values()):
            service.stop()


def play(visit, out):
    """Every step in order. One that fails does not keep the next from being tried."""
    report = []
    for number, (name, act) in enumerate(STEPS, 1):
        picture = f'{number:02d}-{name}.png'
        began = time.monotonic()
        entry = {'step': name, 'ok': False, 'ms': 0, 'picture': None}
        try:
            draw = act(visit)
            entry['ms'] = round((time.monotonic() - began) * 1000)
            draw(out / picture)
            entry |= {'ok': True, 'picture': picture}
        except Exception as error:  # a failed step is a result, and the rest is still worth seeing
            entry |= {'ms': round((time.monotonic() - began) * 1000), 'error': f'{type(error).__name__}: {error}'}
            entry['picture'] = visit.emergency_picture(name, out / picture)
        report.append(entry)
        print(f"{'ok  ' if entry['ok'] else 'FAIL'} {entry['ms']:6d} ms  {name}  {entry.get('error', '')}", flush=True)
        (out / 'tour.json').write_text(json.dumps(report, ensure_ascii=False, indent=1) + '\n')
    return all(entry['ok'] for entry in report)


def keep_logs(town, out):
    for file in (*town.log.glob('*'), town.folder / 'web/error.log', town.folder / 'cups/error.log'):
        if file.is_file():
            (out / 'log').mkdir(exist_ok=True)
            shutil.copy(file, out / 'log')


def main(out):
    stop_on_signals()
    out.mkdir(parents=True, exist_ok=True)
    folder, town, windows, ok = private_folder(), None, None, False
    try:
        town = Town(folder)
        windows = Windows(town)
        ok = play(Visit(town, windows), out)
    finally:
        if windows:
            windows.stop()
        if town:
            if not ok:
                keep_logs(town, out)
            town.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if ok else 1


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1])))
