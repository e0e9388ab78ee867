// The Book page when an answer is late or lost.
#include "book_fixture.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

BOOST_FIXTURE_TEST_SUITE(book_lost, BookFixture)

BOOST_AUTO_TEST_CASE(a_link_lost_while_confirming_keeps_everything_and_books_once_by_itself)
{
    readyToConfirm();
    town.failNext("book", CommitUnknown("gone", 2013));
    presenter.confirm();
    tasks.finishAll();
    auto state = presenter.state();
    BOOST_TEST(state.foot.notice == "The booking goes out by itself as soon as the connection is back.");
    BOOST_TEST(state.who.input[PersonField::lastName] == "Exemple");
    BOOST_TEST(!desk.link.up());
    clock.advance(11min); // what the server held meanwhile is the server's to say
    presenter.tick();
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.count("book") == 2);
    BOOST_TEST((town.booked.back().first == town.holds.front().seed)); // the same key: done once
    BOOST_TEST((presenter.state().foot.tone == Tone::good));
}

BOOST_AUTO_TEST_CASE(typing_while_the_link_is_away_takes_the_waiting_confirmation_back)
{
    readyToConfirm();
    town.loseNext("book");
    presenter.confirm();
    tasks.finishAll();
    presenter.type(PersonField::lastName, "Exemples");
    BOOST_TEST(presenter.state().foot.notice == "");
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.booked.empty());
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.booked.size() == 1u);
    BOOST_TEST(town.persons[0].lastName == "Exemples");
}

BOOST_AUTO_TEST_CASE(what_was_booked_although_its_answer_was_lost_is_shown_after_a_change)
{
    readyToConfirm();
    town.failNext("book", CommitUnknown("gone", 2013));
    presenter.confirm();
    tasks.finishAll();
    presenter.type(PersonField::lastName, "Exemples");
    restoreLink();
    tasks.finishAll();
    AppointmentId opened;
    presenter.onOpen = [&](AppointmentId id) { opened = id; };
    town.refuseNext("book", Refusal::requestConflict);
    presenter.confirm();
    tasks.finishAll();
    const auto foot = presenter.state().foot;
    BOOST_TEST(foot.sentence.starts_with("Booked: "));
    BOOST_TEST(foot.detail.ends_with("It was booked as you first typed it. Correct it on its card: Ctrl+O."));
    BOOST_TEST(presenter.holdsNothing());
    presenter.openTwin();
    BOOST_TEST(static_cast<bool>(opened));
}

BOOST_AUTO_TEST_CASE(what_was_booked_is_found_before_its_place_is_given_back)
{
    const std::function<void()> changes[] = {[this] { presenter.add(household); }, [this] { presenter.restart(); },
                                             [this] {
                                                 presenter.type(PersonField::lastName, "Exemples");
                                                 clock.advance(11min);
                                                 presenter.tick();
                                             }};
    for (const auto& change : changes) {
        town.file.parts.clear();
        readyToConfirm();
        town.failNext("book", CommitUnknown("gone", 2013));
        presenter.confirm();
        tasks.finishAll();
        const auto holds = town.holds.size();
        change();
        town.file.parts = {Appointment{}}; // it had been done
        restoreLink();
        presenter.tick();
        tasks.finishAll();
        BOOST_TEST(presenter.state().foot.detail.ends_with("Correct it on its card: Ctrl+O."));
        BOOST_TEST(town.released.empty());
        BOOST_TEST(town.holds.size() == holds);
        BOOST_TEST(presenter.holdsNothing());
        BOOST_TEST(presenter.state().what.chosen.empty());
        town.holdsUntil = clock.now() + 10min;
    }
}

BOOST_AUTO_TEST_CASE(what_is_being_booked_is_not_changed_any_more)
{
    confirmAtOnce();
    presenter.add(household);
    presenter.setPersons(0, 2);
    presenter.remove(0);
    presenter.prolong();
    BOOST_TEST(presenter.state().what.chosen.size() == 1u);
    BOOST_TEST(presenter.state().what.chosen[0].persons == 1);
    tasks.finishAll();
    BOOST_TEST(town.booked.size() == 1u);
    BOOST_TEST(town.holds.size() == 1u);
    BOOST_TEST((presenter.state().foot.tone == Tone::good));
    BOOST_TEST(presenter.holdsNothing());
}

BOOST_AUTO_TEST_CASE(nothing_is_typed_that_an_answer_would_throw_away)
{
    confirmAtOnce();
    BOOST_TEST(presenter.state().what.readOnly);
    BOOST_TEST(presenter.state().who.readOnly);
    presenter.search("house");
    presenter.type(PersonField::note, "a pram");
    presenter.setLanguage(Language::de);
    BOOST_TEST(presenter.state().what.typed == "");
    BOOST_TEST(presenter.state().who.input[PersonField::note] == "");
    BOOST_TEST((presenter.state().who.input.language == Language::fr));
    town.loseNext("book");
    tasks.finishAll();
    BOOST_TEST(!presenter.state().who.readOnly); // a lost link opens the fields again
    presenter.type(PersonField::note, "a pram");
    BOOST_TEST(presenter.state().who.input[PersonField::note] == "a pram");
}

BOOST_AUTO_TEST_CASE(another_choice_while_the_link_is_away_takes_the_waiting_confirmation_back)
{
    confirmAndLose();
    presenter.add(household);
    BOOST_TEST(presenter.state().foot.notice == "");
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.booked.empty());
    BOOST_TEST(presenter.state().foot.canConfirm);
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST(town.booked.size() == 1u);
    BOOST_TEST((town.booked[0].first == town.holds.back().seed));
    BOOST_TEST(town.released.size() == town.holds.size() - 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_prolonged_while_a_confirmation_waits)
{
    confirmAndLose();
    presenter.prolong();
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.holds.size() == 1u);
    BOOST_TEST(town.booked.size() == 1u);
    BOOST_TEST((presenter.state().foot.tone == Tone::good));
}

BOOST_AUTO_TEST_CASE(a_confirmation_that_waits_for_nothing_any_more_ends)
{
    confirmAndLose();
    presenter.remove(0);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().foot.notice == "");
    BOOST_TEST(presenter.holdsNothing());
    chooseCard();
    hold();
    BOOST_TEST(presenter.state().foot.canConfirm);
    clock.advance(11min);
    presenter.tick();
    BOOST_TEST(!presenter.state().foot.canConfirm); // the time runs again
}

BOOST_AUTO_TEST_CASE(another_time_during_the_look_is_not_confirmed_unseen)
{
    readyToConfirm();
    presenter.confirm(); // it is still being read what this person has already
    presenter.chooseLine(3);
    tasks.finishAll();
    BOOST_TEST(town.booked.empty());
    BOOST_TEST(presenter.state().foot.canConfirm);
    BOOST_TEST(presenter.state().foot.sentence == "Thursday 26 November 2026 at 08:50");
    presenter.confirm();
    tasks.finishAll();
    BOOST_TEST((town.booked.back().first == town.holds.back().seed));
    BOOST_TEST(presenter.holdsNothing());
}

BOOST_AUTO_TEST_CASE(a_place_whose_answer_comes_after_the_end_goes_back)
{
    HoldKeeper keeper{desk};
    const Wish wish{.wanted = {{identityCard, 1}}, .at = {thursday, MinuteOfDay{510}}};
    const std::vector<void (HoldKeeper::*)()> ends{&HoldKeeper::booked, &HoldKeeper::expired};
    for (const auto end : ends) {
        keeper.want(wish, Language::fr);
        tasks.finishAll();
        const auto released = town.released.size();
        keeper.prolong();
        (keeper.*end)();
        tasks.finishAll();
        BOOST_TEST(keeper.atRest());
        BOOST_TEST(town.released.size() == released + 2);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_longer_offered_is_not_held_either)
{
    readyToConfirm();
    presenter.add(household);
    tasks.finishAll();
    withdraw({household});
    tasks.finishAll();
    BOOST_TEST(town.holds.back().wanted.size() == 1u);
    BOOST_TEST(presenter.state().foot.canConfirm);
    withdraw({household, identityCard});
    tasks.finishAll();
    BOOST_TEST(presenter.holdsNothing());
    BOOST_TEST(presenter.state().foot.sentence == "Choose what it is for, then a time.");
    BOOST_TEST(town.released.size() == town.holds.size());
}

BOOST_AUTO_TEST_CASE(what_is_withdrawn_during_the_booking_follows_its_answer)
{
    confirmAtOnce();
    town.refuseNext("book", Refusal::limitReached);
    withdraw({identityCard});
    tasks.finishAll();
    BOOST_TEST(presenter.holdsNothing());
}

BOOST_AUTO_TEST_CASE(what_is_withdrawn_while_a_confirmation_waits_goes_back_with_it)
{
    confirmAndLose();
    withdraw({identityCard});
    presenter.type(PersonField::note, "later");
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.holdsNothing());
    BOOST_TEST(town.booked.empty());
}

BOOST_AUTO_TEST_CASE(what_comes_back_is_only_what_is_still_offered)
{
    readyToConfirm();
    presenter.add(household);
    tasks.finishAll();
    presenter.restart();
    withdraw({household});
    presenter.undoRestart();
    tasks.finishAll();
    BOOST_TEST(presenter.state().what.chosen.size() == 1u);
    BOOST_TEST(presenter.state().what.summary == "10 min in all · Population");
}

BOOST_AUTO_TEST_CASE(a_link_lost_while_holding_holds_the_same_wish_later)
{
    chooseCard();
    town.loseNext("hold");
    presenter.chooseLine(2);
    tasks.finishAll();
    BOOST_TEST(!presenter.state().foot.canConfirm);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.holds.size() == 1u);
    BOOST_TEST(presenter.state().foot.canConfirm);
}

BOOST_AUTO_TEST_CASE(starting_again_gives_the_place_back_and_can_be_undone)
{
    readyToConfirm();
    presenter.restart();
    tasks.finishAll();
    BOOST_TEST(town.released.size() == 1u);
    BOOST_TEST(presenter.state().what.chosen.empty());
    BOOST_TEST((carets.back() == BookFocus::search));
    BOOST_TEST(presenter.state().foot.canUndo);
    presenter.undoRestart();
    tasks.finishAll();
    BOOST_TEST(presenter.state().who.input[PersonField::lastName] == "Exemple");
    BOOST_TEST(presenter.state().what.chosen.size() == 1u);
    BOOST_TEST(!presenter.state().foot.canConfirm); // the place must be chosen again
}

BOOST_AUTO_TEST_CASE(a_place_given_up_before_its_answer_still_goes_back)
{
    chooseCard();
    presenter.chooseLine(2);
    presenter.restart();
    tasks.finishAll();
    BOOST_TEST(town.holds.size() == 1u);
    BOOST_TEST(town.released.size() == 1u);
    BOOST_TEST(presenter.holdsNothing());
}

BOOST_AUTO_TEST_SUITE_END()
