#include "core/booking/appointment.h"
#include "core/queue/arrival.h"
#include "core/queue/counter.h"
#include "core/queue/screen.h"
#include "tests/core/town.h"
#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

using namespace accueil;
using namespace accueil::test;

namespace
{
RequestKey click()
{
    return Seed::random().requestKey("click");
}

/// Two agents at counters of the same service; the queue is emptied before each case.
struct Counters
{
    Town& town = Town::instance();
    Client kiosk{town.kiosk}, ahmed{town.agent}, lena{town.secondAgent};
    const CounterId one = town.catalogue.counterByNumber(14)->id, two = town.catalogue.counterByNumber(15)->id;

    Counters()
    {
        town.database.execute("UPDATE counter_state SET ticket_id = NULL, staff_id = NULL, opened_at = NULL");
        town.database.execute("UPDATE ticket SET state = 'closed' WHERE state IN ('waiting', 'called', 'serving')");
        openCounter(ahmed, town.catalogue, one);
        openCounter(lena, town.catalogue, two);
    }
    IssuedTicket come(const char* procedure = "CIV-EXTRACT", bool priority = false)
    {
        return walkIn(kiosk, town.catalogue, click(), town.procedure(procedure), Language::fr, priority);
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(counters, Counters)

BOOST_AUTO_TEST_CASE(a_visit_from_the_call_to_the_end)
{
    const IssuedTicket ticket = come();
    const Ticket called = callNext(ahmed, town.catalogue, click(), one);
    BOOST_TEST(called.number == ticket.number);
    BOOST_TEST((called.state == TicketState::called));
    BOOST_TEST(called.calls == 1);
    BOOST_TEST((counterView(ahmed, town.catalogue, one).ticket->id == called.id));
    BOOST_TEST(callAgain(ahmed, town.catalogue, click(), one).calls == 2);
    isHere(ahmed, town.catalogue, click(), one);
    BOOST_TEST((counterView(ahmed, town.catalogue, one).ticket->state == TicketState::serving));
    finish(ahmed, town.catalogue, click(), one);
    BOOST_TEST(!counterView(ahmed, town.catalogue, one).ticket.has_value());
    town.check();
}

BOOST_AUTO_TEST_CASE(the_order_is_that_of_the_rule)
{
    const IssuedTicket first = come(), second = come(), urgent = come("CIV-EXTRACT", true);
    BOOST_TEST(urgent.ahead == 0);
    BOOST_TEST(callNext(ahmed, town.catalogue, click(), one).number == urgent.number);
    BOOST_TEST(callNext(lena, town.catalogue, click(), two).number == first.number);
    finish(ahmed, town.catalogue, click(), one);
    BOOST_TEST(callNext(ahmed, town.catalogue, click(), one).number == second.number);
}

BOOST_AUTO_TEST_CASE(what_the_database_picks_is_what_the_rule_says)
{
    for (int i = 0; i < 6; ++i) come("CIV-EXTRACT", i % 3 == 2);
    while (true) {
        std::vector<Waiting> waiting;
        for (const auto& ticket : waitingTickets(ahmed, town.catalogue))
            waiting.push_back({ticket.id, ticket.service, std::stoi(ticket.number.substr(1)), ticket.due, {}, {}});
        const Counter& counter = *town.catalogue.find(one);
        const auto expected = nextTicket(waiting, one, counter.serves, counter.helps, ahmed.clock.now());
        if (!expected) break;
        BOOST_TEST((callNext(ahmed, town.catalogue, click(), one).id == *expected));
        finish(ahmed, town.catalogue, click(), one);
    }
}

BOOST_AUTO_TEST_CASE(acts_that_the_state_does_not_allow_are_refused)
{
    BOOST_CHECK_EXCEPTION(callNext(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::nobodyWaiting));
    BOOST_CHECK_EXCEPTION(finish(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::notThisState));
    BOOST_CHECK_EXCEPTION(callAgain(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::notThisState));
    come();
    come();
    callNext(ahmed, town.catalogue, click(), one);
    BOOST_CHECK_EXCEPTION(callNext(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::counterBusy));
    BOOST_CHECK_EXCEPTION(callNext(ahmed, town.catalogue, click(), two), Refused, refusedWith(Refusal::notYourCounter));
    BOOST_CHECK_EXCEPTION(openCounter(ahmed, town.catalogue, town.catalogue.counterByNumber(16)->id), Refused, refusedWith(Refusal::counterBusy));
    BOOST_CHECK_EXCEPTION(openCounter(ahmed, town.catalogue, two), Refused, refusedWith(Refusal::counterBusy));
    BOOST_CHECK_EXCEPTION(closeCounter(ahmed, town.catalogue, one), Refused, refusedWith(Refusal::counterBusy));
    isHere(ahmed, town.catalogue, click(), one);
    BOOST_CHECK_EXCEPTION(noShow(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::notThisState));
    finish(ahmed, town.catalogue, click(), one);
    closeCounter(ahmed, town.catalogue, one);
    BOOST_CHECK_EXCEPTION(callNext(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::counterClosed));
    BOOST_CHECK_EXCEPTION(openCounter(ahmed, town.catalogue, two), Refused, refusedWith(Refusal::notYourCounter));
    BOOST_TEST((myCounter(lena) == two));
    BOOST_TEST(!myCounter(ahmed));
}

BOOST_AUTO_TEST_CASE(a_no_show_needs_three_calls)
{
    come();
    callNext(ahmed, town.catalogue, click(), one);
    callAgain(ahmed, town.catalogue, click(), one);
    BOOST_CHECK_EXCEPTION(noShow(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::callAgainFirst));
    callAgain(ahmed, town.catalogue, click(), one);
    noShow(ahmed, town.catalogue, click(), one);
    BOOST_TEST(!counterView(ahmed, town.catalogue, one).ticket.has_value());
    town.check();
}

BOOST_AUTO_TEST_CASE(who_missed_the_calls_and_turns_up_waits_again_with_the_same_number)
{
    Client desk{town.reception};
    const IssuedTicket missed = come("CIV-EXTRACT", true);
    const auto callInVain = [&] {
        callNext(ahmed, town.catalogue, click(), one);
        callAgain(ahmed, town.catalogue, click(), one);
        callAgain(ahmed, town.catalogue, click(), one);
    };
    BOOST_CHECK_EXCEPTION(putBack(desk, town.catalogue, click(), missed.ticket), Refused, refusedWith(Refusal::notThisState));
    callInVain();
    noShow(ahmed, town.catalogue, click(), one);
    const RequestKey key = click();
    const IssuedTicket back = putBack(desk, town.catalogue, key, missed.ticket);
    BOOST_TEST(back.number == missed.number);
    BOOST_TEST(putBack(desk, town.catalogue, key, missed.ticket).number == missed.number, "a click sent twice");
    BOOST_CHECK_EXCEPTION(putBack(desk, town.catalogue, click(), missed.ticket), Refused, refusedWith(Refusal::notThisState));

    const auto waiting = waitingTickets(desk, town.catalogue, {town.service("CIV")});
    BOOST_REQUIRE(waiting.size() == 1U);
    BOOST_TEST((waiting[0].due.reason == DueReason::back));
    BOOST_TEST(waiting[0].due.priority);
    BOOST_TEST((desk.clock.now() - waiting[0].due.at >= std::chrono::minutes(town.catalogue.policy().priorityCredit)));
    BOOST_TEST(callNext(ahmed, town.catalogue, click(), one).calls == 1, "its calls are counted anew");
    BOOST_CHECK_EXCEPTION(noShow(ahmed, town.catalogue, click(), one), Refused, refusedWith(Refusal::callAgainFirst));
    isHere(ahmed, town.catalogue, click(), one);
    finish(ahmed, town.catalogue, click(), one);
    town.check();

    const IssuedTicket yesterdays = come();
    callInVain();
    noShow(ahmed, town.catalogue, click(), one);
    town.database.execute("UPDATE ticket SET day = day - INTERVAL 1 DAY, number = number + 500 WHERE id = " +
                          std::to_string(yesterdays.ticket.value()));
    BOOST_CHECK_EXCEPTION(putBack(desk, town.catalogue, click(), yesterdays.ticket), Refused, refusedWith(Refusal::notThisState));
}

BOOST_AUTO_TEST_CASE(a_click_sent_twice_calls_one_visitor)
{
    const IssuedTicket first = come();
    come();
    const RequestKey key = click();
    BOOST_TEST(callNext(ahmed, town.catalogue, key, one).number == first.number);
    BOOST_TEST(callNext(ahmed, town.catalogue, key, one).number == first.number);
    BOOST_TEST(waitingTickets(ahmed, town.catalogue).size() == 1U);
}

BOOST_AUTO_TEST_CASE(two_agents_never_get_the_same_visitor)
{
    constexpr int visitors = 30;
    std::set<std::string> expected;
    for (int i = 0; i < visitors; ++i) expected.insert(come().number);
    std::vector<std::string> calledBy[2];
    std::atomic<int> other{0};
    const auto work = [&](const std::string& account, CounterId counter, std::vector<std::string>& mine) {
        Client client(account);
        try {
            for (;;) {
                mine.push_back(callNext(client, town.catalogue, click(), counter).number);
                finish(client, town.catalogue, click(), counter);
            }
        } catch (const Refused& e) {
            if (e.why() != Refusal::nobodyWaiting) ++other;
        }
    };
    {
        const std::jthread a([&] { work(town.agent, one, calledBy[0]); });
        const std::jthread b([&] { work(town.secondAgent, two, calledBy[1]); });
    }
    BOOST_TEST(other == 0);
    BOOST_TEST(calledBy[0].size() + calledBy[1].size() == static_cast<std::size_t>(visitors));
    std::set<std::string> all(calledBy[0].begin(), calledBy[0].end());
    all.insert(calledBy[1].begin(), calledBy[1].end());
    BOOST_TEST((all == expected));
    town.check();
}

BOOST_AUTO_TEST_CASE(the_screen_shows_the_newest_call_first_and_each_ticket_once)
{
    const WaitingAreaId area = town.catalogue.areaByCode("B")->id;
    town.database.execute("UPDATE ticket SET last_called_at = NULL");
    come();
    come();
    come();
    const Ticket a = callNext(ahmed, town.catalogue, click(), one);
    const Ticket b = callNext(lena, town.catalogue, click(), two);
    callAgain(ahmed, town.catalogue, click(), one);
    const auto calls = screenCalls(kiosk, town.catalogue, area);
    BOOST_REQUIRE(calls.size() == 2U);
    BOOST_TEST(calls[0].number == a.number);
    BOOST_TEST(calls[0].callNo == 2);
    BOOST_TEST(calls[0].counter == 14);
    BOOST_TEST(calls[1].number == b.number);
    const auto waits = screenWaits(kiosk, town.catalogue, area);
    BOOST_TEST(waits.size() == 2U, "Étrangers and État civil");
    BOOST_TEST(waits[1].waiting == 1);
}

BOOST_AUTO_TEST_CASE(a_linked_visit_goes_on_to_its_second_service_with_the_same_ticket)
{
    Client desk(town.reception);
    const Seed seed = Seed::random();
    const std::vector<Wanted> both{{town.procedure("CIV-EXTRACT"), 1}, {town.procedure("POP-EID"), 1}};
    const Hold held = hold(desk, town.catalogue, {seed, both, town.today, {530}, Channel::desk, Language::fr});
    book(desk, town.catalogue, seed, held.appointment, camille());
    const Found found = findByCheckInToken(kiosk, seed.checkInToken());
    const IssuedTicket ticket = checkIn(kiosk, town.catalogue, click(), found.appointment);
    BOOST_TEST((ticket.service == town.service("CIV")));
    BOOST_TEST((ticket.next == town.service("POP")));
    BOOST_CHECK_EXCEPTION(checkIn(kiosk, town.catalogue, click(), held.appointment), Refused, refusedWith(Refusal::alreadyArrived));
    const auto state = [&](std::size_t part) {
        const auto all = appointmentsOfDay(desk, town.catalogue.site().id, town.today);
        const auto found_at = std::ranges::find_if(all, [&](const Appointment& a) {
            return a.reference == held.reference && a.part == static_cast<int>(part);
        });
        return found_at->state;
    };
    BOOST_TEST((state(2) == VisitState::arrived));

    const Ticket first = callNext(ahmed, town.catalogue, click(), one);
    BOOST_TEST(first.number == ticket.number);
    BOOST_TEST((first.next == town.service("POP")));
    callAgain(ahmed, town.catalogue, click(), one);
    isHere(ahmed, town.catalogue, click(), one);
    const RequestKey end = click();
    finish(ahmed, town.catalogue, end, one);
    finish(ahmed, town.catalogue, end, one); // the same click twice goes on once
    BOOST_TEST((state(1) == VisitState::served));
    BOOST_TEST((state(2) == VisitState::arrived));

    const auto waiting = waitingTickets(ahmed, town.catalogue, {town.service("POP")});
    BOOST_REQUIRE(waiting.size() == 1U);
    BOOST_TEST(waiting[0].number == ticket.number);
    BOOST_TEST((waiting[0].due.reason == DueReason::second));
    BOOST_TEST((waiting[0].procedures == std::vector{town.procedure("POP-EID")}));
    BOOST_TEST(waiting[0].calls == 0);
    BOOST_TEST((!waiting[0].next));

    const CounterId population = town.catalogue.counterByNumber(1)->id;
    openCounter(lena, town.catalogue, population);
    const Ticket second = callNext(lena, town.catalogue, click(), population);
    BOOST_TEST(second.number == ticket.number);
    BOOST_TEST(second.calls == 1);
    BOOST_CHECK_EXCEPTION(noShow(lena, town.catalogue, click(), population), Refused, refusedWith(Refusal::callAgainFirst));
    finish(lena, town.catalogue, click(), population);
    BOOST_TEST((state(2) == VisitState::served));
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM ticket_turn WHERE ticket_id = " + std::to_string(first.id.value())) == "1");
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
