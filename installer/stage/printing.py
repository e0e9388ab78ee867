"""A private print server with one queue whose printer writes PDF files (cups-pdf).

As a program:  printing.py FOLDER [QUEUE]   runs until told to stop
    FOLDER/cups.sock   where it listens: CUPS_SERVER
    FOLDER/paper       one PDF a sheet
    FOLDER/ready       appears when the queue stands
"""
import os
import pwd
import subprocess
import sys
from pathlib import Path

if __name__ == '__main__':
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stage.processes import Process, told_to_stop

SYSTEM_BACKENDS = Path('/usr/lib/cups')
PPD = '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd'


class PrintServer:
    """CUPS_SERVER and kiosk.cups_server are `address`; paper lands in `paper`."""

    def __init__(self, folder, queue='ticket'):
        self.folder = Path(folder)
        self.queue = queue
        self.paper = self.folder / 'paper'
        self.address = str(self.folder / 'cups.sock')
        for name in ('', 'root', 'run', 'state', 'cache', 'spool', 'tmp', 'programs', 'paper'):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self._open_to_filters()
        self._link_programs()
        self._write_settings()
        self.start()
        self._add_queue()

    def start(self):
        self.process = Process(
            ['/usr/sbin/cupsd', '-f', '-c', self.folder / 'cupsd.conf', '-s', self.folder / 'cups-files.conf'],
            self.folder / 'cupsd.out')
        self.process.wait_ready('the print server', lambda: 'not' not in self._run('lpstat', '-r').stdout)

    def stop(self):
        self.process.stop()

    def sheets(self):
        """What was printed so far, oldest first."""
        return sorted(self.paper.glob('*.pdf'), key=lambda file: file.stat().st_mtime_ns)

    def _open_to_filters(self):
        # As root, cupsd runs its filters as lp, who must be able to pass through.
        if os.getuid() == 0:
            os.chmod(self.folder, 0o755)
            for name in ('tmp', 'cache', 'state', 'spool', 'run'):
                os.chown(self.folder / name, pwd.getpwnam('root').pw_uid, pwd.getpwnam('lp').pw_gid)
                os.chmod(self.folder / name, 0o770)

    def _link_programs(self):
        """cupsd's helpers are the system's; the one backend is ours."""
        programs = self.folder / 'programs'
        for name in ('cgi-bin', 'daemon', 'driver', 'filter', 'monitor', 'notifier', 'command'):
            if (SYSTEM_BACKENDS / name).exists() and not (programs / name).exists():
                (programs / name).symlink_to(SYSTEM_BACKENDS / name)
        (programs / 'backend').mkdir(exist_ok=True)
        (self.folder / 'cups-pdf.conf').write_text(
            f'Out {self.paper}\nAnonDirName {self.paper}\nSpool {self.folder}/tmp\nLog {self.folder}\n'
            'Label 1\nTitlePref 1\nDecodeHexStrings 1\n')
        backend = programs / 'backend' / 'cups-pdf'
        backend.write_text(BACKEND.format(folder=self.folder, paper=self.paper))
        os.chmod(backend, 0o700)  # cupsd then runs it as itself, not as lp

    def _write_settings(self):
        d = self.folder
        (d / 'cups-files.conf').write_text(
            f'ServerRoot {d}/root\nServerBin {d}/programs\nRequestRoot {d}/spool\nStateDir {d}/state\n'
            f'CacheDir {d}/cache\nTempDir {d}/tmp\nDataDir /usr/share/cups\nDocumentRoot /usr/share/cups/doc-root\n'
            f'AccessLog {d}/access.log\nErrorLog {d}/error.log\nPageLog {d}/page.log\nPrintcap\n')
        (d / 'cupsd.conf').write_text(
            f'Listen {self.address}\nBrowsing Off\nLogLevel info\nWebInterface No\nDefaultAuthType None\n'
            'MaxJobTime 60\nPreserveJobFiles No\n'
            '<Location />\n  Order allow,deny\n  Allow all\n</Location>\n'
            '<Policy default>\n  <Limit All>\n    Order deny,allow\n    Allow all\n  </Limit>\n</Policy>\n')

    def _add_queue(self):
        done = self._run('lpadmin', '-p', self.queue, '-E', '-v', 'cups-pdf:/', '-P', PPD,
                         '-o', 'printer-error-policy=abort-job',
                         '-o', 'pdftops-renderer-default=pdftops')  # ghostscript would make one picture of a sheet
        if done.returncode != 0:
            raise RuntimeError(f'no print queue: {done.stderr}{self.process.last_words()}')

    def _run(self, *command):
        return subprocess.run(command, env={**os.environ, 'CUPS_SERVER': self.address, 'LC_ALL': 'C'},
                              capture_output=True, text=True)


# cups-pdf reads one fixed configuration and insists on root. Where a private view of that file is possible it gets
# ours; elsewhere (an ordinary user, a container that forbids it) ghostscript does what cups-pdf would have done.
BACKEND = '''#!/bin/sh
set -eu
[ $# -eq 0 ] && {{ echo 'file cups-pdf:/ "Virtual PDF printer" "CUPS-PDF"'; exit 0; }}
real=/usr/lib/cups/backend/cups-pdf
if [ "$(id -u)" -eq 0 ] && [ -x $real ] && unshare --mount true 2>/dev/null; then
    export real
    exec unshare --mount sh -c 'mount --bind {folder}/cups-pdf.conf /etc/cups/cups-pdf.conf && exec $real "$@"' cups-pdf "$@"
fi
cat "${{6:--}}" >{folder}/tmp/job-$1.ps
gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=pdfwrite -dAutoRotatePages=/PageByPage \\
    -sOutputFile={folder}/tmp/job-$1.pdf {folder}/tmp/job-$1.ps
rm {folder}/tmp/job-$1.ps
mv {folder}/tmp/job-$1.pdf "{paper}/ticket-job_$1.pdf"
'''


def _serve(folder, *queue):
    stop = told_to_stop()
    server = PrintServer(folder, *queue)
    (folder / 'ready').touch()
    stop.wait()
    server.stop()


if __name__ == '__main__':
    _serve(Path(sys.argv[1]), *sys.argv[2:])
