// booking-cgi/booking_service.h - what the pages ask of the town. A database stands behind it, or a script in
// tests.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/agenda/hours.h"
#include "core/booking/booking.h"
#include "core/catalogue/catalogue.h"
#include <memory>

namespace accueil::web
{
/// One thread. Every call may throw ConnectionLost, and what core/booking/booking.h says.
class BookingService
{
public:
    virtual ~BookingService() = default;

    /// The town's offer of now. What was given out stays whole when a newer one comes.
    virtual std::shared_ptr<const Catalogue> catalogue() = 0;
    /// The offer as last seen, without asking anybody; null when it was never seen.
    virtual std::shared_ptr<const Catalogue> lastCatalogue() const = 0;
    virtual Instant now() const = 0; ///< the server's clock

    /// Online starts of a visit, one entry a day from today to the horizon.
    virtual std::vector<DayOfStarts> freeStarts(const std::vector<Wanted>& wanted) = 0;
    /// The same for a visit that stands, to move it: its own place counts as free.
    virtual std::vector<DayOfStarts> startsToMove(const ManagedAppointment& appointment) = 0;
    /// Of the site and of its services, by first day.
    virtual std::vector<StoredClosure> closures() = 0;
    virtual Hold hold(const HoldRequest& request) = 0;
    virtual void release(const Seed& seed, AppointmentId held) = 0;
    virtual Booked book(const Seed& seed, AppointmentId held, const Person& person) = 0;
    virtual ManagedAppointment appointment(const std::string& manageToken) = 0;
    /// @param revision  of the appointment as the visitor saw it
    virtual void move(const RequestKey& key, const std::string& manageToken, int revision,
                      const LocalTime& start) = 0;
    virtual void cancel(const RequestKey& key, const std::string& manageToken) = 0;
    /// One form more from this source. @throws Refused  tooManyAttempts
    virtual void countForm(const std::string& source, int most) = 0;
};
} // namespace accueil::web
