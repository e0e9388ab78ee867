// core/booking/history.h - who did what with an appointment, and when. Staff accounts only.
#pragma once
#include "core/booking/booking.h"

namespace accueil
{
enum class HistoryAct {
    held,
    booked,
    imported,
    moved,
    changed,
    cancelled,
    cancelledByCitizen,
    cancelledByTown,
    movedByCitizen,
    checkedIn,
    called,
    served,
    missed,
    mailSent,
    mailFailed,
    mailAskedAgain,
    toCall,
    told,
    kept,
    movedByTown, ///< the town moved it on its own account and tells the citizen
    cameBack,    ///< missed the calls, and is back in the queue
    notReached,  ///< somebody called, nobody answered
    setAside,    ///< at the counter, to come back to it
    sentOn,      ///< from a counter to another one, or to another service
    takenBack,   ///< the end of the visit was a mis-click
    closed       ///< ended by a supervisor without being served
};

struct HistoryEntry
{
    Instant at; ///< UTC
    HistoryAct act = HistoryAct::booked;
    std::string who; ///< the colleague's name as staff has it; empty for the citizen and for programs
    /// Never a value. Of changed: "last_name", "first_name", "birth_date", "email", "phone", "note",
    /// "language"; of mails: "confirmation", "reminder", "change", "cancellation"; of toCall, told and
    /// notReached the reason: "stranded", "moved", "cancelled", "mail_failed"; of told then how: "called",
    /// "letter"; of held and booked the channel: "online", "phone", "desk".
    std::vector<std::string> fields;
};

const char* nameOf(HistoryAct act); ///< "moved_by_citizen"

/// The newest first, of the whole visit, whichever part is named. The hold is left out once it is booked.
std::vector<HistoryEntry> visitHistory(store::Connection& connection, AppointmentId appointment);
} // namespace accueil
