"""The private servers: each starts in its own folder, does its work, and leaves nothing behind."""
import datetime
import os
import smtplib
import ssl
import subprocess
import tempfile
import unittest
from pathlib import Path

from stage.database import Database
from stage.printing import PrintServer
from stage.processes import Port, Process, answers, wait_until
from stage.smtp import MailCatcher

TICKET = '''%!PS
<< /PageSize [227 357] >> setpagedevice /Helvetica findfont 30 scalefont setfont
20 300 moveto (A042) show 20 250 moveto (Zone A) show showpage
'''


class Private(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix='accueil-test-')
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)
        self.folder.chmod(0o711)

    def started(self, service):
        self.addCleanup(service.stop)
        return service


class DatabaseTest(Private):
    def test_lives_on_the_chosen_morning_and_keeps_its_port(self):
        database = self.started(Database(self.folder / 'db', datetime.datetime(2026, 11, 24, 7, 40)))
        host = database.host
        database._ask('CREATE DATABASE accueil')
        database.kill()
        database.start(datetime.datetime(2026, 11, 25, 8, 0))
        self.assertEqual(database.host, host)
        self.assertEqual(database.value('SELECT DATE_FORMAT(UTC_TIMESTAMP(), "%Y-%m-%d %H")'), '2026-11-25 08')

    def test_nobody_gets_in_without_the_password(self):
        database = self.started(Database(self.folder / 'db'))
        stranger = subprocess.run(['mariadb', '-uroot', '-S', database.folder / 's.sock', '-e', 'SELECT 1'], capture_output=True)
        self.assertNotEqual(stranger.returncode, 0)


class MailCatcherTest(Private):
    def send(self, catcher, **tls):
        with smtplib.SMTP('127.0.0.1', catcher.port) as client:
            if tls:
                client.starttls(**tls)
            client.sendmail('a@accueil.test', ['b@accueil.test'], 'To: b@accueil.test\nSubject: Bonjour\n\nTexte\n')

    def test_keeps_every_mail_in_a_maildir(self):
        catcher = self.started(MailCatcher(self.folder / 'smtp', starttls=False))
        self.send(catcher)
        self.assertEqual([mail['Subject'] for mail in catcher.mails('b@accueil.test')], ['Bonjour'])
        self.assertEqual(catcher.mails('c@accueil.test'), [])

    def test_offers_starttls_with_a_certificate_that_its_own_authority_signed(self):
        catcher = self.started(MailCatcher(self.folder / 'smtp'))
        self.send(catcher, context=ssl.create_default_context(cafile=catcher.ca))
        self.assertEqual(len(catcher.mails()), 1)

    def test_comes_back_on_its_port_with_its_mails(self):
        catcher = self.started(MailCatcher(self.folder / 'smtp', starttls=False))
        self.send(catcher)
        port = catcher.port
        catcher.stop()
        again = self.started(MailCatcher(self.folder / 'smtp', starttls=False))
        self.assertEqual((again.port, len(again.mails())), (port, 1))


class PrintServerTest(Private):
    def test_a_sheet_is_a_pdf_whose_words_can_be_read(self):
        self.prints(PrintServer(self.folder / 'cups'))

    def test_also_where_the_real_cups_pdf_may_not_run(self):
        server = PrintServer(self.folder / 'cups')
        backend = self.folder / 'cups/programs/backend/cups-pdf'
        backend.write_text(backend.read_text().replace('real=/usr/lib', 'real=/nowhere'))
        self.prints(server)

    def prints(self, server):
        self.started(server)
        source = self.folder / 'ticket.ps'
        source.write_text(TICKET)
        subprocess.run(['lp', '-d', server.queue, '-o', 'media=Custom.80x126mm', source], check=True, capture_output=True,
                       env={**os.environ, 'CUPS_SERVER': server.address})
        wait_until('the sheet', lambda: any('A042' in words and 'Zone A' in words for words in map(text, server.sheets())))


def ended(process):
    try:
        return (Path('/proc') / process / 'stat').read_text().split()[2] == 'Z'
    except OSError:
        return True


def text(pdf):
    return subprocess.run(['pdftotext', pdf, '-'], capture_output=True, text=True).stdout


class ProcessTest(Private):
    def test_a_program_that_dies_at_once_is_not_waited_for(self):
        process = Process(['sh', '-c', 'echo no bread; exit 3'], self.folder / 'log')
        with self.assertRaisesRegex(RuntimeError, 'ended with 3:\nno bread'):
            process.wait_ready('the shop', lambda: False)

    def test_ends_with_its_caller(self):
        code = (f'import sys; sys.path.insert(0, {str(Path("installer").resolve())!r})\n'
                f'from stage.processes import Process, wait_until\n'
                f'child = Process(["sleep", "100"], {str(self.folder / "log")!r}).popen.pid\n'
                'wait_until("sleep", lambda: open(f"/proc/{child}/comm").read() == "sleep\\n")\n'
                'print(child, flush=True)\nimport os, signal; os.kill(os.getpid(), signal.SIGKILL)')
        caller = subprocess.run(['/usr/bin/python3', '-c', code], capture_output=True, text=True)
        wait_until('the end of the child', lambda: ended(caller.stdout.strip()))

    def test_two_ports_are_two(self):
        one, other = Port(), Port()
        self.assertNotEqual(one.number, other.number)
        self.assertFalse(answers(one))
