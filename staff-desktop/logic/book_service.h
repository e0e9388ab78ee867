// staff-desktop/logic/book_service.h - what booking asks of the shared data.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/booking/appointment.h"
#include "core/booking/known_people.h"

namespace accueil
{
/// Errors: see DeskService. Worker thread.
class BookService
{
public:
    virtual ~BookService() = default;

    virtual std::vector<DayOfStarts> freeStarts(const StartQuery& query) = 0;
    virtual Hold hold(const HoldRequest& request) = 0;
    virtual void release(const Seed& seed, AppointmentId held) = 0;
    /// @param overruling  why the staff books beyond a limit or the places; empty: nobody overrules
    virtual Booked book(const Seed& seed, AppointmentId held, const Person& person,
                        const std::string& overruling) = 0;

    virtual std::vector<KnownPerson> knownPeople(const Person& typed) = 0;
    virtual std::vector<Appointment> upcomingVisits(const Person& person, Day today) = 0;
};
} // namespace accueil
