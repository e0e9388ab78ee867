"""Verviers with nothing but what the booking page needs: the database, an account, lighttpd."""
from stage.town import PrivateTown, Town


class BookingTown(Town):
    def start(self):
        PrivateTown.start(self)
        self.admin('slots', 'publish', '--days', '60')
        for limit in ('booking.most_per_email', 'booking.most_per_person'):
            self.admin('settings', 'set', limit, '0')  # one citizen books everything in these tests
        self._web()
