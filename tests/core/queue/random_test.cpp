// Thousands of mixed acts of many people against a model in memory; the seed is printed, and taken from
// $ACCUEIL_TEST_SEED.
#include "core/booking/appointment.h"
#include "core/queue/arrival.h"
#include "core/queue/help.h"
#include "core/queue/supervision.h"
#include "core/queue/turns.h"
#include "tests/core/queue/queue_model.h"
#include "tests/core/queue/room_at_random.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <memory>

using namespace accueil;
using namespace accueil::test;

namespace
{
using Answer = QueueModel::Answer;
using namespace std::chrono_literals;

constexpr int steps = 2500;
constexpr auto clockError = 3s; ///< between the server's clock and what a connection knows of it

template <class Act>
Answer refusalOf(Act&& act)
{
    try {
        act();
        return {};
    } catch (const Refused& e) {
        return e.why();
    }
}

std::string text(const Answer& answer)
{
    return answer ? std::to_string(static_cast<int>(*answer)) : "done";
}

const char* text(TicketState state)
{
    static constexpr std::array names{"waiting", "called", "serving", "parked", "done", "missed", "closed"};
    return names[static_cast<std::size_t>(state)];
}

/// The model and the database side by side.
struct SideBySide
{
    Town& town = Town::instance();
    const Catalogue& catalogue = town.catalogue;
    Client kiosk{town.kiosk}, reception{town.reception}, chef{Staff::instance().supervisor}, root{town.root};
    std::vector<std::unique_ptr<Client>> staff;
    std::vector<StaffId> ids;
    std::vector<CounterId> counters;
    std::vector<ServiceId> services;
    std::vector<AppointmentId> booked;                            ///< those that have not arrived
    std::map<AppointmentId, std::pair<MinuteOfDay, bool>> visits; ///< start; two services
    QueueModel model{catalogue};
    Random random{chosenSeed()};
    int done = 0, refused = 0;
    std::string last; ///< the act

    static constexpr int chefNumber = 100, receptionNumber = 101;

    SideBySide()
    {
        emptyTheRoom();
        root.connection.session(); // its clock is the server's from here on
        for (const auto& file : Staff::instance().agentFiles) {
            staff.push_back(std::make_unique<Client>(file));
            const auto id = store::one<StaffId, std::string, std::string, std::string, SiteId>(
                staff.back()->connection.session(), "CALL who_is_this_person()");
            ids.push_back(std::get<0>(id.value()));
        }
        for (const int number : counterNumbers) counters.push_back(catalogue.counterByNumber(number)->id);
        for (const auto& service : catalogue.services()) services.push_back(service.id);
        for (int start = 540; start < 690; start += 10) {
            bookOne({start}, {"CIV-EXTRACT", "POP-EID"});
            bookOne({start}, {"PPC-RECORD"});
        }
    }
    void bookOne(MinuteOfDay start, const std::vector<const char*>& codes)
    {
        std::vector<Wanted> wanted;
        for (const char* code : codes) wanted.push_back({town.procedure(code), 1});
        const Seed seed = Seed::random();
        if (refusalOf([&] {
                const Hold held = hold(reception, catalogue,
                                       {seed, wanted, town.today, start, Channel::desk, Language::fr});
                booked.push_back(book(reception, catalogue, seed, held.appointment, camille()).appointment);
            }))
            return;
        visits[booked.back()] = {start, codes.size() > 1};
    }

    // ---- who and where
    /// Mostly one who sits at a counter.
    int agent()
    {
        std::vector<int> seated;
        for (const auto& [id, seat] : model.seats)
            if (seat.agent) seated.push_back(*seat.agent);
        return seated.empty() || random.oneIn(10) ? random.below(agents) : random.of(seated);
    }
    CounterId counterOf(int agent)
    {
        for (const auto& [id, seat] : model.seats)
            if (seat.agent == agent && !random.oneIn(12)) return id;
        return random.of(counters);
    }
    /// Mostly one in this state.
    std::optional<TicketId> ticket(TicketState state)
    {
        std::vector<TicketId> fitting, all;
        for (const auto& [id, one] : model.visitors) {
            all.push_back(id);
            if (one.state == state) fitting.push_back(id);
        }
        if (all.empty()) return {};
        if (fitting.empty() || random.oneIn(8)) return random.of(all);
        return random.of(fitting);
    }
    int waiting() const
    {
        return static_cast<int>(std::ranges::count_if(
            model.visitors, [](const auto& v) { return v.second.state == TicketState::waiting; }));
    }

    /// One act: `expected` by the model, and the same in the database; what has a key is sometimes sent
    /// twice.
    template <class Act>
    bool act(std::string what, const Answer& expected, Act&& inDatabase)
    {
        last = std::move(what);
        const RequestKey key = Seed::random().requestKey("click");
        const Answer answered = refusalOf([&] { inDatabase(key); });
        BOOST_REQUIRE_MESSAGE(answered == expected, last << ": " << text(answered) << ", but "
                                                         << text(expected) << " is right, after " << done
                                                         << " done and " << refused << " refused");
        if constexpr (std::is_invocable_v<Act, RequestKey>)
            if (!answered && random.oneIn(10))
                BOOST_REQUIRE_MESSAGE(!refusalOf([&] { inDatabase(key); }), last << ", the same click again");
        ++(answered ? refused : done);
        return !answered;
    }
    void newcomer(const IssuedTicket& issued, const Due& due, ServiceId service, ServiceId next, bool now)
    {
        QueueModel::Visitor one;
        one.id = issued.ticket;
        one.number = std::stoi(issued.number.substr(1));
        one.service = service;
        one.due = due;
        one.dueNow = now;
        one.next = next;
        model.visitors[one.id] = one;
    }

    // ---- the acts
    void walkInOne()
    {
        if (waiting() > 14) return;
        const ProcedureId procedure = town.procedure(random.of(walkInProcedures));
        const bool priority = random.oneIn(6);
        IssuedTicket issued;
        act("walk-in", {}, [&](const RequestKey& key) {
            issued = walkIn(kiosk, catalogue, key, procedure, Language::fr, priority);
        });
        newcomer(issued, {{}, DueReason::walkIn, priority}, catalogue.find(procedure)->service, {}, true);
    }
    void checkInOne()
    {
        if (visits.empty()) return;
        auto at = visits.begin();
        std::advance(at, random.below(static_cast<int>(visits.size())));
        const auto open = std::ranges::find(booked, at->first);
        const bool priority = random.oneIn(6);
        IssuedTicket issued;
        const bool came = act("check-in", open == booked.end() ? Answer(Refusal::alreadyArrived) : Answer(),
                              [&](const RequestKey& key) {
                                  issued = checkIn(kiosk, catalogue, key, at->first, {.priority = priority});
                              });
        if (!came) return;
        booked.erase(open);
        const auto& [start, linked] = at->second;
        const Instant begins = catalogue.zone().toUtc({town.today, start});
        newcomer(issued, *dueOfAppointment(catalogue.policy(), begins, begins, priority),
                 linked ? issued.service : town.service("PPC"), linked ? issued.next : ServiceId{}, false);
    }
    void callNextOne()
    {
        const int who = agent();
        const CounterId at = counterOf(who);
        if (model.seats[at].visitor && !random.oneIn(6)) return;
        const auto next = model.whoIsNext(at);
        Ticket called;
        if (act("call next", model.callNext(who, at), [&](const RequestKey& key) {
                called = callNext(*staff[static_cast<std::size_t>(who)], catalogue, key, at);
            }))
            BOOST_REQUIRE_MESSAGE(called.id == *next, "the order: " << called.id.value() << ", but "
                                                                    << next->value() << " is next");
    }
    void pickOne()
    {
        const int who = agent();
        const CounterId at = counterOf(who);
        const auto id = ticket(TicketState::waiting);
        if (id)
            act("pick", model.callPicked(who, at, *id), [&](const RequestKey& key) {
                callPicked(*staff[static_cast<std::size_t>(who)], catalogue, key, at, *id);
            });
    }
    /// What is done with the visitor of a counter.
    void atCounterOne()
    {
        const int who = agent();
        Client& client = *staff[static_cast<std::size_t>(who)];
        const CounterId at = counterOf(who);
        // Mostly what makes sense there.
        const auto visitor = model.visitors.find(model.seats[at].visitor);
        if (!random.oneIn(5) && (visitor == model.visitors.end() || model.seats[at].agent != who)) return;
        const bool serving = visitor != model.visitors.end() &&
                             visitor->second.state == TicketState::serving && !random.oneIn(5);
        switch (serving ? 8 + random.below(6) : random.below(12)) {
        case 0:
        case 1:
        case 2:
            act("call again", model.callAgain(who, at),
                [&](const RequestKey& key) { callAgain(client, catalogue, key, at); });
            return;
        case 3:
        case 4:
        case 5:
            act("is here", model.isHere(who, at),
                [&](const RequestKey& key) { isHere(client, catalogue, key, at); });
            return;
        case 6:
        case 7:
            act("no-show", model.noShow(who, at),
                [&](const RequestKey& key) { noShow(client, catalogue, key, at); });
            return;
        case 8:
            return parkOne(who, at);
        case 9:
            return transferOne(who, at);
        default:
            act("finish", model.finish(who, at),
                [&](const RequestKey& key) { finish(client, catalogue, key, at); });
        }
    }
    void parkOne(int who, CounterId at)
    {
        const ParkReason reason = random.of(parkReasons());
        act("park", model.park(who, at), [&](const RequestKey& key) {
            park(*staff[static_cast<std::size_t>(who)], catalogue, key, at, reason);
        });
    }
    void transferOne(int who, CounterId at)
    {
        Transfer to;
        to.service = random.of(services);
        to.second = random.oneIn(2);
        if (random.oneIn(3)) to.counter = random.of(counters);
        act("transfer", model.transfer(who, at, to), [&](const RequestKey& key) {
            transfer(*staff[static_cast<std::size_t>(who)], catalogue, key, at, to);
        });
    }
    void resumeOne()
    {
        const int who = agent();
        const CounterId at = counterOf(who);
        const auto id = ticket(TicketState::parked);
        if (id)
            act("resume", model.resume(who, at, *id), [&](const RequestKey& key) {
                resume(*staff[static_cast<std::size_t>(who)], catalogue, key, at, *id);
            });
    }
    void unparkOne()
    {
        const auto id = ticket(TicketState::parked);
        if (id)
            act("unpark", model.unpark(*id),
                [&](const RequestKey& key) { unpark(reception, catalogue, key, *id); });
    }
    void takeBackOne()
    {
        const int who = agent();
        const CounterId at = counterOf(who);
        const auto ended = model.visitors.find(model.seats[at].ended);
        // Where the minute ends just now, both answers are right.
        if (ended != model.visitors.end()) {
            const auto age = model.now - ended->second.endedAt;
            if (age > model.undo - 5s && age < model.undo + 5s) return;
        }
        act("take back", model.takeBack(who, at), [&](const RequestKey& key) {
            takeEndBack(*staff[static_cast<std::size_t>(who)], catalogue, key, at);
        });
    }
    void putBackOne()
    {
        const auto id = ticket(TicketState::missed);
        if (id)
            act("put back", model.putBack(*id),
                [&](const RequestKey& key) { putBack(reception, catalogue, key, *id); });
    }
    void seatOne()
    {
        const int who = random.below(agents);
        Client& client = *staff[static_cast<std::size_t>(who)];
        switch (random.below(14)) {
        case 0:
            return quiet(
                "close", [&](CounterId at) { return model.close(who, at); },
                [&](CounterId at) { closeCounter(client, catalogue, at); }, counterOf(who));
        case 1:
            return quiet(
                "pause", [&](CounterId at) { return model.pause(who, at); },
                [&](CounterId at) { pauseCounter(client, catalogue, at, PauseReason::rest); },
                counterOf(who));
        case 2:
        case 3:
        case 4:
            return quiet(
                "continue", [&](CounterId at) { return model.goOn(who, at); },
                [&](CounterId at) { continueCounter(client, catalogue, at); }, counterOf(who));
        default:
            return quiet(
                "open", [&](CounterId at) { return model.open(who, at); },
                [&](CounterId at) { openCounter(client, catalogue, at); }, random.of(counters));
        }
    }
    void helpOne()
    {
        const int who = agent();
        Client& client = *staff[static_cast<std::size_t>(who)];
        const CounterId at = counterOf(who);
        switch (random.below(5)) {
        case 0:
        case 1:
            return quiet(
                "ask for help", [&](CounterId c) { return model.askForHelp(who, c); },
                [&](CounterId c) { askForHelp(client, c); }, at);
        case 2:
            return quiet(
                "the reception comes", [&](CounterId c) { return model.comeToHelp(receptionNumber, c); },
                [&](CounterId c) { comeToHelp(reception, c); }, random.of(counters));
        case 3:
            return quiet(
                "come to help", [&](CounterId c) { return model.comeToHelp(who, c); },
                [&](CounterId c) { comeToHelp(client, c); }, random.of(counters));
        default:
            return quiet(
                "end help", [&](CounterId c) { return model.endHelp(who, false, c); },
                [&](CounterId c) { endHelp(client, c); }, random.of(counters));
        }
    }
    void supervise()
    {
        switch (random.below(4)) {
        case 0: {
            const auto id = ticket(TicketState::waiting);
            if (!id) return;
            return quiet(
                "close ticket", [&](CounterId) { return model.closeTicket(*id); },
                [&](CounterId) {
                    if (closeTickets(chef, {*id}, CloseReason::left) == 0)
                        throw Refused(Refusal::notThisState);
                },
                {});
        }
        case 1:
            return quiet(
                "free",
                [&](CounterId c) {
                    model.free(c);
                    return Answer();
                },
                [&](CounterId c) { freeCounter(chef, c); }, random.of(counters));
        case 2: {
            const int who = agent();
            return quiet(
                "seat", [&](CounterId c) { return model.seatColleague(c, who); },
                [&](CounterId c) { seatColleague(chef, c, ids[static_cast<std::size_t>(who)]); },
                random.of(counters));
        }
        default:
            return quiet(
                "the supervisor ends help", [&](CounterId c) { return model.endHelp(chefNumber, true, c); },
                [&](CounterId c) { endHelp(chef, c); }, random.of(counters));
        }
    }
    /// An act without a key.
    template <class Ours, class Theirs>
    void quiet(const char* what, Ours&& ours, Theirs&& theirs, CounterId at)
    {
        const Answer expected = ours(at);
        last = what;
        const Answer answered = refusalOf([&] { theirs(at); });
        BOOST_REQUIRE_MESSAGE(answered == expected,
                              what << ": " << text(answered) << ", but " << text(expected) << " is right");
        ++(answered ? refused : done);
    }
    /// Time goes by: nobody is kept for the counter any more; it is too late to take an end back.
    void ageOne()
    {
        const auto id = ticket(random.oneIn(2) ? TicketState::waiting : TicketState::done);
        if (!id) return;
        QueueModel::Visitor& one = model.visitors.at(*id);
        const std::string row = " WHERE id = " + std::to_string(id->value());
        if (one.state == TicketState::waiting && one.keptUntil != Instant{}) {
            town.database.execute("UPDATE ticket SET kept_until = kept_until - INTERVAL 1 HOUR" + row);
            one.keptUntil -= 1h;
        } else if (one.state == TicketState::done || one.state == TicketState::missed) {
            town.database.execute("UPDATE ticket SET ended_at = ended_at - INTERVAL 2 MINUTE" + row);
            one.endedAt -= 2min;
        }
    }

    void step()
    {
        model.now = root.clock.now();
        const int dice = random.below(100);
        if (dice < 14)
            walkInOne();
        else if (dice < 19)
            checkInOne();
        else if (dice < 37)
            callNextOne();
        else if (dice < 41)
            pickOne();
        else if (dice < 71)
            atCounterOne();
        else if (dice < 75)
            resumeOne();
        else if (dice < 78)
            unparkOne();
        else if (dice < 82)
            takeBackOne();
        else if (dice < 85)
            putBackOne();
        else if (dice < 92)
            seatOne();
        else if (dice < 96)
            helpOne();
        else if (dice < 98)
            supervise();
        else
            ageOne();
        compareTickets();
        compareCounters();
        compareView();
    }

    // ---- comparing
    bool aboutNow(Instant at) const
    {
        return at >= model.now - clockError && at <= root.clock.now() + clockError;
    }
    static std::string line(const QueueModel::Visitor& one)
    {
        const bool called = one.state == TicketState::called || one.state == TicketState::serving;
        return fmt::format(
            "ticket {} number {} {} service {} due {}/{}{} kept {} until {} calls {}-{} counter {}",
            one.id.value(), one.number, text(one.state), one.service.value(),
            one.due.at.time_since_epoch().count(), static_cast<int>(one.due.reason),
            one.due.priority ? " priority" : "", one.keptFor.value(),
            one.keptUntil.time_since_epoch().count(), one.calls, one.callsBefore,
            called ? one.counter.value() : 0);
    }
    static TicketState stateOf(const std::string& word)
    {
        for (int state = 0; state < 7; ++state)
            if (word == text(static_cast<TicketState>(state))) return static_cast<TicketState>(state);
        throw std::runtime_error("no state: " + word);
    }
    static DueReason reasonOf(const std::string& word)
    {
        static const std::map<std::string, DueReason> reasons{{"appointment", DueReason::appointment},
                                                              {"late", DueReason::late},
                                                              {"walk_in", DueReason::walkIn},
                                                              {"back", DueReason::back},
                                                              {"second", DueReason::second}};
        return reasons.at(word);
    }
    void compareTickets()
    {
        if (model.visitors.empty()) return;
        const TicketId first = model.visitors.begin()->first;
        std::size_t found = 0;
        for (const auto& [id, number, state, service, due, reason, priority, kept, until, calls, before,
                          counter] : store::rows<TicketId, int, std::string, ServiceId, Instant, std::string,
                                                 int, CounterId, Instant, int, int, CounterId>(
                 root.connection.session(),
                 "SELECT id, number, state, service_id, due, due_reason, priority, kept_counter_id, "
                 "kept_until, calls, calls_before, counter_id"
                 " FROM ticket WHERE id >= :first",
                 first)) {
            ++found;
            QueueModel::Visitor& ours = model.visitors.at(id);
            QueueModel::Visitor theirs;
            theirs.id = id;
            theirs.number = number;
            theirs.state = stateOf(state);
            theirs.service = service;
            theirs.due = {due, reasonOf(reason), priority != 0};
            theirs.keptFor = kept;
            theirs.keptUntil = until;
            theirs.calls = calls;
            theirs.callsBefore = before;
            theirs.counter = counter;
            adopt(ours, theirs);
            BOOST_REQUIRE_MESSAGE(line(theirs) == line(ours), "after " << last
                                                                       << "\n  the database: " << line(theirs)
                                                                       << "\n  the model:    " << line(ours));
        }
        BOOST_REQUIRE_EQUAL(found, model.visitors.size());
    }
    /// Moments that the server's clock has chosen.
    void adopt(QueueModel::Visitor& ours, const QueueModel::Visitor& theirs) const
    {
        if (ours.dueNow) {
            const auto credit =
                std::chrono::minutes(ours.due.priority ? catalogue.policy().priorityCredit : 0);
            BOOST_REQUIRE_MESSAGE(aboutNow(theirs.due.at + credit),
                                  "after " << last << " the turn is not now");
            ours.due.at = theirs.due.at;
            ours.dueNow = false;
        }
        if (ours.keptFromNow) {
            BOOST_REQUIRE_MESSAGE(
                aboutNow(theirs.keptUntil - std::chrono::minutes(catalogue.policy().parkedFor)),
                "kept for another time");
            ours.keptUntil = theirs.keptUntil;
            ours.keptFromNow = false;
        }
    }
    /// What the agent's bar would show.
    void compareView()
    {
        const CounterId at = random.of(counters);
        const auto& seat = model.seats[at];
        model.now = root.clock.now();
        const auto ended = model.visitors.find(seat.ended);
        const auto age = ended == model.visitors.end()
                             ? 0s
                             : std::chrono::floor<std::chrono::seconds>(model.now - ended->second.endedAt);
        const CounterView view = counterView(*staff.front(), catalogue, at);
        BOOST_REQUIRE((view.ticket ? view.ticket->id : TicketId{}) == seat.visitor);
        BOOST_REQUIRE(view.open == seat.agent.has_value());
        QueueModel after = model;
        const bool canUndo = seat.agent && !after.takeBack(*seat.agent, at);
        if (age < model.undo - 5s || age > model.undo + 5s)
            BOOST_REQUIRE_MESSAGE((view.undoUntil > model.now) == canUndo,
                                  "after " << last << ", counter " << catalogue.find(at)->number
                                           << (canUndo ? " may" : " may not") << " take back");
    }
    void compareCounters()
    {
        std::map<CounterId, std::string> theirs, ours;
        for (const auto& [id, person, visitor, ended, paused, asker, coming] :
             store::rows<CounterId, StaffId, TicketId, TicketId, Instant, StaffId, StaffId>(
                 root.connection.session(), "SELECT c.id, s.staff_id, s.ticket_id, s.ended_ticket_id, "
                                            "s.paused_at, h.asked_by, h.coming_by FROM counter c"
                                            " LEFT JOIN counter_state s ON s.counter_id = c.id LEFT JOIN "
                                            "help_call h ON h.counter_id = c.id AND h.ended_at IS NULL"))
            theirs[id] = fmt::format("person {} visitor {} ended {} paused {} help {} coming {}",
                                     person.value(), visitor.value(), ended.value(), paused != Instant{},
                                     asker.value(), static_cast<bool>(coming));
        for (const auto& [id, seat] : model.seats) {
            const auto personOf = [&](std::optional<int> who) {
                return who ? ids[static_cast<std::size_t>(*who)].value() : 0;
            };
            ours[id] =
                fmt::format("person {} visitor {} ended {} paused {} help {} coming {}", personOf(seat.agent),
                            seat.visitor.value(), seat.ended.value(), seat.paused,
                            seat.help ? personOf(seat.help->asker) : 0, seat.help && seat.help->coming);
        }
        for (const auto& [id, seat] : ours)
            BOOST_REQUIRE_MESSAGE(theirs[id] == seat, "after " << last << ", counter "
                                                               << catalogue.find(id)->number
                                                               << "\n  the database: " << theirs[id]
                                                               << "\n  the model:    " << seat);
    }
};
} // namespace

BOOST_AUTO_TEST_SUITE(random_day)

BOOST_AUTO_TEST_CASE(thousands_of_mixed_acts_answer_as_the_model_does)
{
    SideBySide both;
    for (int i = 0; i < steps; ++i) both.step();
    std::cout << both.done << " acts done, " << both.refused << " refused\n";
    BOOST_TEST(both.done > steps / 4);
    BOOST_TEST(both.refused > steps / 10);
    both.town.check();
}

BOOST_AUTO_TEST_SUITE_END()
