"""A real SMTP server for the tests: keeps what it accepts, and can be stopped at an exact step of a conversation.

usage: smtp_catcher.py FOLDER --port N [--tls CERT KEY] [--user NAME --password TEXT] [--refuse-mail "550 no"]
                       [--hold STEP:N ...]
Writes FOLDER/ready when it listens, FOLDER/N.eml for the Nth accepted message, and a line for every step to FOLDER/events:
    STEP MESSAGE-ID-OR-DASH tls=0|1 user=NAME-OR-DASH
Steps: mail, rcpt, data (before 354), message (read, not yet accepted), accepted (kept, not yet answered).
A hold at STEP:N waits, the first time that STEP comes once N messages were accepted, until somebody writes to the
pipe FOLDER/go; it says so with the line "hold STEP". Recipients later@... and never@... are refused with 451 and 550.
"""
import argparse
import asyncio
import email
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument('folder')
parser.add_argument('--port', type=int, required=True)
parser.add_argument('--tls', nargs=2)
parser.add_argument('--user')
parser.add_argument('--password')
parser.add_argument('--refuse-mail')
parser.add_argument('--hold', action='append', default=[])
options = parser.parse_args()

accepted = 0
holds = [(step, int(count)) for step, count in (hold.split(':') for hold in options.hold)]
events = open(os.path.join(options.folder, 'events'), 'a', buffering=1)


def wait_for_go(name):
    events.write(f'hold {name}\n')  # from here: a cancelled conversation can no longer take back what was said
    with open(os.path.join(options.folder, 'go')) as pipe:
        pipe.read()


async def step(name, session, message_id='-'):
    user = session.auth_data.login.decode() if session.auth_data else '-'
    events.write(f'{name} {message_id} tls={int(session.ssl is not None)} user={user}\n')
    if holds and holds[0][0] == name and accepted >= holds[0][1]:
        del holds[0]
        await asyncio.get_running_loop().run_in_executor(None, wait_for_go, name)


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        await step('mail', session)
        if options.refuse_mail:
            return options.refuse_mail
        envelope.mail_from = address
        return '250 ok'

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        await step('rcpt', session)
        if address.startswith('later@'):
            return f'451 4.2.0 {address} has a full mailbox'
        if address.startswith('never@'):
            return f'550 5.1.1 {address} is unknown here'
        envelope.rcpt_tos.append(address)
        return '250 ok'

    async def handle_DATA(self, server, session, envelope):
        global accepted
        message_id = email.message_from_bytes(envelope.original_content)['Message-ID']
        await step('message', session, message_id)
        accepted += 1
        with open(os.path.join(options.folder, f'{accepted}.eml'), 'wb') as file:
            file.write(envelope.original_content)
        await step('accepted', session, message_id)
        return '250 kept'


class Server(SMTP):
    async def smtp_DATA(self, arg):
        await step('data', self.session)
        await super().smtp_DATA(arg)


def authenticate(server, session, envelope, mechanism, data):
    good = data.login.decode() == options.user and data.password.decode() == options.password
    return AuthResult(success=good, handled=good, auth_data=data if good else None) # else it answers 535


def connection():
    context = None
    if options.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*options.tls)
    return Server(Handler(), hostname='catcher.test', tls_context=context, enable_SMTPUTF8=False,
                  authenticator=authenticate if options.user else None, auth_require_tls=bool(options.tls),
                  auth_required=bool(options.user), timeout=120)


async def main():
    os.mkfifo(os.path.join(options.folder, 'go')) if not os.path.exists(os.path.join(options.folder, 'go')) else None
    server = await asyncio.get_running_loop().create_server(connection, '127.0.0.1', options.port)
    open(os.path.join(options.folder, 'ready'), 'w').close()
    await server.serve_forever()


sys.stderr = open(os.path.join(options.folder, 'errors'), 'a', buffering=1)
asyncio.run(main())
