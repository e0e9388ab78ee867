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
    void changed()
    {
        News news;
        news.queue = true;
        presenter.news(news);
    }
    HelpCall help(CounterId counter, StaffId staff, const std::string& name) const
    {
        HelpCall call;
        call.counter = counter;
        call.askedBy = staff;
        call.askedByName = name;
        call.askedAt = clock.now();
        return call;
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
        {acts.sitDown, "sit"},   {acts.leave, "leave"},       {acts.callNext, "next"}, {acts.recall, "again"},
        {acts.here, "here"},     {acts.noShow, "no-show"},    {acts.finish, "finish"}, {acts.pause, "pause"},
        {acts.goOn, "go-on"},    {acts.park, "park"},         {acts.undo, "undo"},     {acts.pick, "pick"},
        {acts.resume, "resume"}, {acts.transfer, "transfer"}, {acts.unpark, "unpark"}, {acts.help, "help"}};
    for (const auto& [can, word] : all)
        if (can) line += (line.empty() ? "" : " ") + std::string(word);
    return line;
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(counter, CounterFixture)

BOOST_AUTO_TEST_CASE(each_state_allows_its_acts_only)
{
    using Phase = CounterPhase;
    struct Case
    {
        CounterFacts facts;
        const char* expected;
    };
    const std::vector<Case> cases{
        {{.phase = Phase::away, .mayServe = true}, "sit"},
        {{.phase = Phase::away}, ""},
        {{.phase = Phase::free, .mayServe = true, .mayPick = true, .somebodyWaits = true},
         "sit leave next pause pick resume help"},
        {{.phase = Phase::free, .mayServe = true, .somebodyWaits = true}, "sit leave next pause resume help"},
        {{.phase = Phase::free, .mayServe = true}, "sit leave pause resume help"},
        {{.phase = Phase::free, .mayServe = true, .canUndo = true}, "sit leave pause undo resume help"},
        {{.phase = Phase::free, .mayServe = true, .mayPick = true, .somebodyWaits = true, .busy = true}, ""},
        {{.phase = Phase::paused, .mayServe = true, .mayPick = true, .somebodyWaits = true, .canUndo = true},
         "sit leave go-on unpark help"},
        {{.phase = Phase::called, .mayServe = true, .somebodyWaits = true, .calls = 1},
         "again here park transfer unpark help"},
        {{.phase = Phase::called, .mayServe = true, .calls = 2}, "again here park transfer unpark help"},
        {{.phase = Phase::called, .mayServe = true, .calls = 3},
         "again here no-show park transfer unpark help"},
        {{.phase = Phase::called, .mayServe = true, .calls = 3, .busy = true}, ""},
        {{.phase = Phase::serving, .mayServe = true, .somebodyWaits = true},
         "finish park transfer unpark help"},
        {{.phase = Phase::serving, .mayServe = true, .calls = 1, .atOnce = true},
         "again finish park transfer unpark help"},
        {{.phase = Phase::serving, .mayServe = true, .calls = 3, .atOnce = true},
         "again no-show finish park transfer unpark help"},
        {{.phase = Phase::serving, .somebodyWaits = true}, ""}};
    for (const auto& one : cases) BOOST_TEST(words(actsIn(one.facts)) == one.expected);
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
    BOOST_TEST(state.acts.finish);
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
    BOOST_TEST(presenter.state().acts.recall);
}

BOOST_AUTO_TEST_CASE(an_answer_lost_on_the_way_calls_nobody_twice)
{
    sit();
    town.failNext("callNext", CommitUnknown("gone", 2013));
    town.loseNext("situation");
    presenter.callNextOrAgain();
    tasks.finishAll();
    auto state = presenter.state();
    BOOST_TEST(state.stale);
    BOOST_TEST(state.notice ==
               "No connection since 10:42. Whether your last click counted will be seen when it is back.");
    BOOST_TEST(words(state.acts) == "");
    restoreLink();
    tasks.finishAll();
    state = presenter.state();
    BOOST_TEST(!state.stale);
    BOOST_TEST(state.notice == "The connection is back: your last click did not count. Please do it again.");
    presenter.callNextOrAgain();
    tasks.finishAll();
    BOOST_TEST(town.keys.size() == 2u);
    BOOST_TEST((town.keys[0] == town.keys[1]));
    BOOST_TEST(presenter.state().notice == "");
}

BOOST_AUTO_TEST_CASE(what_was_done_although_its_answer_was_lost_is_said)
{
    call();
    presenter.here();
    tasks.finishAll();
    town.failNext("finish", CommitUnknown("gone", 2013));
    town.loseNext("situation");
    presenter.finish();
    tasks.finishAll();
    BOOST_TEST(presenter.state().number == "A044"); // as it was
    town.now.visitor.reset();
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "The connection is back: your last click counted.");
    BOOST_TEST((presenter.state().tone == Tone::good));
    BOOST_TEST(presenter.state().number == "A045");
}

BOOST_AUTO_TEST_CASE(a_call_for_help_that_was_lost_does_not_count)
{
    sit();
    const auto loseIt = [&](const char* what) {
        town.failNext(what, CommitUnknown("gone", 2013));
        town.loseNext("situation");
    };
    const std::string counted = "The connection is back: your last click counted.",
                      lost = "The connection is back: your last click did not count. Please do it again.";
    for (const bool arrived : {false, true}) {
        loseIt("askForHelp");
        presenter.askForHelp();
        tasks.finishAll();
        if (arrived) town.now.help = {help(CounterId(2), StaffId(7), "Marie")};
        restoreLink();
        tasks.finishAll();
        BOOST_TEST(presenter.state().notice == (arrived ? counted : lost));
    }
    HelpCall luc = help(CounterId(1), StaffId(3), "Luc");
    town.now.help = {luc};
    changed();
    tasks.finishAll();
    for (const bool arrived : {false, true}) {
        loseIt("answerHelp");
        presenter.answerHelp(luc.counter);
        tasks.finishAll();
        if (arrived) town.now.help.front().comingBy = StaffId(7);
        restoreLink();
        tasks.finishAll();
        BOOST_TEST(presenter.state().notice == (arrived ? counted : lost));
    }
}

BOOST_AUTO_TEST_CASE(sitting_at_the_old_counter_is_not_sitting_at_the_new_one)
{
    sit();
    presenter.propose(CounterId(3));
    town.failNext("openCounter", CommitUnknown("gone", 2013));
    town.loseNext("situation");
    presenter.sitDown();
    tasks.finishAll();
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "The connection is back: your last click did not count. Please do it again.");
}

BOOST_AUTO_TEST_CASE(new_services_of_the_counter_are_followed_at_once)
{
    sit();
    const auto before = town.count("situation");
    presenter.renewed();
    tasks.finishAll();
    BOOST_TEST(town.count("situation") == before + 1);
}

BOOST_AUTO_TEST_CASE(a_page_that_nobody_sees_tells_on_its_tab_who_asks_for_help)
{
    sit();
    presenter.show(false);
    town.now.help = {help(CounterId(1), StaffId(3), "Luc"), help(CounterId(2), StaffId(7), "Marie")};
    News news;
    news.queue = news.help = true;
    presenter.news(news);
    tasks.finishAll();
    BOOST_TEST(presenter.tabName() == "Counter (1)", "not one's own");
    town.now.help.front().comingBy = StaffId(8);
    changed();
    tasks.finishAll();
    BOOST_TEST(presenter.tabName() == "Counter");
}

BOOST_AUTO_TEST_CASE(whoever_goes_home_leaves_the_counter_but_no_visitor)
{
    call();
    presenter.goHome();
    BOOST_TEST(!presenter.busy());
    presenter.here();
    tasks.finishAll();
    presenter.finish();
    tasks.finishAll();
    presenter.goHome();
    tasks.finishAll();
    BOOST_TEST(town.count("closeCounter") == 1);
}

BOOST_AUTO_TEST_CASE(what_can_no_longer_be_taken_back_says_so)
{
    call();
    presenter.here();
    tasks.finishAll();
    town.undoUntil = clock.now() + 60s;
    presenter.finish();
    tasks.finishAll();
    town.refuseNext("takeEndBack", Refusal::tooLate);
    presenter.undo();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "This can no longer be taken back.");
}

BOOST_AUTO_TEST_CASE(a_link_that_is_away_says_since_when_and_lets_nothing_be_pressed)
{
    sit();
    town.loseNext("situation");
    changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "No connection since 10:42. It comes back by itself.");
    presenter.callNextOrAgain();
    BOOST_TEST(tasks.waiting() == 0u);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice == "");
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

BOOST_AUTO_TEST_CASE(the_counter_of_last_time_is_proposed_even_if_a_colleague_sits_there)
{
    presenter.usual(CounterId(3));
    BOOST_TEST((presenter.state().proposed == CounterId(3)));
    presenter.usual(CounterId(1));
    BOOST_TEST((presenter.state().proposed == CounterId(1)));
    BOOST_TEST(!presenter.state().acts.sitDown);
    presenter.usual(CounterId(99)); // there is none any more
    BOOST_TEST((presenter.state().proposed == CounterId(2)));
}

BOOST_AUTO_TEST_CASE(an_end_can_be_taken_back_for_a_minute)
{
    call();
    presenter.here();
    tasks.finishAll();
    town.undoUntil = clock.now() + 60s;
    presenter.finish();
    tasks.finishAll();
    auto state = presenter.state();
    BOOST_TEST(state.undo == "Undo (60 s)");
    BOOST_TEST(state.ended == "A044: finished");
    clock.advance(2500ms);
    BOOST_TEST(presenter.state().undo == "Undo (58 s)");
    presenter.undo();
    tasks.finishAll();
    state = presenter.state();
    BOOST_TEST((state.phase == CounterPhase::serving));
    BOOST_TEST(state.number == "A044");
    BOOST_TEST(state.undo == "");
    presenter.finish();
    tasks.finishAll();
    clock.advance(61s);
    BOOST_TEST(presenter.state().undo == "");
    presenter.undo();
    BOOST_TEST(town.count("takeEndBack") == 1);
}

BOOST_AUTO_TEST_CASE(a_pause_has_a_reason_and_calls_nobody)
{
    sit();
    town.pausesAt = clock.now();
    presenter.pause(PauseReason::lunch);
    tasks.finishAll();
    const auto state = presenter.state();
    BOOST_TEST((state.phase == CounterPhase::paused));
    BOOST_TEST(state.chip == "Pause");
    BOOST_TEST(state.what == "Lunch");
    BOOST_TEST(state.why == "since 10:42: nobody is called here");
    BOOST_TEST(state.second == "2 wait");
    presenter.callNextOrAgain();
    BOOST_TEST(tasks.waiting() == 0u);
    presenter.goOn();
    tasks.finishAll();
    BOOST_TEST(presenter.state().chip == "Next");
}

BOOST_AUTO_TEST_CASE(who_is_set_aside_says_why_and_when_he_is_back)
{
    call();
    presenter.here();
    tasks.finishAll();
    presenter.park(ParkReason::photo, 10min);
    tasks.finishAll();
    BOOST_TEST((town.asides.front().first == ParkReason::photo));
    BOOST_TEST((town.asides.front().second == clock.now() + 10min));
    BOOST_TEST(presenter.state().number == "A045");
    call();
    presenter.park(ParkReason::form);
    tasks.finishAll();
    BOOST_TEST(!town.asides.back().second);
    BOOST_TEST((town.keys[1] != town.keys[3]));
}

BOOST_AUTO_TEST_CASE(who_is_set_aside_comes_to_a_free_counter_and_otherwise_to_the_waiting_room)
{
    Ticket aside = ticket(36, "A036", 600);
    aside.state = TicketState::parked;
    aside.parked = ParkReason::photo;
    aside.keptFor = CounterId(2);
    aside.parkedAt = clock.now() - 5min;
    aside.backAt = clock.now() + 13min;
    Ticket other = aside;
    other.id = TicketId(37);
    other.number = "A037";
    other.keptFor = CounterId(3);
    other.backAt = {};
    town.now.parked = {aside, other};
    sit();
    auto state = presenter.state();
    BOOST_TEST(state.second == "2 wait · 2 aside");
    BOOST_TEST(state.parked[0].text == "fetches a photo, back around 10:55");
    BOOST_TEST(state.parked[1].text == "fetches a photo, since 10:37 · Counter 3");
    BOOST_TEST(state.resume == "Resume");
    presenter.resume(aside.id);
    tasks.finishAll();
    state = presenter.state();
    BOOST_TEST(state.number == "A036");
    BOOST_TEST(state.parked.size() == 1u);
    BOOST_TEST(state.resume == "Back to the waiting room");
    presenter.resume(other.id);
    tasks.finishAll();
    BOOST_TEST(town.count("resume 36") == 1);
    BOOST_TEST(town.count("unpark 37") == 1);
    BOOST_TEST(presenter.state().parked.empty());
}

BOOST_AUTO_TEST_CASE(a_visitor_is_sent_to_another_service_or_counter_but_not_nowhere)
{
    call();
    const auto choices = presenter.transferChoices();
    BOOST_TEST(choices.services.front().name == "Population"); // where he is
    BOOST_TEST(choices.services.size() == 3u);
    BOOST_TEST(choices.counters.size() == 1u);
    BOOST_TEST(choices.counters.front().name == "Counter 1 (Luc)");
    BOOST_TEST(!presenter.canTransfer({.service = population}));
    BOOST_TEST(presenter.canTransfer({.service = population, .counter = CounterId(1)}));
    presenter.transfer({.service = population});
    BOOST_TEST(tasks.waiting() == 0u);
    presenter.transfer({.service = foreigners, .second = true});
    tasks.finishAll();
    BOOST_TEST((town.transfers.front().service == foreigners));
    BOOST_TEST(town.transfers.front().second);
    BOOST_TEST(presenter.state().chip == "Next");
}

BOOST_AUTO_TEST_CASE(a_chosen_row_says_whom_it_comes_after)
{
    sit();
    presenter.choose(TicketId(45));
    BOOST_TEST(
        presenter.state().whyChosen ==
        "A044 goes before A045: both have their turn at 10:12, and then the smaller number goes first.");
    presenter.choose(TicketId(44));
    BOOST_TEST(presenter.state().whyChosen == "A044 is next: appointment at 10:40, arrived 10:31.");
    presenter.call(TicketId(45));
    tasks.finishAll();
    BOOST_TEST(town.count("callPicked 45") == 1);
}

BOOST_AUTO_TEST_CASE(who_is_kept_for_another_counter_waits_at_the_end_and_is_not_next)
{
    town.now.own[0].keptFor = CounterId(1);
    sit();
    auto state = presenter.state();
    BOOST_TEST(state.number == "A045");
    BOOST_TEST(state.waiting[1].number == "A044");
    BOOST_TEST(state.waiting[0].brief == "Appointment at 10:50");
    BOOST_TEST(state.waiting[1].brief == "For counter 1");
    BOOST_TEST(state.waiting[1].dim);
    presenter.choose(TicketId(44));
    BOOST_TEST(presenter.state().whyChosen == "A045 goes before A044: A044 is kept for counter 1.");
    town.now.own[0].keptUntil = clock.now(); // the ten minutes are over
    changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().number == "A044");
}

BOOST_AUTO_TEST_CASE(a_site_that_calls_in_order_lets_no_row_be_called)
{
    CatalogueParts parts = smallTown();
    parts.policy.pickFrom = 2;
    town.town = std::make_shared<const Catalogue>(std::move(parts));
    desk.renew(town.town);
    sit();
    BOOST_TEST(!presenter.state().acts.pick);
    presenter.call(TicketId(45));
    BOOST_TEST(tasks.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(an_arrival_is_announced_at_a_free_counter_only)
{
    std::vector<std::string> said;
    const auto listening = presenter.onArrival(
        [&](const Arrival& arrival) { said.push_back(arrival.title + ": " + arrival.text); });
    sit();
    BOOST_TEST(said.empty()); // who waited before is no arrival
    town.now.own.push_back(ticket(46, "A046", 660));
    changed();
    tasks.finishAll();
    BOOST_TEST(said.back() == "A046 is waiting: Identity card\nappointment at 11:00, arrived 10:31");
    town.now.own.push_back(ticket(47, "A047", 670));
    town.now.own.push_back(ticket(48, "A048", 680));
    changed();
    tasks.finishAll();
    BOOST_TEST(said.back() == "2 more people are waiting: A047, A048");
    BOOST_TEST(said.size() == 2u);

    presenter.callNextOrAgain();
    tasks.finishAll();
    town.now.own.push_back(ticket(49, "A049", 690));
    changed();
    tasks.finishAll();
    presenter.here();
    tasks.finishAll();
    presenter.finish();
    tasks.finishAll();
    town.pausesAt = clock.now();
    presenter.pause(PauseReason::rest);
    tasks.finishAll();
    town.now.own.push_back(ticket(50, "A050", 700));
    changed();
    tasks.finishAll();
    BOOST_TEST(said.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_call_for_help_reaches_everybody_and_says_who_comes)
{
    HelpCall luc = help(CounterId(1), StaffId(3), "Luc");
    town.now.help = {luc};
    sit();
    auto line = presenter.state().help.front();
    BOOST_TEST(line.text == "Counter 1 asks for help (Luc).");
    BOOST_TEST(line.label == "I am coming");
    BOOST_TEST(presenter.state().acts.help); // one may need help oneself
    presenter.answerHelp(luc.counter);
    luc.comingBy = StaffId(7);
    town.now.help = {luc};
    tasks.finishAll();
    line = presenter.state().help.front();
    BOOST_TEST(line.text == "You are going to help counter 1.");
    BOOST_TEST((line.act == CounterState::Help::Act::end));
    presenter.endHelp(luc.counter);
    tasks.finishAll();
    BOOST_TEST(town.count("answerHelp") == 1);
    BOOST_TEST(town.count("endHelp") == 1);

    luc.comingBy = StaffId(8);
    luc.comingByName = "Sophie";
    town.now.help = {luc};
    changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().help.front().text == "Sophie goes to help counter 1.");
    clock.advance(25s);
    BOOST_TEST(presenter.state().help.empty()); // nobody else needs to get up
}

BOOST_AUTO_TEST_CASE(whoever_asks_for_help_sees_that_somebody_comes)
{
    sit();
    presenter.askForHelp();
    HelpCall mine = help(CounterId(2), StaffId(7), "Marie");
    town.now.help = {mine};
    tasks.finishAll();
    auto state = presenter.state();
    BOOST_TEST(!state.acts.help);
    BOOST_TEST(state.help.front().text == "Help asked for at 10:42. Nobody has answered yet.");
    BOOST_TEST(state.help.front().label == "Withdraw");
    mine.comingBy = StaffId(3);
    mine.comingByName = "Luc";
    town.now.help = {mine};
    changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().help.front().text == "Luc is coming to help you.");
}

BOOST_AUTO_TEST_SUITE_END()
