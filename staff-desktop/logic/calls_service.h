// staff-desktop/logic/calls_service.h - what the page of people to call asks of the shared data.
#pragma once
#include "core/booking/stranded_visits.h"
#include "core/booking/to_call.h"
#include "staff-desktop/logic/offers.h"

namespace accueil
{
/// All that the page shows, of one moment.
struct PeopleToCall
{
    std::vector<PersonToCall> open;      ///< in order of what comes first
    std::vector<PersonToCall> told;      ///< of the last days, the latest first
    std::vector<StrandedVisit> stranded; ///< also those who are to call already
};

/// Who tells the citizen of a change.
enum class Telling {
    byTown, ///< a mail, or a line on the list of people to call
    byMe,   ///< the one who is on the telephone: nobody has to call any more
};

/// Errors: see DeskService. Worker thread.
class CallsService
{
public:
    virtual ~CallsService() = default;

    virtual PeopleToCall peopleToCall() = 0;
    virtual void markCalled(const RequestKey& key, AppointmentId appointment, CallReason reason,
                            CallOutcome outcome) = 0;
    virtual void nobodyAnswered(const RequestKey& key, AppointmentId appointment, CallReason reason) = 0;
    /// A confirmation goes to the new address, and nobody has to call any more.
    virtual void correctEmail(const RequestKey& key, AppointmentId appointment, const std::string& email) = 0;
    virtual std::vector<DayOfStarts> startsToMove(AppointmentId appointment, Day from, int days) = 0;
    virtual void moveStranded(const RequestKey& key, AppointmentId appointment, int revision, const Offer& to,
                              Telling telling) = 0;
    virtual void cancelStranded(const RequestKey& key, AppointmentId appointment, const std::string& reason,
                                Telling telling) = 0;
    virtual void keepStranded(const RequestKey& key, AppointmentId appointment) = 0;
    virtual void callStranded(const RequestKey& key, AppointmentId appointment) = 0;
};
} // namespace accueil
