// staff-desktop/logic/book_service.h - what booking asks of the shared data.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/booking/booking.h"

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
    virtual Booked book(const Seed& seed, AppointmentId held, const Person& person) = 0;
};
} // namespace accueil
