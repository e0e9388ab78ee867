#include "core/booking/stranded_visits.h"
#include "core/agenda/publication.h"
#include "core/booking/appointment.h"
#include "core/booking/history.h"
#include "core/booking/to_call.h"
#include "tests/core/town.h"
#include <algorithm>

using namespace accueil;
using namespace accueil::test;

namespace
{
/// État civil has two counters in the sample; each case takes a Thursday of its own.
struct Stranding
{
    Town& town = Town::instance();
    Client root{town.root}, desk{town.reception};
    const ServiceId civ = town.service("CIV");

    Person without(const std::string& lastName, const std::string& email = "", const std::string& phone = "0470 12 34 56") const
    {
        Person person = camille(email);
        person.lastName = lastName;
        person.phone = phone;
        return person;
    }
    AppointmentId visit(Day day, int start, const Person& person)
    {
        return bookVisit(desk, Seed::random(), "CIV-EXTRACT", day, {start}, person);
    }
    /// From now on so many counters on that day, by the published places.
    void allow(Day day, int counters)
    {
        town.database.execute("UPDATE slot SET capacity = " + std::to_string(counters) + ", capacity_online = 0, excess = GREATEST(booked - " +
                              std::to_string(counters) + ", 0) WHERE service_id = " + std::to_string(civ.value()) + " AND day = '" +
                              isoDay(day) + "'");
    }
    std::vector<AppointmentId> stranded(Day day, ServiceId service = {})
    {
        std::vector<AppointmentId> ids;
        for (const auto& one : strandedNow(desk, town.catalogue, service, day, 1)) ids.push_back(one.appointment);
        return ids;
    }
    RequestKey key() const { return Seed::random().requestKey("stranded"); }
    std::optional<PersonToCall> line(AppointmentId id, bool openOnly = true)
    {
        const auto people = callList(desk, town.catalogue, openOnly);
        const auto found = std::ranges::find(people, id, &PersonToCall::appointment);
        if (found == people.end()) return {};
        return *found;
    }
    std::string mails(AppointmentId id) const
    {
        return town.database.value("SELECT IFNULL(GROUP_CONCAT(kind ORDER BY id), '') FROM mail WHERE state = 'waiting' AND appointment_id = " +
                                   std::to_string(id.value()));
    }
};
using Ids = std::vector<AppointmentId>;
} // namespace

BOOST_TEST_DONT_PRINT_LOG_VALUE(AppointmentId)

BOOST_FIXTURE_TEST_SUITE(stranded_now, Stranding)

BOOST_AUTO_TEST_CASE(the_latest_booked_are_listed_with_what_a_list_needs)
{
    const Day day = makeDay(2026, 12, 3);
    const AppointmentId first = visit(day, 510, without("Premier"));
    const AppointmentId second = visit(day, 510, without("Second", "second@exemple.be"));
    BOOST_TEST(stranded(day) == Ids{});
    allow(day, 1);
    BOOST_TEST(stranded(day) == Ids{second});
    BOOST_TEST(stranded(day, town.service("POP")) == Ids{});
    allow(day, 0);
    const auto all = strandedNow(desk, town.catalogue, civ, town.today, 30);
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0].appointment == second);
    BOOST_TEST(all[0].hasEmail);
    BOOST_TEST(all[1].appointment == first);
    BOOST_TEST(all[1].lastName == "Premier");
    BOOST_TEST(all[1].phone == "0470 12 34 56");
    BOOST_TEST(!all[1].hasEmail);
    BOOST_TEST(all[1].start.value == 510);
    BOOST_TEST(all[1].minutes == 10);
    BOOST_TEST(all[1].reference == findAppointment(desk, first)->reference);
    town.check();
}

BOOST_AUTO_TEST_CASE(a_citizen_with_mail_is_told_by_mail_and_the_others_are_called)
{
    const Day day = makeDay(2026, 12, 7);
    const AppointmentId mailed = visit(day, 540, without("Avec", "avec@exemple.be")), silent = visit(day, 540, without("Sans"));
    allow(day, 0);
    const RequestKey once = key();
    cancelByTown(desk, once, mailed, "Formation du personnel");
    cancelByTown(desk, once, mailed, "Formation du personnel");
    cancelByTown(desk, key(), silent, "Formation du personnel");
    BOOST_TEST(stranded(day) == Ids{});
    BOOST_TEST(mails(mailed) == "cancellation");
    BOOST_TEST(mails(silent) == "");
    BOOST_TEST(!line(mailed));
    const auto person = line(silent);
    BOOST_REQUIRE(person.has_value());
    BOOST_TEST((person->reason == CallReason::cancelled));
    BOOST_TEST(person->cancelled);
    BOOST_TEST(person->cancelReason == "Formation du personnel");
    BOOST_TEST(person->lastName == "Sans");
    BOOST_TEST(person->procedures.size() == 1U);
    BOOST_CHECK_EXCEPTION(cancelByTown(desk, key(), silent, ""), Refused, refusedWith(Refusal::appointmentGone));
    BOOST_CHECK_THROW(cancelByTown(desk, key(), silent, "two\nlines"), InvalidInput);
    town.check();
}

BOOST_AUTO_TEST_CASE(whoever_is_moved_before_being_told_hears_of_the_first_time)
{
    const Day day = makeDay(2026, 12, 8), other = makeDay(2026, 12, 10);
    const AppointmentId id = visit(day, 540, without("Deux-fois"));
    allow(day, 0);
    callStranded(desk, key(), id);
    BOOST_TEST((line(id)->reason == CallReason::stranded));
    BOOST_TEST(strandedNow(desk, town.catalogue, civ, day, 1).at(0).toCall);
    moveByTown(desk, town.catalogue, key(), id, 0, other, {600});
    moveByTown(desk, town.catalogue, key(), id, 1, other, {610});
    BOOST_TEST(stranded(day) == Ids{});
    auto person = line(id);
    BOOST_TEST((person->reason == CallReason::moved));
    BOOST_TEST(isoDay(person->wasDay) == isoDay(day));
    BOOST_TEST(person->wasStart.value == 540);
    BOOST_TEST(person->start.value == 610);
    cancelByTown(desk, key(), id, "");
    person = line(id);
    BOOST_TEST((person->reason == CallReason::cancelled));
    BOOST_TEST(person->wasStart.value == 540);
    BOOST_TEST(callList(desk, town.catalogue, false).size() > 1U, "what is settled can still be seen");

    // Told of it, the next change is told from there.
    const AppointmentId told = visit(other, 620, without("Prévenu"));
    moveByTown(desk, town.catalogue, key(), told, 0, other, {630});
    markCalled(desk, key(), told, CallReason::moved, CallOutcome::called);
    BOOST_TEST(!line(told));
    moveByTown(desk, town.catalogue, key(), told, 1, other, {640});
    BOOST_TEST(line(told)->wasStart.value == 630);
    town.check();
}

BOOST_AUTO_TEST_CASE(what_the_town_keeps_is_no_longer_listed_until_it_moves)
{
    const Day day = makeDay(2026, 12, 14), other = makeDay(2026, 12, 15);
    const AppointmentId kept = visit(day, 540, without("Gardé")), late = visit(day, 540, without("Tard"));
    allow(day, 0);
    keepStranded(desk, key(), kept);
    BOOST_TEST(stranded(day) == Ids{late});
    BOOST_TEST(!line(kept), "nobody need call");
    move(desk, town.catalogue, key(), kept, 0, other, {540});
    allow(other, 0);
    BOOST_TEST(stranded(other) == Ids{kept});
    cancel(desk, key(), kept, "");
    BOOST_CHECK_EXCEPTION(keepStranded(desk, key(), kept), Refused, refusedWith(Refusal::appointmentGone));
    town.check();
}

BOOST_AUTO_TEST_CASE(a_line_is_ticked_off_once_by_whoever_called)
{
    const AppointmentId id = visit(makeDay(2026, 12, 17), 540, without("Appelée"));
    cancelByTown(desk, key(), id, "");
    const RequestKey once = key();
    markCalled(desk, once, id, CallReason::cancelled, CallOutcome::letter);
    markCalled(desk, once, id, CallReason::cancelled, CallOutcome::letter);
    BOOST_CHECK_EXCEPTION(markCalled(desk, key(), id, CallReason::cancelled, CallOutcome::called), Refused,
                          refusedWith(Refusal::changedMeanwhile));
    BOOST_TEST(!line(id));
    const auto done = line(id, false);
    BOOST_TEST((done->outcome == CallOutcome::letter));
    BOOST_TEST(done->doneBy == "marie");
    BOOST_TEST((done->doneAt != Instant{}));
}

BOOST_AUTO_TEST_CASE(a_call_that_nobody_answers_is_counted_until_somebody_is_told)
{
    const AppointmentId id = visit(makeDay(2026, 12, 17), 600, without("Sourd"));
    cancelByTown(desk, key(), id, "");
    BOOST_TEST(line(id)->tries == 0);
    const RequestKey once = key();
    nobodyAnswered(desk, once, id, CallReason::cancelled);
    nobodyAnswered(desk, once, id, CallReason::cancelled);
    BOOST_TEST(line(id)->tries == 1);
    BOOST_TEST((line(id)->triedAt != Instant{}));
    nobodyAnswered(desk, key(), id, CallReason::cancelled);
    BOOST_TEST(line(id)->tries == 2);
    const auto history = visitHistory(desk, id);
    BOOST_TEST((history.front().act == HistoryAct::notReached));
    BOOST_TEST((std::ranges::count(history, HistoryAct::toCall, &HistoryEntry::act) == 1));
    markCalled(desk, key(), id, CallReason::cancelled, CallOutcome::called);
    BOOST_CHECK_EXCEPTION(nobodyAnswered(desk, key(), id, CallReason::cancelled), Refused,
                          refusedWith(Refusal::changedMeanwhile));
}

BOOST_AUTO_TEST_CASE(whoever_cancels_or_moves_by_himself_need_not_be_called)
{
    const Day day = makeDay(2026, 12, 18);
    Client web(town.web);
    const Seed seed = Seed::random();
    const AppointmentId id = bookVisit(desk, seed, "CIV-EXTRACT", day, {540}, without("Seul"));
    callStranded(desk, key(), id);
    BOOST_TEST(line(id).has_value());
    moveByCitizen(web, town.catalogue, key(), seed.manageToken(), 0, day, {550});
    BOOST_TEST(!line(id));
    moveByTown(desk, town.catalogue, key(), id, 1, day, {560});
    BOOST_TEST(line(id).has_value());
    cancelByCitizen(web, town.catalogue, key(), seed.manageToken());
    BOOST_TEST(!line(id));
}

BOOST_AUTO_TEST_CASE(a_place_given_above_the_capacity_and_a_hold_are_not_listed)
{
    const Day day = makeDay(2026, 12, 21);
    const AppointmentId above = visit(day, 540, without("Dessus"));
    town.database.execute("UPDATE appointment SET over_capacity = 1 WHERE id = " + std::to_string(above.value()));
    const AppointmentId usual = visit(day, 540, without("Normal"));
    allow(day, 1);
    BOOST_TEST(stranded(day) == Ids{});
    allow(day, 0);
    BOOST_TEST((stranded(day) == Ids{usual, above}));
    hold(desk, town.catalogue, {Seed::random(), {{town.procedure("CIV-EXTRACT"), 1}}, makeDay(2026, 12, 22), {540}, Channel::desk, Language::fr});
    allow(makeDay(2026, 12, 22), 0);
    BOOST_TEST(stranded(makeDay(2026, 12, 22)) == Ids{});
}

BOOST_AUTO_TEST_CASE(a_visit_to_two_services_that_loses_one_place_is_told_as_a_whole)
{
    const Day day = makeDay(2026, 12, 11);
    const Seed seed = Seed::random();
    const std::vector<Wanted> both{{town.procedure("POP-EID"), 1}, {town.procedure("CIV-EXTRACT"), 1}};
    const Hold held = hold(desk, town.catalogue, {seed, both, day, {540}, Channel::desk, Language::fr});
    const AppointmentId first = book(desk, town.catalogue, seed, held.appointment, without("Double")).appointment;
    allow(day, 0); // only the second service is closed
    const auto all = strandedNow(desk, town.catalogue, civ, day, 1);
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0].appointment == first);
    BOOST_TEST(all[0].lastName == "Double");
    BOOST_TEST((all[0].service == civ));

    cancelByTown(desk, key(), first, "Travaux");
    BOOST_REQUIRE(line(first).has_value());
    BOOST_TEST((line(first)->procedures == std::vector{town.procedure("POP-EID"), town.procedure("CIV-EXTRACT")}));
    BOOST_REQUIRE(line(first)->parts.size() == 2U);
    BOOST_TEST((line(first)->parts[0].start == MinuteOfDay{540}));
    BOOST_TEST((line(first)->parts[1].service == civ));
    BOOST_TEST((line(first)->parts[1].start > MinuteOfDay{540}));
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM appointment WHERE day = '2026-12-11' AND state = 'cancelled'") == "2");
    town.check();
}

/// The mail about the town's move came back, and the list named the new time as the one that the citizen knows.
BOOST_AUTO_TEST_CASE(whoever_the_mail_about_a_move_did_not_reach_knows_the_time_before)
{
    const Day day = makeDay(2026, 12, 18);
    const AppointmentId moved = visit(day, 510, without("Muette", "muette@exemple.be"));
    const auto changeComesBack = [&] {
        town.database.execute("CALL call_instead_of_mail((SELECT MAX(id) FROM mail WHERE kind = 'change' AND appointment_id = " +
                              std::to_string(moved.value()) + "))");
    };
    const auto revision = [&] { return findAppointment(desk, moved)->revision; };
    moveByTown(desk, town.catalogue, key(), moved, revision(), day, {600});
    BOOST_TEST(!line(moved).has_value());
    changeComesBack();
    BOOST_REQUIRE(line(moved).has_value());
    BOOST_TEST((line(moved)->wasStart == MinuteOfDay{510}));
    BOOST_TEST((line(moved)->start == MinuteOfDay{600}));

    move(desk, town.catalogue, key(), moved, revision(), day, {630}); // agreed with the citizen, who knows it
    changeComesBack();
    BOOST_REQUIRE(line(moved).has_value());
    BOOST_TEST((line(moved)->wasStart == MinuteOfDay{630}));
}

BOOST_AUTO_TEST_SUITE_END()
