"""Pictures of pages and mails, as a browser draws them."""
import base64
import os
import subprocess
import tempfile
from pathlib import Path


def picture(html, file, width=420, height=900, base=None):
    """Draws `html` (text) into a PNG. @param base  address for its relative links, such as the style sheet"""
    if base:
        html = html.replace('<head>', f'<head><base href="{base}">', 1)
    with tempfile.TemporaryDirectory(prefix='accueil-browser-') as folder:
        page = Path(folder) / 'page.html'
        page.write_text(html, encoding='utf-8')
        # No sandbox: it is refused to root and in containers, and the page is our own.
        command = ['chromium', '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run',
                   '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-dev-shm-usage',
                   '--no-default-browser-check', '--hide-scrollbars', '--lang=fr', f'--user-data-dir={folder}/profile',
                   f'--window-size={width},{height}', f'--screenshot={file}', page.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=90, env={**os.environ, 'HOME': folder})
    if not Path(file).exists():
        raise RuntimeError('no picture of the page: ' + done.stderr[-2000:])


def mail_page(mail):
    """The HTML part of a mail with its own pictures inside, as a mail program shows it."""
    html = mail.get_body(('html',)).get_content()
    for part in mail.walk():
        if part['Content-ID']:
            data = base64.b64encode(part.get_payload(decode=True)).decode()
            html = html.replace('cid:' + part['Content-ID'].strip('<> '), f'data:{part.get_content_type()};base64,{data}')
    return html
