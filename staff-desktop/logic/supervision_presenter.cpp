#include "staff-desktop/logic/supervision_presenter.h"
#include "core/base/describe.h"
#include <algorithm>

namespace accueil
{
namespace
{
using namespace std::chrono_literals;
constexpr auto visiblePause = 5s;   // devices say that they live without any news
constexpr auto hiddenPause = 20s;   // for the figure on the tab
constexpr auto betweenNews = 1s;    // on a hidden page
constexpr auto leftOverPause = 60s; // after the end of the day
constexpr auto keptFor = 60s;       // what could not be done: later it would surprise

bool isOf(const Alarm& alarm, Alarm::Kind kind, ServiceId service)
{
    return alarm.kind == kind && alarm.service == service;
}
} // namespace

SupervisionPresenter::SupervisionPresenter(Desk& desk)
    : desk_(desk), room_(desk.tasks, desk.link), leftOver_(desk.tasks, desk.link),
      act_(desk.tasks, desk.link), preview_(desk.tasks, desk.link), nextLook_(desk.clock.now() + 2s),
      nextLeftOver_(desk.clock.now()), shownAt_(desk.clock.now()),
      restored_(desk.link.onRestored([this] { linkIsBack(); }))
{
}

// ---- reading

void SupervisionPresenter::show(bool visible)
{
    visible_ = visible;
    if (visible_ && !room_.pending()) reload();
}

void SupervisionPresenter::news(const News& news)
{
    if (!news.queue && !news.agenda && !news.settings) return;
    stale_ = true;
    if (visible_ && !room_.pending()) reload();
}

void SupervisionPresenter::renewed()
{
    changed_();
}

void SupervisionPresenter::tick()
{
    const Instant now = desk_.clock.now();
    const bool due =
        stale_ ? visible_ || now >= nextLook_ : now >= nextLook_ + (visible_ ? visiblePause : hiddenPause);
    if (due && !room_.pending() && (desk_.link.up() || now >= nextLook_)) reload();
    const Instant second = std::chrono::floor<std::chrono::seconds>(now);
    if (second == shownAt_ || !visible_) return;
    shownAt_ = second;
    changed_();
}

void SupervisionPresenter::reload()
{
    stale_ = false;
    nextLook_ = desk_.clock.now() + betweenNews;
    room_.ask([&service = static_cast<SupervisionService&>(desk_.service)] { return service.supervision(); },
              [this](Supervised now) { answered(std::move(now)); },
              [this](const std::exception_ptr& error) {
                  roomProblem_ = error;
                  stale_ = true;
                  nextLook_ = desk_.clock.now() + visiblePause;
                  changed_();
              });
    if (desk_.clock.now() >= nextLeftOver_) askLeftOver();
}

void SupervisionPresenter::answered(Supervised now)
{
    const bool ended = dayIsOver();
    now_ = std::move(now);
    loaded_ = true;
    roomProblem_ = nullptr;
    const auto all = alarmsOf(now_.room, desk_.catalogue().policy()); // also those a worse one hides
    std::erase_if(seen_, [&](const Alarm& one) { return std::ranges::find(all, one) == all.end(); });
    if (!ended && dayIsOver()) closingSeen_ = false;
    if (draft_.counter && !find(draft_.counter)) draft_ = {}; // no longer a counter of the site
    changed_();
}

/// Rarely: only what the day leaves over is looked for.
void SupervisionPresenter::askLeftOver()
{
    const bool soon = dayIsOver() || draft_.kind == SupervisionForm::closing;
    nextLeftOver_ = desk_.clock.now() + (soon ? leftOverPause : 10 * leftOverPause);
    leftOver_.ask(
        [&service = static_cast<SupervisionService&>(desk_.service)] { return service.ticketsLeftOver(); },
        [this](std::vector<Ticket> left) {
            left_ = std::move(left);
            std::erase_if(draft_.ticked, [this](TicketId id) {
                return std::ranges::find(left_, id, &Ticket::id) == left_.end();
            });
            changed_();
        },
        [this](const std::exception_ptr&) { nextLeftOver_ = desk_.clock.now() + visiblePause; });
}

// ---- alarms

bool SupervisionPresenter::dayIsOver() const
{
    return loaded_ && (!now_.dayEnds || desk_.now().minute >= *now_.dayEnds);
}

bool SupervisionPresenter::somebodyLeft() const
{
    if (!loaded_ || left_.empty()) return false;
    return dayIsOver() || std::ranges::any_of(left_, [this](const Ticket& one) {
               return desk_.local(one.arrivedAt).day < desk_.today();
           });
}

std::vector<Alarm> SupervisionPresenter::current() const
{
    auto all = alarmsOf(now_.room, desk_.catalogue().policy());
    const auto has = [&](Alarm::Kind kind, const Alarm& like) {
        return std::ranges::any_of(all, [&](const Alarm& one) {
            return isOf(one, kind, like.service) && one.device == like.device;
        });
    };
    std::vector<Alarm> worst;
    for (const auto& one : all) {
        if (one.kind == Alarm::Kind::manyWaiting && has(Alarm::Kind::longWait, one)) continue;
        if (one.kind == Alarm::Kind::deviceTrouble && has(Alarm::Kind::deviceSilent, one)) continue;
        worst.push_back(one);
    }
    return worst;
}

std::vector<SupervisionPresenter::Shown> SupervisionPresenter::shown() const
{
    std::vector<Shown> all;
    if (!loaded_) return all;
    for (const auto& one : current())
        if (std::ranges::find(seen_, one) == seen_.end()) all.emplace_back(one);
    if (somebodyLeft() && !closingSeen_ && draft_.kind != SupervisionForm::closing) {
        const auto help = [](const Shown& one) { return one->kind == Alarm::Kind::help; };
        all.insert(std::ranges::find_if_not(all, help), Shown());
    }
    return all;
}

void SupervisionPresenter::remedy(std::size_t at)
{
    const auto all = shown();
    if (at >= all.size()) return;
    if (!all[at]) return act(SupervisionAct::closing);
    const Alarm alarm = *all[at];
    if (alarm.kind == Alarm::Kind::help) {
        const CounterNow* counter = find(alarm.counter);
        const bool over = counter && counter->help && counter->help->comingBy;
        run([over, id = alarm.counter](
                SupervisionService& service) { over ? service.helpIsOver(id) : service.goToHelp(id); },
            [this, over, number = numberOf(alarm.counter)] {
                return over ? desk_.messages().tr("Counter {0}: settled.", number)
                            : desk_.messages().tr("Counter {0} knows that you are coming.", number);
            });
    } else if (alarm.service) {
        if (const CounterId closed = closedCounterFor(alarm.service))
            openForm(closed);
        else
            messageForm(alarm.service);
    }
}

void SupervisionPresenter::putAway(std::size_t at)
{
    const auto all = shown();
    if (at >= all.size()) return;
    if (all[at])
        seen_.push_back(*all[at]);
    else
        closingSeen_ = true;
    changed_();
}

/// Closed, here today, and it serves the service: its own before one that it only helps.
CounterId SupervisionPresenter::closedCounterFor(ServiceId service) const
{
    const auto has = [service](const std::vector<ServiceId>& some) {
        return std::ranges::find(some, service) != some.end();
    };
    CounterId helping;
    for (const auto& now : now_.room.counters) {
        const Counter* counter = desk_.catalogue().find(now.counter);
        if (!counter || now.staff || !now.absentFor.empty()) continue;
        if (has(counter->serves)) return now.counter;
        if (!helping && has(counter->helps)) helping = now.counter;
    }
    return helping;
}

// ---- what is chosen

const CounterNow* SupervisionPresenter::find(CounterId counter) const
{
    const auto found = std::ranges::find(now_.room.counters, counter, &CounterNow::counter);
    return found == now_.room.counters.end() ? nullptr : &*found;
}

const ServiceNow* SupervisionPresenter::find(ServiceId service) const
{
    const auto found = std::ranges::find(now_.room.services, service, &ServiceNow::service);
    return found == now_.room.services.end() ? nullptr : &*found;
}

std::string SupervisionPresenter::nameOf(ServiceId service) const
{
    const Service* found = desk_.catalogue().find(service);
    return found ? found->shortName.in(desk_.language()) : "";
}

std::string SupervisionPresenter::numberOf(CounterId counter) const
{
    const Counter* found = desk_.catalogue().find(counter);
    return found ? std::to_string(found->number) : "";
}

void SupervisionPresenter::choose(ServiceId service)
{
    if (!service || service == service_) return;
    service_ = service;
    counter_ = {};
    changed_();
}

void SupervisionPresenter::choose(CounterId counter)
{
    if (!counter || counter == counter_) return;
    counter_ = counter;
    service_ = {};
    changed_();
}

// ---- what is done

/// One at a time. Each may be done twice, so a loss is mended by doing it again.
void SupervisionPresenter::run(std::function<void(SupervisionService&)> work,
                               std::function<std::string()> said, bool ofForm)
{
    if (act_.pending() || wish_) return;
    wish_ = Wish{std::move(work), std::move(said), ofForm, desk_.clock.now()};
    said_.clear();
    problem_ = nullptr;
    send();
    changed_();
}

void SupervisionPresenter::send()
{
    act_.ask(
        [&service = static_cast<SupervisionService&>(desk_.service), work = wish_->work] { work(service); },
        [this] { done(*std::exchange(wish_, {})); },
        [this](const std::exception_ptr& error) { failed(error); });
}

void SupervisionPresenter::done(const Wish& wish)
{
    said_ = wish.said();
    saidTone_ = Tone::good;
    problem_ = nullptr;
    if (wish.ofForm) draft_ = {};
    reload();
    changed_();
}

void SupervisionPresenter::failed(const std::exception_ptr& error)
{
    problem_ = error;
    if (!isLoss(error)) {
        wish_.reset();
        reload();
    }
    changed_();
}

void SupervisionPresenter::linkIsBack()
{
    nextLeftOver_ = desk_.clock.now();
    if (wish_ && !act_.pending()) {
        if (desk_.clock.now() - wish_->asked < keptFor) {
            send();
        } else {
            wish_.reset();
            problem_ = nullptr;
            said_ = desk_.messages().tr(
                "The connection was away too long: nothing was done. Please look, and choose again.");
            saidTone_ = Tone::look;
        }
    }
    if (!loaded_ && !visible_) return; // of somebody who is no supervisor
    reload();
    if (draft_.kind == SupervisionForm::absence && !draft_.preview) askPreview();
}

void SupervisionPresenter::setWalkIns(ServiceId service, bool open)
{
    const ServiceNow* now = find(service);
    if (!now || now->walkIns == open) return changed_();
    run([service, open,
         quota = now->walkInQuota](SupervisionService& at) { at.setWalkIns(service, open, quota); },
        [this, open, name = nameOf(service)] {
            return open ? desk_.messages().tr("{0}: tickets without appointment are given again.", name)
                        : desk_.messages().tr("{0}: no more tickets without appointment.", name);
        });
}

void SupervisionPresenter::withdraw(WaitingAreaId area)
{
    run([area](SupervisionService& service) { service.withdrawMessage(area); },
        [this] { return desk_.messages().tr("The message is withdrawn."); });
}

void SupervisionPresenter::act(SupervisionAct act)
{
    const auto offered = acts();
    const auto button = std::ranges::find(offered, act, &SupervisionState::Button::act);
    if (button == offered.end() || !button->enabled) return;
    switch (act) {
    case SupervisionAct::openCounter:
        return openForm(counter_);
    case SupervisionAct::closeCounter:
        return closeCounter(counter_);
    case SupervisionAct::services:
        return servicesForm(counter_);
    case SupervisionAct::absent:
        return absenceForm(counter_);
    case SupervisionAct::back:
        return backAgain(counter_);
    case SupervisionAct::walkIns:
        return setWalkIns(service_, !find(service_)->walkIns);
    case SupervisionAct::quota:
        return quotaForm(service_);
    case SupervisionAct::delay:
        return messageForm(service_);
    case SupervisionAct::message:
        return messageForm({});
    case SupervisionAct::closing:
        begin({.kind = SupervisionForm::closing});
        return askLeftOver();
    }
}
} // namespace accueil
