#include "book_fixture.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

BOOST_FIXTURE_TEST_SUITE(book, BookFixture)

BOOST_AUTO_TEST_CASE(a_procedure_brings_papers_and_the_first_free_starts)
{
    BOOST_TEST(presenter.state().when.nothing == "First choose what it is for.");
    presenter.search("identity");
    BOOST_TEST(presenter.state().what.count == "1 found");
    presenter.add(identityCard);
    BOOST_TEST(presenter.state().when.nothing == "One moment …");
    tasks.finishAll();
    const auto state = presenter.state();
    BOOST_TEST(state.what.typed == "");
    BOOST_TEST(state.what.summary == "10 min in all · Population");
    BOOST_TEST(state.what.papers.size() == 2u);
    BOOST_TEST(starts() == "11:20 11:30 08:30 08:50 09:10 ");
    BOOST_TEST(state.when.starts[0].day == "today, Monday 23 November");
    BOOST_TEST(state.foot.sentence == "Choose a time.");
    BOOST_TEST(!state.foot.canConfirm);
}

BOOST_AUTO_TEST_CASE(a_second_procedure_of_the_service_makes_the_visit_longer)
{
    chooseCard();
    presenter.setPersons(0, 3);
    presenter.add(household);
    tasks.finishAll();
    BOOST_TEST(presenter.state().what.summary == "40 min in all · Population");
    BOOST_TEST(presenter.state().what.fromHome ==
               "Household certificate: can also be done from home (e-counter).");
    presenter.setPersons(0, 9); // more than the procedure takes
    BOOST_TEST(presenter.state().what.chosen[0].persons == 3);
    presenter.remove(1);
    presenter.remove(7);
    BOOST_TEST(presenter.state().what.chosen.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_second_service_makes_one_visit_of_two_appointments)
{
    chooseCard();
    presenter.add(residencePermit);
    tasks.finishAll();
    BOOST_TEST(presenter.state().what.summary == "30 min in all · Population + Foreigners");
    BOOST_TEST(presenter.state().what.problem.empty());
    BOOST_REQUIRE(town.lastQuery.linked.has_value());
    BOOST_TEST((town.lastQuery.service == population));
    BOOST_TEST((town.lastQuery.linked->service == foreigners));
    town.heldParts = {{foreigners, {510}, 20, {}}, {population, {530}, 10, {}}};
    presenter.chooseLine(2);
    BOOST_TEST(presenter.state().foot.detail == "Population, area A · Foreigners, area B · 30 minutes");
    tasks.finishAll();
    BOOST_TEST(town.holds.back().wanted.size() == 2u);
    BOOST_TEST(presenter.state().foot.detail ==
               "08:30 Foreigners, area B · 08:50 Population, area A · 30 minutes");
}

BOOST_AUTO_TEST_CASE(a_third_service_is_a_sentence_not_a_mixture)
{
    chooseCard();
    presenter.add(residencePermit);
    presenter.add(marriage);
    const auto state = presenter.state();
    BOOST_TEST(state.what.chosen.size() == 2u);
    BOOST_TEST(state.what.problem ==
               "One visit leads to two services at most: confirm it first, then book for Civil registry.");
    presenter.remove(1);
    presenter.add(marriage);
    BOOST_TEST(presenter.state().what.problem.empty());
}

BOOST_AUTO_TEST_CASE(choosing_a_start_holds_it_and_shows_the_time_left)
{
    chooseCard();
    presenter.chooseLine(2);
    BOOST_TEST(starts() == "11:20 11:30 08:30? 08:50 09:10 ");
    BOOST_TEST(!presenter.state().foot.canConfirm);
    tasks.finishAll();
    BOOST_TEST(starts() == "11:20 11:30 08:30* 08:50 09:10 ");
    auto foot = presenter.state().foot;
    BOOST_TEST(foot.sentence == "Thursday 26 November 2026 at 08:30");
    BOOST_TEST(foot.detail == "Population, area A · 10 minutes");
    BOOST_TEST(foot.left == "10 min 00 more");
    BOOST_TEST(!foot.urgent);
    BOOST_TEST(foot.canConfirm);
    clock.advance(9min + 20s);
    presenter.tick();
    foot = presenter.state().foot;
    BOOST_TEST(foot.left == "40 s more");
    BOOST_TEST(foot.urgent);
}

BOOST_AUTO_TEST_CASE(a_double_click_holds_once)
{
    chooseCard();
    presenter.chooseLine(2);
    presenter.chooseLine(2);
    tasks.finishAll();
    presenter.chooseLine(2);
    tasks.finishAll();
    BOOST_TEST(town.holds.size() == 1u);
    BOOST_TEST(town.released.empty());
}

BOOST_AUTO_TEST_CASE(another_start_gives_the_first_one_back)
{
    chooseCard();
    hold(2);
    hold(3);
    BOOST_TEST(town.holds.size() == 2u);
    BOOST_TEST((town.holds[0].seed != town.holds[1].seed)); // another wish, another key
    BOOST_TEST(town.released.size() == 1u);
    BOOST_TEST((town.released[0].second == AppointmentId(101)));
    BOOST_TEST(presenter.state().foot.sentence == "Thursday 26 November 2026 at 08:50");
}

BOOST_AUTO_TEST_CASE(the_newest_of_two_quick_clicks_wins_and_nothing_stays_behind)
{
    chooseCard();
    presenter.chooseLine(2);
    presenter.chooseLine(3);
    tasks.finishAll();
    BOOST_TEST(town.holds.size() == 2u);
    BOOST_TEST(town.released.size() == 1u);
    BOOST_TEST((town.released[0].second == AppointmentId(101)));
    BOOST_TEST(presenter.state().foot.sentence == "Thursday 26 November 2026 at 08:50");
}

BOOST_AUTO_TEST_CASE(a_refused_start_shows_the_nearest_ones)
{
    chooseCard();
    town.refuseNext("hold", Refusal::slotTaken);
    presenter.chooseLine(3); // 08:50
    offer({{monday, 680},
           {thursday, 510},
           {thursday, 540},
           {thursday, 550},
           {thursday, 560},
           {thursday, 570},
           {thursday, 580}});
    tasks.finishAll();
    const auto when = presenter.state().when;
    BOOST_TEST(when.title == "That place has just been taken. Here are the nearest ones.");
    BOOST_TEST((when.tone == Tone::look));
    BOOST_TEST(starts() == "08:30 09:00 09:10 09:20 09:30 ");
    BOOST_TEST(!presenter.state().foot.canConfirm);
    hold(1);
    BOOST_TEST(presenter.state().when.title == "First free places");
    BOOST_TEST(presenter.state().foot.sentence == "Thursday 26 November 2026 at 09:00");
}

BOOST_AUTO_TEST_CASE(a_refused_change_keeps_the_place_one_had)
{
    chooseCard();
    hold(2);
    town.refuseNext("hold", Refusal::slotTaken);
    hold(3);
    BOOST_TEST(presenter.state().foot.sentence == "Thursday 26 November 2026 at 08:30");
    BOOST_TEST(presenter.state().foot.canConfirm);
    BOOST_TEST(presenter.state().when.title == "That place has just been taken. Here are the nearest ones.");
    BOOST_TEST((town.holds.back().seed != town.holds.front().seed));
}

BOOST_AUTO_TEST_CASE(a_longer_visit_takes_the_same_place_anew)
{
    chooseCard();
    hold(2);
    presenter.setPersons(0, 2);
    tasks.finishAll();
    BOOST_TEST(town.holds.size() == 2u);
    BOOST_TEST(town.holds[1].wanted[0].persons == 2);
    BOOST_TEST(town.released.size() == 1u);
    BOOST_TEST(presenter.state().foot.detail == "Population, area A · 20 minutes");
}

BOOST_AUTO_TEST_CASE(a_place_too_short_for_what_was_added_is_not_confirmed)
{
    readyToConfirm();
    const std::vector<std::function<void()>> additions{[this] { presenter.add(household); },
                                                       [this] { presenter.setPersons(0, 2); },
                                                       [this] { presenter.add(residencePermit); }};
    const std::vector<int> minutes{20, 20, 30};
    for (std::size_t i = 0; i < additions.size(); ++i) {
        BOOST_TEST_CONTEXT("addition " << i)
        {
            town.refuseNext("hold", Refusal::slotTaken);
            additions[i]();
            tasks.finishAll();
            const auto state = presenter.state();
            const std::string words = "08:30 does not suit a visit of " + std::to_string(minutes[i]) +
                                      " min. Please choose another time.";
            BOOST_TEST(!state.foot.canConfirm);
            BOOST_TEST(state.foot.notice == words);
            BOOST_TEST((state.foot.noticeTone == Tone::look));
            BOOST_TEST(state.foot.detail == "10 minutes · Camille Exemple");
            BOOST_TEST(state.when.title == words);
            presenter.confirm();
            tasks.finishAll();
            BOOST_TEST(town.count("book") == 0);
            BOOST_TEST((carets.back() == BookFocus::when));
            if (state.what.chosen.size() > 1) presenter.remove(1);
            presenter.setPersons(0, 1);
            tasks.finishAll();
            BOOST_TEST(presenter.state().foot.canConfirm); // the place for less is still held
            BOOST_TEST(presenter.state().foot.notice == "");
            BOOST_TEST(presenter.state().when.title == "First free places");
        }
    }
    town.refuseNext("hold", Refusal::slotTaken);
    presenter.add(household);
    tasks.finishAll();
    hold(2); // the caller takes another time
    BOOST_TEST(presenter.state().foot.canConfirm);
    BOOST_TEST(presenter.state().foot.detail == "Population, area A · 20 minutes · Camille Exemple");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.holds.back().wanted.size() == 2u);
    BOOST_TEST((town.booked.back().first == town.holds.back().seed));
}

BOOST_AUTO_TEST_CASE(without_any_procedure_the_place_goes_back)
{
    chooseCard();
    hold();
    presenter.remove(0);
    tasks.finishAll();
    BOOST_TEST(town.released.size() == 1u);
    BOOST_TEST(presenter.holdsNothing());
    BOOST_TEST(!presenter.state().foot.canConfirm);
}

BOOST_AUTO_TEST_CASE(confirming_books_and_is_ready_for_the_next_call)
{
    readyToConfirm();
    presenter.type(PersonField::email, "camille@exemple.be");
    presenter.setLanguage(Language::de);
    presenter.confirm();
    BOOST_TEST(!presenter.state().foot.canConfirm);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.booked.size() == 1u);
    BOOST_TEST((town.booked[0].first == town.holds[0].seed));
    BOOST_TEST(town.persons[0].lastName == "Exemple");
    BOOST_TEST((town.persons[0].language == Language::de));
    const auto state = presenter.state();
    BOOST_TEST(state.foot.sentence == "Booked: Thursday 26 November at 08:30");
    BOOST_TEST(state.foot.detail == "Reference KXTR-BVLN · The confirmation goes out by e-mail.");
    BOOST_TEST((state.foot.tone == Tone::good));
    BOOST_TEST(state.what.chosen.empty());
    BOOST_TEST(state.who.input[PersonField::lastName] == "");
    BOOST_TEST(town.released.empty());
    BOOST_TEST((carets.back() == BookFocus::search));
    presenter.search("house"); // the next call takes the line away
    BOOST_TEST((presenter.state().foot.tone == Tone::plain));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_said_beside_its_field)
{
    chooseCard();
    hold();
    presenter.type(PersonField::lastName, "Exemple");
    presenter.type(PersonField::birthDate, "31.02.1958");
    presenter.confirm();
    const auto who = presenter.state().who;
    BOOST_TEST(who.problems[0] == "");
    BOOST_TEST(who.problems[1] == "Please write the first name.");
    BOOST_TEST(who.problems[2] == "31 February does not exist.");
    BOOST_TEST((carets.back() == BookFocus::firstName));
    BOOST_TEST(town.count("book") == 0);
    BOOST_TEST(who.input[PersonField::lastName] == "Exemple");
}

BOOST_AUTO_TEST_CASE(a_field_nobody_has_begun_is_not_called_wrong)
{
    presenter.leave(PersonField::lastName);
    BOOST_TEST(presenter.state().who.problems[0] == "");
    presenter.type(PersonField::birthDate, "31.02.1958");
    BOOST_TEST(presenter.state().who.problems[2] == ""); // still typing
    presenter.leave(PersonField::birthDate);
    BOOST_TEST(presenter.state().who.problems[2] != "");
    presenter.type(PersonField::birthDate, "28.02.1958");
    BOOST_TEST(presenter.state().who.problems[2] == "");
    BOOST_TEST(presenter.state().who.age == "68 years");
}

BOOST_AUTO_TEST_CASE(the_hold_runs_out_and_says_so)
{
    readyToConfirm();
    clock.advance(10min);
    presenter.tick();
    const auto state = presenter.state();
    BOOST_TEST(!state.foot.canConfirm);
    BOOST_TEST(state.when.title ==
               "The place was held for ten minutes and is free again. Please choose it once more.");
    BOOST_TEST(state.who.input[PersonField::lastName] == "Exemple");
    presenter.confirm();
    BOOST_TEST(town.count("book") == 0);
}

BOOST_AUTO_TEST_CASE(one_key_prolongs_the_hold)
{
    chooseCard();
    hold();
    clock.advance(9min + 30s);
    town.holdsUntil = clock.now() + 10min;
    presenter.prolong();
    tasks.finishAll();
    BOOST_TEST(presenter.state().foot.left == "10 min 00 more");
    BOOST_TEST(town.released.size() == 1u);
    BOOST_TEST(town.holds.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_hold_that_the_server_ended_is_chosen_again)
{
    readyToConfirm();
    town.refuseNext("book", Refusal::holdExpired);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(!presenter.state().foot.canConfirm);
    BOOST_TEST(presenter.state().who.input[PersonField::lastName] == "Exemple");
    hold(2);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST((presenter.state().foot.tone == Tone::good));
}

BOOST_AUTO_TEST_CASE(no_double_is_made_before_it_was_shown)
{
    readyToConfirm();
    Appointment other;
    other.id = AppointmentId(7);
    other.reference = "BRLNKXTV";
    other.service = population;
    other.day = thursday;
    other.start = MinuteOfDay{510};
    other.minutes = 10;
    town.upcoming = {other};
    presenter.confirm(); // before anybody could read what this person has
    tasks.finishAll();
    BOOST_TEST(town.count("book") == 0);
    BOOST_TEST(presenter.state().foot.notice ==
               "This person already has an appointment. Confirm again for another one.");
    BOOST_TEST(presenter.state().who.twinTitle == "Already has an appointment at the same time");
    BOOST_TEST(!presenter.state().who.canOpenTwin);
    AppointmentId opened;
    presenter.onOpen = [&](AppointmentId id) { opened = id; };
    BOOST_TEST(presenter.state().who.canOpenTwin);
    presenter.openTwin();
    BOOST_TEST((opened == AppointmentId(7)));
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.count("book") == 1);
}

BOOST_AUTO_TEST_CASE(without_a_double_the_look_costs_no_second_confirmation)
{
    readyToConfirm();
    presenter.confirm();
    BOOST_TEST(!presenter.state().foot.canConfirm);
    tasks.finishAll();
    BOOST_TEST((presenter.state().foot.tone == Tone::good));
}

BOOST_AUTO_TEST_CASE(a_link_lost_during_the_look_books_by_itself_later)
{
    readyToConfirm();
    town.loseNext("knownPeople");
    town.loseNext("book");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(presenter.state().foot.notice ==
               "The booking goes out by itself as soon as the connection is back.");
    restoreLink();
    tasks.finishAll();
    BOOST_TEST((presenter.state().foot.tone == Tone::good));
}

BOOST_AUTO_TEST_CASE(somebody_known_is_taken_over_with_one_key)
{
    Person camille{.lastName = "Exemple",
                   .firstName = "Camille",
                   .birthDate = {1958, 3, 14},
                   .email = "",
                   .phone = "0470 12 34 56",
                   .note = "",
                   .language = Language::fr};
    town.known = {{camille, monday}};
    presenter.type(PersonField::lastName, "exem");
    presenter.type(PersonField::firstName, "cam");
    tasks.finishAll();
    BOOST_REQUIRE(presenter.state().who.known.size() == 1u);
    presenter.takeOver(0);
    BOOST_TEST(presenter.state().who.input[PersonField::phone] == "0470 12 34 56");
    presenter.takeOver(3);
}

BOOST_AUTO_TEST_CASE(a_limit_is_overruled_with_a_reason_only)
{
    readyToConfirm();
    town.refuseNext("book", Refusal::limitReached);
    presenter.confirm();
    tasks.finishAll();
    auto state = presenter.state();
    BOOST_TEST(state.overruling.shown);
    BOOST_TEST(state.overruling.words ==
               "This person has as many appointments as allowed.");
    BOOST_TEST(state.foot.overrules);
    BOOST_TEST((carets.back() == BookFocus::reason));
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.count("book") == 1, "not without a reason");
    BOOST_TEST(presenter.state().overruling.problem == "Please say why.");
    presenter.typeReason("three children");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.overrulings.back() == "three children");
    BOOST_TEST((presenter.state().foot.tone == Tone::good));
    BOOST_TEST(!presenter.state().overruling.shown);
}

BOOST_AUTO_TEST_CASE(a_reason_is_typed_once_as_long_as_the_person_is_the_same)
{
    readyToConfirm();
    town.refuseNext("book", Refusal::limitReached);
    presenter.confirm();
    tasks.finishAll();
    presenter.typeReason("three children");
    hold(3);
    BOOST_TEST(presenter.state().overruling.shown);
    BOOST_TEST(presenter.state().overruling.reason == "three children");
    presenter.add(household);
    presenter.setPersons(0, 2);
    presenter.type(PersonField::phone, "0470 12 34 56");
    tasks.finishAll();
    BOOST_TEST(presenter.state().overruling.reason == "three children");
    presenter.type(PersonField::lastName, "Autre"); // it was another's limit
    BOOST_TEST(!presenter.state().overruling.shown);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.overrulings.back() == "");
}

BOOST_AUTO_TEST_CASE(the_reason_for_a_full_place_serves_for_another_one)
{
    town.staff.role = Role::supervisor;
    Desk office{tasks, town, clock, speech, {town.staff, town.town}};
    BookPresenter theirs{office};
    for (auto& day : town.days)
        if (day.day == monday) day.starts[0].full = day.starts[1].full = true;
    theirs.starts().toggleBeyond();
    theirs.add(identityCard);
    tasks.finishAll();
    theirs.chooseLine(0);
    theirs.typeReason("urgent");
    theirs.chooseLine(2);
    tasks.finishAll();
    BOOST_TEST(!theirs.state().overruling.shown, "a free place needs none");
    theirs.chooseLine(1);
    tasks.finishAll();
    BOOST_TEST(theirs.state().overruling.shown);
    BOOST_TEST(theirs.state().overruling.reason == "urgent");
    theirs.type(PersonField::lastName, "Exemple"); // the reason is written before the name
    BOOST_TEST(theirs.state().overruling.reason == "urgent");
}

BOOST_AUTO_TEST_CASE(another_person_has_other_limits)
{
    readyToConfirm();
    town.refuseNext("book", Refusal::limitReached);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(presenter.waiveOverruling());
    BOOST_TEST(!presenter.waiveOverruling());
    BOOST_TEST(presenter.state().foot.canConfirm, "the place is still held");
    town.refuseNext("book", Refusal::limitReached);
    presenter.confirm();
    tasks.finishAll();
    presenter.type(PersonField::firstName, "Dominique");
    BOOST_TEST(!presenter.state().overruling.shown);
}

BOOST_AUTO_TEST_CASE(full_places_are_for_supervisors_with_a_reason)
{
    presenter.starts().toggleBeyond();
    BOOST_TEST(!presenter.state().when.beyond.has_value(), "not offered to everybody");
    town.staff.role = Role::supervisor;
    Desk office{tasks, town, clock, speech, {town.staff, town.town}};
    BookPresenter theirs{office};
    for (auto& day : town.days)
        if (day.day == monday) day.starts[0].full = true;
    theirs.starts().toggleBeyond();
    theirs.add(identityCard);
    tasks.finishAll();
    BOOST_TEST(town.lastQuery.beyondCapacity);
    BOOST_TEST(theirs.state().when.starts[0].full);
    BOOST_TEST(theirs.state().when.cells[0].detail == "1 free");
    theirs.chooseLine(1);
    tasks.finishAll();
    BOOST_TEST(!town.holds.back().beyondCapacity, "a free place is a free place");
    theirs.chooseLine(0);
    tasks.finishAll();
    BOOST_TEST(town.holds.back().beyondCapacity);
    BOOST_TEST(theirs.state().overruling.words == "This place is full: it is given in addition.");
    theirs.setPersons(0, 2);
    tasks.finishAll();
    BOOST_TEST(town.holds.back().beyondCapacity);
    BOOST_TEST(theirs.state().overruling.shown);
    BOOST_TEST(theirs.waiveOverruling());
    tasks.finishAll();
    BOOST_TEST(theirs.holdsNothing(), "without a reason the place goes back");
}

BOOST_AUTO_TEST_CASE(the_sheet_is_what_comes_next_without_an_address)
{
    AppointmentId printed;
    presenter.onPrint = [&](AppointmentId id) { printed = id; };
    BOOST_TEST(!presenter.state().foot.canPrint);
    readyToConfirm();
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(presenter.state().foot.printsNext);
    presenter.print();
    BOOST_TEST((printed == AppointmentId(101)));
    readyToConfirm();
    presenter.type(PersonField::email, "camille@exemple.be");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(presenter.state().foot.canPrint);
    BOOST_TEST(!presenter.state().foot.printsNext);
}

BOOST_AUTO_TEST_CASE(the_calendar_shows_as_many_weeks_as_there_is_room_for)
{
    chooseCard();
    presenter.starts().showWeeks(5);
    BOOST_TEST(presenter.state().when.cells.size() == 25u);
    presenter.starts().turnPage(1);
    BOOST_TEST(presenter.state().when.cells[0].title == "28 Dec");
    presenter.starts().showWeeks(3);
    BOOST_TEST(presenter.state().when.cells[0].title == "14 Dec");
    presenter.starts().showWeeks(99);
    BOOST_TEST(presenter.state().when.cells.size() == 5u * StartChooser::mostWeeks);
}

BOOST_AUTO_TEST_CASE(a_late_list_of_starts_is_dropped)
{
    presenter.add(identityCard);
    presenter.remove(0);
    tasks.finishAll();
    BOOST_TEST(presenter.state().when.starts.empty());
    BOOST_TEST(presenter.state().when.nothing == "First choose what it is for.");
}

BOOST_AUTO_TEST_CASE(the_calendar_says_in_words_how_full_a_day_is)
{
    chooseCard();
    auto when = presenter.state().when;
    BOOST_TEST(when.months == "November – December");
    BOOST_TEST(when.cells.size() == 15u);
    BOOST_TEST(when.cells[0].title == "23");
    BOOST_TEST(when.cells[0].detail == "2 free");
    BOOST_TEST(when.cells[0].name == "Monday 23 November, 2 free");
    BOOST_TEST(when.cells[1].detail == "full");
    BOOST_TEST(!when.cells[1].canChoose);
    BOOST_TEST(when.cells[6].title == "1 Dec");
    BOOST_TEST(!when.canGoBack);
    presenter.starts().turnPage(1);
    BOOST_TEST(presenter.state().when.cells[0].title == "14 Dec");
    presenter.starts().turnPage(-5);
    BOOST_TEST(presenter.state().when.cells[0].title == "23");
}

BOOST_AUTO_TEST_CASE(a_day_shows_all_its_times)
{
    chooseCard();
    presenter.starts().chooseDay(thursday);
    BOOST_TEST(starts() == "08:30 08:50 09:10 09:30 ");
    BOOST_TEST(presenter.state().when.title == "Thursday 26 November");
    presenter.starts().showFirst();
    BOOST_TEST(starts() == "11:20 11:30 08:30 08:50 09:10 ");
}

BOOST_AUTO_TEST_CASE(filters_are_what_the_caller_asks_for)
{
    chooseCard();
    presenter.starts().toggleWeekday(4);
    BOOST_TEST(starts() == "08:30 08:50 09:10 09:30 ");
    presenter.starts().toggleWeekday(0);
    presenter.starts().chooseHalf(HalfDay::afternoon);
    BOOST_TEST(starts() == "");
    BOOST_TEST(presenter.state().when.nothing ==
               "No free place suits. Widen the filter, or look at a later day.");
    presenter.starts().chooseHalf(HalfDay::any);
    presenter.starts().from("24.11");
    BOOST_TEST(starts() == "08:30 08:50 09:10 09:30 ");
    presenter.starts().from("24.13");
    BOOST_TEST(presenter.state().when.fromWrong);
}

BOOST_AUTO_TEST_CASE(colleagues_bookings_refresh_the_list_and_keep_the_held_place_in_it)
{
    chooseCard();
    hold(2);
    offer({{monday, 690}, {thursday, 550}, {thursday, 570}});
    presenter.agendaChanged();
    tasks.finishAll();
    BOOST_TEST(starts() == "11:30 08:30* 09:10 09:30 ");
}

BOOST_AUTO_TEST_CASE(a_hidden_page_is_read_again_only_when_it_is_shown)
{
    chooseCard();
    presenter.show(false);
    const auto before = town.count("freeStarts");
    presenter.agendaChanged();
    tasks.finishAll();
    BOOST_TEST(town.count("freeStarts") == before);
    presenter.show(true);
    tasks.finishAll();
    BOOST_TEST(town.count("freeStarts") == before + 1);
}

BOOST_AUTO_TEST_CASE(a_closed_page_takes_no_answer)
{
    auto closing = std::make_unique<BookPresenter>(desk);
    closing->add(identityCard);
    closing->chooseLine(0);
    closing.reset();
    tasks.finishAll();
    BOOST_TEST(tasks.waiting() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
