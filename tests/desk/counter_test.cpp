#include "fake_desk.h"
#include "staff-desktop/logic/counter_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;

namespace
{
struct CounterFixture : DeskFixture
{
    CounterPresenter presenter{desk};

    CounterFixture()
    {
        town.now.seats = {{CounterId(1), true, false, "Luc"},
                          {CounterId(2), false, false, ""},
                          {CounterId(3), false, false, ""}};
        town.now.own = {ticket(44, "A044", 640), ticket(45, "A045", 650)};
        town.called = town.now.own[0];
        town.called.state = TicketState::called;
        town.called.calls = 1;
        town.called.calledAt = clock.now();
        presenter.show(true);
        tasks.finishAll();
    }
    Ticket ticket(long long id, const std::string& number, int appointment) const
    {
        Ticket one;
        one.id = TicketId(id);
        one.number = number;
        one.service = population;
        one.appointmentStart = MinuteOfDay{appointment};
        one.procedures = {identityCard};
        one.arrivedAt = clock.now() - 11min;
        one.due = {clock.now() - 30min, DueReason::appointment, false};
        return one;
    }
    void sit()
    {
        presenter.sitDown();
        tasks.finishAll();
    }
    void call()
    {
        sit();
        presenter.callNextOrAgain();
        tasks.finishAll();
    }
};

std::string words(const CounterActs& acts)
{
    std::string line;
    const std::pair<bool, const char*> all[] = {
        {acts.sitDown, "sit "}, {acts.leave, "leave "},    {acts.callNext, "next "}, {acts.recall, "again "},
        {acts.here, "here "},   {acts.noShow, "no-show "}, {acts.finish, "finish "}};
    for (const auto& [can, word] : all)
        if (can) line += word;
    return line;
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(counter, CounterFixture)

BOOST_AUTO_TEST_CASE(each_state_allows_its_acts_only)
{
    struct Case
    {
        CounterPhase phase;
        bool mayServe, waits;
        int calls;
        bool busy;
        const char* expected;
    };
    const std::vector<Case> cases{{CounterPhase::away, true, true, 0, false, "sit "},
                                  {CounterPhase::away, false, true, 0, false, ""},
                                  {CounterPhase::free, true, true, 0, false, "sit leave next "},
                                  {CounterPhase::free, true, false, 0, false, "sit leave "},
                                  {CounterPhase::free, true, true, 0, true, ""},
                                  {CounterPhase::called, true, true, 1, false, "again here "},
                                  {CounterPhase::called, true, true, 2, false, "again here "},
                                  {CounterPhase::called, true, true, 3, false, "again here no-show "},
                                  {CounterPhase::called, true, true, 3, true, ""},
                                  {CounterPhase::serving, true, true, 1, false, "finish "},
                                  {CounterPhase::serving, false, true, 1, false, ""}};
    for (const auto& one : cases)
        BOOST_TEST(words(actsIn(one.phase, one.mayServe, one.waits, one.calls, 3, one.busy)) == one.expected);
}

BOOST_AUTO_TEST_CASE(the_first_free_counter_is_proposed_and_a_taken_one_says_by_whom)
{
    auto state = presenter.state();
    BOOST_TEST((state.proposed == CounterId(2)));
    BOOST_TEST(state.counters[0].name == "Counter 1 · Population, taken by Luc");
    BOOST_TEST(!state.counters[0].free);
    BOOST_TEST(state.acts.sitDown);
    presenter.propose(CounterId(1));
    BOOST_TEST(!presenter.state().acts.sitDown);
}

BOOST_AUTO_TEST_CASE(the_counter_where_one_sits_is_found_again)
{
    town.now.counter = CounterId(3);
    CounterPresenter again(desk);
    again.show(true);
    tasks.finishAll();
    BOOST_TEST((again.state().proposed == CounterId(3)));
    BOOST_TEST((again.state().phase == CounterPhase::free));
}

BOOST_AUTO_TEST_CASE(a_free_counter_shows_who_is_next_and_why)
{
    sit();
    const auto state = presenter.state();
    BOOST_TEST(state.chip == "Next");
    BOOST_TEST(state.number == "A044");
    BOOST_TEST(state.what == "Identity card");
    BOOST_TEST(state.why == "appointment at 10:40, arrived 10:31");
    BOOST_TEST(state.first == "Counter 2");
    BOOST_TEST(state.second == "2 wait");
    BOOST_TEST(state.waiting[0].waits == "11 min");
    BOOST_TEST(state.waiting[0].due == "10:12");
}

BOOST_AUTO_TEST_CASE(a_visitor_of_whom_only_the_service_is_known_is_shown_with_it)
{
    town.now.own[0].procedures.clear();
    sit();
    BOOST_TEST(presenter.state().what == "Population");
}

BOOST_AUTO_TEST_CASE(nobody_waiting_is_a_sentence)
{
    town.now.own.clear();
    sit();
    const auto state = presenter.state();
    BOOST_TEST(state.what == "Nobody is waiting for this counter.");
    BOOST_TEST(!state.acts.callNext);
    presenter.callNextOrAgain();
    BOOST_TEST(tasks.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(a_visit_goes_from_call_to_finish)
{
    call();
    auto state = presenter.state();
    BOOST_TEST(state.chip == "Called");
    BOOST_TEST(state.first == "1st call");
    BOOST_TEST(state.noShow == "No-show (call 3)");
    clock.advance(20s);
    BOOST_TEST(presenter.state().second == "20 s ago");
    presenter.here();
    tasks.finishAll();
    state = presenter.state();
    BOOST_TEST(state.chip == "Serving");
    BOOST_TEST(words(state.acts) == "finish ");
    presenter.finish();
    tasks.finishAll();
    BOOST_TEST(presenter.state().chip == "Next");
    BOOST_TEST(presenter.state().number == "A045");
}

BOOST_AUTO_TEST_CASE(the_third_call_offers_no_show)
{
    call();
    presenter.noShow();
    BOOST_TEST(town.count("noShow") == 0);
    presenter.callNextOrAgain();
    tasks.finishAll();
    presenter.callNextOrAgain();
    tasks.finishAll();
    BOOST_TEST(town.count("callAgain") == 2);
    BOOST_TEST(presenter.state().noShow == "No-show");
    presenter.noShow();
    tasks.finishAll();
    BOOST_TEST(town.count("noShow") == 1);
    BOOST_TEST(presenter.state().chip == "Next");
}

BOOST_AUTO_TEST_CASE(the_buttons_rest_until_the_answer)
{
    sit();
    presenter.callNextOrAgain();
    presenter.callNextOrAgain();
    BOOST_TEST(words(presenter.state().acts) == "");
    tasks.finishAll();
    BOOST_TEST(town.count("callNext") == 1);
    BOOST_TEST(words(presenter.state().acts) == "again here ");
}

BOOST_AUTO_TEST_CASE(an_answer_lost_on_the_way_calls_nobody_twice)
{
    sit();
    town.failNext("callNext", CommitUnknown("gone", 2013));
    town.loseNext("situation");
    presenter.callNextOrAgain();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice ==
               "The connection broke while saving. Try again: nothing will be done twice.");
    presenter.callNextOrAgain();
    tasks.finishAll();
    BOOST_TEST(town.keys.size() == 2u);
    BOOST_TEST((town.keys[0] == town.keys[1]));
}

BOOST_AUTO_TEST_CASE(the_next_wish_has_another_key)
{
    call();
    presenter.here();
    tasks.finishAll();
    presenter.finish();
    tasks.finishAll();
    town.called = ticket(45, "A045", 650);
    presenter.callNextOrAgain();
    tasks.finishAll();
    BOOST_TEST((town.keys[0] != town.keys[1]));
}

BOOST_AUTO_TEST_CASE(a_colleague_who_was_first_is_named_by_the_counter)
{
    sit();
    town.called = ticket(45, "A045", 650);
    town.called.state = TicketState::called;
    presenter.callNextOrAgain();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == ""); // not known yet
    News news{.queue = true, .agenda = false, .settings = false, .called = {{TicketId(44), CounterId(1)}}};
    presenter.news(news);
    BOOST_TEST(presenter.state().notice == "A044 has just been called to counter 1. Next: A045.");
}

BOOST_AUTO_TEST_CASE(refusals_are_sentences_and_the_truth_is_read_again)
{
    sit();
    town.refuseNext("callNext", Refusal::nobodyWaiting);
    presenter.callNextOrAgain();
    town.now.own.clear();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "Nobody is waiting for this counter.");
    BOOST_TEST(presenter.state().waiting.empty());
}

BOOST_AUTO_TEST_CASE(the_visitors_note_and_papers_are_at_hand)
{
    Appointment appointment;
    appointment.person.firstName = "Noé";
    appointment.person.lastName = "Modèle";
    appointment.person.note = "Hears badly.";
    town.now.appointment = appointment;
    call();
    const auto facts = presenter.state().facts;
    BOOST_TEST(facts.size() == 4u);
    BOOST_TEST(facts[0].text == "Noé Modèle");
    BOOST_TEST(facts[1].text == "Hears badly.");
    BOOST_TEST(facts[2].text == "your identity card · a photo");
    BOOST_TEST(facts[3].text == "1 call at 10:42");
}

BOOST_AUTO_TEST_CASE(who_goes_on_to_a_second_service_is_told_where)
{
    town.called.next = foreigners;
    call();
    const auto facts = presenter.state().facts;
    BOOST_TEST(facts.back().name == "Afterwards");
    BOOST_TEST(facts.back().text == "Foreigners, area B");
}

BOOST_AUTO_TEST_CASE(a_receptionist_sees_but_does_not_call)
{
    town.staff.role = Role::reception;
    Desk reception{tasks, town, clock, speech, {town.staff, town.town}};
    CounterPresenter page(reception);
    page.show(true);
    tasks.finishAll();
    BOOST_TEST(words(page.state().acts) == "");
    BOOST_TEST(page.state().waiting.size() == 2u);
    BOOST_TEST(page.state().notice ==
               "Your account is for the reception: it shows who waits, but does not call.");
}

BOOST_AUTO_TEST_CASE(leaving_proposes_the_same_counter_again)
{
    sit();
    presenter.leave();
    tasks.finishAll();
    BOOST_TEST((presenter.state().phase == CounterPhase::away));
    BOOST_TEST((presenter.state().proposed == CounterId(2)));
}

BOOST_AUTO_TEST_SUITE_END()
