#include "fake_desk.h"
#include "staff-desktop/logic/history_words.h"
#include "staff-desktop/logic/visit_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;

namespace
{
const Day monday = makeDay(2026, 11, 23), thursday = makeDay(2026, 11, 26);

Appointment booked(long long id, Day day, int start)
{
    Appointment one;
    one.id = AppointmentId(id);
    one.reference = "KXTRBVLN";
    one.revision = 4;
    one.service = population;
    one.day = day;
    one.start = MinuteOfDay{start};
    one.minutes = 10;
    one.wanted = {{identityCard, 1}};
    one.person.lastName = "Modèle";
    one.person.firstName = "Noé";
    one.person.birthDate = {1949, 7, 2};
    one.person.phone = "0470 12 34 56";
    one.person.email = "noe@exemple.be";
    return one;
}

struct VisitFixture : DeskFixture
{
    VisitPresenter presenter{desk};
    std::vector<VisitFocus> carets;
    Listening caret = presenter.onFocus([this](VisitFocus at) { carets.push_back(at); });

    VisitFixture()
    {
        town.file.parts = {booked(7, monday, 650)};
        offer({{monday, 680}, {thursday, 510}, {thursday, 530}});
        presenter.choose(AppointmentId(7));
        tasks.finishAll();
    }
    VisitCard card() const { return presenter.state(); }
    /// A colleague did something, and it has come to be known here.
    void news()
    {
        presenter.changed();
        tasks.finishAll();
    }
    void colleagueTypes(const std::string& phone) { town.file.parts.front().person.phone = phone; }
    void move(std::size_t line = 1)
    {
        presenter.startMoving();
        tasks.finishAll();
        presenter.chooseLine(line);
    }
    void edit(PersonField field, const std::string& text)
    {
        presenter.startEditing();
        presenter.type(field, text);
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(visit, VisitFixture)

// ---- the facts

BOOST_AUTO_TEST_CASE(the_card_says_who_what_when_and_where)
{
    town.file.parts.front().person.note = "Entend mal.";
    news();
    const auto now = card();
    BOOST_TEST(now.word == "Booked");
    BOOST_TEST(now.reference == "Reference KXTR-BVLN");
    BOOST_TEST(now.name == "Noé Modèle");
    BOOST_TEST(now.born == "born 02.07.1949 · 77 years");
    BOOST_TEST(now.contact == "0470 12 34 56 · Français\nnoe@exemple.be");
    BOOST_TEST(now.when == "Today, Monday 23 November at 10:50 · in 8 minutes");
    BOOST_REQUIRE(now.parts.size() == 1u);
    BOOST_TEST(now.parts[0].what == "Identity card");
    BOOST_TEST(now.parts[0].where == "Population, area A · 10 minutes");
    BOOST_TEST(now.papers.size() == 2u);
    BOOST_TEST(now.note == "Entend mal.");
    BOOST_TEST(now.acts.checkIn);
    BOOST_TEST(now.acts.move);
    BOOST_TEST(now.acts.cancel);
    BOOST_TEST(now.acts.sendAgain);
    BOOST_TEST(now.acts.edit);
}

BOOST_AUTO_TEST_CASE(what_a_list_knows_is_shown_at_once)
{
    Appointment other = booked(8, thursday, 540);
    other.person.lastName = "Essai";
    presenter.choose(AppointmentId(8), &other);
    BOOST_TEST(card().name == "Noé Essai");
    BOOST_TEST(card().when == "Thursday 26 November at 09:00 · in 3 days");
    BOOST_TEST(!card().acts.checkIn); // not today
    BOOST_TEST(!card().acts.move);    // before the rest has come
}

BOOST_AUTO_TEST_CASE(who_walks_down_a_list_asks_for_the_last_one_only)
{
    const auto before = town.count("visit");
    for (long long id = 20; id < 30; ++id) presenter.choose(AppointmentId(id));
    town.file.parts = {booked(29, monday, 650)};
    tasks.finishAll();
    BOOST_TEST(town.count("visit") == before + 2);
    BOOST_TEST(card().name == "Noé Modèle");
}

BOOST_AUTO_TEST_CASE(an_erased_or_unknown_one_is_a_sentence)
{
    town.file = {};
    news();
    BOOST_TEST(card().nothing == "This appointment is no longer kept.");
    presenter.choose({});
    BOOST_TEST(card().nothing == "Choose a line to see the appointment.");
}

BOOST_AUTO_TEST_CASE(linked_appointments_are_one_card)
{
    Appointment second = booked(8, monday, 670);
    second.service = foreigners;
    second.wanted = {{residencePermit, 1}};
    second.part = 2;
    second.parts = town.file.parts.front().parts = 2;
    town.file.parts.push_back(second);
    presenter.choose(AppointmentId(8));
    tasks.finishAll();
    BOOST_REQUIRE(card().parts.size() == 2u);
    BOOST_TEST(card().parts[0].what == "10:50 · Identity card");
    BOOST_TEST(card().parts[1].what == "11:10 · Residence permit");
    move();
    BOOST_TEST(card().moving.advice == "Both halves move together. The message goes out at once.");
    BOOST_REQUIRE(town.lastQuery.linked.has_value());
}

struct Story
{
    HistoryEntry entry;
    std::string line;
};

BOOST_AUTO_TEST_CASE(the_history_is_told_in_words)
{
    const Instant at = *parseUtc("2026-11-22 09:50:00.000"), lastYear = *parseUtc("2025-11-22 09:50:00.000");
    const std::vector<Story> stories{
        {{at, HistoryAct::mailSent, "", {"reminder"}}, "22.11 10:50 · reminder sent by e-mail"},
        {{at, HistoryAct::changed, "Marie", {"phone", "note"}}, "22.11 10:50 · changed: phone, note, Marie"},
        {{at, HistoryAct::booked, "", {"online"}}, "22.11 10:50 · booked online"},
        {{at, HistoryAct::booked, "Luc", {"phone"}}, "22.11 10:50 · booked by phone, Luc"},
        {{at, HistoryAct::mailFailed, "", {"confirmation"}},
         "22.11 10:50 · confirmation by e-mail did not arrive"},
        {{at, HistoryAct::told, "Luc", {"moved", "letter"}}, "22.11 10:50 · told by letter, Luc"},
        {{lastYear, HistoryAct::cancelledByCitizen, "", {}},
         "22.11.2025 10:50 · cancelled online by the person"}};
    const TimeZone zone("Europe/Brussels");
    for (const auto& story : stories)
        BOOST_TEST(historyLine(speech.messages(), story.entry, zone, monday) == story.line);
}

// ---- check-in

BOOST_AUTO_TEST_CASE(the_arrival_gives_the_number)
{
    town.ticket.number = "A042";
    town.ticket.area = "A";
    presenter.checkIn();
    presenter.checkIn(); // a double click
    BOOST_TEST(card().busy);
    tasks.finishAll();
    BOOST_TEST(town.count("checkIn") == 1);
    BOOST_TEST(card().ticket == "A042");
    BOOST_TEST((card().tone == Tone::good));
}

BOOST_AUTO_TEST_CASE(priority_goes_with_the_arrival_and_with_nobody_else)
{
    BOOST_TEST(!card().priority);
    presenter.setPriority(true);
    BOOST_TEST(card().priority);
    presenter.choose(AppointmentId(8));
    BOOST_TEST(!card().priority);
    presenter.choose(AppointmentId(7));
    tasks.finishAll();
    presenter.setPriority(true);
    town.refuseNext("checkIn", Refusal::tooLate);
    presenter.checkIn();
    tasks.finishAll();
    BOOST_TEST(card().priority, "it stays for the decision");
    presenter.checkIn();
    tasks.finishAll();
    BOOST_REQUIRE(town.admissions.size() == 2u);
    BOOST_TEST((town.admissions[0].priority && town.admissions[1].priority));
    BOOST_TEST(town.admissions[1].byReception);
}

BOOST_AUTO_TEST_CASE(a_very_late_visitor_is_let_in_by_decision_only)
{
    town.refuseNext("checkIn", Refusal::tooLate);
    presenter.checkIn();
    tasks.finishAll();
    BOOST_TEST(card().acts.admitLate);
    BOOST_TEST(card().notice.starts_with("More than 60 minutes late: you decide."));
    presenter.checkIn();
    tasks.finishAll();
    BOOST_TEST(town.count("admitLate") == 1);
}

BOOST_AUTO_TEST_CASE(who_missed_the_calls_is_put_back_with_one_press)
{
    auto& visit = town.file.parts.front();
    visit.state = VisitState::missed;
    visit.ticketNumber = "A042";
    visit.ticket = TicketId(31);
    news();
    BOOST_TEST(card().acts.putBack);
    BOOST_TEST(!card().acts.checkIn);
    town.queued.number = "A042";
    town.queued.area = "A";
    presenter.putBack();
    presenter.putBack(); // a double click
    tasks.finishAll();
    BOOST_TEST(town.count("putBack") == 1);
    BOOST_TEST((town.ticketOfAct == TicketId(31)));
    BOOST_TEST(card().notice == "Back in the queue, with the same number.");
    BOOST_TEST(card().ticket == "A042");
    BOOST_TEST(card().ticketLine.starts_with("Waiting area A"));
    BOOST_TEST(!card().acts.putBack);
}

BOOST_AUTO_TEST_CASE(a_colleague_who_put_the_visitor_back_first_is_said)
{
    town.file.parts.front().state = VisitState::missed;
    town.file.parts.front().ticket = TicketId(31);
    news();
    town.refuseNext("putBack", Refusal::notThisState);
    presenter.putBack();
    tasks.finishAll();
    BOOST_TEST((card().tone == Tone::look));
    BOOST_TEST(!card().notice.empty());
}

struct Ticketed
{
    VisitState state;
    Day day;
    bool printed, back;
};

BOOST_AUTO_TEST_CASE(only_a_ticket_of_today_that_is_not_over_is_printed_again)
{
    std::vector<std::string> printed;
    presenter.printTicketAgain = [&](const IssuedTicket& ticket, Language) {
        printed.push_back(ticket.number);
    };
    for (const auto& one : {Ticketed{VisitState::arrived, monday, true, false},
                            Ticketed{VisitState::called, monday, true, false},
                            Ticketed{VisitState::serving, monday, true, false},
                            Ticketed{VisitState::parked, monday, true, false},
                            Ticketed{VisitState::served, monday, false, false},
                            Ticketed{VisitState::missed, monday, false, true},
                            Ticketed{VisitState::missed, monday - std::chrono::days(7), false, false},
                            Ticketed{VisitState::booked, monday, false, false}}) {
        auto& visit = town.file.parts.front();
        visit.state = one.state;
        visit.day = one.day;
        visit.ticket = TicketId(one.state == VisitState::booked ? 0 : 31);
        news();
        BOOST_TEST(card().acts.printTicket == one.printed);
        BOOST_TEST(card().acts.putBack == one.back);
    }
    town.file.parts.front().state = VisitState::arrived;
    town.file.parts.front().ticket = TicketId(31);
    news();
    town.queued.number = "A042";
    presenter.print();
    tasks.finishAll();
    BOOST_TEST(printed == std::vector<std::string>{"A042"}, boost::test_tools::per_element());
    BOOST_TEST(card().notice == "Ticket A042");
    BOOST_TEST((town.ticketOfAct == TicketId(31)));
}

// ---- moving

BOOST_AUTO_TEST_CASE(a_move_says_from_where_to_where_and_what_goes_out)
{
    presenter.startMoving();
    BOOST_TEST((card().mode == VisitMode::moving));
    BOOST_TEST(card().moving.advice == "Choose the new time.");
    tasks.finishAll();
    BOOST_TEST((town.lastQuery.service == population));
    BOOST_TEST(!town.lastQuery.own.empty()); // its own place counts as free
    BOOST_TEST(!card().moving.canConfirm);
    presenter.chooseLine(1);
    BOOST_TEST((carets.back() == VisitFocus::confirm));
    BOOST_TEST(card().moving.sentence == "Monday 23 November at 10:50 → Thursday 26 November at 08:30");
    BOOST_TEST(card().moving.advice == "The message goes out at once.");
    BOOST_TEST(card().moving.canConfirm);
    presenter.confirm();
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.count("move") == 1);
    BOOST_TEST((card().mode == VisitMode::facts));
    BOOST_TEST(card().when == "Thursday 26 November at 08:30 · in 3 days");
    BOOST_TEST(card().notice == "The appointment is moved. The message goes out at once.");
    BOOST_TEST(!card().conflict.has_value());
}

BOOST_AUTO_TEST_CASE(without_an_address_somebody_must_tell_the_person)
{
    town.file.parts.front().person.email.clear();
    news();
    move();
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(card().notice == "The appointment is moved. No e-mail: tell the person, or print the sheet.");
    BOOST_TEST(!card().acts.sendAgain);
}

BOOST_AUTO_TEST_CASE(the_present_time_is_no_move)
{
    offer({{monday, 650}, {thursday, 510}});
    move(0);
    BOOST_TEST(card().moving.when.starts[0].present);
    BOOST_TEST(card().moving.advice == "It is at this time already. Choose another one.");
    BOOST_TEST(!card().moving.canConfirm);
}

BOOST_AUTO_TEST_CASE(a_place_that_was_just_taken_shows_the_nearest_and_keeps_the_old_one)
{
    move();
    town.refuseNext("move", Refusal::slotTaken);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST((card().mode == VisitMode::moving));
    BOOST_TEST(card().moving.when.title == "That place has just been taken. Here are the nearest ones.");
    BOOST_TEST(!card().moving.canConfirm);
    presenter.chooseLine(2);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.acts.size() == 2u);
    BOOST_TEST((town.acts[0] != town.acts[1])); // another wish
    BOOST_TEST(card().when == "Thursday 26 November at 08:50 · in 3 days");
}

BOOST_AUTO_TEST_CASE(a_link_lost_while_moving_moves_once_by_itself)
{
    move();
    town.failNext("move", CommitUnknown("gone", 2013));
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(card().notice == "This goes out by itself as soon as the connection is back.");
    BOOST_TEST((card().mode == VisitMode::moving));
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.acts.size() == 2u);
    BOOST_TEST((town.acts[0] == town.acts[1])); // the same key: done once
    BOOST_TEST((card().mode == VisitMode::facts));
}

BOOST_AUTO_TEST_CASE(another_choice_while_the_link_is_away_takes_the_first_back)
{
    move(1);
    town.loseNext("move");
    presenter.confirm();
    tasks.finishAll();
    presenter.chooseLine(2);
    BOOST_TEST(card().notice == "");
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.count("move") == 1);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(card().when == "Thursday 26 November at 08:50 · in 3 days");
}

BOOST_AUTO_TEST_CASE(a_move_that_waits_is_sent_although_somebody_else_is_looked_at)
{
    move();
    town.loseNext("move");
    presenter.confirm();
    tasks.finishAll();
    const Appointment other = booked(8, thursday, 540);
    presenter.choose(AppointmentId(8), &other);
    presenter.giveReason("x"); // nothing of the first one
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.count("move") == 2);
    BOOST_TEST((card().mode == VisitMode::facts));
}

// ---- cancelling

BOOST_AUTO_TEST_CASE(a_cancellation_has_a_reason_typed_or_chosen)
{
    presenter.startCancelling();
    BOOST_TEST((carets.back() == VisitFocus::reason));
    BOOST_TEST(card().cancelling.usual.size() == 3u);
    BOOST_TEST(card().cancelling.advice ==
               "The place is free again for others. The message goes out at once.");
    presenter.giveReason(std::string(300, 'a'));
    BOOST_TEST(!card().cancelling.canConfirm);
    presenter.giveUsualReason(2);
    BOOST_TEST(card().cancelling.reason == "Booked twice");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.reason == "Booked twice");
    BOOST_TEST(card().word == "Cancelled");
    BOOST_TEST(card().notice == "The appointment is cancelled. The message goes out at once.");
    BOOST_TEST(!card().acts.move);
    BOOST_TEST(card().acts.sendAgain);
    BOOST_TEST(card().acts.edit);
}

BOOST_AUTO_TEST_CASE(a_cancelled_visit_has_no_sheet_to_print)
{
    presenter.printSheet = [](AppointmentId) {};
    town.file.parts.front().person.email.clear();
    news();
    BOOST_TEST(card().acts.print);
    presenter.startCancelling();
    BOOST_TEST(card().cancelling.advice ==
               "The place is free again for others. No e-mail: please tell the person.");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(card().notice == "The appointment is cancelled. No e-mail: please tell the person.");
    BOOST_TEST(!card().acts.print);
}

BOOST_AUTO_TEST_CASE(escape_leaves_everything_as_it_is)
{
    presenter.startCancelling();
    presenter.leave();
    BOOST_TEST((card().mode == VisitMode::facts));
    BOOST_TEST(town.acts.empty());
}

// ---- sending again

BOOST_AUTO_TEST_CASE(the_message_goes_out_once_more)
{
    presenter.sendAgain();
    tasks.finishAll();
    BOOST_TEST(card().notice == "The message goes out once more, at once.");
    presenter.sendAgain();
    tasks.finishAll();
    BOOST_TEST((town.acts[0] != town.acts[1])); // asked for twice
}

// ---- correcting

BOOST_AUTO_TEST_CASE(a_correction_names_what_it_replaces)
{
    edit(PersonField::phone, "0471 11 22 33");
    BOOST_TEST((carets.back() == VisitFocus::form));
    BOOST_TEST(card().editing.canConfirm);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.before.phone == "0470 12 34 56");
    BOOST_TEST(town.after.phone == "0471 11 22 33");
    BOOST_TEST(card().notice == "Saved.");
}

BOOST_AUTO_TEST_CASE(a_new_address_gets_the_confirmation)
{
    edit(PersonField::email, "autre@exemple.be");
    BOOST_TEST(card().editing.advice == "The confirmation goes out to the new address.");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(card().notice == "Saved. The confirmation goes out to the new address.");
    edit(PersonField::email, "");
    BOOST_TEST(card().editing.advice == "Without an address, no more messages go out.");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_beside_its_field_and_not_sent)
{
    edit(PersonField::email, "noe@");
    presenter.confirm();
    BOOST_TEST(card().editing.problems[static_cast<std::size_t>(PersonField::email)] != "");
    BOOST_TEST(town.acts.empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_birth_date_may_stay_unknown)
{
    town.file.parts.front().person.birthDate = {};
    news();
    edit(PersonField::note, "Vient avec une canne.");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.after.note == "Vient avec une canne.");
}

BOOST_AUTO_TEST_CASE(what_was_typed_survives_escape_and_a_look_at_somebody_else)
{
    edit(PersonField::note, "Entend mal.");
    presenter.leave();
    BOOST_TEST(card().acts.bringBack);
    const Appointment other = booked(8, thursday, 540);
    presenter.choose(AppointmentId(8), &other);
    tasks.finishAll();
    BOOST_TEST(!card().acts.bringBack);
    presenter.choose(AppointmentId(7));
    tasks.finishAll();
    BOOST_TEST(card().notice == "What you typed is kept, but not saved.");
    presenter.bringBack();
    BOOST_TEST(card().editing.input[PersonField::note] == "Entend mal.");
}

// ---- two at the same appointment

BOOST_AUTO_TEST_CASE(a_colleague_at_the_same_field_is_seen_and_one_chooses)
{
    for (const bool mine : {true, false}) {
        town.file.parts = {booked(7, monday, 650)};
        news();
        edit(PersonField::phone, "0479 99 99 99");
        presenter.type(PersonField::note, "Entend mal.");
        colleagueTypes("0471 11 22 33");
        news();
        BOOST_REQUIRE(card().conflict.has_value());
        BOOST_TEST(card().conflict->sentence ==
                   "A colleague has changed: Phone: 0470 12 34 56 → 0471 11 22 33");
        BOOST_TEST(card().conflict->open);
        BOOST_TEST(card().editing.input[PersonField::phone] == "0479 99 99 99"); // nothing typed is lost
        BOOST_TEST(!card().editing.canConfirm);
        const auto sent = town.acts.size();
        presenter.confirm();
        BOOST_TEST(town.acts.size() == sent);
        if (mine)
            presenter.keepMine();
        else
            presenter.takeTheirs();
        BOOST_TEST(!card().conflict.has_value());
        presenter.confirm();
        tasks.finishAll();
        BOOST_TEST(town.before.phone == "0471 11 22 33");
        BOOST_TEST(town.after.phone == (mine ? "0479 99 99 99" : "0471 11 22 33"));
        BOOST_TEST(town.after.note == "Entend mal.");
    }
}

BOOST_AUTO_TEST_CASE(the_colleagues_answer_ends_what_has_become_the_same)
{
    edit(PersonField::phone, "0479 99 99 99");
    colleagueTypes("0471 11 22 33");
    news();
    presenter.takeTheirs();
    BOOST_TEST((card().mode == VisitMode::facts));
    BOOST_TEST(town.acts.empty());
}

BOOST_AUTO_TEST_CASE(a_colleague_at_another_field_is_taken_over_and_told)
{
    edit(PersonField::note, "Entend mal.");
    colleagueTypes("0471 11 22 33");
    news();
    BOOST_REQUIRE(card().conflict.has_value());
    BOOST_TEST(!card().conflict->open);
    BOOST_TEST(card().editing.input[PersonField::phone] == "0471 11 22 33");
    BOOST_TEST(card().editing.input[PersonField::note] == "Entend mal.");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.before.phone == "0471 11 22 33");
    BOOST_TEST(town.after.note == "Entend mal.");
}

BOOST_AUTO_TEST_CASE(a_refusal_because_of_a_colleague_shows_what_changed)
{
    edit(PersonField::phone, "0479 99 99 99");
    colleagueTypes("0471 11 22 33");
    town.refuseNext("change", Refusal::changedMeanwhile);
    presenter.confirm();
    tasks.finishAll();
    BOOST_REQUIRE(card().conflict.has_value());
    BOOST_TEST(card().conflict->open);
    presenter.keepMine();
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.after.phone == "0479 99 99 99");
}

BOOST_AUTO_TEST_CASE(a_colleague_who_moved_it_first_is_asked_about)
{
    for (const bool mine : {true, false}) {
        town.file.parts = {booked(7, monday, 650)};
        news();
        move(1);
        town.file.parts.front().start = MinuteOfDay{680};
        ++town.file.parts.front().revision;
        presenter.confirm(); // before the news
        tasks.finishAll();
        BOOST_REQUIRE(card().conflict.has_value());
        BOOST_TEST(card().conflict->sentence ==
                   "A colleague has changed: moved to Monday 23 November at 11:20");
        BOOST_TEST(!card().moving.canConfirm);
        if (mine) {
            BOOST_TEST(card().conflict->keepMine == "Move all the same");
            presenter.keepMine();
            presenter.confirm();
            tasks.finishAll();
            BOOST_TEST(card().when == "Thursday 26 November at 08:30 · in 3 days");
        } else {
            presenter.takeTheirs();
            BOOST_TEST((card().mode == VisitMode::facts));
            BOOST_TEST(card().when == "Today, Monday 23 November at 11:20 · in 38 minutes");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_a_colleague_cancelled_is_neither_moved_nor_cancelled_again)
{
    move();
    town.file.parts.front().state = VisitState::cancelled;
    news();
    BOOST_TEST((card().mode == VisitMode::facts));
    BOOST_REQUIRE(card().conflict.has_value());
    BOOST_TEST(card().conflict->sentence == "A colleague has changed: cancelled");
    BOOST_TEST(!card().conflict->open);
    presenter.confirm();
    BOOST_TEST(town.acts.empty());
}

BOOST_AUTO_TEST_CASE(what_is_typed_is_merged_by_who_touched_it)
{
    PersonInput before, mine, theirs;
    before[PersonField::phone] = mine[PersonField::phone] = theirs[PersonField::phone] = "1";
    const auto merged = [&](Whose winner) { return merge(before, mine, theirs, winner); };
    BOOST_TEST(!merged(Whose::mine).contested);
    theirs[PersonField::phone] = "2";
    BOOST_TEST(merged(Whose::mine).input[PersonField::phone] == "2"); // only theirs
    mine[PersonField::phone] = "2";
    BOOST_TEST(!merged(Whose::mine).contested); // both to the same
    mine[PersonField::phone] = "3";
    BOOST_TEST(merged(Whose::mine).contested);
    BOOST_TEST(merged(Whose::mine).input[PersonField::phone] == "3");
    BOOST_TEST(merged(Whose::theirs).input[PersonField::phone] == "2");
    theirs[PersonField::phone] = "1";
    BOOST_TEST(merged(Whose::theirs).input[PersonField::phone] == "3"); // only mine
}

BOOST_AUTO_TEST_CASE(nothing_is_typed_that_the_answer_would_throw_away)
{
    edit(PersonField::note, "Entend mal.");
    BOOST_TEST(!card().editing.readOnly);
    presenter.confirm();
    BOOST_TEST(card().editing.readOnly);
    presenter.type(PersonField::note, "Entend mal. Vient en chaise.");
    presenter.setLanguage(Language::de);
    BOOST_TEST(card().editing.input[PersonField::note] == "Entend mal.");
    BOOST_TEST((card().editing.input.language == Language::fr));
    town.loseNext("change");
    tasks.finishAll();
    BOOST_TEST(!card().editing.readOnly); // a lost link opens the fields again
    presenter.type(PersonField::note, "Entend mal. Vient en chaise.");
    BOOST_TEST(card().editing.input[PersonField::note] == "Entend mal. Vient en chaise.");
    presenter.leave();
    presenter.startCancelling();
    presenter.giveReason("Malade");
    presenter.confirm();
    presenter.giveReason("Malade, rappelle");
    BOOST_TEST(card().cancelling.readOnly);
    tasks.finishAll();
    BOOST_TEST(town.reason == "Malade");
}

BOOST_AUTO_TEST_CASE(a_closed_window_takes_no_answer)
{
    auto closing = std::make_unique<VisitPresenter>(desk);
    closing->choose(AppointmentId(7));
    closing.reset();
    tasks.finishAll();
    BOOST_TEST(tasks.waiting() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
