"""What the desk prints from its preview, read back from the print server."""
import re
import subprocess

from stage.processes import wait_until


def printed(desk):
    """Enter in the preview; closes it. @return the sheet's text as a reader takes it in"""
    sheets = desk.town.printer.sheets
    before = len(sheets())
    desk.focused('Imprimer', role='push button')
    desk.keys('Return')
    desk.find('C’est imprimé.')
    wait_until('the paper', lambda: len(sheets()) > before)
    text = subprocess.run(['pdftotext', '-layout', sheets()[-1], '-'], check=True, capture_output=True, text=True).stdout
    desk.keys('Return')
    desk.gone('C’est imprimé.')
    return ' '.join(re.sub('[\x00-\x08\u00a0\u202f]', ' ', text).split())
