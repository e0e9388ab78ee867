// core/booking/booking.h - hold, book, cancel. Each is one transaction; the same request twice is done once.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/base/date_words.h"
#include "core/base/errors.h"
#include "core/booking/token.h"
#include "core/catalogue/catalogue.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
/// One procedure of a visit, for so many people.
struct Wanted
{
    ProcedureId procedure;
    int persons = 1;
    friend bool operator==(const Wanted&, const Wanted&) = default;
};

/// What one service gives of a visit.
struct VisitPart
{
    ServiceId service;
    std::vector<Wanted> wanted;
    int minutes = 0; ///< sum of minutes x persons; the grid of the day may round it up
};

/// One part a service, in the order in which they were asked for. Two of them make linked appointments: back to back, with one
/// reference; they are held, booked, moved, cancelled and told together, or refused together.
/// @throws InvalidInput  "procedure" for nothing, more than five or an unknown one, "service" for more than two services,
///                       "persons" for more people than a procedure takes
std::vector<VisitPart> visitParts(const Catalogue& catalogue, const std::vector<Wanted>& wanted);

/// Sum over the parts: what the visit takes, without what the grid adds or passes between two parts. @throws InvalidInput  as visitParts()
int visitMinutes(const Catalogue& catalogue, const std::vector<Wanted>& wanted);

/// Asks for the starts of a visit: from now on for the desk, within the window of all its services online.
/// @throws InvalidInput  as visitParts()
StartQuery startQuery(const Catalogue& catalogue, const std::vector<Wanted>& wanted, Channel channel, Day from, int days, Instant now);
struct PlacedPart;
/// The same for a booked visit that is to move: the same order, what its procedures take (see move()), and its own place counts
/// as free.
/// @param parts  as they stand on `day`
StartQuery moveQuery(const Catalogue& catalogue, const std::vector<PlacedPart>& parts, Day day, Channel channel, Day from, int days,
                     Instant now);

struct HoldRequest
{
    Seed seed;
    std::vector<Wanted> wanted; ///< one to five, of one service or two
    Day day;
    MinuteOfDay start; ///< of a linked visit: of its first half; the order is the one that freeStarts() offers there
    Channel channel = Channel::desk;
    Language language = Language::fr; ///< of the mails
    bool beyondCapacity = false;      ///< a supervisor takes a place that is not free; book() then wants the reason
};

/// A part of a visit with its place.
struct PlacedPart
{
    ServiceId service;
    MinuteOfDay start;
    int minutes = 0;
    std::vector<Wanted> wanted;
    friend bool operator==(const PlacedPart&, const PlacedPart&) = default;
};

struct Hold
{
    AppointmentId appointment; ///< of the first part
    std::string reference;
    int minutes = 0;           ///< from the start to the end of the last part
    Instant expiresAt;
    std::vector<PlacedPart> parts; ///< in order of time
};

/// What a part that stands on `day` takes on the day `to` when it is moved: see move().
int minutesAfterMove(const Catalogue& catalogue, const PlacedPart& part, Day day, Day to);

/// Takes the place for the site's hold time.
/// @throws Refused  slotTaken, noSuchSlot, outsideHorizon, notBookableOnline, supervisorOnly, requestConflict
Hold hold(store::Connection& connection, const Catalogue& catalogue, const HoldRequest& request);

/// When the reminder goes out: the same time on the day before, by the wall clock; nothing when that has passed.
std::optional<Instant> reminderAt(const Catalogue& catalogue, Day day, MinuteOfDay start, Instant now);

/// The personal data of one appointment (UTF-8).
struct Person
{
    std::string lastName, firstName;
    BirthDate birthDate;
    std::string email, phone, note; ///< empty where there is none; the phone as checkPhone() (phone.h) writes it
    Language language = Language::fr;
};

/// Trimmed and checked. @throws InvalidInput naming the field: "last_name", "first_name", "birth_date", "email", "phone", "note"
Person checked(Person person, Day today);
/// The same for somebody whose birth date nobody knows: it is taken as it is.
Person checkedButBirthDate(Person person);
bool looksLikeEmail(std::string_view text);
/// Why somebody overrules, as staff types it: trimmed, at most 200 letters. @throws InvalidInput  "reason"
std::string checkedReason(const std::string& reason);

struct Booked
{
    AppointmentId appointment;
    std::string reference;
};

/// Makes the hold an appointment and writes its mails in the same transaction.
/// @param seed  the hold's
/// @param overruling  why the staff books beyond the capacity or a limit; empty: nobody overrules. Counts for nothing online
/// @throws Refused  holdExpired, limitReached, reasonNeeded, requestConflict
Booked book(store::Connection& connection, const Catalogue& catalogue, const Seed& seed, AppointmentId held, const Person& person,
            const std::string& overruling = {});

/// Gives a held place back before its time. Never refuses.
void release(store::Connection& connection, const Seed& seed, AppointmentId held);

/// By the desk; any part names the whole visit. @param reason  empty, or for the file
/// @param revision  as it was read, so that a colleague's change in between is not lost; none: as it is now
/// @throws Refused  appointmentGone, alreadyArrived, changedMeanwhile
void cancel(store::Connection& connection, const RequestKey& key, AppointmentId appointment, const std::string& reason,
            std::optional<int> revision = {});
/// By the citizen, through the manage link. @throws Refused  codeUnknown, appointmentGone, alreadyArrived, tooLate
void cancelByCitizen(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, const std::string& manageToken);

/// By the desk: the same procedures on another day or at another start, also one that overlaps the old. Reference and
/// tokens stay; the citizen gets a mail. Of a linked visit the second half follows as soon as there is a place for it.
/// It takes as many whole granules of the new day as its procedures need. A visit whose length is not that of its procedures (an
/// imported one may have none) keeps its minutes, rounded up.
/// @param revision  of the appointment as it was read: a colleague's change in between is not lost
/// @throws Refused  slotTaken (the old place is kept), noSuchSlot, appointmentGone, alreadyArrived, changedMeanwhile
void move(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment, int revision,
          Day day, MinuteOfDay start);

/// By the citizen, through the manage link, to a start that online booking offers. @throws Refused  as move(), and
/// codeUnknown, tooLate (it has begun), outsideHorizon, notBookableOnline
void moveByCitizen(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, const std::string& manageToken,
                   int revision, Day day, MinuteOfDay start);

/// What the manage link may show: no name, no address.
struct ManagedAppointment
{
    AppointmentId appointment;
    std::string reference;
    int revision = 0; ///< for moveByCitizen()
    bool cancelled = false;
    Instant holdExpiresAt; ///< epoch unless still only held
    bool held = false;
    ServiceId service;
    Day day;
    MinuteOfDay start;
    int minutes = 0;               ///< from the start to the end of the last part
    std::vector<Wanted> wanted;    ///< of all parts
    std::vector<PlacedPart> parts; ///< one, or two in order of time
    std::string checkInToken; ///< for the QR code; empty when cancelled or still held
    bool mailGoesOut = false; ///< there is an e-mail address
};

/// @throws Refused  codeUnknown
ManagedAppointment appointmentByManageToken(store::Connection& connection, const std::string& manageToken);
} // namespace accueil
