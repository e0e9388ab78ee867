#include "core/base/csv.h"
#include "core/base/errors.h"
#include "staff-desktop/service/database_desk.h"
#include "tests/support/private_database.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day thursday = makeDay(2026, 11, 26);

/// Verviers at 08:40 on a Tuesday; one server for all the cases.
struct Town
{
    test::PrivateDatabase server{
        {.at = "2026-11-24 07:40:00", .schema = true, .sample = "verviers", .days = 10}};
    std::string marie = server.staff("marie", "reception"), luc = server.staff("luc", "agent");
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

    AppointmentId book(int start, const std::string& last, const std::string& email = "")
    {
        const Seed seed = Seed::random();
        const Hold held = desk.hold({seed,
                                     {{session.catalogue->procedureByCode("CIV-EXTRACT")->id, 1}},
                                     thursday,
                                     {start},
                                     Channel::desk,
                                     Language::fr});
        Person person;
        person.lastName = last;
        person.firstName = "Camille";
        person.birthDate = {1958, 3, 14};
        person.email = email;
        return desk.book(seed, held.appointment, person, "").appointment;
    }
    /// Nothing is offered at that start any more.
    void strand(int start)
    {
        town.server.execute(
            "UPDATE slot SET capacity = 0, capacity_online = 0, excess = booked WHERE service_id = " +
            std::to_string(session.catalogue->serviceByCode("CIV")->id.value()) +
            " AND day = '2026-11-26' AND start_minute = " + std::to_string(start));
    }
    std::optional<StrandedVisit> stranded(AppointmentId id)
    {
        for (const auto& visit : desk.peopleToCall().stranded)
            if (visit.appointment == id) return visit;
        return {};
    }
    std::optional<PersonToCall> open(AppointmentId id)
    {
        for (const auto& person : desk.peopleToCall().open)
            if (person.appointment == id) return person;
        return {};
    }
    Offer elsewhere(AppointmentId id)
    {
        const auto days = desk.startsToMove(id, thursday, 3);
        return firstOffers(days, {}, 1).at(0);
    }
};

RequestKey newKey()
{
    return Seed::random().requestKey("test");
}

struct Posts
{
    Post marie{"marie", Town::instance().marie}, luc{"luc", Town::instance().luc};
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(database_lists, Posts)

BOOST_AUTO_TEST_CASE(a_visit_without_a_place_is_moved_by_town_and_its_citizen_called)
{
    const AppointmentId id = marie.book(540, "Exemple");
    marie.strand(540);
    const auto visit = luc.stranded(id);
    BOOST_REQUIRE(visit.has_value());
    BOOST_TEST(visit->procedures.size() == 1u);
    BOOST_TEST((visit->language == Language::fr));
    const RequestKey once = newKey();
    const Offer to = marie.elsewhere(id);
    marie.desk.moveStranded(once, id, visit->revision, to, Telling::byTown);
    marie.desk.moveStranded(once, id, visit->revision, to, Telling::byTown);
    BOOST_TEST(!luc.stranded(id));
    BOOST_REQUIRE(luc.open(id).has_value());
    BOOST_TEST((luc.open(id)->reason == CallReason::moved));

    const RequestKey told = newKey();
    marie.desk.markCalled(told, id, CallReason::moved, CallOutcome::called);
    marie.desk.markCalled(told, id, CallReason::moved, CallOutcome::called); // the same click twice
    BOOST_CHECK_EXCEPTION(luc.desk.markCalled(newKey(), id, CallReason::moved, CallOutcome::called), Refused,
                          [](const Refused& e) { return e.why() == Refusal::changedMeanwhile; });
    const auto done = luc.desk.peopleToCall().told;
    BOOST_REQUIRE(!done.empty());
    BOOST_TEST((done.front().appointment == id));
    BOOST_TEST(!done.front().doneByName.empty());
    BOOST_TEST(done.front().doneBy == "marie");
}

BOOST_AUTO_TEST_CASE(what_is_agreed_on_the_telephone_needs_no_other_call)
{
    const AppointmentId moved = marie.book(550, "Modèle"), gone = marie.book(560, "Patron");
    marie.strand(550);
    marie.strand(560);
    for (const AppointmentId id : {moved, gone}) marie.desk.callStranded(newKey(), id);
    BOOST_TEST((marie.open(moved)->reason == CallReason::stranded));
    marie.desk.moveStranded(newKey(), moved, marie.stranded(moved)->revision, marie.elsewhere(moved),
                            Telling::byMe);
    marie.desk.cancelStranded(newKey(), gone, "", Telling::byMe);
    for (const AppointmentId id : {moved, gone}) {
        BOOST_TEST(!marie.open(id));
        BOOST_TEST(!marie.stranded(id));
    }
}

BOOST_AUTO_TEST_CASE(what_is_kept_is_no_longer_listed)
{
    const AppointmentId id = marie.book(570, "Témoin");
    marie.strand(570);
    BOOST_TEST(marie.stranded(id).has_value());
    marie.desk.keepStranded(newKey(), id);
    BOOST_TEST(!marie.stranded(id));
}

BOOST_AUTO_TEST_CASE(a_corrected_address_settles_the_call_and_may_be_asked_twice)
{
    const AppointmentId id = marie.book(580, "Croquis", "faux@exemple.be");
    marie.town.server.execute("INSERT INTO to_call (appointment_id, reason, created_at) VALUES (" +
                              std::to_string(id.value()) + ", 'mail_failed', UTC_TIMESTAMP(3))");
    BOOST_TEST((marie.open(id)->reason == CallReason::mailFailed));
    const RequestKey once = newKey();
    marie.desk.correctEmail(once, id, "juste@exemple.be");
    marie.desk.correctEmail(once, id, "juste@exemple.be");
    BOOST_TEST(!marie.open(id));
    BOOST_TEST(marie.town.server.value("SELECT email FROM attendee WHERE appointment_id = " +
                                       std::to_string(id.value())) == "juste@exemple.be");
}

BOOST_AUTO_TEST_CASE(a_list_goes_in_pieces_and_a_repeated_piece_is_no_double)
{
    const CsvTable table{{"date", "heure", "démarche", "nom", "prénom"},
                         {{2, {"26/11/2026", "10:00", "CIV-EXTRACT", "Liste", "Ada"}},
                          {3, {"26/11/2026", "10:10", "CIV-EXTRACT", "Liste", "Bob"}},
                          {4, {"26/11/2026", "03:00", "CIV-EXTRACT", "Liste", "Cyd"}}}};
    const auto rows = understandImport(*marie.session.catalogue, table, thursday).rows;
    const auto plan = marie.desk.planImport(rows, {});
    BOOST_TEST((plan[2].fault == ImportFault::outsideHours));
    BOOST_TEST((plan[0].warnings == std::vector{ImportWarning::noBirthDate}));
    const std::string run = Seed::random().hex();
    const auto first = marie.desk.importPlanned({rows[0]}, {plan[0]}, {}, run);
    const auto again = marie.desk.importPlanned({rows[0], rows[1]}, {plan[0], plan[1]}, {}, run);
    BOOST_TEST((again[0].outcome == ImportOutcome::imported)); // its answer was only lost
    BOOST_TEST(again[0].reference == first[0].reference);
    BOOST_TEST((again[1].outcome == ImportOutcome::imported));
    const auto other = marie.desk.importPlanned({rows[0]}, {plan[0]}, {}, Seed::random().hex());
    BOOST_TEST((other[0].outcome == ImportOutcome::alreadyThere));
    BOOST_TEST(marie.town.server.value("SELECT COUNT(*) FROM attendee WHERE last_name = 'Liste'") == "2");
}

BOOST_AUTO_TEST_SUITE_END()
