#include "fake_desk.h"
#include "staff-desktop/logic/call_words.h"
#include "staff-desktop/logic/calls_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;

namespace
{
const Day monday = makeDay(2026, 11, 23), thursday = makeDay(2026, 11, 26);

PersonToCall person(long long id, CallReason reason, const std::string& last, Day day = thursday)
{
    PersonToCall one;
    one.appointment = AppointmentId(id);
    one.reference = "KXTRBVLN";
    one.reason = reason;
    one.lastName = last;
    one.firstName = "Noé";
    one.phone = "0470 12 34 56";
    one.language = Language::en;
    one.service = population;
    one.procedures = {identityCard};
    one.day = one.wasDay = day;
    one.start = one.wasStart = {540};
    one.cancelled = reason == CallReason::cancelled;
    if (reason == CallReason::moved) one.start = {610};
    return one;
}

StrandedVisit visit(long long id, const std::string& last, Day day = thursday)
{
    StrandedVisit one;
    one.appointment = AppointmentId(id);
    one.reference = "KXTRBVLN";
    one.revision = 3;
    one.service = population;
    one.day = day;
    one.start = {540};
    one.minutes = 10;
    one.lastName = last;
    one.firstName = "Ada";
    one.phone = "087 00 00 01";
    one.procedures = {identityCard};
    one.language = Language::en;
    return one;
}

struct CallsFixture : DeskFixture
{
    std::vector<PrintDocument> printed;
    CallsPresenter presenter{desk,
                             [this](PrintDocument document) { printed.push_back(std::move(document)); }};

    CallsFixture()
    {
        town.list.open = {person(1, CallReason::mailFailed, "Essai"), person(2, CallReason::moved, "Modèle"),
                          person(3, CallReason::cancelled, "Patron", monday)};
        town.list.stranded = {visit(4, "Croquis")};
        DayOfStarts day;
        day.day = thursday;
        day.open = true;
        for (const int start : {530, 540, 550, 700}) day.starts.push_back({.start = {start}, .places = 1});
        town.startsElsewhere = {day};
    }
    void look()
    {
        presenter.show(true);
        tasks.finishAll();
    }
    void choose(std::size_t row)
    {
        presenter.choose(presenter.state().rows.at(row).key);
        tasks.finishAll();
    }
    void act(CallAct act)
    {
        presenter.act(act);
        tasks.finishAll();
    }
    std::string names() const
    {
        std::string line;
        const auto state = presenter.state();
        for (const auto& row : state.rows) line += row.name + ", ";
        return line;
    }
    std::string acts() const
    {
        std::string line;
        const auto state = presenter.state();
        for (const auto& button : state.details->acts)
            line += button.label + (button.enabled ? ", " : " (off), ");
        return line;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(calls, CallsFixture)

BOOST_AUTO_TEST_CASE(one_list_in_the_order_of_what_comes_first)
{
    BOOST_TEST(presenter.state().nothing == "One moment …");
    look();
    BOOST_TEST(names() == "Patron Noé, Essai Noé, Modèle Noé, Croquis Ada, ");
    const auto state = presenter.state();
    BOOST_TEST(state.summary == "3 people to call · 1 appointment without a place");
    BOOST_TEST(presenter.tabName() == "To call (4)");
    BOOST_TEST(state.rows[0].when == "Mon 23.11 09:00");
    BOOST_TEST(state.rows[2].now == "Thursday 26 November at 10:10");
    BOOST_TEST(state.rows[3].why == "No place any more");
    BOOST_TEST(state.rows[3].now == "To be decided.");
}

BOOST_AUTO_TEST_CASE(nobody_to_call_is_said_kindly)
{
    town.list = {};
    look();
    BOOST_TEST(presenter.state().nothing == "Nobody to call. Everybody has been told.");
    BOOST_TEST(presenter.tabName() == "To call");
    BOOST_TEST(!presenter.state().canPrint);
}

BOOST_AUTO_TEST_CASE(what_to_say_stands_in_both_languages)
{
    town.list.open[1].language = Language::de;
    look();
    choose(2);
    const auto details = *presenter.state().details;
    BOOST_TEST(details.sayTitle == "To say, in German");
    BOOST_TEST(details.say.find("Donnerstag, 26. November") != std::string::npos);
    BOOST_TEST(details.sayMine ==
               "Hello, this is . We had to move your appointment of Thursday 26 November at 09:00 to "
               "Thursday 26 November at 10:10. Does this suit you?");
    BOOST_TEST(details.knows == "Thursday 26 November at 09:00");
    BOOST_TEST(details.phoneSpoken == "Phone: 0 4 7 0, 1 2, 3 4, 5 6");
}

BOOST_AUTO_TEST_CASE(whoever_was_told_leaves_the_list_and_the_next_is_chosen)
{
    look();
    choose(0);
    BOOST_TEST(acts() == "&Told by telephone, Nobody ans&wers, &Letter, Agreed &otherwise, ");
    act(CallAct::called);
    BOOST_TEST(town.lastCall == "3 cancelled called");
    BOOST_TEST(names() == "Essai Noé, Modèle Noé, Croquis Ada, ");
    BOOST_TEST(presenter.state().details->name == "Noé Essai");
    BOOST_TEST(presenter.state().said == "Noted: Noé Patron knows.");
    act(CallAct::settled);
    BOOST_TEST(town.lastCall == "1 mail_failed settled");
}

BOOST_AUTO_TEST_CASE(nobody_answers_keeps_the_line_which_says_so_at_every_desk)
{
    look();
    choose(0);
    town.answeredAt = clock.now();
    act(CallAct::noAnswer);
    BOOST_TEST(town.count("markCalled") == 0);
    BOOST_TEST(names() == "Patron Noé, Essai Noé, Modèle Noé, Croquis Ada, ");
    BOOST_TEST(presenter.state().details->name == "Noé Essai");
    BOOST_TEST(presenter.state().said == "Noé Patron stays in the list.");
    BOOST_TEST(presenter.state().rows[0].now == "Not reached at 10:42.");
    choose(0);
    BOOST_TEST(presenter.state().details->notice == "Not reached at 10:42.");
    auto& patron = *std::ranges::find(town.list.open, 1, &PersonToCall::tries);
    patron.tries = 2; // a colleague has called since
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows[0].now == "Not reached at 10:42 (2 times).");
    patron.triedAt = clock.now() - std::chrono::hours(24);
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows[0].now == "Not reached on 22.11 at 10:42 (2 times).");
    act(CallAct::noAnswer);
    BOOST_TEST(town.count("nobodyAnswered") == 2);
    BOOST_TEST((town.callKeys[0] != town.callKeys[1]));
}

BOOST_AUTO_TEST_CASE(a_colleague_who_was_faster_is_named)
{
    look();
    choose(0);
    town.refuseNext("markCalled", Refusal::changedMeanwhile);
    presenter.act(CallAct::called);
    auto told = town.list.open[2];
    told.outcome = CallOutcome::called;
    told.doneAt = *parseUtc("2026-11-23 09:41:00.000");
    told.doneByName = "Luc";
    town.list.open.pop_back();
    town.list.told = {told};
    tasks.finishAll();
    BOOST_TEST(presenter.state().details->notice == "Luc called this person at 10:41.");
    BOOST_TEST(presenter.state().details->acts.empty());
    BOOST_TEST(presenter.state().chosen == 0);
    presenter.look(CallsState::View::done);
    BOOST_TEST(presenter.state().rows.at(0).now == "Luc called this person at 10:41.");
}

BOOST_AUTO_TEST_CASE(a_lost_answer_is_asked_again_with_the_same_key)
{
    look();
    choose(0);
    town.failNext("markCalled", CommitUnknown("gone", 2013));
    act(CallAct::called);
    BOOST_TEST(presenter.state().details->notice ==
               "The connection broke while saving. Try again: nothing will be done twice.");
    act(CallAct::called);
    BOOST_REQUIRE(town.callKeys.size() == 2u);
    BOOST_TEST((town.callKeys[0] == town.callKeys[1]));
    BOOST_TEST(presenter.open() == 3u);
}

BOOST_AUTO_TEST_CASE(an_appointment_without_a_place_moves_to_a_time_that_was_chosen)
{
    look();
    choose(3);
    BOOST_TEST(acts() == "&Move to this time (off), Call &first, &Keep as it is, Ca&ncel the appointment, ");
    BOOST_TEST(presenter.state().details->starts.size() == 3u); // its own place is none any more
    BOOST_TEST(presenter.state().details->starts[0].label == "Thursday 26 November at 08:50");
    presenter.chooseStart(1);
    act(CallAct::move);
    BOOST_TEST(town.lastCall == "4 revision 3 to 2026-11-26 09:10 by town");
    BOOST_TEST(names() == "Patron Noé, Essai Noé, Modèle Noé, ");
}

BOOST_AUTO_TEST_CASE(a_place_taken_meanwhile_brings_others)
{
    look();
    choose(3);
    presenter.chooseStart(0);
    town.refuseNext("moveStranded", Refusal::slotTaken);
    act(CallAct::move);
    BOOST_TEST(presenter.state().details->notice ==
               "That place has just been taken. Here are the nearest ones.");
    BOOST_TEST(town.count("startsToMove") >= 2);
    BOOST_TEST(!presenter.state().details->acts.front().enabled);
}

BOOST_AUTO_TEST_CASE(what_was_agreed_on_the_telephone_is_told_already)
{
    town.list.stranded[0].toCall = true;
    town.list.open.push_back(person(4, CallReason::stranded, "Croquis"));
    look();
    BOOST_TEST(presenter.open() == 4u); // one line, not two
    choose(3);
    BOOST_TEST(acts() == "Agreed: &move to this time (off), Nobody ans&wers, &Keep as it is, &Letter, "
                         "Ca&ncel the appointment, ");
    presenter.chooseStart(0);
    BOOST_TEST(presenter.state().details->say.find("Could you come on Thursday 26 November at 08:50?") !=
               std::string::npos);
    act(CallAct::move);
    BOOST_TEST(town.lastCall == "4 revision 3 to 2026-11-26 08:50 told");
}

BOOST_AUTO_TEST_CASE(a_place_that_came_back_leaves_nothing_to_say)
{
    town.list.stranded.clear();
    town.list.open = {person(4, CallReason::stranded, "Croquis")};
    look();
    BOOST_TEST(presenter.state().rows[0].now == "There is a place again.");
    choose(0);
    BOOST_TEST(acts() == "&Settled, ");
}

BOOST_AUTO_TEST_CASE(cancelling_asks_for_the_reason_that_the_citizen_reads)
{
    look();
    choose(3);
    act(CallAct::cancel);
    BOOST_TEST(presenter.state().details->cancelling);
    BOOST_TEST(acts() == "Ca&ncel the appointment, &Back, ");
    act(CallAct::back);
    BOOST_TEST(!presenter.state().details->cancelling);
    act(CallAct::cancel);
    act(CallAct::cancel);
    BOOST_TEST(presenter.state().details->reasonNote == "Please say why: the person reads it.");
    BOOST_TEST(town.count("cancelStranded") == 0);
    presenter.typeReason("Formation du personnel");
    act(CallAct::cancel);
    BOOST_TEST(town.lastCall == "4 Formation du personnel by town");
    BOOST_TEST(!presenter.state().details->cancelling);
}

BOOST_AUTO_TEST_CASE(a_spelled_out_address_is_written_at_once)
{
    look();
    choose(1);
    BOOST_TEST(presenter.state().details->asksEmail);
    presenter.typeEmail("noe@");
    BOOST_TEST(acts().starts_with("Save the a&ddress (off), "));
    presenter.typeEmail("noe@exemple.be");
    act(CallAct::email);
    BOOST_TEST(town.lastCall == "1 noe@exemple.be");
    BOOST_TEST(names() == "Patron Noé, Modèle Noé, Croquis Ada, ");
    BOOST_TEST(!presenter.state().details->asksEmail);
}

BOOST_AUTO_TEST_CASE(whoever_was_written_to_waits_and_is_not_counted)
{
    auto told = person(4, CallReason::stranded, "Croquis");
    told.outcome = CallOutcome::letter;
    told.doneByName = "Marie";
    told.doneAt = *parseUtc("2026-11-20 09:00:00.000");
    town.list.told = {told};
    look();
    BOOST_TEST(presenter.open() == 3u);
    BOOST_TEST(presenter.state().rows[3].now == "Waiting for an answer.");
    choose(3);
    BOOST_TEST(presenter.state().details->notice ==
               "Marie wrote a letter to this person on Friday 20 November at 10:00. Waiting for an answer.");
}

BOOST_AUTO_TEST_CASE(a_letter_marks_the_line_and_goes_to_paper)
{
    look();
    choose(0);
    act(CallAct::letter);
    BOOST_TEST(town.lastCall == "3 cancelled letter");
    BOOST_REQUIRE(printed.size() == 1u);
    const auto sheet = printed[0].draw();
    BOOST_TEST(sheet.pdf.starts_with("%PDF"));
    BOOST_TEST(sheet.pages == 1);
    BOOST_TEST(printed[0].fileName == "letters");
}

BOOST_AUTO_TEST_CASE(letters_to_all_without_telephone_survive_a_loss_and_leave_nobody_out)
{
    town.list.open[0].phone = town.list.open[1].phone = "";
    look();
    BOOST_TEST(presenter.state().letters == "Letters to 2 people without telephone");
    town.failures["markCalled"] = {nullptr, std::make_exception_ptr(CommitUnknown("gone", 2013))};
    presenter.writeLetters();
    tasks.finishAll();
    BOOST_TEST(printed.empty());
    BOOST_TEST((presenter.state().saidTone == Tone::look));
    BOOST_TEST(presenter.state().canWrite);
    presenter.writeLetters();
    tasks.finishAll();
    BOOST_REQUIRE(printed.size() == 1u);
    BOOST_TEST(printed[0].draw().pages == 2);
    BOOST_TEST((town.callKeys[0] == town.callKeys[2]));
    BOOST_TEST(presenter.state().said == "2 letters are ready to print.");
    BOOST_TEST(presenter.state().letters == "");
}

BOOST_AUTO_TEST_CASE(whoever_was_told_meanwhile_gets_no_letter)
{
    town.list.open[0].phone = town.list.open[1].phone = "";
    look();
    town.refuseNext("markCalled", Refusal::changedMeanwhile);
    presenter.writeLetters();
    tasks.finishAll();
    BOOST_TEST(printed.at(0).draw().pages == 1);
}

BOOST_AUTO_TEST_CASE(the_list_goes_to_paper)
{
    look();
    presenter.printList();
    BOOST_TEST(printed.at(0).draw().pdf.starts_with("%PDF"));
}

BOOST_AUTO_TEST_CASE(a_hidden_page_counts_now_and_then)
{
    presenter.tick();
    BOOST_TEST(tasks.waiting() == 0u); // the booking page comes first
    clock.advance(3s);
    presenter.tick();
    tasks.finishAll();
    BOOST_TEST(presenter.open() == 4u);
    for (int i = 0; i < 5; ++i) {
        presenter.changed();
        presenter.tick();
        tasks.finishAll();
    }
    BOOST_TEST(town.count("peopleToCall") == 1);
    clock.advance(21s);
    presenter.tick();
    tasks.finishAll();
    BOOST_TEST(town.count("peopleToCall") == 2);
    presenter.show(true);
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST(town.count("peopleToCall") == 3);
}

BOOST_AUTO_TEST_CASE(numbers_are_said_digit_by_digit)
{
    for (const auto& [written, spoken] : {std::pair{"0470 12 34 56", "0 4 7 0, 1 2, 3 4, 5 6"},
                                          {"+32/87/325.240", "+ 3 2, 8 7, 3 2 5, 2 4 0"},
                                          {"", ""}})
        BOOST_TEST(digitByDigit(written) == spoken);
}

BOOST_AUTO_TEST_SUITE_END()
