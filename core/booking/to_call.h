// core/booking/to_call.h - people to be told by telephone or letter, because no mail reaches them. Staff accounts only.
#pragma once
#include "core/booking/booking.h"
#include <optional>

namespace accueil
{
/// Why a person is on the list.
enum class CallReason {
    stranded,  ///< the appointment has no place any more: agree on another time
    moved,     ///< the town moved it
    cancelled, ///< the town cancelled it
    mailFailed ///< no mail server takes the mails of this appointment
};

enum class CallOutcome { open, called, letter, kept, settled };

struct PersonToCall
{
    AppointmentId appointment;
    std::string reference;
    CallReason reason = CallReason::stranded;
    CallOutcome outcome = CallOutcome::open;
    std::string lastName, firstName, phone; ///< UTF-8; no phone: empty
    Language language = Language::fr;
    ServiceId service;
    std::vector<ProcedureId> procedures;
    Day day; ///< as the appointment is now, or was when it was cancelled
    MinuteOfDay start;
    int minutes = 0;
    bool cancelled = false;
    std::string cancelReason; ///< only what the town wrote for the citizen
    Day wasDay;               ///< what the citizen knows of
    MinuteOfDay wasStart;
    Instant createdAt, doneAt; ///< doneAt: the epoch while open
    std::string doneBy;        ///< account
    std::string doneByName;    ///< of the colleague, as staff has it; else the account
    int tries = 0;             ///< calls that nobody answered
    Instant triedAt{};         ///< the last of them
    std::vector<PlacedPart> parts{}; ///< as they are now, in order of time: two of a visit to two services
};

/// In order of what comes first. Open are those which somebody still has to tell of something: not who has changed or
/// cancelled the appointment since, and not what is over.
std::vector<PersonToCall> callList(store::Connection& connection, const Catalogue& catalogue, bool openOnly);

/// Whom somebody told, or decided about, from then on; the latest first.
std::vector<PersonToCall> toldSince(store::Connection& connection, const Catalogue& catalogue, Instant since);

/// Ticks one line off. @param outcome  called, letter or settled
/// @throws Refused  changedMeanwhile when it is no longer open
void markCalled(store::Connection& connection, const RequestKey& key, AppointmentId appointment, CallReason reason,
                CallOutcome outcome);

/// Nobody answered the telephone: the line stays, and says so at every desk.
/// @throws Refused  changedMeanwhile when it is no longer open
void nobodyAnswered(store::Connection& connection, const RequestKey& key, AppointmentId appointment, CallReason reason);

const char* nameOf(CallReason reason);   ///< "mail_failed"
const char* nameOf(CallOutcome outcome); ///< "called"
} // namespace accueil
