#include "staff-desktop/logic/counter_presenter.h"
#include "core/base/errors.h"
#include <algorithm>

namespace accueil
{
CounterActs actsIn(CounterPhase phase, bool mayServe, bool somebodyWaits, int calls, int needed, bool busy)
{
    if (!mayServe || busy) return {};
    switch (phase) {
    case CounterPhase::away:
        return {.sitDown = true};
    case CounterPhase::free:
        return {.sitDown = true, .leave = true, .callNext = somebodyWaits};
    case CounterPhase::called:
        return {.recall = true, .here = true, .noShow = calls >= needed};
    case CounterPhase::serving:
        return {.finish = true};
    }
    return {};
}

CounterPresenter::CounterPresenter(Desk& desk)
    : desk_(desk), situation_(desk.tasks, desk.link), act_(desk.tasks, desk.link), shownAt_(desk.clock.now()),
      restored_(desk.link.onRestored([this] { reload(); }))
{
}

CounterPhase CounterPresenter::phase() const
{
    if (!now_.counter) return CounterPhase::away;
    if (!now_.visitor) return CounterPhase::free;
    return now_.visitor->state == TicketState::serving ? CounterPhase::serving : CounterPhase::called;
}

CounterActs CounterPresenter::acts() const
{
    return actsIn(phase(), desk_.staff().role >= Role::agent, next() != nullptr,
                  now_.visitor ? now_.visitor->calls : 0, desk_.catalogue().policy().callsBeforeNoShow,
                  act_.pending() || !loaded_);
}

/// As call next chooses: the counter's own services first.
const Ticket* CounterPresenter::next() const
{
    if (!now_.own.empty()) return &now_.own.front();
    return now_.helped.empty() ? nullptr : &now_.helped.front();
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
    if (visible_) reload();
}

void CounterPresenter::reload()
{
    stale_ = false;
    situation_.ask([&service = desk_.service] { return service.situation(); },
                   [this](CounterSituation now) {
                       now_ = std::move(now);
                       loaded_ = true;
                       if (!act_.pending())
                           wish_.reset(); // what became of the last act stands in the situation
                       changed_();
                   },
                   [this](const std::exception_ptr&) {
                       stale_ = true;
                       changed_();
                   });
}

void CounterPresenter::tick()
{
    const Instant now = std::chrono::floor<std::chrono::seconds>(desk_.clock.now());
    if (now == shownAt_ || !visible_) return;
    shownAt_ = now;
    changed_();
}

/// Where one sits, else what was chosen here, else the first free counter.
CounterId CounterPresenter::proposed() const
{
    if (proposed_) return proposed_;
    if (now_.counter) return now_.counter;
    const auto free =
        std::ranges::find_if(now_.seats, [](const Seat& seat) { return !seat.open || seat.mine; });
    return free == now_.seats.end() ? CounterId{} : free->counter;
}

void CounterPresenter::propose(CounterId counter)
{
    proposed_ = counter;
    problem_ = nullptr;
    changed_();
}

// ---- what is done

/// One act at a time. Its key stays the same until its outcome is known, so a repeated click is the same act.
void CounterPresenter::run(Act act, std::function<std::optional<Ticket>(const RequestKey&)> work)
{
    if (act_.pending()) return;
    if (!wish_ || wish_->first != act) wish_.emplace(act, Seed::random());
    acting_ = act;
    problem_ = nullptr;
    surprise_.reset();
    const auto* expected = act == Act::callNext ? next() : nullptr;
    act_.ask([work = std::move(work), key = wish_->second.requestKey("counter")] { return work(key); },
             [this, ticket = expected ? std::optional(expected->id) : std::nullopt,
              number = expected ? expected->number : std::string()](const std::optional<Ticket>& came) {
                 wish_.reset();
                 acting_ = Act::none;
                 if (came) called(ticket, number, *came);
                 reload();
                 changed_();
             },
             [this](const std::exception_ptr& error) {
                 if (!isLoss(error)) wish_.reset();
                 acting_ = Act::none;
                 problem_ = error;
                 reload();
                 changed_();
             });
    changed_();
}

/// Shown at once; the situation follows.
void CounterPresenter::called(const std::optional<TicketId>& expected, const std::string& expectedNumber,
                              const Ticket& came)
{
    now_.visitor = came;
    now_.appointment.reset();
    const auto same = [&](const Ticket& one) { return one.id == came.id; };
    std::erase_if(now_.own, same);
    std::erase_if(now_.helped, same);
    if (!expected || *expected == came.id) return;
    surprise_ = Surprise{*expected, expectedNumber, came.number, {}};
    if (const auto by = calledBy_.find(*expected); by != calledBy_.end()) surprise_->by = by->second;
}

void CounterPresenter::sitDown()
{
    const CounterId counter = proposed();
    if (!acts().sitDown || !counter) return;
    run(Act::sitDown, [&service = desk_.service, counter](const RequestKey&) {
        service.openCounter(counter);
        return std::optional<Ticket>();
    });
}

void CounterPresenter::leave()
{
    if (!acts().leave) return;
    proposed_ = now_.counter;
    run(Act::leave, [&service = desk_.service, counter = now_.counter](const RequestKey&) {
        service.closeCounter(counter);
        return std::optional<Ticket>();
    });
}

void CounterPresenter::callNextOrAgain()
{
    if (acts().callNext)
        run(Act::callNext, [&service = desk_.service, counter = now_.counter](const RequestKey& key) {
            return std::optional(service.callNext(key, counter));
        });
    else if (acts().recall)
        run(Act::callAgain, [&service = desk_.service, counter = now_.counter](const RequestKey& key) {
            return std::optional(service.callAgain(key, counter));
        });
}

void CounterPresenter::here()
{
    if (!acts().here) return;
    run(Act::here, [&service = desk_.service, counter = now_.counter](const RequestKey& key) {
        service.isHere(key, counter);
        return std::optional<Ticket>();
    });
}

void CounterPresenter::noShow()
{
    if (!acts().noShow) return;
    run(Act::noShow, [&service = desk_.service, counter = now_.counter](const RequestKey& key) {
        service.noShow(key, counter);
        return std::optional<Ticket>();
    });
}

void CounterPresenter::finish()
{
    if (!acts().finish) return;
    run(Act::finish, [&service = desk_.service, counter = now_.counter](const RequestKey& key) {
        service.finish(key, counter);
        return std::optional<Ticket>();
    });
}
} // namespace accueil
