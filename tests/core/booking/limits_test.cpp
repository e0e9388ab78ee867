#include "core/booking/appointment.h"
#include "tests/core/town.h"
#include <latch>
#include <thread>

using namespace accueil;
using namespace accueil::test;

namespace
{
/// Two upcoming visits for a person, three for an address; a citizen changes nothing in the last two hours.
struct Limits
{
    Town& town = Town::instance();
    Client web{town.web}, desk{town.reception}, boss{supervisor()};
    const Day day = makeDay(2026, 12, 1), quiet = makeDay(2026, 12, 8);
    const Catalogue catalogue = withLimits();

    AppointmentId bookFor(const Person& person, int start, Channel channel = Channel::online, const std::string& reason = {})
    {
        Client client(channel == Channel::online ? town.web : town.reception);
        const Seed seed = Seed::random();
        const Hold held = hold(client, catalogue, {seed, {{town.procedure("CIV-EXTRACT"), 1}}, day, {start}, channel, Language::fr});
        try {
            return book(client, catalogue, seed, held.appointment, person, reason).appointment;
        } catch (const Refused&) {
            release(client, seed, held.appointment);
            throw;
        }
    }
    static Person person(const char* lastName, const char* email = "")
    {
        return {lastName, "Élise", {1970, 5, 0}, email, "", "", Language::fr};
    }
    Hold holdBeyond(store::Connection& connection, const Seed& seed, int start) const
    {
        return hold(connection, catalogue, {seed, {{town.procedure("CIV-MARRIAGE"), 1}}, quiet, {start}, Channel::desk, Language::fr, true});
    }

private:
    static std::string supervisor()
    {
        static const std::string config =
            Town::instance().database.config("anne", Town::instance().database.staff("anne", "supervisor"));
        return config;
    }
    Catalogue withLimits() const
    {
        CatalogueParts parts = town.catalogue.parts();
        parts.booking.mostPerPerson = 2;
        parts.booking.mostPerEmail = 3;
        parts.booking.citizenLimitMinutes = 120;
        return Catalogue(std::move(parts));
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(limits, Limits)

BOOST_AUTO_TEST_CASE(a_person_has_so_many_upcoming_visits_and_no_more)
{
    bookFor(person("Dupuis"), 510);
    bookFor(person("DUPUIS"), 520, Channel::desk);
    BOOST_CHECK_EXCEPTION(bookFor(person("Dúpuis"), 530), Refused, refusedWith(Refusal::limitReached));
    BOOST_CHECK_EXCEPTION(bookFor(person("Dupuis"), 530, Channel::desk), Refused, refusedWith(Refusal::limitReached));
    BOOST_CHECK_EXCEPTION(bookFor(person("Dupuis"), 530, Channel::online, "I want it"), Refused, refusedWith(Refusal::limitReached));
    const AppointmentId third = bookFor(person("Dupuis"), 530, Channel::desk, "Interpreter only that week");
    BOOST_TEST(town.database.value("SELECT override_reason FROM attendee WHERE appointment_id = " + std::to_string(third.value())) ==
               "Interpreter only that week");
    BOOST_TEST(upcomingVisits(desk, person("Dupuis"), town.today).size() == 3U);
    BOOST_TEST(overlap(upcomingVisits(desk, person("dupuis"), town.today).at(2), day, {520}, 20));
    BOOST_TEST(!overlap(upcomingVisits(desk, person("dupuis"), town.today).at(2), day, {540}, 20));
    bookFor(person("Autre"), 540);

    // The same wish again, with a reason: what was released is forgotten.
    const Seed wish = Seed::random();
    const HoldRequest request{wish, {{town.procedure("CIV-EXTRACT"), 1}}, day, {550}, Channel::desk, Language::fr};
    const Hold first = hold(desk, catalogue, request);
    BOOST_CHECK_EXCEPTION(book(desk, catalogue, wish, first.appointment, person("Dupuis")), Refused, refusedWith(Refusal::limitReached));
    release(desk, wish, first.appointment);
    const Hold again = hold(desk, catalogue, request);
    book(desk, catalogue, wish, again.appointment, person("Dupuis"), "A second child");
    town.check();
}

BOOST_AUTO_TEST_CASE(an_address_has_so_many_upcoming_visits_and_no_more)
{
    int start = 550;
    for (const char* name : {"Un", "Deux", "Trois"}) bookFor(person(name, "famille@exemple.be"), start += 10);
    BOOST_CHECK_EXCEPTION(bookFor(person("Quatre", "Famille@exemple.be"), 590), Refused, refusedWith(Refusal::limitReached));
    bookFor(person("Quatre", "autre@exemple.be"), 590);
    town.check();
}

BOOST_AUTO_TEST_CASE(bookings_at_the_same_moment_do_not_slip_past_the_limit)
{
    constexpr int clients = 6;
    std::latch start(clients);
    std::atomic<int> made{0}, refused{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < clients; ++i)
            threads.emplace_back([&, i] {
                start.arrive_and_wait();
                try {
                    bookFor(person("Presse"), 600 + 10 * i);
                    ++made;
                } catch (const Refused& e) {
                    refused += e.why() == Refusal::limitReached;
                }
            });
    }
    BOOST_TEST(made == 2);
    BOOST_TEST(refused == clients - 2);
    town.check();
}

BOOST_AUTO_TEST_CASE(a_supervisor_goes_beyond_the_places_and_says_why)
{
    const auto capacity = std::stoi(town.database.value("SELECT capacity FROM slot WHERE day = '2026-12-08' AND start_minute = 660 AND service_id = " +
                                                        std::to_string(town.service("CIV").value())));
    for (int i = 0; i < capacity; ++i)
        hold(desk, catalogue, {Seed::random(), {{town.procedure("CIV-MARRIAGE"), 1}}, quiet, {650}, Channel::desk, Language::fr});
    const Seed seed = Seed::random();
    BOOST_CHECK_EXCEPTION(holdBeyond(desk, seed, 650), Refused, refusedWith(Refusal::supervisorOnly));
    BOOST_CHECK_EXCEPTION(holdBeyond(web, seed, 650), Refused, refusedWith(Refusal::supervisorOnly));
    const Hold held = holdBeyond(boss, seed, 650);
    BOOST_CHECK_EXCEPTION(book(boss, catalogue, seed, held.appointment, person("Urgent")), Refused, refusedWith(Refusal::reasonNeeded));
    const AppointmentId id = book(boss, catalogue, seed, held.appointment, person("Urgent"), "Travels tomorrow").appointment;
    BOOST_TEST(town.database.value("SELECT SUM(excess) FROM slot WHERE day = '2026-12-08'") == "4", "four granules of forty minutes");
    town.check();
    cancel(boss, Seed::random().requestKey("cancel"), id, "");
    BOOST_TEST(town.database.value("SELECT SUM(excess) FROM slot WHERE day = '2026-12-08'") == "0");
    BOOST_CHECK_EXCEPTION(holdBeyond(boss, Seed::random(), 5), Refused, refusedWith(Refusal::noSuchSlot));

    // Where a place is free it is an ordinary visit, and two services go beyond together.
    const Hold ordinary = holdBeyond(boss, Seed::random(), 540);
    BOOST_TEST(town.database.value("SELECT over_capacity FROM appointment WHERE id = " + std::to_string(ordinary.appointment.value())) == "0");
    town.database.execute("UPDATE slot SET capacity = 1, capacity_online = 1, booked = 1 WHERE day = '2026-12-08' AND start_minute < 600 AND booked = 0 AND service_id = " +
                          std::to_string(town.service("POP").value()));
    const Seed linked = Seed::random();
    const std::vector<Wanted> both{{town.procedure("POP-EID"), 1}, {town.procedure("PPC-PASSPORT"), 1}};
    BOOST_CHECK_EXCEPTION(hold(boss, catalogue, {linked, both, quiet, {520}, Channel::desk, Language::fr}), Refused,
                          refusedWith(Refusal::slotTaken));
    BOOST_TEST(hold(boss, catalogue, {linked, both, quiet, {520}, Channel::desk, Language::fr, true}).parts.size() == 2U);
    town.database.execute("UPDATE slot SET booked = booked - 1 WHERE day = '2026-12-08' AND start_minute < 600 AND capacity = 1 AND service_id = " +
                          std::to_string(town.service("POP").value()));
    town.check();
}

BOOST_AUTO_TEST_CASE(the_citizen_changes_until_the_limit_and_the_desk_always)
{
    const Seed seed = Seed::random();
    // Today 08:40 it is: 10:30 is within two hours, 11:00 is not.
    const AppointmentId soon = bookVisit(desk, seed, "CIV-EXTRACT", town.today, {630});
    BOOST_CHECK_EXCEPTION(cancelByCitizen(web, catalogue, Seed::random().requestKey("c"), seed.manageToken()), Refused,
                          refusedWith(Refusal::tooLate));
    BOOST_CHECK_EXCEPTION(moveByCitizen(web, catalogue, Seed::random().requestKey("m"), seed.manageToken(), 0, day, {660}), Refused,
                          refusedWith(Refusal::tooLate));
    cancel(desk, Seed::random().requestKey("cancel"), soon, "");
    const Seed later = Seed::random();
    bookVisit(desk, later, "CIV-EXTRACT", town.today, {660});
    cancelByCitizen(web, catalogue, Seed::random().requestKey("c"), later.manageToken());
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
