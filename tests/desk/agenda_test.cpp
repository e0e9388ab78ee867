#include "fake_desk.h"
#include "staff-desktop/logic/book_presenter.h"
#include "staff-desktop/logic/today_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;
using View = TodayState::View;
using Fill = GridView::Fill;

namespace
{
const Day monday = makeDay(2026, 11, 23);

Appointment appointment(long long id, int start, VisitState state, const std::string& last, int minutes = 10,
                        ServiceId service = population)
{
    Appointment one;
    one.id = AppointmentId(id);
    one.reference = "KXTRBVLN";
    one.service = service;
    one.day = monday;
    one.start = MinuteOfDay{start};
    one.minutes = minutes;
    one.state = state;
    one.wanted = {{identityCard, 1}};
    one.person.lastName = last;
    one.person.firstName = "Élise";
    return one;
}

std::vector<SlotRow> opening(int from, int to, int capacity, Day day = monday)
{
    std::vector<SlotRow> slots;
    for (int start = from; start < to; start += 10)
        slots.push_back(
            {population, day, {start}, 10, OpeningId(1), capacity, std::max(capacity - 1, 1), 0, 0, 0, 0});
    return slots;
}

/// Monday 10:42; three places from 10:20 to 11:20.
struct AgendaFixture : DeskFixture
{
    TodayPresenter presenter{desk};
    std::vector<std::pair<ServiceId, Offer>> booked;
    Listening bookings =
        presenter.onBook([this](ServiceId service, const Offer& at) { booked.emplace_back(service, at); });

    AgendaFixture()
    {
        town.places.slots = opening(620, 680, 3);
        town.appointments = {appointment(1, 620, VisitState::served, "Essai", 20),
                             appointment(2, 650, VisitState::booked, "Modèle", 20),
                             appointment(3, 640, VisitState::booked, "Patron", 10, foreigners),
                             appointment(4, 660, VisitState::cancelled, "Croquis")};
        town.places.holds = {{AppointmentId(9), {640}, 10, Channel::online, clock.now() + 3min}};
        presenter.show(true);
        tasks.finishAll();
    }
    void reread()
    {
        presenter.changed();
        tasks.finishAll();
    }
    std::string row(std::size_t at) const
    {
        const auto state = presenter.state();
        std::string line = state.grid.rows.at(at).time;
        for (const auto& cell : state.grid.rows[at].cells)
            line += " | " + cell.word + (cell.word.empty() || cell.rest.empty() ? "" : " ") + cell.rest;
        return line;
    }
    std::string underCursor() const
    {
        const auto grid = presenter.state().grid;
        return grid.rows.at(grid.row).cells.at(grid.column).said;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(agenda, AgendaFixture)

BOOST_AUTO_TEST_CASE(a_day_is_a_grid_of_times_and_places_in_words)
{
    const auto state = presenter.state();
    BOOST_TEST((state.view == View::day));
    BOOST_TEST(state.title == "Monday 23 November");
    BOOST_TEST((town.askedService == population));
    BOOST_TEST(state.grid.columns.size() == 3u);
    BOOST_TEST(state.grid.columns[0] == "Place 1");
    BOOST_TEST(state.grid.columns[2] == "Place 3 · phone and reception");
    BOOST_TEST(row(0) == "10:20 | Served Essai É. | – | –");
    BOOST_TEST(row(1) == "10:30 | continued | – | –");
    BOOST_TEST(row(2) == "10:40 | Held online | – | –"); // 10:42: nobody can come at 10:40 any more
    BOOST_TEST(row(3) == "10:50 | Booked Modèle É. | Free | Free");
    BOOST_TEST(row(4) == "11:00 | continued | Cancelled Croquis É. | Free");
    BOOST_TEST((state.grid.now == 2u));
    BOOST_TEST(state.grid.rows[3].cells[0].said == "10:50, Place 1, Booked, Modèle Élise, Identity card");
    BOOST_TEST(state.grid.rows[4].cells[1].struck);
    BOOST_TEST(state.summary == "7 free places until 11:20 · 1 still expected");
}

BOOST_AUTO_TEST_CASE(arrows_walk_from_place_to_place_and_show_who_is_there)
{
    BOOST_TEST(underCursor() == "10:40, Place 1, Held, online"); // the present
    presenter.walk(1, 0);
    BOOST_TEST((presenter.state().chosen == AppointmentId(2)));
    BOOST_TEST(presenter.card().state().name == "Élise Modèle"); // before anything was read
    presenter.walk(1, 0);
    BOOST_TEST((presenter.state().chosen == AppointmentId(2))); // its second row
    presenter.walk(0, 1);
    BOOST_TEST((presenter.state().chosen == AppointmentId(4)));
    presenter.walk(-1, 0);
    BOOST_TEST(!presenter.state().chosen);
    BOOST_TEST(underCursor() == "10:50, Place 2, Free");
    presenter.walk(-100, -100);
    BOOST_TEST(underCursor() == "10:20, Place 1, Served, Essai Élise, Identity card");
    presenter.walk(100, 100);
    BOOST_TEST(underCursor() == "11:10, Place 3 · phone and reception, Free");
}

/// Nobody's yet: there is no card to it, only until when and where.
BOOST_AUTO_TEST_CASE(a_held_place_says_until_when_it_is_held)
{
    town.places.holds.push_back({AppointmentId(10), {650}, 10, Channel::desk, clock.now() + 8min});
    reread();
    const auto asked = town.count("visit");
    presenter.pointAt(2, 0);
    BOOST_TEST(!presenter.state().chosen);
    BOOST_TEST(presenter.state().invitation == "This place is being booked online. It is held until 10:45.");
    presenter.open();
    presenter.walk(1, 1);
    BOOST_TEST(!presenter.state().chosen);
    BOOST_TEST(presenter.state().invitation ==
               "This place is being booked at a desk. It is held until 10:50.");
    tasks.finishAll();
    BOOST_TEST(town.count("visit") == asked);
    presenter.walk(0, 1);
    BOOST_TEST(presenter.state().invitation.starts_with("Choose an appointment"));
    presenter.walk(0, -1);
    clock.advance(8min);
    presenter.tick();
    BOOST_TEST(presenter.state().invitation.starts_with("Choose an appointment"), "it is over");
}

BOOST_AUTO_TEST_CASE(a_break_is_stepped_over)
{
    const auto afternoon = opening(810, 830, 1);
    town.places.slots.insert(town.places.slots.end(), afternoon.begin(), afternoon.end());
    reread();
    BOOST_TEST(row(6) == "11:20 | closed until 13:30 |  | ");
    presenter.pointAt(5, 0);
    presenter.walk(1, 0);
    BOOST_TEST(underCursor() == "13:30, Place 1, Free");
    presenter.walk(-1, 0);
    BOOST_TEST(underCursor() == "11:10, Place 1, Free");
    presenter.walk(1, 2);
    BOOST_TEST(underCursor() == "13:30, Place 3 · phone and reception, closed");
    presenter.open();
    BOOST_TEST(booked.empty());
}

BOOST_AUTO_TEST_CASE(a_free_place_is_booked_and_an_appointment_is_shown)
{
    presenter.pointAt(3, 1);
    presenter.open();
    BOOST_REQUIRE(booked.size() == 1u);
    BOOST_TEST((booked[0] == std::pair(population, Offer{monday, {650}})));
    presenter.pointAt(1, 1);
    presenter.open(); // it is over
    BOOST_TEST(booked.size() == 1u);
    presenter.pointAt(2, 0);
    presenter.open(); // somebody keeps it
    BOOST_TEST(booked.size() == 1u);
    presenter.pointAt(3, 0);
    presenter.open();
    BOOST_TEST(booked.size() == 1u);
    BOOST_TEST((presenter.state().chosen == AppointmentId(2)));
}

BOOST_AUTO_TEST_CASE(a_colleagues_booking_moves_neither_cursor_nor_visitors)
{
    presenter.pointAt(4, 2);
    town.appointments.insert(town.appointments.begin(), appointment(5, 650, VisitState::booked, "Ébauche"));
    town.places.slots.insert(town.places.slots.begin(), opening(610, 620, 3)[0]);
    reread();
    BOOST_TEST(row(4) == "10:50 | Booked Modèle É. | Booked Ébauche É. | Free");
    BOOST_TEST(underCursor() == "11:00, Place 3 · phone and reception, Free");
    town.appointments.front().state = VisitState::arrived;
    reread();
    BOOST_TEST(row(4) == "10:50 | Booked Modèle É. | Arrived Ébauche É. | Free");
}

BOOST_AUTO_TEST_CASE(time_goes_on_by_itself)
{
    clock.advance(4min);
    presenter.tick();
    BOOST_TEST(row(2) == "10:40 | – | – | –"); // the hold is over, and so is the time
    clock.advance(5min);
    presenter.tick();
    BOOST_TEST((presenter.state().grid.now == 3u));
    BOOST_TEST(underCursor() ==
               "10:50, Place 1, Booked, Modèle Élise, Identity card"); // untouched, it follows
    presenter.pointAt(0, 0);
    clock.advance(10min);
    presenter.tick();
    BOOST_TEST(presenter.state().grid.row == 0u);
}

BOOST_AUTO_TEST_CASE(days_are_turned_typed_and_come_back_to_today)
{
    presenter.turn(1);
    tasks.finishAll();
    BOOST_TEST(presenter.state().title == "Tuesday 24 November");
    BOOST_TEST(!presenter.state().grid.now);
    BOOST_TEST(presenter.state().grid.row == 0u);
    BOOST_TEST(presenter.goTo("3.12"));
    tasks.finishAll();
    BOOST_TEST(presenter.state().title == "Thursday 3 December");
    BOOST_TEST(!presenter.goTo("31.02"));
    BOOST_TEST(!presenter.goTo("soon"));
    presenter.goToday();
    tasks.finishAll();
    BOOST_TEST(presenter.state().title == "Monday 23 November");
    BOOST_TEST(presenter.state().today);
    presenter.turn(-1);
    tasks.finishAll();
    BOOST_TEST(presenter.state().title == "Sunday 22 November");
    BOOST_TEST(presenter.state().summary == "2 appointments");
}

BOOST_AUTO_TEST_CASE(a_day_without_places_says_why)
{
    town.places = {};
    town.appointments.clear();
    const std::pair<Day, const char*> cases[] = {
        {monday, "Closed on this day."},
        {makeDay(2026, 12, 25), "Closed: public holiday (Christmas Day)"},
        {makeDay(2027, 3, 1), "No places are published for this day yet."}};
    for (const auto& [day, words] : cases) {
        presenter.goTo(day);
        tasks.finishAll();
        BOOST_TEST(presenter.state().nothing == words);
        presenter.walk(1, 1);
        presenter.open();
    }
    BOOST_TEST(booked.empty());
    town.places.closed.set(Language::en, "staff training");
    presenter.goTo(monday);
    presenter.changed();
    tasks.finishAll();
    BOOST_TEST(presenter.state().nothing == "Closed: staff training");
}

BOOST_AUTO_TEST_CASE(what_was_shown_keeps_its_own_title_until_the_other_day_is_known)
{
    presenter.turn(1);
    BOOST_TEST(presenter.state().title == "Monday 23 November");
    presenter.pointAt(3, 1);
    presenter.open(); // not into a day that one does not see
    BOOST_TEST(booked.empty());
    town.loseNext("appointmentsOf");
    tasks.finishAll();
    BOOST_TEST(presenter.state().title == "Tuesday 24 November");
    BOOST_TEST(!presenter.state().nothing.empty());
    restoreLink();
    tasks.finishAll();
    BOOST_TEST(presenter.state().nothing == "");
}

BOOST_AUTO_TEST_CASE(a_week_says_how_full_it_is_and_opens_its_days)
{
    town.week = opening(600, 660, 2);
    const auto thursday = opening(600, 630, 1, monday + std::chrono::days(3));
    town.week.insert(town.week.end(), thursday.begin(), thursday.end());
    for (auto& slot : town.week) slot.booked = 1;
    presenter.showView(View::week);
    tasks.finishAll();
    auto state = presenter.state();
    BOOST_TEST(state.title == "Week of 23.11 to 27.11");
    BOOST_TEST((town.askedDay == monday));
    BOOST_TEST(state.grid.columns[0] == "Monday 23.11 · 1 free");
    BOOST_TEST(state.grid.columns[3] == "Thursday 26.11 · full");
    BOOST_TEST(state.grid.columns[1] == "Tuesday 24.11 · closed");
    BOOST_TEST(row(0) == "10:00 | 3/6 | closed | closed | full 3/3 | closed");
    BOOST_TEST(row(1) == "10:30 | 1 free 3/6 | closed | closed | closed | closed");
    BOOST_TEST((state.grid.rows[0].cells[3].share == 1.0));
    BOOST_TEST(underCursor() == "Monday 23 November at 10:30, 1 free, 3 of 6 taken");
    presenter.walk(-1, 3);
    BOOST_TEST(underCursor() == "Thursday 26 November at 10:00, full, 3 of 3 taken");
    presenter.open();
    tasks.finishAll();
    state = presenter.state();
    BOOST_TEST((state.view == View::day));
    BOOST_TEST(state.title == "Thursday 26 November");
    presenter.showView(View::week);
    presenter.turn(1);
    tasks.finishAll();
    BOOST_TEST((town.askedDay == monday + std::chrono::days(7)));
}

BOOST_AUTO_TEST_CASE(the_day_goes_on_paper_as_it_is_shown)
{
    std::vector<std::pair<Day, ServiceId>> printed;
    presenter.printList = [&printed](Day day, ServiceId service) { printed.emplace_back(day, service); };
    presenter.print();
    presenter.turn(1);
    presenter.showView(View::list);
    presenter.print();
    BOOST_REQUIRE(printed.size() == 2u);
    BOOST_TEST((printed[0] == std::pair(monday, population)));
    BOOST_TEST((printed[1] == std::pair(monday + std::chrono::days(1), ServiceId{})));
}

BOOST_AUTO_TEST_CASE(another_service_has_places_of_its_own_and_is_remembered_by_the_list)
{
    presenter.filter(foreigners);
    tasks.finishAll();
    BOOST_TEST((town.askedService == foreigners));
    BOOST_TEST(row(2) == "10:40 | Booked Patron É. | Held online | –");
    presenter.showView(View::list);
    tasks.finishAll();
    BOOST_TEST(presenter.state().rows.size() == 4u);
    presenter.showView(View::day);
    tasks.finishAll();
    BOOST_TEST((town.askedService == foreigners));
}

BOOST_AUTO_TEST_SUITE_END()

namespace
{
struct BookFromAgenda : DeskFixture
{
    BookPresenter presenter{desk};
    const Offer place{monday + std::chrono::days(1), {540}};

    BookFromAgenda()
    {
        holdsUntilLater();
        town.days = {{monday, true, 10, 5, {{{660}, 1, 10, false, {}}}},
                     {place.day, true, 10, 5, {{{540}, 1, 10, false, {}}, {{550}, 1, 10, false, {}}}}};
    }
    void holdsUntilLater() { town.holdsUntil = clock.now() + 10min; }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(book_from_the_agenda, BookFromAgenda)

BOOST_AUTO_TEST_CASE(the_place_is_held_as_soon_as_one_says_what_for)
{
    presenter.startAt(population, place);
    BOOST_TEST(presenter.state().when.title == "Tuesday 24 November at 09:00 · Population");
    BOOST_TEST(town.holds.empty());
    presenter.add(identityCard);
    tasks.finishAll();
    BOOST_REQUIRE(town.holds.size() == 1u);
    BOOST_TEST((town.holds[0].start == place.start));
    BOOST_TEST((town.holds[0].day == place.day));
    presenter.agendaChanged();
    tasks.finishAll();
    BOOST_TEST(town.holds.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_place_that_does_not_suit_is_said_and_the_day_is_shown)
{
    presenter.startAt(population, {place.day, {600}});
    presenter.add(identityCard);
    tasks.finishAll();
    BOOST_TEST(town.holds.empty());
    const auto when = presenter.state().when;
    BOOST_TEST(when.title ==
               "Tuesday 24 November at 10:00 does not suit this visit. Here are the times of that day.");
    BOOST_TEST(when.starts.size() == 2u);
    town.days[1].starts.push_back({{600}, 1, 10, false, {}});
    presenter.agendaChanged();
    tasks.finishAll();
    BOOST_TEST(town.holds.empty()); // nothing is taken behind one's back
}

BOOST_AUTO_TEST_CASE(another_service_lets_the_place_go)
{
    presenter.startAt(population, place);
    presenter.add(residencePermit);
    tasks.finishAll();
    BOOST_TEST(town.holds.empty());
    BOOST_TEST(presenter.state().when.title == "Tuesday 24 November");
}

BOOST_AUTO_TEST_CASE(what_was_chosen_before_takes_the_place_at_once)
{
    presenter.add(identityCard);
    tasks.finishAll();
    presenter.startAt(population, place);
    tasks.finishAll();
    BOOST_REQUIRE(town.holds.size() == 1u);
    BOOST_TEST((town.holds[0].start == place.start));
}

BOOST_AUTO_TEST_SUITE_END()
