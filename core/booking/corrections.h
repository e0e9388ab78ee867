// core/booking/corrections.h - what the desk corrects on a booked appointment without moving it. Each act is
// one transaction; the same key again does nothing twice. Staff accounts only.
#pragma once
#include "core/booking/booking.h"

namespace accueil
{
/// Writes name, birth date, contacts, note and the language of the mails; of a cancelled or past visit too. A
/// new e-mail address of one to come gets a confirmation, and the reminder goes there; taking the address
/// away stops the mails that still wait.
/// @param appointment  any part names the visit
/// @param before  as it was on the screen: what a colleague changed in between is not lost
/// @throws Refused  changedMeanwhile, appointmentGone (erased, or never booked), requestConflict;
/// InvalidInput as checked(); a birth
///                  date that was not known may stay so
void changePerson(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key,
                  AppointmentId appointment, const Person& before, const Person& after);

/// The mail that says how the appointment is now goes out once more: the confirmation, of a cancelled one the
/// cancellation.
/// @throws Refused  appointmentGone (nothing to send: arrived, over, or no address), requestConflict
void sendAgain(store::Connection& connection, const RequestKey& key, AppointmentId appointment);

/// What the printed sheet needs and no screen shows. @throws Refused  appointmentGone
struct VisitSecrets
{
    std::string checkInToken, manageToken;
};
VisitSecrets secretsOf(store::Connection& connection, AppointmentId appointment);
} // namespace accueil
