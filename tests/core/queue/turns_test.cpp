#include "core/queue/turns.h"
#include "core/queue/arrival.h"
#include "core/queue/room.h"
#include "core/queue/screen.h"
#include "tests/core/town.h"
#include <algorithm>

using namespace accueil;
using namespace accueil::test;

namespace
{
RequestKey click()
{
    return Seed::random().requestKey("click");
}

/// Two agents at État civil, one at Population; the queue is emptied before each case.
struct Turns
{
    Town& town = Town::instance();
    const Catalogue& catalogue = town.catalogue;
    Client kiosk{town.kiosk}, reception{town.reception}, ahmed{town.agent}, lena{town.secondAgent};
    const CounterId one = catalogue.counterByNumber(14)->id, two = catalogue.counterByNumber(15)->id,
                    population = catalogue.counterByNumber(1)->id;

    Turns()
    {
        town.database.execute("UPDATE counter_state SET ticket_id = NULL, staff_id = NULL, opened_at = NULL, paused_at = NULL, ended_ticket_id = NULL");
        town.database.execute("UPDATE ticket SET state = 'closed' WHERE state IN ('waiting', 'called', 'serving', 'parked')");
        openCounter(ahmed, catalogue, one);
        openCounter(lena, catalogue, two);
    }
    IssuedTicket come(const char* procedure = "CIV-EXTRACT", bool priority = false)
    {
        return walkIn(kiosk, catalogue, click(), town.procedure(procedure), Language::fr, priority);
    }
    Ticket served(Client& agent, CounterId counter)
    {
        const Ticket ticket = callNext(agent, catalogue, click(), counter);
        isHere(agent, catalogue, click(), counter);
        return ticket;
    }
    std::string of(const Ticket& ticket, const std::string& column) const
    {
        return town.database.value("SELECT IFNULL(" + column + ", 'NULL') FROM ticket WHERE id = " + std::to_string(ticket.id.value()));
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(turns, Turns)

BOOST_AUTO_TEST_CASE(set_aside_keeps_the_place_and_frees_the_counter)
{
    come();
    const IssuedTicket second = come();
    const Ticket visitor = served(ahmed, one);
    const RequestKey key = click();
    const Instant back = ahmed.clock.now() + std::chrono::minutes(15);
    park(ahmed, catalogue, key, one, ParkReason::photo, back);
    park(ahmed, catalogue, key, one, ParkReason::photo, back); // the same click twice
    BOOST_TEST(!counterView(ahmed, catalogue, one).ticket.has_value());
    BOOST_TEST(callNext(ahmed, catalogue, click(), one).number == second.number, "whoever is set aside is not called");

    const auto parked = parkedFor(ahmed, catalogue, one);
    BOOST_REQUIRE(parked.size() == 1U);
    BOOST_TEST(parked[0].number == visitor.number);
    BOOST_TEST((parked[0].parked == ParkReason::photo));
    BOOST_TEST((parked[0].backAt == back));
    BOOST_TEST((parked[0].due.at == visitor.due.at));
    BOOST_TEST(parkedFor(lena, catalogue, two).empty(), "kept for the counter that did it");

    BOOST_CHECK_EXCEPTION(resume(ahmed, catalogue, click(), one, visitor.id), Refused, refusedWith(Refusal::counterBusy));
    BOOST_CHECK_EXCEPTION(resume(lena, catalogue, click(), two, visitor.id), Refused, refusedWith(Refusal::keptForOther));
    finish(ahmed, catalogue, click(), one);
    const Ticket again = resume(ahmed, catalogue, click(), one, visitor.id);
    BOOST_TEST((again.state == TicketState::called));
    BOOST_TEST(again.calls == 1, "the calls before the time away are no calls to come back");
    isHere(ahmed, catalogue, click(), one);
    BOOST_TEST(of(visitor, "parked_at") == "NULL");
    finish(ahmed, catalogue, click(), one);
    BOOST_CHECK_EXCEPTION(resume(ahmed, catalogue, click(), one, visitor.id), Refused, refusedWith(Refusal::notThisState));
    town.check();
}

BOOST_AUTO_TEST_CASE(the_time_away_is_no_service_time)
{
    come();
    const Ticket visitor = served(ahmed, one);
    const std::string since = of(visitor, "serving_at");
    park(ahmed, catalogue, click(), one, ParkReason::document);
    town.database.execute("UPDATE ticket SET parked_at = parked_at - INTERVAL 5 MINUTE WHERE id = " + std::to_string(visitor.id.value()));
    resume(ahmed, catalogue, click(), one, visitor.id);
    isHere(ahmed, catalogue, click(), one);
    finish(ahmed, catalogue, click(), one);
    BOOST_TEST(of(visitor, "serving_at") == since, "the visit began when it began");
    BOOST_TEST(std::stoi(of(visitor, "parked_seconds")) >= 300);
}

BOOST_AUTO_TEST_CASE(back_in_the_waiting_room_one_is_kept_for_the_counter_for_some_minutes)
{
    come();
    const IssuedTicket second = come();
    const Ticket visitor = served(ahmed, one);
    park(ahmed, catalogue, click(), one, ParkReason::form);
    unpark(reception, catalogue, click(), visitor.id);
    BOOST_CHECK_EXCEPTION(unpark(reception, catalogue, click(), visitor.id), Refused, refusedWith(Refusal::notThisState));
    BOOST_TEST(callNext(lena, catalogue, click(), two).number == second.number, "the older one is kept for counter 14");
    finish(lena, catalogue, click(), two);
    BOOST_CHECK_EXCEPTION(callNext(lena, catalogue, click(), two), Refused, refusedWith(Refusal::nobodyWaiting));
    BOOST_CHECK_EXCEPTION(callPicked(lena, catalogue, click(), two, visitor.id), Refused, refusedWith(Refusal::keptForOther));
    town.database.execute("UPDATE ticket SET kept_until = UTC_TIMESTAMP(3) WHERE id = " + std::to_string(visitor.id.value()));
    BOOST_TEST(callNext(lena, catalogue, click(), two).number == visitor.number, "ten minutes later anybody may");
    town.check();
}

BOOST_AUTO_TEST_CASE(whoever_was_set_aside_by_a_counter_that_closed_is_taken_by_another)
{
    come();
    const Ticket visitor = served(ahmed, one);
    park(ahmed, catalogue, click(), one, ParkReason::payment);
    closeCounter(ahmed, catalogue, one);
    BOOST_TEST(parkedFor(lena, catalogue, two).size() == 1U);
    BOOST_TEST(resume(lena, catalogue, click(), two, visitor.id).number == visitor.number);
}

BOOST_AUTO_TEST_CASE(sent_to_the_waiting_room_by_a_counter_that_closed_one_is_everybodys)
{
    come();
    const Ticket visitor = served(ahmed, one);
    park(ahmed, catalogue, click(), one, ParkReason::payment);
    closeCounter(ahmed, catalogue, one);
    unpark(reception, catalogue, click(), visitor.id);
    BOOST_TEST(callNext(lena, catalogue, click(), two).number == visitor.number);
}

BOOST_AUTO_TEST_CASE(set_aside_before_the_service_began_the_time_away_is_none_of_it)
{
    come();
    const Ticket visitor = callNext(ahmed, catalogue, click(), one);
    const auto awayForTenMinutes = [&] {
        park(ahmed, catalogue, click(), one, ParkReason::photo);
        town.database.execute("UPDATE ticket SET parked_at = parked_at - INTERVAL 10 MINUTE WHERE id = " +
                              std::to_string(visitor.id.value()));
        resume(ahmed, catalogue, click(), one, visitor.id);
    };
    awayForTenMinutes();
    isHere(ahmed, catalogue, click(), one);
    BOOST_TEST(of(visitor, "parked_seconds") == "0");
    awayForTenMinutes(); // now it counts
    isHere(ahmed, catalogue, click(), one);
    BOOST_TEST(std::stoi(of(visitor, "parked_seconds")) >= 600);
    finish(ahmed, catalogue, click(), one);
    come();
    const Ticket other = callNext(ahmed, catalogue, click(), one);
    park(ahmed, catalogue, click(), one, ParkReason::photo);
    town.database.execute("UPDATE ticket SET parked_at = parked_at - INTERVAL 10 MINUTE WHERE id = " + std::to_string(other.id.value()));
    resume(ahmed, catalogue, click(), one, other.id);
    finish(ahmed, catalogue, click(), one); // without saying that he is here
    BOOST_TEST(of(other, "parked_seconds") == "0");
}

BOOST_AUTO_TEST_CASE(taken_back_on_the_way_to_the_second_service_the_visit_keeps_its_true_beginning)
{
    const Seed seed = Seed::random();
    const std::vector<Wanted> both{{town.procedure("CIV-EXTRACT"), 1}, {town.procedure("POP-EID"), 1}};
    const Hold held = hold(reception, catalogue, {seed, both, town.today, {600}, Channel::desk, Language::fr});
    book(reception, catalogue, seed, held.appointment, camille());
    checkIn(kiosk, catalogue, click(), held.appointment);
    const Ticket visitor = served(ahmed, one);
    const std::string began = of(visitor, "serving_at");
    park(ahmed, catalogue, click(), one, ParkReason::photo);
    town.database.execute("UPDATE ticket SET parked_at = parked_at - INTERVAL 10 MINUTE, serving_at = serving_at - INTERVAL 15 MINUTE"
                          " WHERE id = " + std::to_string(visitor.id.value()));
    const std::string earlier = of(visitor, "serving_at");
    resume(ahmed, catalogue, click(), one, visitor.id);
    const std::string called = of(visitor, "last_called_at");
    finish(ahmed, catalogue, click(), one);
    BOOST_TEST((takeEndBack(ahmed, catalogue, click(), one).state == TicketState::called));
    BOOST_TEST(of(visitor, "serving_at") == earlier);
    BOOST_TEST(of(visitor, "last_called_at") == called);
    isHere(ahmed, catalogue, click(), one);
    BOOST_TEST(std::stoi(of(visitor, "TIMESTAMPDIFF(SECOND, serving_at, UTC_TIMESTAMP(3)) - parked_seconds")) >= 0);
    finish(ahmed, catalogue, click(), one);
    town.check();
}

BOOST_AUTO_TEST_CASE(sent_to_another_service_one_keeps_the_place_and_the_ticket)
{
    const IssuedTicket first = come();
    come("POP-HOUSEHOLD");
    const Ticket visitor = served(ahmed, one);
    transfer(ahmed, catalogue, click(), one, {town.service("POP"), town.procedure("POP-EID")});
    BOOST_TEST(!counterView(ahmed, catalogue, one).ticket.has_value());
    const auto waiting = waitingTickets(ahmed, catalogue, {town.service("POP")});
    BOOST_REQUIRE(waiting.size() == 2U);
    BOOST_TEST(waiting[0].number == first.number, "he came before the other");
    BOOST_TEST((waiting[0].due.at == visitor.due.at));
    BOOST_TEST((waiting[0].procedures == std::vector{town.procedure("POP-EID")}));
    BOOST_TEST(waiting[0].calls == 0, "the calls of the new turn");
    openCounter(lena, catalogue, population);
    BOOST_TEST(callNext(lena, catalogue, click(), population).number == first.number);
    BOOST_TEST(of(visitor, "waiting_area_id") == std::to_string(catalogue.areaByCode("A")->id.value()));
    BOOST_TEST(town.database.value("SELECT finished FROM ticket_turn WHERE ticket_id = " + std::to_string(visitor.id.value())) == "0",
               "a visit that was sent on measures nothing");
    town.check();
}

BOOST_AUTO_TEST_CASE(a_second_service_begins_a_new_wait_without_a_new_ticket)
{
    come("CIV-EXTRACT", true);
    come("POP-HOUSEHOLD");
    const Ticket visitor = served(ahmed, one);
    transfer(ahmed, catalogue, click(), one, {.service = town.service("POP"), .second = true});
    const auto waiting = waitingTickets(ahmed, catalogue, {town.service("POP")});
    BOOST_REQUIRE(waiting.size() == 2U);
    const auto he = std::ranges::find(waiting, visitor.id, &Ticket::id);
    BOOST_TEST((he->due.reason == DueReason::second));
    BOOST_TEST((he->due.at > visitor.due.at));
    BOOST_TEST(he->due.priority);
    BOOST_TEST((waiting[0].id == visitor.id), "priority counts in the second service too");
    BOOST_TEST(he->procedures.empty(), "what for is not known yet");
}

BOOST_AUTO_TEST_CASE(sent_to_a_counter_one_waits_for_that_one_only)
{
    come();
    const Ticket visitor = served(ahmed, one);
    BOOST_CHECK_EXCEPTION(transfer(ahmed, catalogue, click(), one, {.service = visitor.service, .counter = population}), Refused,
                          refusedWith(Refusal::counterClosed));
    BOOST_CHECK_EXCEPTION(transfer(ahmed, catalogue, click(), one, {.service = visitor.service, .counter = one}), Refused,
                          refusedWith(Refusal::counterClosed));
    openCounter(lena, catalogue, population);
    transfer(ahmed, catalogue, click(), one, {.service = visitor.service, .counter = population});
    BOOST_CHECK_EXCEPTION(callNext(ahmed, catalogue, click(), one), Refused, refusedWith(Refusal::nobodyWaiting));
    come("POP-HOUSEHOLD");
    BOOST_TEST(callNext(lena, catalogue, click(), population).number == visitor.number, "also where the service is not the counter's own");
    finish(lena, catalogue, click(), population);
    town.check();
}

BOOST_AUTO_TEST_CASE(whoever_was_sent_to_a_counter_that_closes_waits_for_everybody)
{
    come();
    const Ticket visitor = served(ahmed, one);
    transfer(ahmed, catalogue, click(), one, {.service = visitor.service, .counter = two});
    closeCounter(lena, catalogue, two);
    BOOST_TEST(callNext(ahmed, catalogue, click(), one).number == visitor.number);
}

BOOST_AUTO_TEST_CASE(a_mis_click_is_taken_back_with_the_times_that_were)
{
    come();
    const Ticket visitor = served(ahmed, one);
    const std::string called = of(visitor, "called_at"), serving = of(visitor, "serving_at");
    finish(ahmed, catalogue, click(), one);
    BOOST_TEST((counterView(ahmed, catalogue, one).undoUntil > ahmed.clock.now()));
    const RequestKey key = click();
    BOOST_TEST((takeEndBack(ahmed, catalogue, key, one).state == TicketState::serving));
    BOOST_TEST((takeEndBack(ahmed, catalogue, key, one).state == TicketState::serving), "the same click twice");
    BOOST_TEST(of(visitor, "called_at") == called);
    BOOST_TEST(of(visitor, "serving_at") == serving);
    BOOST_TEST(of(visitor, "ended_at") == "NULL");
    BOOST_CHECK_EXCEPTION(takeEndBack(ahmed, catalogue, click(), one), Refused, refusedWith(Refusal::counterBusy));
    town.check();
}

BOOST_AUTO_TEST_CASE(finished_without_noting_the_presence_it_is_called_again_as_before)
{
    come();
    const Ticket visitor = callNext(ahmed, catalogue, click(), one);
    finish(ahmed, catalogue, click(), one);
    BOOST_TEST((takeEndBack(ahmed, catalogue, click(), one).state == TicketState::called));
    BOOST_TEST(of(visitor, "serving_at") == "NULL");
}

BOOST_AUTO_TEST_CASE(a_no_show_is_taken_back_too_but_not_after_a_minute_nor_after_the_next_call)
{
    come();
    const Ticket visitor = callNext(ahmed, catalogue, click(), one);
    callAgain(ahmed, catalogue, click(), one);
    callAgain(ahmed, catalogue, click(), one);
    noShow(ahmed, catalogue, click(), one);
    BOOST_TEST(takeEndBack(ahmed, catalogue, click(), one).calls == 3);
    noShow(ahmed, catalogue, click(), one);
    town.database.execute("UPDATE ticket SET ended_at = ended_at - INTERVAL 60 SECOND WHERE id = " + std::to_string(visitor.id.value()));
    BOOST_CHECK_EXCEPTION(takeEndBack(ahmed, catalogue, click(), one), Refused, refusedWith(Refusal::tooLate));
    come();
    callNext(ahmed, catalogue, click(), one);
    finish(ahmed, catalogue, click(), one);
    come();
    callNext(ahmed, catalogue, click(), one);
    finish(ahmed, catalogue, click(), one);
    come();
    callNext(ahmed, catalogue, click(), one);
    park(ahmed, catalogue, click(), one, ParkReason::other);
    BOOST_CHECK_EXCEPTION(takeEndBack(ahmed, catalogue, click(), one), Refused, refusedWith(Refusal::tooLate));
    BOOST_TEST((counterView(ahmed, catalogue, one).undoUntil == Instant{}));
}

BOOST_AUTO_TEST_CASE(a_linked_visit_that_went_on_too_early_comes_back)
{
    const Seed seed = Seed::random();
    const std::vector<Wanted> both{{town.procedure("CIV-EXTRACT"), 1}, {town.procedure("POP-EID"), 1}};
    const Hold held = hold(reception, catalogue, {seed, both, town.today, {540}, Channel::desk, Language::fr});
    book(reception, catalogue, seed, held.appointment, camille());
    checkIn(kiosk, catalogue, click(), held.appointment);
    const Ticket visitor = served(ahmed, one);
    const std::string serving = of(visitor, "serving_at"), due = of(visitor, "due");
    finish(ahmed, catalogue, click(), one);
    BOOST_TEST(of(visitor, "state") == "waiting");
    const Ticket again = takeEndBack(ahmed, catalogue, click(), one);
    BOOST_TEST((again.state == TicketState::serving));
    BOOST_TEST((again.service == visitor.service));
    BOOST_TEST((again.next == town.service("POP")));
    BOOST_TEST((again.procedures == visitor.procedures));
    BOOST_TEST(of(visitor, "serving_at") == serving);
    BOOST_TEST(of(visitor, "due") == due);
    BOOST_TEST(of(visitor, "part") == "1");
    finish(ahmed, catalogue, click(), one);
    BOOST_TEST(of(visitor, "part") == "2");
    town.check();
}

BOOST_AUTO_TEST_CASE(taken_back_at_the_second_counter_the_calls_of_the_first_do_not_count)
{
    const Seed seed = Seed::random();
    const std::vector<Wanted> both{{town.procedure("CIV-EXTRACT"), 1}, {town.procedure("POP-EID"), 1}};
    const Hold held = hold(reception, catalogue, {seed, both, town.today, {580}, Channel::desk, Language::fr});
    book(reception, catalogue, seed, held.appointment, camille());
    checkIn(kiosk, catalogue, click(), held.appointment);
    callNext(ahmed, catalogue, click(), one);
    for (int call = 2; call <= 3; ++call) callAgain(ahmed, catalogue, click(), one);
    transfer(ahmed, catalogue, click(), one, {.service = town.service("CIV"), .counter = two});
    callNext(lena, catalogue, click(), two);
    finish(lena, catalogue, click(), two);
    BOOST_TEST((takeEndBack(lena, catalogue, click(), two).state == TicketState::called));
    BOOST_CHECK_EXCEPTION(noShow(lena, catalogue, click(), two), Refused, refusedWith(Refusal::callAgainFirst));
    finish(lena, catalogue, click(), two);
    town.check();
}

BOOST_AUTO_TEST_CASE(a_linked_visit_that_was_called_at_the_second_service_does_not_come_back)
{
    // Found beside the model: the first agent took the visitor out of the second service's waiting room.
    const Seed seed = Seed::random();
    const std::vector<Wanted> both{{town.procedure("CIV-EXTRACT"), 1}, {town.procedure("POP-EID"), 1}};
    const Hold held = hold(reception, catalogue, {seed, both, town.today, {560}, Channel::desk, Language::fr});
    book(reception, catalogue, seed, held.appointment, camille());
    checkIn(kiosk, catalogue, click(), held.appointment);
    const Ticket visitor = served(ahmed, one);
    finish(ahmed, catalogue, click(), one);
    openCounter(lena, catalogue, population);
    callNext(lena, catalogue, click(), population);
    park(lena, catalogue, click(), population, ParkReason::photo);
    unpark(reception, catalogue, click(), visitor.id);
    BOOST_CHECK_EXCEPTION(takeEndBack(ahmed, catalogue, click(), one), Refused, refusedWith(Refusal::tooLate));
    BOOST_TEST((counterView(ahmed, catalogue, one).undoUntil == Instant{}));
    BOOST_TEST((callNext(lena, catalogue, click(), population).id == visitor.id));
    town.check();
}

BOOST_AUTO_TEST_CASE(the_time_away_counts_in_no_turn_either)
{
    come();
    const Ticket visitor = served(ahmed, one);
    park(ahmed, catalogue, click(), one, ParkReason::document);
    town.database.execute("UPDATE ticket SET parked_at = parked_at - INTERVAL 5 MINUTE WHERE id = " + std::to_string(visitor.id.value()));
    resume(ahmed, catalogue, click(), one, visitor.id);
    transfer(ahmed, catalogue, click(), one, {.service = town.service("POP"), .second = true}); // without saying that he is here
    BOOST_TEST(std::stoi(town.database.value("SELECT parked_seconds FROM ticket_turn WHERE ticket_id = " + std::to_string(visitor.id.value()))) >= 300);
}

BOOST_AUTO_TEST_CASE(a_counter_that_was_left_open_overnight_is_nobodys_in_the_morning)
{
    const auto openedYesterday = [&](CounterId counter) {
        town.database.execute("UPDATE counter_state SET opened_at = opened_at - INTERVAL 1 DAY WHERE counter_id = " +
                              std::to_string(counter.value()));
    };
    const auto counts = [&](CounterId counter) {
        return std::ranges::count(RoomNow::load(kiosk, catalogue).room.counters, counter, &ForecastCounter::counter) == 1;
    };
    BOOST_TEST(counts(one));
    openedYesterday(one);
    BOOST_TEST(!counts(one), "nobody is promised a turn there");
    come();
    const Ticket served_ = served(lena, two);
    transfer(lena, catalogue, click(), two, {.service = town.service("CIV"), .counter = one});
    openCounter(lena, catalogue, two); // the first in the morning
    BOOST_TEST(!myCounter(ahmed));
    BOOST_TEST(callNext(lena, catalogue, click(), two).number == served_.number, "kept for nobody any more");
    openedYesterday(two);
    openCounter(ahmed, catalogue, one);
    BOOST_TEST((myCounter(lena) == two), "somebody is still served there");
    BOOST_TEST(counts(two));
    finish(lena, catalogue, click(), two);
    town.check();
}

BOOST_AUTO_TEST_CASE(a_paused_counter_calls_nobody)
{
    come();
    pauseCounter(ahmed, catalogue, one, PauseReason::lunch);
    const CounterView view = counterView(ahmed, catalogue, one);
    BOOST_TEST((view.pausedAt != Instant{}));
    BOOST_TEST((view.pause == PauseReason::lunch));
    BOOST_CHECK_EXCEPTION(callNext(ahmed, catalogue, click(), one), Refused, refusedWith(Refusal::counterPaused));
    continueCounter(ahmed, catalogue, one);
    callNext(ahmed, catalogue, click(), one);
    BOOST_CHECK_EXCEPTION(pauseCounter(ahmed, catalogue, one, PauseReason::rest), Refused, refusedWith(Refusal::counterBusy));
}

BOOST_AUTO_TEST_CASE(called_out_of_order_by_whom_the_site_lets)
{
    come();
    const IssuedTicket second = come();
    BOOST_TEST(callPicked(ahmed, catalogue, click(), one, second.ticket).number == second.number);
    BOOST_CHECK_EXCEPTION(callPicked(lena, catalogue, click(), two, second.ticket), Refused, refusedWith(Refusal::ticketNotWaiting));
    finish(ahmed, catalogue, click(), one);
    const IssuedTicket third = come();
    for (const char* nobody : {"0", "2"}) {
        town.database.execute(std::string("REPLACE INTO site_setting (site_id, name, value) SELECT id, 'queue.pick_from', '") + nobody + "' FROM site");
        BOOST_CHECK_EXCEPTION(callPicked(ahmed, catalogue, click(), one, third.ticket), Refused, refusedWith(Refusal::inOrderOnly));
    }
    town.database.execute("DELETE FROM site_setting WHERE name = 'queue.pick_from'");
    town.database.execute("UPDATE ticket SET day = day - INTERVAL 1 DAY WHERE id = " + std::to_string(third.ticket.value()));
    BOOST_CHECK_EXCEPTION(callPicked(ahmed, catalogue, click(), one, third.ticket), Refused, refusedWith(Refusal::wrongDay));
}

BOOST_AUTO_TEST_CASE(a_site_without_the_step_of_presence_serves_at_once)
{
    CatalogueParts parts = catalogue.parts();
    parts.policy.presenceStep = 0;
    const Catalogue direct(parts);
    come();
    const Ticket visitor = callNext(ahmed, direct, click(), one);
    BOOST_TEST((visitor.state == TicketState::serving));
    BOOST_TEST(screenCalls(kiosk, direct, direct.areaByCode("B")->id).front().number == visitor.number);
    park(ahmed, direct, click(), one, ParkReason::photo);
    BOOST_TEST((resume(ahmed, direct, click(), one, visitor.id).state == TicketState::serving));
    finish(ahmed, direct, click(), one);
}

BOOST_AUTO_TEST_CASE(at_a_site_without_that_step_one_may_call_again_and_note_a_no_show)
{
    CatalogueParts parts = catalogue.parts();
    parts.policy.presenceStep = 0;
    const Catalogue direct(parts);
    come();
    const Ticket visitor = callNext(ahmed, direct, click(), one);
    const std::string began = of(visitor, "serving_at");
    BOOST_CHECK_EXCEPTION(noShow(ahmed, direct, click(), one), Refused, refusedWith(Refusal::callAgainFirst));
    BOOST_TEST(callAgain(ahmed, direct, click(), one).calls == 2);
    BOOST_TEST(of(visitor, "serving_at") == of(visitor, "last_called_at"), "nobody was served before");
    callAgain(ahmed, direct, click(), one);
    noShow(ahmed, direct, click(), one);
    BOOST_TEST(of(visitor, "state") == "missed");
    BOOST_TEST((takeEndBack(ahmed, direct, click(), one).state == TicketState::serving));
    noShow(ahmed, direct, click(), one);
}

BOOST_AUTO_TEST_SUITE_END()
