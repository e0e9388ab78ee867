#include "core/base/errors.h"
#include "staff-desktop/logic/counter_presenter.h"
#include <fmt/format.h>

namespace accueil
{
/// One act at a time. Its key stays the same until its outcome is known, so a repeated click is the same act.
void CounterPresenter::run(Act act, const std::string& what, Work work)
{
    if (act_.pending()) return;
    if (!wish_ || wish_->act != act || wish_->what != what)
        wish_ = Wish{act, what, Seed::random(), now_.visitor ? now_.visitor->id : TicketId{},
                     now_.visitor ? now_.visitor->calls : 0};
    problem_ = nullptr;
    outcome_.reset();
    surprise_.reset();
    const auto* next = act == Act::callNext ? this->next() : nullptr;
    const auto expected = next ? std::optional(*next) : std::nullopt;
    act_.ask([work = std::move(work), key = wish_->seed.requestKey("counter")] { return work(key); },
             [this, expected](const std::optional<Ticket>& visitor) {
                 wish_.reset();
                 if (visitor) came(expected ? &*expected : nullptr, *visitor);
                 reload();
                 changed_();
             },
             [this](const std::exception_ptr& error) {
                 if (!isLoss(error)) wish_.reset();
                 problem_ = error;
                 reload();
                 changed_();
             });
    changed_();
}

/// Shown at once; the situation follows.
void CounterPresenter::came(const Ticket* expected, const Ticket& visitor)
{
    now_.visitor = visitor;
    now_.appointment.reset();
    now_.undoUntil = {};
    const auto same = [&](const Ticket& one) { return one.id == visitor.id; };
    for (auto* list : {&now_.own, &now_.helped, &now_.parked}) std::erase_if(*list, same);
    if (!expected || expected->id == visitor.id) return;
    surprise_ = Surprise{expected->id, expected->number, visitor.number, {}};
    if (const auto by = calledBy_.find(expected->id); by != calledBy_.end()) surprise_->by = by->second;
}

namespace
{
/// For what brings nobody.
template <class Done>
auto only(Done done)
{
    return [done = std::move(done)](const RequestKey& key) {
        done(key);
        return std::optional<Ticket>();
    };
}

template <class Call>
auto bringing(Call call)
{
    return [call = std::move(call)](const RequestKey& key) { return std::optional(call(key)); };
}
} // namespace

void CounterPresenter::sitDown()
{
    const CounterId counter = proposed();
    if (!acts().sitDown || !counter) return;
    run(Act::sitDown, std::to_string(counter.value()),
        only([&service = desk_.service, counter](const RequestKey&) { service.openCounter(counter); }));
}

void CounterPresenter::leave()
{
    if (!acts().leave) return;
    proposed_ = now_.counter;
    run(Act::leave, "", only([&service = desk_.service, counter = now_.counter](const RequestKey&) {
            service.closeCounter(counter);
        }));
}

void CounterPresenter::callNextOrAgain()
{
    auto& service = desk_.service;
    const CounterId counter = now_.counter;
    if (acts().callNext)
        run(Act::callNext, "",
            bringing([&service, counter](const RequestKey& key) { return service.callNext(key, counter); }));
    else if (acts().recall)
        run(Act::callAgain, std::to_string(now_.visitor->calls),
            bringing([&service, counter](const RequestKey& key) { return service.callAgain(key, counter); }));
}

void CounterPresenter::call(TicketId picked)
{
    if (!acts().pick) return;
    run(Act::pick, std::to_string(picked.value()),
        bringing([&service = desk_.service, counter = now_.counter, picked](const RequestKey& key) {
            return service.callPicked(key, counter, picked);
        }));
}

void CounterPresenter::here()
{
    if (!acts().here) return;
    run(Act::here, "", only([&service = desk_.service, counter = now_.counter](const RequestKey& key) {
            service.isHere(key, counter);
        }));
}

void CounterPresenter::noShow()
{
    if (!acts().noShow) return;
    ended_ = now_.visitor->number;
    missed_ = true;
    run(Act::noShow, "", only([&service = desk_.service, counter = now_.counter](const RequestKey& key) {
            service.noShow(key, counter);
        }));
}

void CounterPresenter::finish()
{
    if (!acts().finish) return;
    ended_ = now_.visitor->number;
    missed_ = false;
    run(Act::finish, "", only([&service = desk_.service, counter = now_.counter](const RequestKey& key) {
            service.finish(key, counter);
        }));
}

void CounterPresenter::undo()
{
    if (!acts().undo) return;
    run(Act::undo, "", bringing([&service = desk_.service, counter = now_.counter](const RequestKey& key) {
            return service.takeEndBack(key, counter);
        }));
}

void CounterPresenter::pause(PauseReason reason)
{
    if (!acts().pause) return;
    run(Act::pause, codeOf(reason),
        only([&service = desk_.service, counter = now_.counter, reason](const RequestKey&) {
            service.pauseCounter(counter, reason);
        }));
}

void CounterPresenter::goOn()
{
    if (!acts().goOn) return;
    run(Act::goOn, "", only([&service = desk_.service, counter = now_.counter](const RequestKey&) {
            service.continueCounter(counter);
        }));
}

void CounterPresenter::park(ParkReason reason, std::chrono::minutes back)
{
    if (!acts().park) return;
    const auto at = back.count() > 0 ? std::optional(desk_.clock.now() + back) : std::nullopt;
    run(Act::park, fmt::format("{} {}", codeOf(reason), back.count()),
        only([&service = desk_.service, counter = now_.counter, reason, at](const RequestKey& key) {
            service.park(key, counter, reason, at);
        }));
}

void CounterPresenter::resume(TicketId parked)
{
    auto& service = desk_.service;
    const std::string whom = std::to_string(parked.value());
    if (acts().resume)
        run(Act::resume, whom, bringing([&service, counter = now_.counter, parked](const RequestKey& key) {
                return service.resume(key, counter, parked);
            }));
    else if (acts().unpark)
        run(Act::unpark, whom,
            only([&service, parked](const RequestKey& key) { service.unpark(key, parked); }));
}

bool CounterPresenter::canTransfer(const Transfer& to) const
{
    return acts().transfer && now_.visitor && to.service &&
           (to.counter || to.service != now_.visitor->service);
}

void CounterPresenter::transfer(const Transfer& to)
{
    if (!canTransfer(to)) return;
    run(Act::transfer, fmt::format("{} {} {}", to.service.value(), to.counter.value(), to.second),
        only([&service = desk_.service, counter = now_.counter, to](const RequestKey& key) {
            service.transfer(key, counter, to);
        }));
}

void CounterPresenter::askForHelp()
{
    if (!acts().help) return;
    run(Act::help, "", only([&service = desk_.service, counter = now_.counter](const RequestKey&) {
            service.askForHelp(counter);
        }));
}

void CounterPresenter::answerHelp(CounterId counter)
{
    run(Act::answer, std::to_string(counter.value()),
        only([&service = desk_.service, counter](const RequestKey&) { service.answerHelp(counter); }));
}

void CounterPresenter::endHelp(CounterId counter)
{
    run(Act::endHelp, std::to_string(counter.value()),
        only([&service = desk_.service, counter](const RequestKey&) { service.endHelp(counter); }));
}

void CounterPresenter::help(const CounterState::Help& line)
{
    if (line.act == CounterState::Help::Act::come) answerHelp(line.counter);
    if (line.act == CounterState::Help::Act::end) endHelp(line.counter);
}
} // namespace accueil
