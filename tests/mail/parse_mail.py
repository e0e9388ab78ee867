"""Reads a mail with Python's own email package and prints what it understood, as JSON: an independent reader.

usage: parse_mail.py FILE
"""
import email
import email.header
import email.policy
import email.utils
import hashlib
import json
import sys

raw = open(sys.argv[1], 'rb').read()
mail = email.message_from_bytes(raw, policy=email.policy.default)


def structure(part):
    if part.is_multipart():
        return {part.get_content_type(): [structure(each) for each in part.iter_parts()]}
    return part.get_content_type()


def leaves(part):
    return [leaf for each in part.iter_parts() for leaf in leaves(each)] if part.is_multipart() else [part]


def defects(part):
    found = [str(each) for each in part.defects]
    for header, value in part.items():
        found += [f'{header}: {each}' for each in getattr(value, 'defects', [])]
    for each in part.iter_parts() if part.is_multipart() else []:
        found += defects(each)
    return found


def sender():
    # Not mail['From'].addresses: Python puts a blank between the encoded words of one display name.
    name, address = email.utils.parseaddr(email.message_from_bytes(raw)['From'].replace('\r\n', ''))
    return [str(email.header.make_header(email.header.decode_header(name))), address]


def text_of(part):
    return part.get_content().replace('\r\n', '\n')


by_type = {leaf.get_content_type(): leaf for leaf in leaves(mail)}
calendar = by_type['text/calendar']
picture = by_type.get('image/png')
print(json.dumps({
    'headers': {name: str(mail[name]) for name in mail.keys()},
    'from': sender(),
    'to': [a.addr_spec for a in mail['To'].addresses],
    'structure': structure(mail),
    'text': text_of(by_type['text/plain']),
    'html': text_of(by_type['text/html']),
    'calendar': calendar.get_payload(decode=True).decode('utf-8'),
    'calendar_name': calendar.get_filename(),
    'calendar_method': calendar.get_param('method'),
    'calendar_disposition': calendar.get_content_disposition(),
    'picture_id': picture['Content-ID'] if picture else None,
    'picture_disposition': picture.get_content_disposition() if picture else None,
    'picture_sha256': hashlib.sha256(picture.get_payload(decode=True)).hexdigest() if picture else None,
    'defects': defects(mail),
    'longest_line': max(len(line) for line in raw.split(b'\r\n')),
    'bare_newlines': raw.replace(b'\r\n', b'').count(b'\n') + raw.replace(b'\r\n', b'').count(b'\r'),
    'eight_bit': sum(byte > 127 for byte in raw),
}))
