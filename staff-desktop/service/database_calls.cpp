#include "core/booking/corrections.h"
#include "core/booking/stranded_visits.h"
#include "core/booking/to_call.h"
#include "staff-desktop/service/desk_session.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr int daysAhead = 400;            // as far as places are ever published
constexpr std::chrono::days daysShown{7}; // of what was done

std::vector<StrandedVisit> strandedFromToday(store::Connection& connection, const Catalogue& catalogue)
{
    const Day today = catalogue.zone().toLocal(connection.clock().now()).day;
    return strandedNow(connection, catalogue, {}, today, daysAhead);
}
} // namespace

PeopleToCall DatabaseDesk::peopleToCall()
{
    Session& at = session();
    PeopleToCall all;
    all.open = callList(at.connection, *at.catalogue, true);
    all.told = toldSince(at.connection, *at.catalogue, at.connection.clock().now() - daysShown);
    all.stranded = strandedFromToday(at.connection, *at.catalogue);
    return all;
}

void DatabaseDesk::markCalled(const RequestKey& key, AppointmentId appointment, CallReason reason,
                              CallOutcome outcome)
{
    accueil::markCalled(session().connection, key, appointment, reason, outcome);
}

void DatabaseDesk::nobodyAnswered(const RequestKey& key, AppointmentId appointment, CallReason reason)
{
    accueil::nobodyAnswered(session().connection, key, appointment, reason);
}

/// Asked again after a loss, the address may be the new one already.
void DatabaseDesk::correctEmail(const RequestKey& key, AppointmentId appointment, const std::string& email)
{
    const auto visit = findAppointment(session().connection, appointment);
    if (!visit) throw Refused(Refusal::appointmentGone);
    if (visit->person.email == email) return;
    Person right = visit->person;
    right.email = email;
    accueil::changePerson(session().connection, *session().catalogue, key, appointment, visit->person, right);
}

std::vector<DayOfStarts> DatabaseDesk::startsToMove(AppointmentId appointment, Day from, int days)
{
    return accueil::startsToMove(session().connection, *session().catalogue, appointment, from, days);
}

void DatabaseDesk::moveStranded(const RequestKey& key, AppointmentId appointment, int revision,
                                const Offer& to, Telling telling)
{
    const auto act = telling == Telling::byTown ? accueil::moveByTown : accueil::move;
    act(session().connection, *session().catalogue, key, appointment, revision, to.day, to.start);
}

void DatabaseDesk::cancelStranded(const RequestKey& key, AppointmentId appointment, const std::string& reason,
                                  Telling telling)
{
    store::Connection& connection = session().connection;
    if (telling == Telling::byTown)
        accueil::cancelByTown(connection, key, appointment, reason);
    else
        accueil::cancel(connection, key, appointment, reason);
}

void DatabaseDesk::keepStranded(const RequestKey& key, AppointmentId appointment)
{
    accueil::keepStranded(session().connection, key, appointment);
}

void DatabaseDesk::callStranded(const RequestKey& key, AppointmentId appointment)
{
    accueil::callStranded(session().connection, key, appointment);
}
} // namespace accueil
