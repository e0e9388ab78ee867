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
        self._web()
