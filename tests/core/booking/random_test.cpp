// Thousands of mixed operations against a model in memory; the seed is printed, and taken from $ACCUEIL_TEST_SEED.
#include "core/agenda/hours.h"
#include "core/agenda/publication.h"
#include "core/booking/appointment.h"
#include "core/booking/stranded_visits.h"
#include "tests/core/booking/agenda_model.h"
#include "tests/core/town.h"
#include "tests/support/wait.h"
#include <array>
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <random>
#include <set>
#include <thread>

using namespace accueil;
using namespace accueil::test;

namespace
{
constexpr std::array procedures{std::pair("CIV-EXTRACT", 10), std::pair("CIV-COHABITATION", 20), std::pair("CIV-NAME", 30),
                                std::pair("CIV-MARRIAGE", 40)};

unsigned chosenSeed()
{
    const char* given = std::getenv("ACCUEIL_TEST_SEED");
    const unsigned seed = given ? static_cast<unsigned>(std::atoi(given)) : std::random_device{}();
    BOOST_TEST_MESSAGE("ACCUEIL_TEST_SEED=" << seed);
    std::cout << "ACCUEIL_TEST_SEED=" << seed << "\n";
    return seed;
}

struct Random
{
    explicit Random(unsigned seed) : engine(seed) {}
    std::mt19937 engine;
    int below(int n) { return std::uniform_int_distribution(0, n - 1)(engine); }
    MinuteOfDay start() { return {510 + 10 * below(21)}; }
};

/// Answers the refusal of an act, or nothing when it succeeded.
template <class Act>
std::optional<Refusal> refusalOf(Act&& act)
{
    try {
        act();
        return {};
    } catch (const Refused& e) {
        return e.why();
    }
}

std::string text(std::optional<Refusal> refusal)
{
    return refusal ? std::to_string(static_cast<int>(*refusal)) : "done";
}

/// Two weeks of État civil in December, mornings only; the model and the database side by side.
struct SideBySide
{
    Town& town = Town::instance();
    Client desk{town.reception}, web{town.web}, root{town.root};
    const ServiceId civ = town.service("CIV");
    const std::vector<Day> days{makeDay(2026, 12, 7), makeDay(2026, 12, 8), makeDay(2026, 12, 10)};
    AgendaModel model{510, 720, 2, 1};
    Random random{chosenSeed()};
    int done = 0, refused = 0;

    AgendaModel::Visit* pick(bool booked)
    {
        std::vector<AgendaModel::Visit*> found;
        for (auto& visit : model.visits)
            if (visit.booked == booked) found.push_back(&visit);
        return found.empty() ? nullptr : found[static_cast<std::size_t>(random.below(static_cast<int>(found.size())))];
    }
    void compare(std::optional<Refusal> expected, std::optional<Refusal> answered, const char* what)
    {
        BOOST_TEST(text(answered) == text(expected), what << " after " << done << " done and " << refused << " refused");
        ++(answered ? refused : done);
    }
    void forget(AppointmentId id)
    {
        std::erase_if(model.visits, [id](const auto& v) { return v.id == id; });
    }

    void holdOne()
    {
        const auto& [code, minutes] = procedures[static_cast<std::size_t>(random.below(4))];
        AgendaModel::Visit wish;
        wish.day = days[static_cast<std::size_t>(random.below(3))];
        wish.start = random.start().value;
        wish.minutes = minutes;
        wish.online = random.below(2) == 0;
        const auto expected = model.hold(wish);
        compare(expected, refusalOf([&] {
            wish.id = hold(wish.online ? web : desk, town.catalogue,
                           {wish.seed, {{town.procedure(code), 1}}, wish.day, {wish.start}, wish.online ? Channel::online : Channel::desk,
                            Language::fr}).appointment;
        }), "hold");
        if (!expected) model.visits.push_back(wish);
    }
    void bookOne()
    {
        auto* held = pick(false);
        if (!held) return;
        compare({}, refusalOf([&] { book(desk, town.catalogue, held->seed, held->id, camille()); }), "book");
        held->booked = true;
        held->expired = false;
    }
    void releaseOne()
    {
        auto* held = pick(false);
        if (!held) return;
        release(desk, held->seed, held->id);
        forget(held->id);
    }
    void cancelOne()
    {
        auto* booked = pick(true);
        if (!booked) return;
        compare({}, refusalOf([&] { cancel(desk, Seed::random().requestKey("cancel"), booked->id, ""); }), "cancel");
        forget(booked->id);
    }
    void moveOne()
    {
        const auto* found = pick(true);
        if (!found) return;
        const AgendaModel::Visit visit = *found; // the model may drop others
        const Day day = days[static_cast<std::size_t>(random.below(3))];
        const MinuteOfDay start = random.start();
        const auto expected = model.move(visit, day, start.value);
        compare(expected, refusalOf([&] {
            move(desk, town.catalogue, Seed::random().requestKey("move"), visit.id, visit.revision, day, start);
        }), "move");
        for (auto& one : model.visits)
            if (!expected && one.id == visit.id) {
                one.day = day;
                one.start = start.value;
                ++one.revision;
            }
    }
    void expireOne()
    {
        auto* held = pick(false);
        if (!held) return;
        town.database.execute("UPDATE appointment SET hold_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE id = " +
                              std::to_string(held->id.value()));
        held->expired = true;
    }
    void publishOne()
    {
        const int capacity = 1 + random.below(4), online = random.below(capacity + 1);
        town.database.execute("UPDATE opening SET counters = " + std::to_string(capacity) + ", counters_online = " +
                              std::to_string(online) + " WHERE service_id = " + std::to_string(civ.value()) + " AND weekday IN (1, 2, 4)");
        publish(root, town.catalogue, civ, days.front(), 4);
        model.setCapacity(capacity, online);
    }
    void searchAll()
    {
        const int minutes = 10 * (1 + random.below(4));
        const bool online = random.below(2) == 0;
        const StartQuery query{civ, days.front(), 4, minutes, online ? Channel::online : Channel::desk, {}};
        for (const auto& day : freeStarts(desk, query)) {
            if (std::ranges::find(days, day.day) == days.end()) continue;
            std::map<int, int> found;
            for (const auto& start : day.starts) found[start.start.value] = start.places;
            for (int start = model.from(); start < model.to(); start += 10)
                BOOST_TEST(found[start] == model.places(day.day, start, minutes, online));
        }
    }
    void step()
    {
        switch (random.below(20)) {
        case 0: case 1: case 2: case 3: case 4: case 5: case 6: return holdOne();
        case 7: case 8: case 9: case 10: return bookOne();
        case 11: return releaseOne();
        case 12: case 13: return cancelOne();
        case 14: case 15: case 16: return moveOne();
        case 17: return expireOne();
        case 18: return random.below(8) == 0 ? publishOne() : holdOne();
        default: return searchAll();
        }
    }
};

/// One client of many: knows what was acknowledged to it, and nothing else. Every third visit needs two services.
struct OneOfMany
{
    explicit OneOfMany(unsigned seed) : random(seed), desk(Town::instance().reception) {}
    Random random;
    Client desk;
    std::map<AppointmentId, std::pair<Day, int>> mine; ///< booked, where
    int acknowledged = 0;

    /// A lost connection is answered as every program does: the same wish again, with the same key.
    template <class Act>
    void persist(Act&& act)
    {
        waitFor("the server to be back", [&act] {
            try {
                act();
                return true;
            } catch (const ConnectionLost&) {
                return false;
            }
        });
    }

    void step(const std::vector<Day>& days)
    {
        const Town& town = Town::instance();
        const Day day = days[static_cast<std::size_t>(random.below(static_cast<int>(days.size())))];
        const MinuteOfDay start = random.start();
        const Seed wish = Seed::random();
        const int act = random.below(10);
        try {
            if (act < 6 || mine.empty()) {
                const char* procedure = procedures[static_cast<std::size_t>(random.below(4))].first;
                std::vector<Wanted> wanted{{town.procedure(procedure), 1}};
                if (random.below(3) == 0) wanted.push_back({town.procedure("POP-EID"), 1}); // a linked visit
                persist([&] {
                    const Hold held = hold(desk, town.catalogue, {wish, wanted, day, start, Channel::desk, Language::fr});
                    mine[book(desk, town.catalogue, wish, held.appointment, camille()).appointment] = {day, start.value};
                });
            } else {
                const auto id = std::next(mine.begin(), random.below(static_cast<int>(mine.size())))->first;
                if (act < 8) {
                    int revision = 0;
                    persist([&] { revision = findAppointment(desk, id)->revision; });
                    persist([&] { move(desk, town.catalogue, wish.requestKey("move"), id, revision, day, start); });
                    mine[id] = {day, start.value};
                } else {
                    persist([&] { cancel(desk, wish.requestKey("cancel"), id, ""); });
                    mine.erase(id);
                }
            }
            ++acknowledged;
        } catch (const Refused& e) {
            if (e.why() != Refusal::slotTaken && e.why() != Refusal::noSuchSlot) throw;
        }
    }
};

/// Several clients at once; `disturb` runs beside them until they are done.
template <class Disturb>
void manyAtOnce(int clients, int steps, const std::vector<Day>& days, Disturb&& disturb)
{
    const Town& town = Town::instance();
    const unsigned seed = chosenSeed();
    std::vector<std::unique_ptr<OneOfMany>> all;
    for (int i = 0; i < clients; ++i) all.push_back(std::make_unique<OneOfMany>(seed + static_cast<unsigned>(i)));
    std::atomic<int> failed{0}, finished{0};
    {
        std::vector<std::jthread> threads;
        for (auto& one : all)
            threads.emplace_back([&] {
                try {
                    for (int i = 0; i < steps; ++i) one->step(days);
                } catch (const std::exception& e) {
                    ++failed;
                    std::cerr << "a client failed: " << e.what() << "\n";
                }
                ++finished;
            });
        disturb([&] { return finished == clients; });
    }
    BOOST_TEST(failed == 0);

    std::map<AppointmentId, std::pair<Day, int>> expected;
    int acknowledged = 0;
    for (const auto& one : all) {
        expected.insert(one->mine.begin(), one->mine.end());
        acknowledged += one->acknowledged;
    }
    BOOST_TEST(acknowledged > clients * steps / 10, "the clients did something");
    Client desk(town.reception);
    std::map<AppointmentId, std::pair<Day, int>> found;
    for (const Day day : days)
        for (const auto& appointment : appointmentsOfDay(desk, town.catalogue.site().id, day))
            if (appointment.state == VisitState::booked && appointment.part == 1)
                found[appointment.id] = {appointment.day, appointment.start.value};
    BOOST_TEST((found == expected), found.size() << " found, " << expected.size() << " acknowledged");
    town.check();
}
} // namespace

BOOST_AUTO_TEST_SUITE(random_operations)

BOOST_AUTO_TEST_CASE(three_thousand_mixed_operations_answer_as_the_model_does)
{
    SideBySide both;
    for (int i = 0; i < 3000; ++i) both.step();
    BOOST_TEST(both.done > 500);
    BOOST_TEST(both.refused > 200);
    std::set<AppointmentId> expected, found;
    for (const auto& visit : both.model.visits)
        if (visit.booked) expected.insert(visit.id);
    for (const Day day : both.days)
        for (const auto& appointment : appointmentsOfDay(both.desk, both.town.catalogue.site().id, day, both.civ))
            if (appointment.state == VisitState::booked) found.insert(appointment.id);
    BOOST_TEST((found == expected));
    both.town.check();
}

BOOST_AUTO_TEST_CASE(eight_clients_at_once_while_hours_are_saved_and_published)
{
    Town& town = Town::instance();
    Client root(town.root);
    const ServiceId civ = town.service("CIV");
    Random random(chosenSeed());
    const Day first = makeDay(2026, 12, 14); // and the next day, in two batches of a publication
    manyAtOnce(8, 120, {first, first + std::chrono::days(1)}, [&](auto finished) {
        while (!finished()) {
            HoursEdit edit;
            for (Opening opening : openings(root, civ)) {
                edit.removed.push_back(opening.id);
                opening.counters = 1 + random.below(4);
                opening.countersOnline = 0;
                if (opening.from.value < 720) {
                    opening.from = {480 + 10 * random.below(5)};
                    opening.to = {680 + 10 * random.below(5)};
                }
                edit.added.push_back(opening);
            }
            save(root, civ, edit);
            publish(root, town.catalogue, civ, first - std::chrono::days(14), 17);
            strandedNow(root, town.catalogue, civ, first, 2);
        }
    });
}

BOOST_AUTO_TEST_CASE(eight_clients_while_the_server_is_killed_and_restarted)
{
    Town& town = Town::instance();
    const Day first = makeDay(2026, 12, 17);
    int kills = 0;
    manyAtOnce(8, 120, {first, first + std::chrono::days(1)}, [&](auto finished) {
        while (kills < 3 && !finished()) {
            const auto bookings = [&] { return std::stoi(town.database.value("SELECT COUNT(*) FROM request")); };
            const int before = bookings();
            while (!finished() && bookings() < before + 40) std::this_thread::yield();
            town.database.kill();
            town.database.start();
            ++kills;
        }
    });
    BOOST_TEST(kills == 3);
}

BOOST_AUTO_TEST_SUITE_END()
