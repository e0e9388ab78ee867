// core/queue/arrival.h - from the door to a ticket: check-in and walk-in, at the kiosk and at the desk.
#pragma once
#include "core/base/messages.h"
#include "core/booking/token.h"
#include "core/catalogue/catalogue.h"
#include "core/queue/estimate.h"
#include "core/booking/booking.h"

namespace accueil
{
/// What a kiosk may know of an appointment: no name, no address, no birth date.
struct Found
{
    AppointmentId appointment;
    ServiceId service;
    Day day;
    MinuteOfDay start;
    std::vector<Wanted> wanted;
    bool alreadyArrived = false; ///< then `ticket` stands, and can be printed again
    TicketId ticket;
};

/// By the QR code, or the code of an older system that an appointment was imported with.
/// @param token  as parseScannedCode gives it
/// @throws Refused  codeUnknown, appointmentGone (cancelled or never confirmed), wrongSite
/// Another day is no refusal here: the caller shows the day it is on.
Found findByCheckInToken(store::Connection& connection, const std::string& token);

/// By birth date, today, this site. Several people may share a birth date: the caller asks for the time.
/// Never called inside a transaction: the brake on guesses commits by itself.
/// @throws Refused  nobodyFound, tooManyAttempts
std::vector<Found> findByBirthDate(store::Connection& connection, const Catalogue& catalogue, const BirthDate& date);

/// The times to choose from when asked "at what time is your appointment?": the true ones among decoys, sorted,
/// the true one never first twice in a row for the same appointment and day. Pure; nothing random but the id.
std::vector<MinuteOfDay> timesToChooseFrom(const std::vector<MinuteOfDay>& truth, AppointmentId appointment, int granuleMinutes,
                                           MinuteOfDay opens, MinuteOfDay closes);

struct IssuedTicket
{
    TicketId ticket;
    std::string number; ///< "A042"
    std::string area;   ///< "A"
    int ahead = 0;      ///< people due before
    WaitRange wait;
    bool late = false;  ///< over the limit: in the order of arrival
    ServiceId service;
    std::vector<ProcedureId> procedures;
    std::optional<MinuteOfDay> appointment;
    Instant arrivedAt;
    ServiceId next = {}; ///< where the visitor goes on to with the same ticket, or 0
};

/// How a visitor is let in.
struct Admission
{
    bool priority = false;       ///< wheelchair, pregnancy, age …
    bool byReception = false;    ///< the reception decides: a very late visitor goes in the order of arrival
};

/// @throws Refused  wrongDay, wrongSite, appointmentGone, alreadyArrived, tooLate (the reception decides), foreignClock
IssuedTicket checkIn(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment,
                     Admission admission = {});

/// A ticket for somebody without appointment. @param procedure  says the service
/// What is urgent in the catalogue is given to staff only, and to them always: a person has judged it. The rest as long
/// as the service's walk-ins are not stopped, the half-hour's quota is not reached, and the turn would come before the
/// service closes; what needs an appointment never.
/// @throws Refused  walkInsStopped, walkInQuota, walkInsOver
IssuedTicket walkIn(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, ProcedureId procedure,
                    Language language, bool priority = false);

/// "Ensuite : Passeports, zone B, avec le même numéro." For whoever goes on to a second service.
std::string afterwardsInWords(const Messages& messages, const std::string& service, const std::string& area);

/// Who missed the calls has turned up: back in the queue with the same number, due at once.
/// @throws Refused  notThisState when the ticket is not missed (any more), or is not of today
IssuedTicket putBack(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, TicketId ticket);

/// A ticket of today once more: to print it again. @throws Refused  notThisState when it is over
IssuedTicket issuedTicket(store::Connection& connection, const Catalogue& catalogue, TicketId ticket);
} // namespace accueil
