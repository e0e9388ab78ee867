"""The demo's day: always a working morning in Verviers, whose next day is worked on as well."""
import datetime
import unittest

from stage.town import ZONE, working_morning

CASES = (
    ('2026-11-23', '2026-11-23', 'a Monday'),
    ('2026-11-27', '2026-11-30', 'a Friday: the reminder of the next day must have its day'),
    ('2026-11-28', '2026-11-30', 'a Saturday'),
    ('2026-12-24', '2026-12-28', 'before Christmas'),
    ('2027-03-26', '2027-03-30', 'Easter'),
    ('2027-05-05', '2027-05-10', 'the day before Ascension'),
    ('2026-07-20', '2026-07-22', 'the day before the national day'),
    ('2026-12-31', '2027-01-04', 'the end of a year'),
)


class WorkingMorning(unittest.TestCase):
    def test_day(self):
        for today, expected, why in CASES:
            with self.subTest(why):
                morning = working_morning(datetime.date.fromisoformat(today)).astimezone(ZONE)
                self.assertEqual(morning.strftime('%Y-%m-%d %H:%M'), expected + ' 08:40')

    def test_summer_and_winter_have_their_own_instant(self):
        self.assertEqual(working_morning(datetime.date(2026, 7, 6)).hour, 6)
        self.assertEqual(working_morning(datetime.date(2026, 12, 7)).hour, 7)
