// core/booking/stranded_visits.h - appointments that have lost their place, and what the town does about them. Staff
// accounts only. Every act is one transaction; the same key again does nothing twice.
#pragma once
#include "core/booking/booking.h"
#include <optional>

namespace accueil
{
/// A booked appointment for which the hours, as they are published now, have no place.
struct StrandedVisit
{
    AppointmentId appointment; ///< of linked ones the first: the acts concern the whole visit
    std::string reference;
    int revision = 0; ///< for moveByTown()
    ServiceId service;
    Day day;
    MinuteOfDay start;
    int minutes = 0;
    std::string lastName, firstName, phone; ///< UTF-8; no phone: empty
    bool hasEmail = false;                  ///< then an act sends a mail, else a line on the list of people to call
    bool toCall = false;                    ///< somebody is to call already
    std::vector<ProcedureId> procedures; ///< of the whole visit
    Language language = Language::fr;    ///< of the citizen
    Instant bookedAt;
};

/// The latest booked first; as many as are too many, without those that the town keeps. Places given knowingly over the
/// capacity are stranded only where nothing is offered any more.
/// @param service  0: every service of the catalogue  @param from, days  the range, from >= today
std::vector<StrandedVisit> strandedNow(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from,
                                       int days);

/// Cancels; the citizen reads the reason, in the mail or in the letter.
/// @param reason  empty, or one line of at most 200 bytes for the citizen's eyes  @throws Refused as cancel(), InvalidInput("reason")
void cancelByTown(store::Connection& connection, const RequestKey& key, AppointmentId appointment, const std::string& reason);

/// Moves, as move(). @throws Refused  as move()
void moveByTown(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment,
                int revision, Day day, MinuteOfDay start);

/// Where a booked visit could go: its own place counts as free. Of linked ones the order stays.
/// @throws Refused  appointmentGone
std::vector<DayOfStarts> startsToMove(store::Connection& connection, const Catalogue& catalogue, AppointmentId appointment, Day from,
                                      int days);

/// The citizen comes as agreed although there is no place: no longer listed as stranded, until the appointment moves.
/// @throws Refused  appointmentGone, alreadyArrived
void keepStranded(store::Connection& connection, const RequestKey& key, AppointmentId appointment);

/// Somebody is to call, to agree on another time: puts it on the list of people to call. @throws as keepStranded()
void callStranded(store::Connection& connection, const RequestKey& key, AppointmentId appointment);
} // namespace accueil
