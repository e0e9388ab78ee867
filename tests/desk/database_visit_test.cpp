#include "core/base/errors.h"
#include "core/store/sql.h"
#include "staff-desktop/service/database_desk.h"
#include "tests/support/private_database.h"
#include "tests/support/wait.h"
#include <boost/test/unit_test.hpp>
#include <future>

using namespace accueil;

namespace
{
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
    ServerClock clock;
    DatabaseDesk desk{store::DatabaseConfig::withoutAccount(Town::instance().config), clock};
    DeskSession session;

    Post(const std::string& account, const std::string& password) : session(desk.logIn(account, password)) {}

    LocalTime now() const { return session.catalogue->zone().toLocal(clock.now()); }
    std::vector<Wanted> wanted(const std::vector<const char*>& codes) const
    {
        std::vector<Wanted> all;
        for (const auto* code : codes) all.push_back({session.catalogue->procedureByCode(code)->id, 1});
        return all;
    }
    std::vector<FreeStart> starts(const std::vector<const char*>& codes)
    {
        StartQuery query =
            startQuery(*session.catalogue, wanted(codes), Channel::desk, now().day, 1, clock.now());
        query.earliest = now();
        return desk.freeStarts(query).at(0).starts;
    }
    AppointmentId book(const std::string& name, const std::vector<const char*>& codes = {"POP-EID"})
    {
        const Seed seed = Seed::random();
        const Hold held = desk.hold(
            {seed, wanted(codes), now().day, starts(codes).at(0).start, Channel::desk, Language::fr});
        Person person;
        person.lastName = name;
        person.firstName = "Camille";
        person.birthDate = {1958, 3, 14};
        return desk.book(seed, held.appointment, person, "").appointment;
    }
};

struct TwoPosts
{
    Post marie{"marie", Town::instance().marie}, luc{"luc", Town::instance().luc};

    FoundVisits find(const std::string& text)
    {
        return marie.desk.findVisits({.text = text}, marie.now().day);
    }
};

RequestKey newKey()
{
    return Seed::random().requestKey("test");
}

template <class Act>
std::optional<Refusal> refusal(Act act)
{
    try {
        act();
        return {};
    } catch (const Refused& refused) {
        return refused.why();
    }
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(database_visit, TwoPosts)

BOOST_AUTO_TEST_CASE(a_visit_is_found_with_its_file)
{
    const AppointmentId booked = marie.book("Trouvable");
    const auto found = find("trouv");
    BOOST_REQUIRE(found.visits.size() == 1u);
    BOOST_TEST((found.visits[0].id == booked));
    BOOST_TEST(find(found.visits[0].reference).visits.size() == 1u);
    const VisitFile file = marie.desk.visitFile(booked);
    BOOST_REQUIRE(file.parts.size() == 1u);
    BOOST_TEST(file.parts[0].person.lastName == "Trouvable");
    BOOST_REQUIRE(!file.history.empty());
    BOOST_TEST((file.history.back().act == HistoryAct::booked));
    BOOST_TEST(marie.desk.visitFile(AppointmentId(999999)).parts.empty());
}

BOOST_AUTO_TEST_CASE(both_parts_of_a_linked_visit_are_in_its_file)
{
    const AppointmentId booked = marie.book("Double", {"POP-EID", "ETR-RENEW"});
    const VisitFile file = marie.desk.visitFile(booked);
    BOOST_REQUIRE(file.parts.size() == 2u);
    BOOST_TEST((file.parts[0].id == booked));
    BOOST_TEST(marie.desk.visitFile(file.parts[1].id).parts.size() == 2u);
}

BOOST_AUTO_TEST_CASE(who_read_it_before_a_colleague_moved_it_is_told)
{
    const AppointmentId booked = marie.book("Bougé");
    const VisitFile before = marie.desk.visitFile(booked);
    const MinuteOfDay to = luc.starts({"POP-EID"}).back().start;
    luc.desk.moveVisit(newKey(), booked, before.parts[0].revision, luc.now().day, to);
    const int revision = before.parts[0].revision;
    BOOST_TEST((refusal([&] { marie.desk.moveVisit(newKey(), booked, revision, marie.now().day, to); }) ==
                Refusal::changedMeanwhile));
    BOOST_TEST((refusal([&] { marie.desk.cancelVisit(newKey(), booked, revision, ""); }) ==
                Refusal::changedMeanwhile));
    const VisitFile now = marie.desk.visitFile(booked);
    BOOST_TEST((now.parts[0].start == to));
    BOOST_TEST((now.history.front().act == HistoryAct::moved));
    BOOST_TEST(!now.history.front().who.empty());
}

// A cancellation used to hold the revision against a look of its own, before the colleague's move was there
// to be seen.
BOOST_AUTO_TEST_CASE(a_move_that_is_not_committed_yet_is_not_cancelled_unseen)
{
    const AppointmentId booked = marie.book("Croisé");
    const int revision = marie.desk.visitFile(booked).parts[0].revision;
    const Day day = marie.now().day;
    const MinuteOfDay to = luc.starts({"POP-EID"}).back().start;
    ServerClock clock;
    store::Connection colleague(store::DatabaseConfig::from(Config::fromFile(
                                    Town::instance().server.config("luc", Town::instance().luc))),
                                clock);
    soci::transaction moving(colleague.session());
    store::exec(colleague.session(),
                "CALL move_appointment(:id, :revision, :day, :start, 10, NULL, NULL, NULL)", booked, revision,
                day, to);
    auto cancelling = std::async(std::launch::async, [&] {
        return refusal([&] { marie.desk.cancelVisit(newKey(), booked, revision, ""); });
    });
    test::waitFor("the cancellation to wait for the move", [] {
        // Not innodb_trx: its copy is renewed only once nobody has looked for 100 ms.
        return Town::instance().server.value("SELECT variable_value FROM information_schema.global_status"
                                             " WHERE variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'") == "1";
    });
    moving.commit();
    BOOST_TEST((cancelling.get() == Refusal::changedMeanwhile));
    const VisitFile now = marie.desk.visitFile(booked);
    BOOST_TEST((now.parts[0].state == VisitState::booked));
    BOOST_TEST((now.parts[0].start == to));
}

BOOST_AUTO_TEST_CASE(a_cancellation_sent_twice_is_done_once)
{
    const AppointmentId booked = marie.book("Annulable");
    const int revision = marie.desk.visitFile(booked).parts[0].revision;
    const RequestKey key = newKey();
    marie.desk.cancelVisit(key, booked, revision, "Ne peut pas venir");
    BOOST_CHECK_NO_THROW(marie.desk.cancelVisit(key, booked, revision, "Ne peut pas venir"));
    BOOST_TEST((marie.desk.visitFile(booked).parts[0].state == VisitState::cancelled));
    BOOST_TEST(
        (refusal([&] { luc.desk.cancelVisit(newKey(), booked, revision, ""); }) == Refusal::appointmentGone));
}

BOOST_AUTO_TEST_CASE(a_correction_over_a_colleagues_is_refused)
{
    const AppointmentId booked = marie.book("Corrigé");
    const Person before = marie.desk.visitFile(booked).parts[0].person;
    Person mine = before, theirs = before;
    mine.phone = "0470 00 00 01";
    theirs.phone = "0470 00 00 02";
    luc.desk.changePerson(newKey(), booked, before, theirs);
    BOOST_TEST((refusal([&] { marie.desk.changePerson(newKey(), booked, before, mine); }) ==
                Refusal::changedMeanwhile));
    marie.desk.changePerson(newKey(), booked, marie.desk.visitFile(booked).parts[0].person, mine);
    BOOST_TEST(marie.desk.visitFile(booked).parts[0].person.phone == "0470 00 00 01");
    BOOST_TEST(
        (refusal([&] { marie.desk.sendAgain(newKey(), booked); }) == Refusal::appointmentGone)); // no address
}

BOOST_AUTO_TEST_SUITE_END()
