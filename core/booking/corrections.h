// core/booking/corrections.h - what the desk corrects on a booked appointment without moving it. Each act is one transaction;
// the same key again does nothing twice. Staff accounts only.
#pragma once
#include "core/booking/booking.h"

namespace accueil
{
/// Writes name, birth date, contacts, note and the language of the mails. A new e-mail address gets a confirmation, and the
/// reminder goes there; taking the address away stops the mails that still wait.
/// @param before  as it was on the screen: what a colleague changed in between is not lost
/// @throws Refused  changedMeanwhile, appointmentGone, requestConflict; InvalidInput as checked()
void changePerson(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment,
                  const Person& before, const Person& after);

/// The mail that says how the appointment is now goes out once more (a cancelled one's cancellation).
/// @throws Refused  appointmentGone (nothing to send: over, or no address), requestConflict
void sendAgain(store::Connection& connection, const RequestKey& key, AppointmentId appointment);

/// What the printed sheet needs and no screen shows. @throws Refused  appointmentGone
struct VisitSecrets
{
    std::string checkInToken, manageToken;
};
VisitSecrets secretsOf(store::Connection& connection, AppointmentId appointment);
} // namespace accueil
