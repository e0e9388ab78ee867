"""The private MariaDB of the demo, through the script that the C++ tests use as well."""
import os
import subprocess
from pathlib import Path

from .processes import BUILD, SOURCE, Process


class Database:
    """@param at  datetime, UTC: the server lives from that instant on; None: the true time"""

    def __init__(self, folder, at=None):
        self.folder = Path(folder)
        self.start(at)

    def start(self, at=None):
        """Also again, after stop() or kill(): same data, same port, same clock or another one."""
        command = [SOURCE / 'installer/stage/mariadb', self.folder]
        if at:
            command += ['--at', at.strftime('%Y-%m-%d %H:%M:%S')]
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        log = self.folder.parent / 'mariadb-start.log'
        self.process = Process(command, log, env={**os.environ, 'ACCUEIL_BUILD': str(BUILD)})
        self.process.wait_ready('the private MariaDB', lambda: self._ask('SELECT 1').returncode == 0)

    @property
    def host(self):
        return '127.0.0.1:' + (self.folder / 'port').read_text().strip()

    @property
    def login(self):
        """What mariadb's own programs take to log in as root."""
        return f'--defaults-file={self.folder}/client.cnf'

    @property
    def password_file(self):
        return self.folder / 'password'

    def value(self, sql):
        """First column of the first row as text, '' for none."""
        answer = self._ask(sql, 'accueil')
        if answer.returncode != 0:
            raise RuntimeError(answer.stderr)
        return answer.stdout.split('\n')[0].split('\t')[0]

    def stop(self):
        self.process.stop()

    def kill(self):
        self.process.kill()

    def _ask(self, sql, *database):
        return subprocess.run(['mariadb', self.login, '--default-character-set=utf8mb4', '-N', '-B', '-e', sql, *database],
                              capture_output=True, text=True)
