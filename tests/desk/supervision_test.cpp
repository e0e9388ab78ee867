#include "fake_desk.h"
#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/logic/supervision_words.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;
using Act = SupervisionAct;

namespace
{
constexpr CounterId one{1}, two{2}, three{3};

struct RoomFixture : DeskFixture
{
    SupervisionPresenter presenter{desk};
    RoomOverview& room = town.supervised.room;

    RoomFixture()
    {
        room.now = clock.now();
        room.services = {{population, 7, 14, 6, {5, 10}, 19, true, 0}, {foreigners, 4, 12, 7, {10, 15}, 8, true, 3}, {civil, 0, 0, 0, {0, 5}, 5, false, 0}};
        room.counters.resize(3);
        for (int i = 0; i < 3; ++i) room.counters[static_cast<std::size_t>(i)].counter = CounterId(i + 1);
        sit(one, 7, "Marie");
        town.supervised.colleagues = {{StaffId(8), "Jean", {}}, {StaffId(7), "Marie", one}};
        town.supervised.dayEnds = MinuteOfDay{990};
        room.devices = {{"kiosk-1", "kiosk", "Kiosk 1", {}, clock.now() - 2s, ""}, {"display-a", "display", "", WaitingAreaId(1), clock.now() - 1s, ""}};
    }
    CounterNow& counter(CounterId id) { return room.counters[static_cast<std::size_t>(id.value() - 1)]; }
    ServiceNow& service(ServiceId id) { return room.services[static_cast<std::size_t>(id.value() - 1)]; }
    void sit(CounterId id, long long staff, const std::string& name)
    {
        counter(id).staff = StaffId(staff);
        counter(id).name = name;
        counter(id).since = clock.now() - 6min;
    }
    void visit(CounterId id, const std::string& number, TicketState state)
    {
        Ticket ticket;
        ticket.id = TicketId(40 + id.value());
        ticket.number = number;
        ticket.state = state;
        ticket.arrivedAt = clock.now() - 20min;
        counter(id).ticket = ticket;
    }
    void ask(CounterId id)
    {
        counter(id).help = HelpCall{id, StaffId(7), "Marie", clock.now() - 20s, {}, ""};
    }
    Ticket left(long long id, const std::string& number, Instant arrived)
    {
        Ticket ticket;
        ticket.id = TicketId(id);
        ticket.number = number;
        ticket.arrivedAt = arrived;
        return ticket;
    }
    SupervisionState look()
    {
        presenter.show(true);
        tasks.finishAll();
        return presenter.state();
    }
    /// Something has changed in the room.
    SupervisionState hear()
    {
        News news;
        news.queue = true;
        presenter.news(news);
        tasks.finishAll();
        return presenter.state();
    }
    SupervisionState act(Act what)
    {
        presenter.act(what);
        tasks.finishAll();
        return presenter.state();
    }
    SupervisionState submit()
    {
        presenter.submit();
        tasks.finishAll();
        return presenter.state();
    }
    std::string strip()
    {
        std::string line;
        for (const auto& alarm : presenter.state().alarms)
            line += alarm.strong + ", " + alarm.rest + " [" + alarm.remedy + (alarm.seen.empty() ? "" : "|" + alarm.seen) + "] ";
        return line;
    }
    std::string buttons()
    {
        std::string line;
        for (const auto& button : presenter.state().acts) line += button.label + (button.enabled ? ", " : " (off), ");
        return line;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(supervision, RoomFixture)

BOOST_AUTO_TEST_CASE(the_room_is_told_in_words)
{
    BOOST_TEST(presenter.state().nothing == "One moment …");
    visit(one, "A041", TicketState::serving);
    sit(two, 8, "Jean");
    counter(two).pausedAt = clock.now() - 12min;
    counter(two).pause = PauseReason::lunch;
    const auto state = look();
    const auto& busy = state.services.at(0);
    BOOST_TEST(busy.name + " " + busy.area + " " + busy.waiting + " " + busy.longest + " " + busy.median + " " + busy.estimate + " " + busy.toCome ==
               "Population A 7 14 min 6 min 5 to 10 min 19");
    BOOST_TEST(busy.walkIns == "Open");
    BOOST_TEST(state.services.at(1).walkIns == "Open, 3 per half-hour");
    BOOST_TEST(state.services.at(2).walkIns == "Stopped");
    BOOST_TEST(state.services.at(2).longest == "–");
    const auto& first = state.counters.at(0);
    BOOST_TEST(first.number + " " + first.agent + " " + first.state + " " + first.ticket + " " + first.since == "1 Marie Serving A041 6 min");
    BOOST_TEST(state.counters.at(1).state == "Pause: lunch");
    BOOST_TEST(state.counters.at(2).state == "Closed");
    BOOST_TEST(state.counters.at(2).services == "Foreigners (helps: Population)");
    BOOST_TEST(state.counters.at(2).since == "");
    BOOST_TEST(state.foot == "2 of 3 counters open");
    BOOST_TEST(state.alarms.empty());
}

BOOST_AUTO_TEST_CASE(trouble_of_a_device_is_said_in_words)
{
    const std::pair<const char*, const char*> words[] = {{"paper", "no more paper"},
                                                         {"printer", "the printer does not print"},
                                                         {"sound", "no sound"},
                                                         {"smtp", "e-mails do not go out"},
                                                         {"coffee", "in trouble (coffee)"}};
    for (const auto& [word, said] : words) {
        room.devices[0].trouble = word;
        BOOST_TEST(look().devices.at(0).says == said);
    }
    BOOST_TEST(presenter.state().devices.at(1).name == "Screen of area A");
    room.devices[0].seenAt = clock.now() - 11min;
    BOOST_TEST(hear().devices.at(0).says == "no sign of life since 10:31");
    BOOST_TEST(strip() == "Kiosk 1, no sign of life since 10:31 [|Seen] ", "one alarm, the worse one");
}

BOOST_AUTO_TEST_CASE(an_alarm_is_raised_once_a_crossing)
{
    service(population).longestMinutes = 31;
    look();
    BOOST_TEST(strip() == "Population, a wait of more than 30 min [Open counter 2 …|Seen] ");
    BOOST_TEST(presenter.tabName() == "Supervision (1)");
    presenter.putAway(0);
    BOOST_TEST(strip() == "");
    service(population).longestMinutes = 40;
    BOOST_TEST(hear().services.at(0).tooLong, "the row tells it all the same");
    BOOST_TEST(strip() == "", "it was seen");
    service(population).longestMinutes = 10;
    hear();
    service(population).longestMinutes = 31;
    hear();
    BOOST_TEST(strip() != "", "it has crossed its limit again");
}

/// A worse one hides an alarm and is over again: what was seen had never fallen below its limit.
BOOST_AUTO_TEST_CASE(a_seen_alarm_stays_seen_while_a_worse_one_hides_it)
{
    service(population).waiting = 20;
    look();
    presenter.putAway(0);
    service(population).longestMinutes = 31;
    hear();
    BOOST_TEST(strip() == "Population, a wait of more than 30 min [Open counter 2 …|Seen] ");
    presenter.putAway(0);
    service(population).longestMinutes = 10;
    hear();
    BOOST_TEST(strip() == "", "there were too many all the time, and it was seen");
    service(population).waiting = 3;
    hear();
    service(population).waiting = 20;
    hear();
    BOOST_TEST(strip() != "");

    room.devices[0].trouble = "paper";
    service(population).waiting = 3;
    hear();
    presenter.putAway(0);
    room.devices[0].seenAt = clock.now() - 11min;
    hear();
    BOOST_TEST(strip() != "");
    room.devices[0].seenAt = clock.now();
    hear();
    BOOST_TEST(strip() == "", "still without paper, as was seen");
}

BOOST_AUTO_TEST_CASE(only_two_alarms_are_shown_and_the_others_counted)
{
    service(population).longestMinutes = service(foreigners).longestMinutes = 35;
    service(population).waiting = 20;
    room.devices[0].trouble = "paper";
    const auto state = look();
    BOOST_TEST(state.alarms.size() == 2U);
    BOOST_TEST(state.moreAlarms == "and 1 more");
    BOOST_TEST(state.services.at(0).tooMany);
}

BOOST_AUTO_TEST_CASE(help_is_answered_with_one_press)
{
    ask(one);
    look();
    BOOST_TEST(strip() == "Counter 1 asks for help, 20 s ago [I am coming] ");
    BOOST_TEST(presenter.state().counters.at(0).state == "Help");
    presenter.remedy(0);
    tasks.finishAll();
    BOOST_TEST(town.lastAct == "goToHelp 1");
    counter(one).help->comingBy = StaffId(9);
    counter(one).help->comingByName = "Luc";
    hear();
    BOOST_TEST(strip() == "Counter 1 asks for help, Luc is coming [Settled|Seen] ");
    BOOST_TEST(presenter.state().counters.at(0).state == "Help: Luc is coming");
    presenter.remedy(0);
    tasks.finishAll();
    BOOST_TEST(town.lastAct == "helpIsOver 1");
}

BOOST_AUTO_TEST_CASE(a_hidden_page_hears_of_help_too)
{
    tasks.finishAll();
    clock.advance(3s);
    ask(one);
    News news;
    news.queue = true;
    presenter.news(news);
    presenter.tick();
    tasks.finishAll();
    BOOST_TEST(presenter.tabName() == "Supervision (1)");
}

BOOST_AUTO_TEST_CASE(a_long_wait_opens_the_closed_counter_that_serves_or_announces_the_delay)
{
    service(foreigners).longestMinutes = 38;
    look();
    presenter.remedy(0);
    BOOST_TEST(presenter.state().form.title == "Open counter 3");
    BOOST_TEST(!presenter.state().form.canSubmit, "nobody is seated without being chosen");
    presenter.pick(8);
    const auto state = submit();
    BOOST_TEST(town.lastAct == "seatColleague 8 at 3");
    BOOST_TEST(state.said == "Counter 3 is open: Jean.");
    BOOST_TEST((state.form.kind == SupervisionForm::none));

    sit(three, 8, "Jean");
    hear();
    BOOST_TEST(strip() == "Foreigners, a wait of more than 30 min [Announce the delay …|Seen] ");
    presenter.remedy(0);
    BOOST_TEST(presenter.state().form.texts.at(static_cast<std::size_t>(Language::en)) == "Foreigners: 35 minutes late.");
}

BOOST_AUTO_TEST_CASE(acts_follow_the_chosen_row)
{
    look();
    BOOST_TEST(buttons() == "Write a &message …, Close the da&y …, ");
    presenter.choose(one);
    BOOST_TEST(buttons() == "&Open … (off), &Close, Change its &services …, &Absent today …, Write a &message …, Close the da&y …, ");
    presenter.choose(two);
    BOOST_TEST(buttons() == "&Open …, &Close (off), Change its &services …, &Absent today …, Write a &message …, Close the da&y …, ");
    presenter.choose(civil);
    BOOST_TEST(presenter.state().chosen == "Civil registry:");
    BOOST_TEST(buttons() == "Give tickets without a&ppointment again, &Limit …, Announce a &delay …, Write a &message …, Close the da&y …, ");
    BOOST_TEST((presenter.state().counter == CounterId()));
}

BOOST_AUTO_TEST_CASE(whoever_is_with_a_visitor_is_not_moved)
{
    visit(one, "A041", TicketState::serving);
    look();
    presenter.choose(two);
    act(Act::openCounter);
    presenter.pick(7);
    const auto form = presenter.state().form;
    BOOST_TEST(!form.canSubmit);
    BOOST_TEST(form.note == "Marie is still with a visitor, at counter 1.");
    BOOST_TEST(form.choices.at(1).note == "Counter 1 · with A041");
}

BOOST_AUTO_TEST_CASE(a_counter_with_a_visitor_is_closed_after_a_word)
{
    visit(one, "A041", TicketState::called);
    look();
    presenter.choose(one);
    act(Act::closeCounter);
    BOOST_TEST(town.count("freeCounter") == 0);
    BOOST_TEST(presenter.state().form.explains == "A041 is at this counter and will wait again, in the same place of the order. Marie leaves the counter.");
    submit();
    BOOST_TEST(town.lastAct == "freeCounter 1");

    counter(one).ticket.reset();
    hear();
    act(Act::closeCounter);
    BOOST_TEST(town.count("freeCounter") == 2, "nobody is there: at once");
}

BOOST_AUTO_TEST_CASE(services_of_a_counter_change)
{
    look();
    presenter.choose(three);
    act(Act::services);
    presenter.part(population, ServicePart::own);
    presenter.part(foreigners, ServicePart::helps);
    submit();
    BOOST_TEST(town.lastAct == "setCounterServices 3 own 1 helps 2");

    act(Act::services);
    presenter.part(foreigners, ServicePart::none);
    presenter.part(population, ServicePart::none);
    BOOST_TEST(!presenter.state().form.canSubmit, "a counter needs a service");
}

BOOST_AUTO_TEST_CASE(an_absence_is_shown_before_it_is_noted)
{
    town.absencePreview = {24, {{AppointmentId(5), {660}, "Ada Croquis", "087 00 00 01"}, {AppointmentId(6), {670}, "Noé Essai", ""}}};
    look();
    presenter.choose(three);
    act(Act::absent);
    BOOST_TEST(town.lastAct == "previewAbsences 3 for 2 from 10:42");
    const auto form = presenter.state().form;
    BOOST_TEST(form.note == "24 places fewer today. 2 people have no place any more. Nobody is moved without you.");
    BOOST_TEST(form.callsFirst);
    BOOST_TEST((form.lines.at(0).cells == std::vector<std::string>{"11:00", "Ada Croquis", "087 00 00 01"}));
    BOOST_TEST(form.lines.at(1).cells.at(2) == "no telephone");
    clock.advance(5min);
    const auto state = submit();
    BOOST_TEST(town.lastAct == "noteAbsences 3 for 2 from 10:42", "what was shown is what is done");
    BOOST_TEST(state.said == "Noted. 2 appointments without a place: see To call (F12).");

    counter(three).absentFor = {foreigners};
    BOOST_TEST(hear().counters.at(2).state == "Absent today");
    act(Act::back);
    BOOST_TEST(town.lastAct == "endAbsences 3 for 2 from 00:00 at 10:47");
}

BOOST_AUTO_TEST_CASE(walk_ins_stop_restart_and_are_limited)
{
    look();
    presenter.setWalkIns(foreigners, false);
    tasks.finishAll();
    BOOST_TEST(town.lastAct == "setWalkIns 2 stopped 3");
    presenter.choose(foreigners);
    act(Act::quota);
    presenter.option(0);
    submit();
    BOOST_TEST(town.lastAct == "setWalkIns 2 open 0");
}

BOOST_AUTO_TEST_CASE(a_message_speaks_all_four_languages)
{
    look();
    presenter.choose(foreigners);
    act(Act::delay);
    const auto form = presenter.state().form;
    BOOST_TEST(form.ready.front() == "Foreigners: 10 minutes late.");
    BOOST_TEST(!form.choices.at(0).chosen, "the area of the service");
    BOOST_TEST(form.choices.at(1).chosen);
    presenter.option(1);
    submit();
    BOOST_TEST(town.lastAct == "showMessage areas 2 30 min");
    for (const Language language : languages) BOOST_TEST(!town.lastMessage.in(language).empty());

    act(Act::message);
    BOOST_TEST(!presenter.state().form.canSubmit, "nothing is written");
    presenter.type(Language::fr, "Exercice d’évacuation à 11 h.");
    presenter.option(4);
    BOOST_TEST(presenter.state().form.note == "Languages left empty are not shown.");
    submit();
    BOOST_TEST(town.lastAct == "showMessage areas 1 2 for good");
    BOOST_TEST(town.lastMessage.in(Language::nl).empty());
}

BOOST_AUTO_TEST_CASE(a_message_that_was_left_is_there_again)
{
    look();
    act(Act::message);
    presenter.type(Language::fr, "Exercice d’évacuation");
    presenter.choose(three);
    act(Act::services);
    act(Act::message);
    const auto french = static_cast<std::size_t>(Language::fr);
    BOOST_TEST(presenter.state().form.texts.at(french) == "Exercice d’évacuation");
    submit();
    act(Act::message);
    BOOST_TEST(presenter.state().form.texts.at(french) == "");
}

BOOST_AUTO_TEST_CASE(what_the_screens_say_stands_there_until_it_is_withdrawn)
{
    room.messages = {{WaitingAreaId(2), everywhere("Foreigners: 20 minutes late."), clock.now() - 7min, clock.now() + 23min}};
    const auto state = look();
    BOOST_TEST(state.messages.at(0).text == "Foreigners: 20 minutes late.");
    BOOST_TEST(state.messages.at(0).title == "Area B · since 10:35, until 11:05 · all four languages");
    presenter.withdraw(WaitingAreaId(2));
    tasks.finishAll();
    BOOST_TEST(town.lastAct == "withdrawMessage 2");
}

BOOST_AUTO_TEST_CASE(the_day_is_closed_by_hand_and_with_a_reason)
{
    town.stranded = {left(1, "A041", clock.now() - 20min), left(2, "B012", clock.now() - 30min)};
    look();
    BOOST_TEST(strip() == "", "the day is not over");
    clock.set(*parseUtc("2026-11-23 15:31:00.000"));
    presenter.tick();
    tasks.finishAll();
    BOOST_TEST(strip() == "2 tickets have no end, the last opening of today is over [Close the day …|Seen] ");
    presenter.remedy(0);
    tasks.finishAll();
    BOOST_TEST(presenter.state().form.lines.size() == 2U);
    presenter.check(1, true);
    BOOST_TEST(!presenter.state().form.canSubmit, "a reason is needed");
    presenter.option(0);
    BOOST_TEST(presenter.state().form.submit == "Close 1 ticket");
    const auto state = submit();
    BOOST_TEST(town.lastAct == "closeTickets left 1");
    BOOST_TEST(state.said == "1 ticket is closed.");
    BOOST_TEST(strip().starts_with("1 ticket has no end"));
}

BOOST_AUTO_TEST_CASE(tickets_that_ended_meanwhile_are_not_counted_as_closed)
{
    const auto close = [this](std::size_t endsMeanwhile) {
        town.stranded = {left(1, "A041", clock.now() - 20h), left(2, "B012", clock.now() - 20h), left(3, "B013", clock.now() - 20h)};
        act(Act::closing);
        for (const long long id : {1, 2}) presenter.check(id, true);
        presenter.option(0);
        town.stranded.erase(town.stranded.begin(), town.stranded.begin() + static_cast<std::ptrdiff_t>(endsMeanwhile));
        presenter.submit();
        presenter.check(3, true); // too late to go with them
        tasks.finishAll();
        return presenter.state().said;
    };
    look();
    BOOST_TEST(close(0) == "2 tickets are closed.");
    BOOST_TEST(strip().starts_with("1 ticket has no end"), "what was ticked later is still there");
    BOOST_TEST(close(1) == "1 ticket is closed. The rest had ended already.");
    BOOST_TEST(close(2) == "Nothing to close: it had all ended already.");
    BOOST_TEST(strip().starts_with("1 ticket has no end"));
}

BOOST_AUTO_TEST_CASE(yesterdays_tickets_are_offered_in_the_morning)
{
    town.stranded = {left(1, "A041", clock.now() - 20h)};
    look();
    BOOST_TEST(strip() == "1 ticket has no end, from yesterday or before [Close the day …|Seen] ");
    presenter.putAway(0);
    BOOST_TEST(strip() == "");
}

BOOST_AUTO_TEST_CASE(what_a_lost_link_held_up_is_done_when_it_is_back)
{
    look();
    presenter.choose(two);
    act(Act::openCounter);
    presenter.pick(8);
    town.loseNext("seatColleague");
    submit();
    BOOST_TEST(presenter.state().form.note == "No connection. This is done as soon as it is back.");
    BOOST_TEST(!presenter.state().form.canSubmit);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.count("seatColleague") == 2);
    BOOST_TEST(presenter.state().said == "Counter 2 is open: Jean.");

    presenter.choose(one);
    town.loseNext("freeCounter");
    act(Act::closeCounter);
    clock.advance(2min);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.count("freeCounter") == 1, "too late: it would surprise");
    BOOST_TEST(presenter.state().said.starts_with("The connection was away too long"));
}

BOOST_AUTO_TEST_CASE(a_refusal_is_said_where_one_looks)
{
    look();
    presenter.choose(two);
    act(Act::openCounter);
    presenter.pick(8);
    town.refuseNext("seatColleague", Refusal::notYourCounter);
    const auto state = submit();
    BOOST_TEST(state.form.note == "A colleague is already at this counter.");
    BOOST_TEST(town.count("supervision") == 2, "the room is looked at again");
}

BOOST_AUTO_TEST_CASE(the_room_stays_while_the_link_is_lost)
{
    look();
    town.loseNext("supervision");
    const auto state = hear();
    BOOST_TEST(state.counters.size() == 3U);
    BOOST_TEST(!desk.link.up());
}

BOOST_AUTO_TEST_SUITE_END()
