"""Verviers with nothing but what the booking page needs: the database, an account, lighttpd."""
from stage.database import Database
from stage.processes import SOURCE
from stage.town import Town, working_morning


class BookingTown(Town):
    def _start(self, tell, bookings):
        self.morning = working_morning()
        self.database = self._keep(Database(self.folder / 'db', at=self.morning))
        self.admin('db', 'create')
        self.admin('db', 'sample', '--folder', SOURCE / 'sql/sample/verviers')
        self.admin('slots', 'publish', '--days', '60')
        for limit in ('booking.most_per_email', 'booking.most_per_person'):
            self.admin('settings', 'set', limit, '0')  # one citizen books everything in these tests
        self._web()
