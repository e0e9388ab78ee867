#include "fake_desk.h"
#include "staff-desktop/logic/walk_in_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
constexpr ProcedureId lostCard{5}, passportPickup{6};

/// The small town, in which a lost card is urgent and a passport can be collected.
CatalogueParts townWithUrgency()
{
    CatalogueParts town = smallTown();
    town.procedures.push_back({lostCard,
                               foreigners,
                               "ETR-LOSS",
                               20,
                               true,
                               false,
                               WalkIn::urgent,
                               1,
                               {},
                               everywhere("Lost permit")});
    town.procedures.push_back({passportPickup,
                               population,
                               "POP-PICKUP",
                               10,
                               true,
                               false,
                               WalkIn::pickup,
                               1,
                               {},
                               everywhere("New card")});
    return town;
}

struct WalkInFixture : DeskFixture
{
    std::vector<std::pair<std::string, Language>> printed;
    std::optional<WalkInPresenter> presenter;
    Listening given;

    WalkInFixture()
    {
        town.walkInTicket.number = "A042";
        town.walkInTicket.area = "A";
        town.walkInTicket.ahead = 3;
        town.walkInTicket.wait = {5, 10};
        town.walkInTicket.arrivedAt = clock.now();
        desk.renew(std::make_shared<const Catalogue>(townWithUrgency()));
        presenter.emplace(desk);
        given = presenter->onGiven(
            [this] { printed.emplace_back(presenter->ticket()->number, presenter->languageOfTicket()); });
    }
    WalkInState state() const { return presenter->state(); }
    std::string hits() const
    {
        std::string line;
        for (const auto& hit : state().hits)
            line += hit.name + (hit.kind.empty() ? "" : " (" + hit.kind + ")") + ", ";
        return line;
    }
    void give(const std::string& text)
    {
        presenter->search(text);
        presenter->give();
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(walk_in, WalkInFixture)

BOOST_AUTO_TEST_CASE(only_what_may_be_had_without_appointment_is_offered)
{
    BOOST_TEST(hits() == "Household certificate, Lost permit (urgent), New card (to collect), ");
    BOOST_TEST(!state().chosen);
    BOOST_TEST(!state().canGive, "nothing is chosen before something is typed");
    presenter->search("lost");
    BOOST_TEST(hits() == "Lost permit (urgent), ");
    BOOST_TEST((state().chosen == lostCard));
    BOOST_TEST(state().canGive);
}

BOOST_AUTO_TEST_CASE(what_needs_an_appointment_says_so_and_what_to_do)
{
    struct Case
    {
        std::string typed, said;
    };
    for (const auto& [typed, said] :
         {Case{"marriage", "Marriage: by appointment only. Offer the next free place with F2."},
          Case{"zzz", "Nothing without appointment fits. Try another word."}}) {
        presenter->search(typed);
        BOOST_TEST(state().nothing == said);
        BOOST_TEST(!state().canGive);
    }
}

BOOST_AUTO_TEST_CASE(arrows_walk_through_the_list)
{
    presenter->move(1);
    BOOST_TEST((state().chosen == household));
    presenter->move(1);
    BOOST_TEST((state().chosen == lostCard));
    presenter->move(5);
    BOOST_TEST((state().chosen == passportPickup));
    presenter->move(-1);
    BOOST_TEST((state().chosen == lostCard));
    presenter->choose(identityCard);
    BOOST_TEST((state().chosen == lostCard), "it is not offered");
}

BOOST_AUTO_TEST_CASE(a_ticket_is_given_with_language_and_priority_and_the_form_is_empty_for_the_next)
{
    presenter->setLanguage(Language::de);
    presenter->setPriority(true);
    give("house");
    BOOST_TEST(!state().canType);
    BOOST_TEST(state().notice == "One moment …");
    tasks.finishAll();
    BOOST_REQUIRE(town.presses.size() == 1u);
    BOOST_TEST((town.presses[0].procedure == household));
    BOOST_TEST((town.presses[0].language == Language::de));
    BOOST_TEST(town.presses[0].priority);
    BOOST_REQUIRE(state().given.has_value());
    BOOST_TEST(state().given->number == "A042");
    BOOST_TEST(state().given->area == "Waiting area A");
    BOOST_TEST(state().given->wait == "3 people ahead of you · 5 to 10 min");
    BOOST_TEST(state().given->what == "10:42 · Household certificate · priority");
    BOOST_TEST(state().notice == "Say this number, or write it down: it is enough.");
    BOOST_TEST(state().typed == "");
    BOOST_TEST(!state().priority);
    BOOST_TEST((state().language == Language::fr));
    BOOST_REQUIRE(printed.size() == 1u);
    BOOST_TEST((printed[0] == std::pair(std::string("A042"), Language::de)));
    presenter->search("n");
    BOOST_TEST(!state().given, "the next visitor");
    BOOST_TEST(!presenter->ticket());
}

BOOST_AUTO_TEST_CASE(two_presses_are_one_ticket)
{
    give("house");
    presenter->give();
    tasks.finishAll();
    presenter->give(); // the form is empty by now
    tasks.finishAll();
    BOOST_TEST(town.count("walkIn") == 1);
    BOOST_TEST(printed.size() == 1u);
}

BOOST_AUTO_TEST_CASE(two_visitors_with_the_same_wish_get_two_tickets)
{
    for (int i = 0; i < 2; ++i) {
        give("house");
        tasks.finishAll();
    }
    BOOST_REQUIRE(town.presses.size() == 2u);
    BOOST_TEST((town.presses[0].key != town.presses[1].key));
}

BOOST_AUTO_TEST_CASE(a_lost_link_keeps_the_wish_and_sends_it_once_it_is_back_with_the_same_key)
{
    town.failNext("walkIn", CommitUnknown("gone", 2013));
    give("house");
    tasks.finishAll();
    BOOST_TEST(state().notice == "No connection. The ticket is given by itself as soon as it is back, once.");
    BOOST_TEST(!state().canGive);
    BOOST_TEST(!state().canType);
    presenter->search("lost"); // what waits stays as it was asked for
    presenter->setPriority(true);
    BOOST_TEST(state().typed == "house");
    restoreLink();
    tasks.finishAll();
    BOOST_REQUIRE(town.presses.size() == 2u);
    BOOST_TEST((town.presses[0].key == town.presses[1].key));
    BOOST_TEST(!town.presses[1].priority);
    BOOST_TEST(state().given->number == "A042");
    BOOST_TEST(printed.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_visitor_who_does_not_want_to_wait_for_the_link_gets_nothing)
{
    town.loseNext("walkIn");
    give("house");
    BOOST_TEST(!state().canGiveUp, "it is on its way");
    tasks.finishAll();
    BOOST_TEST(state().canGiveUp);
    presenter->giveUp();
    BOOST_TEST(state().canGive);
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(town.count("walkIn") == 1);
}

BOOST_AUTO_TEST_CASE(a_refusal_keeps_what_was_chosen_and_says_what_to_do)
{
    town.refuseNext("walkIn", Refusal::walkInsStopped);
    give("house");
    tasks.finishAll();
    BOOST_TEST(
        state().notice ==
        "This service takes nobody without appointment at the moment. Offer the next free place with F2.");
    BOOST_TEST((state().tone == Tone::look));
    BOOST_TEST((state().chosen == household));
    BOOST_TEST(state().canGive, "it may have been opened again");
    presenter->search("lost");
    BOOST_TEST(state().notice == "");
}

BOOST_AUTO_TEST_CASE(a_procedure_that_is_no_longer_offered_leaves_the_list)
{
    presenter->search("lost");
    desk.renew(town.town);
    presenter->renewed();
    BOOST_TEST(!state().chosen);
    BOOST_TEST(hits() == "");
}

BOOST_AUTO_TEST_CASE(the_window_may_close_while_the_answer_is_under_way)
{
    give("house");
    given = {};
    presenter.reset();
    tasks.finishAll();
    BOOST_TEST(town.count("walkIn") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
