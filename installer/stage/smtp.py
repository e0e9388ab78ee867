"""A real SMTP server that keeps what it gets in a Maildir.

As a program:  smtp.py FOLDER [--starttls]   runs until told to stop; again on the same FOLDER: the same port and mails
    FOLDER/port        where it listens
    FOLDER/mail/new    one file a mail
    FOLDER/ca.pem      with --starttls: the authority to trust (the certificate is for localhost and 127.0.0.1)
"""
import email
import email.policy
import os
import ssl
import subprocess
import sys
from pathlib import Path

if __name__ == '__main__':
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from stage.processes import Port, Process, answers, told_to_stop


class MailCatcher:
    def __init__(self, folder, starttls=True):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        command = ['/usr/bin/python3', __file__, self.folder] + (['--starttls'] if starttls else [])
        self.process = Process(command, self.folder / 'smtp.log')
        self.process.wait_ready('the SMTP server', self._listening)

    @property
    def port(self):
        return int((self.folder / 'port').read_text())

    @property
    def ca(self):
        return self.folder / 'ca.pem'

    def mails(self, to=None):
        """Those that came so far, oldest first; `to`: only those for this address."""
        files = sorted((self.folder / 'mail/new').glob('*'), key=lambda file: file.stat().st_mtime_ns)
        every = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default) for file in files]
        return [mail for mail in every if to is None or to in mail['To']]

    def stop(self):
        self.process.stop()

    def _listening(self):
        return (self.folder / 'port').exists() and answers(self.port)


def _certificate(folder):
    """A certificate that is its own authority."""
    key, certificate = folder / 'key.pem', folder / 'ca.pem'
    if not certificate.exists():
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                        '-days', '3650', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
                        '-keyout', key, '-out', certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _serve(folder, starttls):
    from aiosmtpd.controller import Controller
    from aiosmtpd.handlers import Mailbox
    folder.mkdir(parents=True, exist_ok=True)
    known = folder / 'port'
    port = Port(int(known.read_text()) if known.exists() else None)
    options = {'tls_context': _certificate(folder)} if starttls else {}
    controller = Controller(Mailbox(folder / 'mail'), hostname='127.0.0.1', port=port.number, server_hostname='localhost',
                            data_size_limit=20 * 1024 * 1024, **options)
    stop = told_to_stop()
    controller.start()
    partial = folder / 'port.new'
    partial.write_text(f'{port}\n')
    os.replace(partial, known)
    stop.wait()
    controller.stop()


if __name__ == '__main__':
    _serve(Path(sys.argv[1]), '--starttls' in sys.argv[2:])
