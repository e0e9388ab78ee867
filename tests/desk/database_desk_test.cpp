#include "core/base/errors.h"
#include "staff-desktop/service/database_desk.h"
#include "tests/support/private_database.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
/// Verviers at 08:40 on a Tuesday; one server for all the cases.
struct Town
{
    test::PrivateDatabase server{
        {.at = "2026-11-24 07:40:00", .schema = true, .sample = "verviers", .days = 10}};
    std::string marie = server.staff("marie", "reception"), luc = server.staff("luc", "agent"),
                anne = server.staff("anne", "agent");
    Config config = Config::fromFile(server.config("marie", marie));

    static Town& instance()
    {
        static Town town;
        return town;
    }
};

struct Post
{
    Town& town = Town::instance();
    ServerClock clock;
    DatabaseDesk desk{store::DatabaseConfig::withoutAccount(town.config), clock};
    DeskSession session;

    Post(const std::string& account, const std::string& password) : session(desk.logIn(account, password)) {}

    Day today() const { return session.catalogue->zone().toLocal(clock.now()).day; }
    Wanted wanted(const char* code) const { return {session.catalogue->procedureByCode(code)->id, 1}; }
    MinuteOfDay firstFree(const char* code)
    {
        const auto& procedure = *session.catalogue->procedureByCode(code);
        const auto days = desk.freeStarts({.service = procedure.service,
                                           .from = today(),
                                           .days = 1,
                                           .minutes = procedure.minutes,
                                           .channel = Channel::desk,
                                           .earliest = session.catalogue->zone().toLocal(clock.now())});
        return days.at(0).starts.at(0).start;
    }
    AppointmentId book(const char* code)
    {
        const Seed seed = Seed::random();
        const HoldRequest request{seed,          {wanted(code)}, today(), firstFree(code),
                                  Channel::desk, Language::fr};
        const Hold held = desk.hold(request);
        Person person;
        person.lastName = "Exemple";
        person.firstName = "Camille";
        person.birthDate = {1958, 3, 14};
        person.note = "Entend mal.";
        return desk.book(seed, held.appointment, person, "").appointment;
    }
};

RequestKey newKey()
{
    return Seed::random().requestKey("test");
}
} // namespace

BOOST_AUTO_TEST_SUITE(database_desk)

BOOST_AUTO_TEST_CASE(who_may_not_sit_here_is_told_apart)
{
    Town& town = Town::instance();
    ServerClock clock;
    DatabaseDesk desk(store::DatabaseConfig::withoutAccount(town.config), clock);
    BOOST_CHECK_THROW(desk.logIn("marie", "wrong"), AccessDenied);
    BOOST_CHECK_THROW(desk.logIn("nobody", "wrong"), AccessDenied);
    BOOST_CHECK_THROW(desk.news(), AccessDenied);
    const Config kiosk = Config::fromFile(town.server.device("borne-9", "kiosk"));
    BOOST_CHECK_THROW(desk.logIn("borne-9", kiosk.secret("database.password")), StoreError);
    BOOST_TEST(desk.logIn("marie", town.marie).staff.account == "marie");
}

BOOST_AUTO_TEST_CASE(one_visit_goes_through_the_desk_and_is_news_to_a_colleague)
{
    Post reception("marie", Town::instance().marie), agent("luc", Town::instance().luc);
    BOOST_TEST((agent.session.staff.role == Role::agent));
    BOOST_TEST(agent.desk.news().queue); // the first says that everything changed
    BOOST_TEST(!agent.desk.news().queue);

    const AppointmentId appointment = reception.book("POP-EID");
    BOOST_TEST(agent.desk.news().agenda);
    const auto listed = agent.desk.appointmentsOf(agent.today());
    const auto booked = std::ranges::find(listed, appointment, &Appointment::id);
    BOOST_REQUIRE((booked != listed.end()));
    BOOST_TEST((booked->state == VisitState::booked));
    BOOST_TEST(booked->person.note == "Entend mal.");

    const RequestKey arrival = newKey();
    const IssuedTicket ticket = reception.desk.checkIn(arrival, appointment, {});
    BOOST_TEST((reception.desk.checkIn(arrival, appointment, {}).ticket == ticket.ticket));
    const Counter& first = *agent.session.catalogue->counterByNumber(1);
    agent.desk.openCounter(first.id);
    CounterSituation now = agent.desk.situation();
    BOOST_TEST((now.counter == first.id));
    BOOST_REQUIRE(now.own.size() == 1u);
    BOOST_TEST(now.own[0].number == ticket.number);

    const RequestKey call = newKey();
    const Ticket called = agent.desk.callNext(call, first.id);
    BOOST_TEST((agent.desk.callNext(call, first.id).id == called.id)); // the same click twice calls once
    const News news = reception.desk.news();
    BOOST_TEST(news.queue);
    now = agent.desk.situation();
    BOOST_REQUIRE(now.visitor.has_value());
    BOOST_TEST(now.visitor->calls == 1);
    BOOST_REQUIRE(now.appointment.has_value());
    BOOST_TEST(now.appointment->person.lastName == "Exemple");
    agent.desk.isHere(newKey(), first.id);
    agent.desk.finish(newKey(), first.id);
    BOOST_TEST(!agent.desk.situation().visitor.has_value());
    agent.desk.closeCounter(first.id);
    BOOST_TEST(!agent.desk.situation().counter);
}

BOOST_AUTO_TEST_CASE(a_taken_counter_says_by_whom)
{
    Post luc("luc", Town::instance().luc), anne("anne", Town::instance().anne);
    const CounterId second = luc.session.catalogue->counterByNumber(2)->id;
    luc.desk.openCounter(second);
    BOOST_CHECK_THROW(anne.desk.openCounter(second), Refused);
    const auto situation = anne.desk.situation();
    const auto seat = std::ranges::find(situation.seats, second, &Seat::counter);
    BOOST_REQUIRE((seat != situation.seats.end()));
    BOOST_TEST(seat->open);
    BOOST_TEST(!seat->mine);
    BOOST_TEST(!seat->staff.empty());
    luc.desk.closeCounter(second);
}

BOOST_AUTO_TEST_CASE(the_reception_sees_the_queue_but_may_not_call)
{
    Post reception("marie", Town::instance().marie);
    reception.desk.situation();
    BOOST_CHECK_THROW(reception.desk.openCounter(reception.session.catalogue->counterByNumber(1)->id),
                      NotAllowed);
}

BOOST_AUTO_TEST_CASE(a_server_that_was_away_is_found_again_without_a_new_log_in)
{
    Post reception("marie", Town::instance().marie);
    reception.desk.news();
    Town::instance().server.kill();
    BOOST_CHECK_THROW(reception.desk.news(), ConnectionLost);
    BOOST_CHECK_THROW(reception.desk.appointmentsOf(reception.today()), ConnectionLost);
    Town::instance().server.start();
    BOOST_CHECK_NO_THROW(reception.desk.news());
    BOOST_TEST((reception.book("POP-EID") != AppointmentId{}));
}

BOOST_AUTO_TEST_SUITE_END()
