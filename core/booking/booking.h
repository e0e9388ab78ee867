// core/booking/booking.h - hold, book, cancel. Each is one transaction; the same request twice is done once.
#pragma once
#include "core/agenda/channel.h"
#include "core/base/date_words.h"
#include "core/base/errors.h"
#include "core/booking/token.h"
#include "core/catalogue/catalogue.h"
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

/// Length of a visit in minutes: sum of minutes x persons, rounded up to the service's granules.
/// @throws InvalidInput  for nothing or more than five, two services, or more people than a procedure takes
int visitMinutes(const Catalogue& catalogue, const std::vector<Wanted>& wanted);

struct HoldRequest
{
    Seed seed;
    std::vector<Wanted> wanted; ///< one to five, of one service
    Day day;
    MinuteOfDay start;
    Channel channel = Channel::desk;
    Language language = Language::fr; ///< of the mails
};

struct Hold
{
    AppointmentId appointment;
    std::string reference;
    int minutes = 0;
    Instant expiresAt;
};

/// Takes the place for the site's hold time.
/// @throws Refused  slotTaken, noSuchSlot, outsideHorizon, notBookableOnline, requestConflict
Hold hold(store::Connection& connection, const Catalogue& catalogue, const HoldRequest& request);

/// When the reminder goes out: the same time on the day before, by the wall clock; nothing when that has passed.
std::optional<Instant> reminderAt(const Catalogue& catalogue, Day day, MinuteOfDay start, Instant now);

/// The personal data of one appointment (UTF-8).
struct Person
{
    std::string lastName, firstName;
    BirthDate birthDate;
    std::string email, phone, note; ///< empty where there is none
    Language language = Language::fr;
};

/// Trimmed and checked. @throws InvalidInput naming the field: "last_name", "first_name", "birth_date", "email", "phone", "note"
Person checked(Person person, Day today);
/// The same for somebody whose birth date nobody knows: it is taken as it is.
Person checkedButBirthDate(Person person);
bool looksLikeEmail(std::string_view text);

struct Booked
{
    AppointmentId appointment;
    std::string reference;
};

/// Makes the hold an appointment and writes its mails in the same transaction.
/// @param seed  the hold's
/// @throws Refused  holdExpired, appointmentGone, requestConflict
Booked book(store::Connection& connection, const Catalogue& catalogue, const Seed& seed, AppointmentId held, const Person& person);

/// Gives a held place back before its time. Never refuses.
void release(store::Connection& connection, const Seed& seed, AppointmentId held);

/// By the desk. @param reason  empty, or for the file  @throws Refused  appointmentGone, alreadyArrived
void cancel(store::Connection& connection, const RequestKey& key, AppointmentId appointment, const std::string& reason);
/// By the citizen, through the manage link. @throws Refused  codeUnknown, appointmentGone, alreadyArrived, tooLate
void cancelByCitizen(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, const std::string& manageToken);

/// By the desk: the same procedures on another day or at another start, also one that overlaps the old. Reference and
/// tokens stay; the citizen gets a mail.
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
    int minutes = 0;
    std::vector<Wanted> wanted;
    std::string checkInToken; ///< for the QR code; empty when cancelled or still held
    bool mailGoesOut = false; ///< there is an e-mail address
};

/// @throws Refused  codeUnknown
ManagedAppointment appointmentByManageToken(store::Connection& connection, const std::string& manageToken);
} // namespace accueil
