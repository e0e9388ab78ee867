"""A private lighttpd with the booking page as FastCGI."""
import urllib.error
import urllib.request
from pathlib import Path

from .processes import SOURCE, Port, Process


class WebServer:
    """@param program  accueil-booking; @param config  its file; `port` may be chosen before the config is written"""

    def __init__(self, folder, program, config, port=None, path='/rendez-vous'):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = port or Port()
        self.path = path
        self.url = f'http://127.0.0.1:{self.port}{path}'
        (self.folder / 'empty').mkdir(exist_ok=True)
        (self.folder / 'lighttpd.conf').write_text(settings(
            bind='127.0.0.1', port=self.port, path=path, program=program, config=config, run=self.folder,
            root=self.folder / 'empty', log=self.folder, limit=SOURCE / 'installer/web/limit.lua'))
        self.start()

    def start(self):
        self.process = Process(['/usr/sbin/lighttpd', '-D', '-f', self.folder / 'lighttpd.conf'],
                               self.folder / 'lighttpd.log')
        self.process.wait_ready('the booking page', self._answers)

    def stop(self):
        self.process.stop()

    def _answers(self):
        try:
            with urllib.request.urlopen(self.url, timeout=10) as answer:
                return answer.status == 200
        except urllib.error.HTTPError as error:
            if error.code == 503:
                return False  # the program is still starting
            raise RuntimeError(f'the booking page answers {error.code}') from error
        except OSError:
            return False


def settings(**values):
    """installer/web/lighttpd.conf, filled in."""
    text = (SOURCE / 'installer/web/lighttpd.conf').read_text()
    for name, value in values.items():
        text = text.replace(f'@{name.upper()}@', str(value))
    return text
