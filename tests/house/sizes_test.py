"""No file grows beyond what one can hold in mind, and every package says what it is for."""
import re
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
FOLDERS = ('core', 'staff-desktop', 'kiosk-app', 'display-app', 'mail-daemon', 'booking-cgi', 'installer', 'sql', 'tests')
KINDS = {'.cpp', '.h', '.py', '.sql', '.css', '.mustache', '.cmake', '.txt', ''}


class Sizes(unittest.TestCase):
    def test_no_file_over_800_lines(self):
        files = [file for folder in FOLDERS for file in (SOURCE / folder).rglob('*') if file.is_file() and file.suffix in KINDS]
        self.assertGreater(len(files), 50)
        long = [f'{file.relative_to(SOURCE)}: {lines}' for file in files if (lines := file.read_bytes().count(b'\n')) > 800]
        self.assertEqual(long, [])


class Packages(unittest.TestCase):
    def test_every_package_stands_once_and_says_why(self):
        lines = [line for line in (SOURCE / 'installer/packages.txt').read_text().splitlines() if line and line[0] != '#']
        for line in lines:
            self.assertRegex(line, r'^[a-z0-9.+-]+ +# \S')
        names = [line.split()[0] for line in lines]
        self.assertEqual(sorted(names), sorted(set(names)))
