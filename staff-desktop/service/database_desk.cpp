#include "staff-desktop/service/database_desk.h"

namespace accueil
{
struct DatabaseDesk::Session
{
    Session(store::DatabaseConfig database, ServerClock& clock)
        : connection(std::move(database), clock), staff(currentStaff(connection)),
          catalogue(std::make_shared<const Catalogue>(Catalogue::load(connection, staff.site))),
          queue(staff.site, store::Topic::queue), agenda(staff.site, store::Topic::agenda),
          settings(staff.site, store::Topic::settings)
    {
    }
    store::Connection connection;
    StaffMember staff;
    std::shared_ptr<const Catalogue> catalogue;
    store::EventReader queue, agenda, settings;
};

DatabaseDesk::DatabaseDesk(store::DatabaseConfig database, ServerClock& clock)
    : database_(std::move(database)), clock_(clock)
{
}

DatabaseDesk::~DatabaseDesk() = default;

DatabaseDesk::Session& DatabaseDesk::session()
{
    if (!session_) throw AccessDenied("nobody is logged in", 0);
    return *session_;
}

DeskSession DatabaseDesk::logIn(const std::string& account, const std::string& password)
{
    session_.reset();
    store::DatabaseConfig database = database_;
    database.user = account;
    database.password = password;
    session_ = std::make_unique<Session>(std::move(database), clock_);
    return {session_->staff, session_->catalogue};
}

std::shared_ptr<const Catalogue> DatabaseDesk::catalogue()
{
    Session& at = session();
    at.catalogue = std::make_shared<const Catalogue>(Catalogue::load(at.connection, at.staff.site));
    return at.catalogue;
}

News DatabaseDesk::news()
{
    Session& at = session();
    const auto changed = [](const store::Changes& changes) {
        return changes.reloadAll || !changes.events.empty();
    };
    News news;
    const auto queue = at.queue.poll(at.connection);
    news.queue = changed(queue);
    for (const auto& event : queue.events)
        if (event.kind == "called") news.called.emplace_back(event.ticket, event.counter);
    news.agenda = changed(at.agenda.poll(at.connection));
    news.settings = changed(at.settings.poll(at.connection));
    return news;
}

std::vector<DayOfStarts> DatabaseDesk::freeStarts(const StartQuery& query)
{
    return accueil::freeStarts(session().connection, query);
}

Hold DatabaseDesk::hold(const HoldRequest& request)
{
    return accueil::hold(session().connection, *session().catalogue, request);
}

void DatabaseDesk::release(const Seed& seed, AppointmentId held)
{
    accueil::release(session().connection, seed, held);
}

Booked DatabaseDesk::book(const Seed& seed, AppointmentId held, const Person& person)
{
    return accueil::book(session().connection, *session().catalogue, seed, held, person);
}

std::vector<Appointment> DatabaseDesk::appointmentsOf(Day day)
{
    return appointmentsOfDay(session().connection, session().staff.site, day);
}

IssuedTicket DatabaseDesk::checkIn(const RequestKey& key, AppointmentId appointment,
                                   const Admission& admission)
{
    return accueil::checkIn(session().connection, *session().catalogue, key, appointment, admission);
}

CounterSituation DatabaseDesk::situation()
{
    Session& at = session();
    CounterSituation now;
    now.seats = seats(at.connection, *at.catalogue);
    for (const auto& seat : now.seats)
        if (seat.mine) now.counter = seat.counter;
    const Counter* counter = at.catalogue->find(now.counter);
    if (!counter) {
        now.own = waitingTickets(at.connection, *at.catalogue);
        return now;
    }
    now.visitor = counterView(at.connection, *at.catalogue, now.counter).ticket;
    if (now.visitor && now.visitor->appointment)
        now.appointment = findAppointment(at.connection, now.visitor->appointment);
    if (!counter->serves.empty()) now.own = waitingTickets(at.connection, *at.catalogue, counter->serves);
    if (!counter->helps.empty()) now.helped = waitingTickets(at.connection, *at.catalogue, counter->helps);
    return now;
}

void DatabaseDesk::openCounter(CounterId counter)
{
    accueil::openCounter(session().connection, *session().catalogue, counter);
}

void DatabaseDesk::closeCounter(CounterId counter)
{
    accueil::closeCounter(session().connection, *session().catalogue, counter);
}

Ticket DatabaseDesk::callNext(const RequestKey& key, CounterId counter)
{
    return accueil::callNext(session().connection, *session().catalogue, key, counter);
}

Ticket DatabaseDesk::callAgain(const RequestKey& key, CounterId counter)
{
    return accueil::callAgain(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::isHere(const RequestKey& key, CounterId counter)
{
    accueil::isHere(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::noShow(const RequestKey& key, CounterId counter)
{
    accueil::noShow(session().connection, *session().catalogue, key, counter);
}

void DatabaseDesk::finish(const RequestKey& key, CounterId counter)
{
    accueil::finish(session().connection, *session().catalogue, key, counter);
}
} // namespace accueil
