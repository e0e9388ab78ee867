// core/booking/history.h - who did what with an appointment, and when. Staff accounts only.
#pragma once
#include "core/booking/booking.h"

namespace accueil
{
enum class HistoryAct {
    held, booked, imported, moved, changed, cancelled, cancelledByCitizen, cancelledByTown, movedByCitizen,
    checkedIn, called, served, missed,
    mailSent, mailFailed, mailAskedAgain, toCall, told, kept
};

struct HistoryEntry
{
    Instant at; ///< UTC
    HistoryAct act = HistoryAct::booked;
    std::string who;                 ///< the colleague's name as staff has it; empty for the citizen and for programs
    std::vector<std::string> fields; ///< of changed: "phone", "note" …; of mails: "confirmation", "reminder" … ; never a value
};

/// The newest first, of every part of the visit. From the audit trail, the mails and the list of people to call.
std::vector<HistoryEntry> visitHistory(store::Connection& connection, AppointmentId appointment);
} // namespace accueil
