#include "core/base/errors.h"
#include "display-app/logic/display_presenter.h"
#include <boost/test/unit_test.hpp>
#include <functional>
#include <set>

using namespace accueil;
using namespace accueil::display;
using namespace std::chrono_literals;

namespace
{
/// Answers what the test put there; nothing new otherwise.
struct ScriptedService : DisplayService
{
    std::optional<Contents> next;
    std::exception_ptr error;
    int polls = 0;
    std::string trouble;

    std::optional<Contents> poll(const std::string& said) override
    {
        ++polls;
        trouble = said;
        if (error) std::rethrow_exception(error);
        return std::exchange(next, std::nullopt);
    }
};

struct HeardAnnouncements : Announcer
{
    std::vector<Announcement> all;
    void announce(const Announcement& announcement) override { all.push_back(announcement); }
    bool isMute() const override { return mute; }
    bool mute = false;
};

struct Screen
{
    ScriptedService service;
    ManualTaskRunner tasks;
    HeardAnnouncements heard;
    FixedClock clock{*parseUtc("2026-11-24 09:42:10.000")}; // 10:42 in Verviers
    Contents contents;
    DisplayPresenter presenter;
    int changes = 0;
    Listening changed;

    explicit Screen(Settings settings = {})
        : presenter(service, tasks, heard, clock, settings),
          changed(presenter.onChanged([this] { ++changes; }))
    {
        contents.town.set(Language::fr, "Ville de Verviers");
        contents.town.set(Language::nl, "Stad Verviers");
        contents.area = "A";
        contents.timeZone = "Europe/Brussels";
        WaitOfService population;
        population.name.set(Language::fr, "Population");
        population.wait = {5, 10};
        contents.waits = {population};
    }

    const State& state() const { return presenter.state(); }

    void tick()
    {
        presenter.tick();
        tasks.finishAll();
    }
    void give()
    {
        service.next = contents;
        tick();
    }
    /// Time passes as on the screen: a tick every 250 ms.
    void pass(std::chrono::milliseconds time)
    {
        for (; time > 0ms; time -= 250ms) {
            clock.advance(250ms);
            tick();
        }
    }
    void call(long long ticket, const char* number, int counter, int callNo = 1)
    {
        std::erase_if(contents.calls,
                      [&](const ShownCall& shown) { return shown.ticket == TicketId(ticket); });
        contents.calls.insert(contents.calls.begin(), {TicketId(ticket), callNo, number, counter, Side::left,
                                                       clock.now(), Language::fr});
        give();
    }
    template <class Error>
    void fail(const Error& error)
    {
        service.error = std::make_exception_ptr(error);
    }
    void lose() { fail(ConnectionLost("gone", 2013)); }
};

std::vector<std::string> numbers(const State& state)
{
    std::vector<std::string> all;
    for (const auto& call : state.earlier) all.push_back(call.number + "/" + call.counter);
    return all;
}

const std::vector<std::string> none;
} // namespace

BOOST_AUTO_TEST_SUITE(calls)

BOOST_AUTO_TEST_CASE(before_the_first_call_it_welcomes_in_four_languages)
{
    Screen screen;
    screen.give();
    BOOST_TEST((screen.state().phase == Phase::running));
    BOOST_TEST(screen.state().zone == "Zone A");
    BOOST_TEST(screen.state().town == "Ville de Verviers");
    BOOST_TEST(screen.state().clock == "10:42");
    BOOST_REQUIRE(screen.state().notice);
    BOOST_TEST(screen.state().notice->calm);
    BOOST_TEST(screen.state().notice->title == "Bonjour et bienvenue");
    BOOST_TEST(screen.state().notice->others.size() == 3U);
    BOOST_TEST(screen.heard.all.empty());
}

BOOST_AUTO_TEST_CASE(a_new_call_stands_at_the_top_chimes_once_and_asks_for_attention)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    BOOST_REQUIRE(screen.state().newest);
    BOOST_TEST(screen.state().newest->number == "A042");
    BOOST_TEST(screen.state().newest->place == "Guichet 3");
    BOOST_TEST((screen.state().newest->side == Side::left));
    BOOST_TEST(!screen.state().notice);
    BOOST_TEST(screen.state().attention == 1);
    BOOST_TEST(screen.heard.all.size() == 1U);
    BOOST_TEST(screen.heard.all[0].chime);
    BOOST_TEST(screen.heard.all[0].voices[0].text == "Ticket A, 42, guichet 3");
    screen.pass(5s);
    BOOST_TEST(screen.heard.all.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_call_before_moves_to_the_list_of_which_four_are_shown)
{
    Screen screen;
    screen.give();
    for (int i = 1; i <= 7; ++i) {
        const std::string number = "A00" + std::to_string(i);
        screen.call(i, number.c_str(), i);
        screen.pass(1s);
    }
    BOOST_TEST(screen.state().newest->number == "A007");
    BOOST_TEST(screen.state().movedDown);
    const std::vector<std::string> expected{"A006/6", "A005/5", "A004/4", "A003/3"};
    BOOST_TEST(numbers(screen.state()) == expected, boost::test_tools::per_element());
    BOOST_TEST(screen.heard.all.size() == 7U);
}

BOOST_AUTO_TEST_CASE(a_recall_chimes_again_and_returns_to_the_top)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    screen.call(2, "A043", 4);
    screen.call(1, "A042", 3, 2);
    BOOST_TEST(screen.state().newest->number == "A042");
    BOOST_TEST(screen.state().attention == 3);
    BOOST_TEST(screen.heard.all.size() == 3U);
    screen.call(1, "A042", 3, 3);
    BOOST_TEST(screen.state().attention == 4);
    BOOST_TEST(!screen.state().movedDown); // nobody left the top
    BOOST_TEST(screen.heard.all.size() == 4U);
}

BOOST_AUTO_TEST_CASE(what_stands_there_when_the_screen_is_switched_on_is_no_news)
{
    Screen screen;
    screen.call(1, "A042", 3);
    BOOST_TEST(screen.state().newest->number == "A042");
    BOOST_TEST(screen.state().attention == 0);
    BOOST_TEST(screen.heard.all.empty());
}

BOOST_AUTO_TEST_CASE(the_same_contents_again_neither_chime_nor_repaint)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    const int changes = screen.changes;
    screen.give();
    screen.give();
    BOOST_TEST(screen.heard.all.size() == 1U);
    BOOST_TEST(screen.changes == changes);
}

BOOST_AUTO_TEST_CASE(two_calls_between_two_polls_are_both_announced_the_older_first)
{
    Screen screen;
    screen.give();
    screen.contents.calls = {
        {TicketId(2), 1, "A002", 2, Side::unknown, screen.clock.now(), Language::nl},
        {TicketId(1), 1, "A001", 1, Side::unknown, screen.clock.now() - 1s, Language::fr}};
    screen.give();
    BOOST_REQUIRE(screen.heard.all.size() == 2U);
    BOOST_TEST(screen.heard.all[0].voices[0].text == "Ticket A, 1, guichet 1");
    BOOST_TEST(screen.heard.all[1].voices[0].text == "Ticket A, 2, loket 2");
    BOOST_TEST(screen.heard.all[1].voices[1].text == "Ticket A, 2, guichet 2");
    BOOST_TEST(screen.state().attention == 1);
}

BOOST_AUTO_TEST_CASE(a_screen_reader_is_told_the_newest_call_and_the_last_ones)
{
    Screen screen;
    screen.give();
    screen.call(1, "A041", 1);
    screen.call(2, "A042", 3);
    BOOST_TEST(screen.state().spoken == "Ticket A042, guichet 3. Derniers appels. Ticket A041, guichet 1");
}

BOOST_AUTO_TEST_CASE(labels_follow_the_site_s_first_language)
{
    Screen screen({.first = Language::nl});
    screen.give();
    screen.call(1, "A042", 3);
    BOOST_TEST(screen.state().town == "Stad Verviers");
    BOOST_TEST(screen.state().newest->place == "Loket 3");
    BOOST_TEST(screen.state().callsTitle == "Laatste oproepen");
    BOOST_TEST(screen.heard.all[0].voices.size() == 2U); // the visitor's French, then Dutch
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(age)

BOOST_AUTO_TEST_CASE(data_older_than_ten_seconds_is_grey_and_says_of_when_it_is)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    screen.lose();
    screen.pass(10s);
    BOOST_TEST((screen.state().phase == Phase::running));
    BOOST_TEST(screen.state().waits[0].wait == "5 à 10 min");
    screen.pass(1s);
    BOOST_TEST((screen.state().phase == Phase::stale));
    BOOST_TEST(screen.state().newest->number == "A042");
    BOOST_TEST(screen.state().waits[0].wait == "–");
    BOOST_TEST((screen.state().foot.kind == Foot::Kind::age));
    BOOST_TEST(screen.state().foot.texts[0] ==
               "Affichage mis à jour à 10:42. La liaison revient d’elle-même.");
}

BOOST_AUTO_TEST_CASE(after_two_minutes_the_numbers_leave_and_people_listen_to_the_staff)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    screen.lose();
    screen.pass(2min);
    BOOST_TEST((screen.state().phase == Phase::stale));
    screen.pass(1s);
    BOOST_TEST((screen.state().phase == Phase::lost));
    BOOST_TEST(!screen.state().newest);
    BOOST_TEST(screen.state().earlier.empty());
    BOOST_TEST(screen.state().waits.empty());
    BOOST_REQUIRE(screen.state().notice);
    BOOST_TEST(!screen.state().notice->calm);
    BOOST_TEST(screen.state().notice->title == "Écoutez les agents\u202F: ils vous appellent");
    BOOST_TEST(screen.state().notice->others.size() == 3U);
    BOOST_TEST(screen.state().notice->others[0].code == "NL");
    BOOST_TEST(screen.state().clock == "10:44"); // the clock goes on
}

BOOST_AUTO_TEST_CASE(it_recovers_by_itself_and_announces_only_calls_that_are_still_fresh)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    screen.lose();
    screen.pass(3min);
    screen.contents.calls.insert(screen.contents.calls.begin(), {TicketId(2), 1, "A043", 1, Side::unknown,
                                                                 screen.clock.now() - 2min, Language::fr});
    screen.contents.calls.insert(screen.contents.calls.begin(), {TicketId(3), 1, "A044", 2, Side::unknown,
                                                                 screen.clock.now() - 5s, Language::fr});
    screen.service.error = nullptr;
    screen.service.next = screen.contents;
    screen.pass(6s);
    BOOST_TEST((screen.state().phase == Phase::running));
    BOOST_TEST((screen.state().foot.kind == Foot::Kind::none));
    BOOST_TEST(screen.state().newest->number == "A044");
    BOOST_REQUIRE(screen.heard.all.size() == 2U);
    BOOST_TEST(screen.heard.all[1].voices[0].text == "Ticket A, 44, guichet 2");
}

BOOST_AUTO_TEST_CASE(an_answer_that_does_not_come_ages_too)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    screen.presenter.tick(); // asked, and the worker hangs
    for (int i = 0; i < 48; ++i) {
        screen.clock.advance(250ms);
        screen.presenter.tick();
    }
    BOOST_TEST(screen.tasks.waiting() == 1U);
    BOOST_TEST((screen.state().phase == Phase::stale));
    screen.tasks.finishAll();
    BOOST_TEST((screen.state().phase == Phase::running));
}

BOOST_AUTO_TEST_CASE(a_server_whose_clock_is_earlier_does_not_make_old_data_look_fresh)
{
    Screen screen;
    screen.give();
    screen.call(1, "A042", 3);
    screen.lose();
    screen.clock.advance(-1h); // another host answered, and failed
    screen.pass(11s);
    BOOST_TEST((screen.state().phase == Phase::stale));
}

BOOST_AUTO_TEST_CASE(the_page_moves_a_little_each_minute_and_never_far)
{
    Screen screen;
    screen.give();
    std::set<std::pair<int, int>> places;
    for (int minute = 0; minute < 16; ++minute) {
        places.emplace(screen.state().shiftX, screen.state().shiftY);
        BOOST_TEST(std::abs(screen.state().shiftX) <= 8);
        BOOST_TEST(std::abs(screen.state().shiftY) <= 8);
        screen.pass(1min);
    }
    BOOST_TEST(places.size() == 8U);
}

BOOST_AUTO_TEST_CASE(nothing_changes_between_two_minutes)
{
    Screen screen;
    screen.give();
    const int changes = screen.changes;
    screen.pass(40s);
    BOOST_TEST(screen.changes == changes);
    screen.pass(20s);
    BOOST_TEST(screen.changes == changes + 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(faults)

BOOST_AUTO_TEST_CASE(without_a_database_at_the_start_people_are_told_to_listen)
{
    Screen screen;
    BOOST_TEST((screen.state().phase == Phase::starting));
    screen.lose();
    screen.tick();
    BOOST_TEST((screen.state().phase == Phase::lost));
    BOOST_TEST(screen.state().clock == ""); // no zone is known yet
    screen.service.error = nullptr;
    screen.service.next = screen.contents;
    screen.pass(1s);
    BOOST_TEST((screen.state().phase == Phase::running));
}

BOOST_AUTO_TEST_CASE(a_database_that_hangs_at_the_start_is_not_waited_for)
{
    Screen screen;
    screen.presenter.tick();
    screen.clock.advance(11s);
    screen.presenter.tick();
    BOOST_TEST((screen.state().phase == Phase::lost));
}

BOOST_AUTO_TEST_CASE(it_asks_less_often_the_longer_the_database_is_away)
{
    Screen screen;
    screen.lose();
    screen.pass(1min);
    BOOST_TEST(screen.service.polls >= 12);
    BOOST_TEST(screen.service.polls <= 18);
}

BOOST_AUTO_TEST_CASE(each_fault_of_the_set_up_is_said_to_the_staff_and_retried_slowly)
{
    struct Case
    {
        std::exception_ptr error;
        const char* text;
        int pollsInFiveMinutes;
    };
    const Case cases[] = {
        {std::make_exception_ptr(ForeignSchema(7, 6)),
         "Ce programme et les données communes ne sont pas de la même version. Demandez à l’administrateur "
         "de mettre ce poste à jour, s’il vous plaît.",
         5},
        {std::make_exception_ptr(AccessDenied("refused", 1045)),
         "Le compte de cet écran est refusé. Prévenez l’administrateur.", 20},
        {std::make_exception_ptr(NotAllowed("no device", 1142)),
         "Le compte de cet écran est refusé. Prévenez l’administrateur.", 20},
    };
    for (const auto& [error, text, polls] : cases) {
        Screen screen;
        screen.service.error = error;
        screen.pass(5min);
        BOOST_TEST((screen.state().phase == Phase::lost));
        BOOST_TEST((screen.state().foot.kind == Foot::Kind::fault));
        BOOST_TEST(screen.state().foot.texts[0] == text);
        BOOST_TEST(screen.service.polls == polls);
        screen.service.error = nullptr;
        screen.service.next = screen.contents;
        screen.pass(61s);
        BOOST_TEST((screen.state().phase == Phase::running), "no recovery from: " << text);
    }
}

BOOST_AUTO_TEST_CASE(an_answer_after_the_window_closed_touches_nothing)
{
    ScriptedService service;
    ManualTaskRunner tasks;
    HeardAnnouncements heard;
    const FixedClock clock(*parseUtc("2026-11-24 09:42:10.000"));
    {
        DisplayPresenter presenter(service, tasks, heard, clock, {});
        presenter.tick();
    }
    tasks.finishAll();
    BOOST_TEST(service.polls == 1);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(messages_and_waits)

BOOST_AUTO_TEST_CASE(a_screen_that_cannot_be_heard_tells_the_supervision)
{
    Screen screen;
    screen.give();
    BOOST_TEST(screen.service.trouble == "");
    screen.heard.mute = true;
    screen.tick();
    BOOST_TEST(screen.service.trouble == "sound");
    screen.heard.mute = false;
    screen.tick();
    BOOST_TEST(screen.service.trouble == "");
}

BOOST_AUTO_TEST_CASE(no_message_no_foot)
{
    Screen screen;
    screen.give();
    BOOST_TEST((screen.state().foot.kind == Foot::Kind::none));
}

BOOST_AUTO_TEST_CASE(a_message_in_several_languages_takes_turns_of_eight_seconds)
{
    Screen screen;
    screen.give();
    screen.contents.message = "Fermeture à 11:30.\r\n\nSluiting om 11:30.\n";
    screen.give();
    BOOST_TEST((screen.state().foot.kind == Foot::Kind::message));
    const std::vector<std::string> texts{"Fermeture à 11:30.", "Sluiting om 11:30."};
    BOOST_TEST(screen.state().foot.texts == texts, boost::test_tools::per_element());
    BOOST_TEST(screen.state().foot.shown == 0U);
    screen.pass(8s);
    BOOST_TEST(screen.state().foot.shown == 1U);
    screen.pass(8s);
    BOOST_TEST(screen.state().foot.shown == 0U);
}

BOOST_AUTO_TEST_CASE(more_services_than_the_page_holds_take_turns)
{
    Screen screen;
    screen.contents.waits.resize(6, screen.contents.waits[0]);
    screen.give();
    BOOST_TEST(screen.state().waits.size() == 4U);
    screen.pass(8s);
    BOOST_TEST(screen.state().waits.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
