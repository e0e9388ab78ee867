#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/counter_words.h"
#include <algorithm>

namespace accueil
{
CounterActs actsIn(const CounterFacts& f)
{
    if (!f.mayServe || f.busy) return {};
    switch (f.phase) {
    case CounterPhase::away:
        return {.sitDown = true};
    case CounterPhase::free:
        return {.sitDown = true,
                .leave = true,
                .callNext = f.somebodyWaits,
                .pause = true,
                .undo = f.canUndo,
                .pick = f.mayPick,
                .resume = true,
                .help = true};
    case CounterPhase::paused:
        return {.sitDown = true, .leave = true, .goOn = true, .unpark = true, .help = true};
    case CounterPhase::called:
        return {.recall = true,
                .here = true,
                .noShow = f.calls >= f.needed,
                .park = true,
                .transfer = true,
                .unpark = true,
                .help = true};
    case CounterPhase::serving:
        return {.recall = f.atOnce,
                .noShow = f.atOnce && f.calls >= f.needed,
                .finish = true,
                .park = true,
                .transfer = true,
                .unpark = true,
                .help = true};
    }
    return {};
}

CounterPresenter::CounterPresenter(Desk& desk)
    : desk_(desk), situation_(desk.tasks, desk.link), act_(desk.tasks, desk.link), shownAt_(desk.clock.now()),
      restored_(desk.link.onRestored([this] { reload(); })),
      linked_(desk.link.onChanged([this] { changed_(); }))
{
}

CounterPhase CounterPresenter::phase() const
{
    if (!now_.counter) return CounterPhase::away;
    if (now_.visitor)
        return now_.visitor->state == TicketState::serving ? CounterPhase::serving : CounterPhase::called;
    return now_.pausedAt == Instant{} ? CounterPhase::free : CounterPhase::paused;
}

CounterActs CounterPresenter::acts() const
{
    const auto& policy = desk_.catalogue().policy();
    const Role role = desk_.staff().role;
    CounterActs acts =
        actsIn({.phase = phase(),
                .mayServe = role >= Role::agent,
                .mayPick = policy.pickFrom == 1 || (policy.pickFrom == 2 && role >= Role::supervisor),
                .somebodyWaits = next() != nullptr,
                .calls = now_.visitor ? now_.visitor->calls : 0,
                .needed = policy.callsBeforeNoShow,
                .atOnce = policy.presenceStep == 0,
                .canUndo = desk_.clock.now() < now_.undoUntil,
                .busy = act_.pending() || !loaded_ || !desk_.link.up()});
    if (std::ranges::find(now_.help, now_.counter, &HelpCall::counter) != now_.help.end()) acts.help = false;
    return acts;
}

/// As call next chooses.
const Ticket* CounterPresenter::next() const
{
    const Counter* counter = desk_.catalogue().find(now_.counter);
    if (!counter) return nullptr;
    std::vector<Waiting> order;
    for (const auto* list : {&now_.own, &now_.helped})
        for (const auto& ticket : *list) order.push_back(orderOf(ticket));
    const auto id = nextTicket(order, counter->id, counter->serves, counter->helps, desk_.clock.now());
    for (const auto* list : {&now_.own, &now_.helped})
        for (const auto& ticket : *list)
            if (id == ticket.id) return &ticket;
    return nullptr;
}

// ---- what is known

void CounterPresenter::show(bool visible)
{
    visible_ = visible;
    if (visible_ && (stale_ || !loaded_)) reload();
}

void CounterPresenter::news(const News& news)
{
    for (const auto& [ticket, counter] : news.called) calledBy_[ticket] = counter;
    if (surprise_)
        if (const auto by = calledBy_.find(surprise_->expected); by != calledBy_.end())
            surprise_->by = by->second;
    if (!news.queue) return;
    stale_ = true;
    if (visible_ || news.help || !now_.help.empty()) reload(); // also for the figure on its tab
}

void CounterPresenter::renewed()
{
    stale_ = true;
    if (visible_) reload(); // whom this counter serves may have changed
    changed_();
}

std::string CounterPresenter::tabName() const
{
    const auto waiting = std::ranges::count_if(
        now_.help, [this](const HelpCall& call) { return call.counter != now_.counter && !call.comingBy; });
    const std::string name = desk_.messages().trc("tab", "Counter");
    return waiting == 0 ? name : name + " (" + std::to_string(waiting) + ")";
}

void CounterPresenter::goHome()
{
    if (acts().leave) leave();
}

void CounterPresenter::reload()
{
    stale_ = false;
    situation_.ask([&service = desk_.service] { return service.situation(); },
                   [this](CounterSituation now) { learn(std::move(now)); },
                   [this](const std::exception_ptr&) {
                       stale_ = true;
                       changed_();
                   });
}

void CounterPresenter::learn(CounterSituation now)
{
    const CounterSituation before = std::exchange(now_, std::move(now));
    const bool first = !std::exchange(loaded_, true);
    if (now_.counter && now_.counter != before.counter) proposed_ = {};
    if (!act_.pending()) settle();
    noteHelp();
    changed_();
    if (!first) announce(before);
}

/// What became of an act whose answer was lost stands in the situation. One that was not done keeps its key:
/// should it arrive late after all, the repeated click is the same act.
void CounterPresenter::settle()
{
    if (!wish_) return;
    outcome_ = wasDone(*wish_);
    problem_ = nullptr;
    if (*outcome_) wish_.reset();
}

bool CounterPresenter::wasDone(const Wish& wish) const
{
    const TicketId visitor = now_.visitor ? now_.visitor->id : TicketId{};
    switch (wish.act) {
    case Act::sitDown:
        return std::to_string(now_.counter.value()) == wish.what;
    case Act::leave:
        return !now_.counter;
    case Act::callNext:
    case Act::pick:
    case Act::resume:
    case Act::undo:
        return static_cast<bool>(visitor);
    case Act::callAgain:
        return visitor == wish.visitor && now_.visitor && now_.visitor->calls > wish.calls;
    case Act::here:
        return phase() == CounterPhase::serving;
    case Act::noShow:
    case Act::finish:
    case Act::park:
    case Act::transfer:
        return visitor != wish.visitor;
    case Act::pause:
        return now_.pausedAt != Instant{};
    case Act::goOn:
        return now_.pausedAt == Instant{};
    case Act::unpark:
        return std::ranges::none_of(
            now_.parked, [&](const Ticket& one) { return std::to_string(one.id.value()) == wish.what; });
    case Act::help:
        return std::ranges::find(now_.help, now_.counter, &HelpCall::counter) != now_.help.end();
    case Act::answer:
    case Act::endHelp:
    case Act::none:
        break;
    }
    const auto call = std::ranges::find_if(
        now_.help, [&](const HelpCall& one) { return std::to_string(one.counter.value()) == wish.what; });
    if (wish.act == Act::endHelp) return call == now_.help.end();
    return call != now_.help.end() && call->comingBy == desk_.staff().id;
}

/// Who was not there a moment ago; nobody is disturbed with a visitor, or in the pause.
void CounterPresenter::announce(const CounterSituation& before)
{
    if (phase() != CounterPhase::free || before.counter != now_.counter || before.visitor) return;
    const auto in = [](const std::vector<Ticket>& list, TicketId id) {
        return std::ranges::find(list, id, &Ticket::id) != list.end();
    };
    std::vector<const Ticket*> fresh;
    for (const auto& one : now_.own)
        if (!in(before.own, one.id) && !in(before.parked, one.id) &&
            !keptForAnother(orderOf(one), now_.counter, desk_.clock.now()))
            fresh.push_back(&one);
    if (fresh.empty()) return;
    const Messages& m = desk_.messages();
    if (fresh.size() == 1) {
        const Ticket& one = *fresh.front();
        arrival_({m.tr("{0} is waiting", one.number),
                  proceduresOf(m, desk_.catalogue(), one) + "\n" + whyOf(desk_, one)});
        return;
    }
    std::string numbers;
    for (const auto* one : fresh) numbers += (numbers.empty() ? "" : ", ") + one->number;
    arrival_(
        {m.trn("{0} more person is waiting", "{0} more people are waiting", static_cast<long>(fresh.size())),
         numbers});
}

void CounterPresenter::noteHelp()
{
    std::map<CounterId, Instant> since;
    for (const auto& call : now_.help)
        if (call.comingBy) {
            const auto known = helpedSince_.find(call.counter);
            since[call.counter] = known == helpedSince_.end() ? desk_.clock.now() : known->second;
        }
    helpedSince_ = std::move(since);
}

void CounterPresenter::tick()
{
    const Instant now = std::chrono::floor<std::chrono::seconds>(desk_.clock.now());
    if (now == shownAt_ || !visible_) return;
    shownAt_ = now;
    changed_();
}

/// What was chosen here, else where one sits, else where one sat last time, else the first free counter.
CounterId CounterPresenter::proposed() const
{
    if (proposed_) return proposed_;
    if (now_.counter) return now_.counter;
    const auto isFree = [](const Seat& seat) { return !seat.open || seat.mine; };
    const auto last = std::ranges::find(now_.seats, usual_, &Seat::counter);
    if (usual_ && last != now_.seats.end()) return usual_; // also taken: one sees by whom
    const auto free = std::ranges::find_if(now_.seats, isFree);
    return free == now_.seats.end() ? CounterId{} : free->counter;
}

void CounterPresenter::propose(CounterId counter)
{
    proposed_ = counter;
    problem_ = nullptr;
    changed_();
}

void CounterPresenter::choose(TicketId ticket)
{
    if (ticket == chosen_) return;
    chosen_ = ticket;
    changed_();
}
} // namespace accueil
