"""What accueil-bench desk sees of real windows: started by it, with one JSON object on standard input, answered by one.

    {"folder", "host", "account", "password", "starts"} → {"desk": {…}, "bare": {…}}, times in ms, memory in MB"""
import json
import re
import statistics
import sys
from pathlib import Path

from stage.processes import BUILD, wait_until
from stage.screen import Screen

PAGES = ('F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F12', 'ctrl+i', 'ctrl+t', 'Escape', 'F1', 'Escape', 'F2')  # unknown ones do nothing
TICKS = 100


class Bench:
    def __init__(self, order):
        self.order = order
        self.folder = Path(order['folder'])
        self.config = self.folder / 'desk.ini'
        self.config.write_text(f"[database]\nhosts = {order['host']}\n[desk]\npost = Poste 1\n")
        self.screen = Screen(self.folder / 'x', 1280, 800)
        self.opened = 0

    def start(self, command, line):
        """@return the program and the ms after which it said that its window can be used"""
        self.opened += 1
        program = self.screen.open(command, self.folder / f'{self.opened}.out')
        return program, self.ms_of(program, line)

    def ms_of(self, program, line):
        said = program.wait_ready(line, lambda: re.search(rf'{line}\b.*?(\d+) ms', program.log.read_text()))
        return int(said.group(1))

    def desk(self):
        return self.start([BUILD / 'bin/accueil-desk', '--config', self.config], 'desk.ready')

    def bare(self):
        return self.start([BUILD / 'tests/bare_window'], 'bare.ready')

    def starts(self):
        """In turn: both see the same weather. The first of each warms the caches up."""
        times = {'desk': [], 'bare': []}
        for _ in range(self.order['starts'] + 1):
            for name, start in (('desk', self.desk), ('bare', self.bare)):
                program, ms = start()
                times[name].append(ms)
                program.stop()
        return {name: spread(values[1:]) for name, values in times.items()}

    def log_ins(self):
        """From the pressed button to the window with its pages; the last one is visited page by page."""
        ready, memory = [], {}
        for _ in range(self.order['starts'] // 2 + 2):
            program, _ = self.desk()
            for role, text in (('text', self.order['account']), ('password text', self.order['password'])):
                self.hand('fill', role=role, text=text)
            self.hand('find', role='push button')
            before = ms_since_start(program)
            self.hand('press', role='push button')
            ready.append(self.ms_of(program, 'desk.open') - before)
            memory = {'after_log_in_mb': megabytes(program, 'VmRSS')}
            self.visit()
            memory |= {'rss_mb': megabytes(program, 'VmRSS'), 'peak_mb': megabytes(program, 'VmHWM')}
            program.stop()
        return {'log_in_p50_ms': statistics.median(ready[1:]), 'log_in_most_ms': max(ready[1:]), **memory}

    def visit(self):
        """Every page, with what it has to show: places of a procedure, and the whole of today."""
        self.hand('find', 'Démarche', role='text')
        self.hand('focus', 'Démarche', role='text')
        self.screen.keys(*'certificat', 'Return')
        self.hand('find', '.* à \\d\\d:\\d\\d.*', role='push button')
        for key in PAGES:
            self.screen.keys(key)
            self.screen.picture(self.folder / 'page.png')  # it is drawn, and stands still
        self.hand('find', 'Démarche', role='text')

    def hand(self, act, name='.*', **details):
        return self.screen.do(act, app='accueil-desk', name=name, **details)

    def bare_memory(self):
        program, _ = self.bare()
        try:
            return megabytes(program, 'VmRSS')
        finally:
            program.stop()


def spread(values):
    return {'start_p50_ms': statistics.median(values), 'start_most_ms': max(values)}


def megabytes(program, field):
    status = Path(f'/proc/{program.popen.pid}/status').read_text()
    return round(int(re.search(rf'{field}:\s+(\d+) kB', status).group(1)) / 1024, 1)


def ms_since_start(program):
    started = int(Path(f'/proc/{program.popen.pid}/stat').read_text().rpartition(')')[2].split()[19]) / TICKS
    return round((float(Path('/proc/uptime').read_text().split()[0]) - started) * 1000)


def main():
    bench = Bench(json.load(sys.stdin))
    try:
        times = bench.starts()
        print(json.dumps({'desk': times['desk'] | bench.log_ins(), 'bare': times['bare'] | {'rss_mb': bench.bare_memory()}}))
    finally:
        bench.screen.stop()


if __name__ == '__main__':
    main()
