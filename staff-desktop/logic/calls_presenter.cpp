#include "staff-desktop/logic/calls_presenter.h"
#include "core/base/describe.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr std::chrono::seconds firstLook{2}, hiddenPause{20};
constexpr int daysBefore = 14, daysOffered = 60;
constexpr std::size_t startsOffered = 4; // what the smallest window shows whole
constexpr long long kinds = 8; // reasons and the undecided: a line's key names both

bool saysTheSame(const PersonToCall& told, const StrandedVisit& visit)
{
    return told.appointment == visit.appointment && told.reason == CallReason::stranded &&
           (told.outcome == CallOutcome::called || told.outcome == CallOutcome::letter) &&
           told.wasDay == visit.day && told.wasStart == visit.start;
}
} // namespace

CallsPresenter::CallsPresenter(Desk& desk, Print print)
    : desk_(desk), print_(std::move(print)), list_(desk.tasks, desk.link), act_(desk.tasks, desk.link),
      starts_(desk.tasks, desk.link), hiddenDue_(desk.clock.now() + firstLook), shownAt_(desk.now()),
      restored_(desk.link.onRestored([this] { changed(); }))
{
}

long long CallsPresenter::keyOf(const PersonToCall& person)
{
    return person.appointment.value() * kinds + static_cast<long long>(person.reason);
}

long long CallsPresenter::keyOf(const StrandedVisit& visit)
{
    return visit.appointment.value() * kinds + kinds - 1;
}

// ---- the list

void CallsPresenter::show(bool visible)
{
    visible_ = visible;
    if (visible_ && stale_) reload();
}

void CallsPresenter::changed()
{
    stale_ = true;
    if (visible_) reload();
}

/// A page that nobody sees follows now and then, for the figure on its tab.
void CallsPresenter::tick()
{
    const LocalTime now = desk_.now();
    if (now.day != shownAt_.day) changed();
    shownAt_ = now;
    if (!visible_ && stale_ && !list_.pending() && desk_.clock.now() >= hiddenDue_) reload();
}

void CallsPresenter::reload()
{
    stale_ = false;
    hiddenDue_ = desk_.clock.now() + hiddenPause;
    list_.ask([&service = desk_.service] { return service.peopleToCall(); },
              [this](PeopleToCall all) { answered(std::move(all)); },
              [this](const std::exception_ptr& error) {
                  listProblem_ = error;
                  stale_ = true;
                  changed_();
              });
}

void CallsPresenter::answered(PeopleToCall all)
{
    all_ = std::move(all);
    loaded_ = true;
    listProblem_ = nullptr;
    arrange();
    if (const Item* now = chosen()) {
        const bool moved = chosen_->visit && now->visit && chosen_->visit->revision != now->visit->revision;
        chosen_ = *now;
        if (moved || (chosen_->visit && !offersKnown_ && !starts_.pending())) askStarts();
    }
    changed_();
}

void CallsPresenter::arrange()
{
    open_.clear();
    done_.clear();
    for (const auto& person : all_.open) {
        Item item{.key = keyOf(person), .call = person};
        item.first = std::min(Offer{person.day, person.start}, Offer{person.wasDay, person.wasStart});
        if (person.reason == CallReason::stranded) {
            const auto visit =
                std::ranges::find(all_.stranded, person.appointment, &StrandedVisit::appointment);
            if (visit != all_.stranded.end()) item.visit = *visit;
        }
        open_.push_back(std::move(item));
    }
    for (const auto& visit : all_.stranded) {
        if (visit.toCall) continue; // has a line of its own
        Item item{.key = keyOf(visit), .visit = visit, .first = {visit.day, visit.start}};
        for (const auto& told : all_.told)
            if (!item.asked && saysTheSame(told, visit)) item.asked = told;
        open_.push_back(std::move(item));
    }
    std::ranges::stable_sort(open_, {}, &Item::first);
    for (const auto& person : all_.told) done_.push_back({.key = keyOf(person), .call = person});
}

bool CallsPresenter::needsSomebody(const Item& item) const
{
    return !item.asked;
}

std::size_t CallsPresenter::open() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(open_, [this](const Item& item) { return needsSomebody(item); }));
}

// ---- the chosen line

const CallsPresenter::Item* CallsPresenter::chosen() const
{
    if (!chosen_) return nullptr;
    const auto it = std::ranges::find(items(), chosen_->key, &Item::key);
    return it == items().end() ? nullptr : &*it;
}

/// What was done about a line that is no longer open.
const PersonToCall* CallsPresenter::overtaking(const Item& item) const
{
    const auto appointment = item.call ? item.call->appointment : item.visit->appointment;
    const auto reason = item.call ? item.call->reason : CallReason::stranded;
    const auto it = std::ranges::find_if(all_.told, [&](const PersonToCall& told) {
        return told.appointment == appointment && told.reason == reason;
    });
    return it == all_.told.end() ? nullptr : &*it;
}

void CallsPresenter::forgetChoice()
{
    chosen_.reset();
    starts_.forget();
    offers_.clear();
    offer_.reset();
    offersKnown_ = false;
    offersProblem_ = nullptr;
    cancelling_ = reasonMissing_ = false;
    reason_.clear();
    email_.clear();
    problem_ = nullptr;
}

void CallsPresenter::look(CallsState::View view)
{
    if (view == view_) return;
    view_ = view;
    forgetChoice();
    said_.clear();
    changed_();
}

void CallsPresenter::choose(long long key)
{
    if (chosen_ && chosen_->key == key) return;
    if (act_.pending()) return; // its answer belongs to the line that is shown
    forgetChoice();
    const auto it = std::ranges::find(items(), key, &Item::key);
    if (it != items().end()) {
        chosen_ = *it;
        if (chosen_->visit) askStarts();
    }
    changed_();
}

void CallsPresenter::askStarts()
{
    const StrandedVisit& visit = *chosen_->visit;
    const Offer around{visit.day, visit.start};
    offers_.clear();
    offersKnown_ = false;
    offersProblem_ = nullptr;
    offer_.reset();
    const Day from = std::max(desk_.today(), visit.day - std::chrono::days(daysBefore));
    starts_.ask([&service = desk_.service, id = visit.appointment,
                 from] { return service.startsToMove(id, from, daysOffered); },
                [this, around](const std::vector<DayOfStarts>& days) {
                    offers_ = nearestOffers(days, around, startsOffered + 1);
                    std::erase(offers_, around); // its own place, which is no longer one
                    if (offers_.size() > startsOffered) offers_.resize(startsOffered);
                    offersKnown_ = true;
                    changed_();
                },
                [this](const std::exception_ptr& error) {
                    offers_.clear();
                    offersProblem_ = error;
                    changed_();
                });
}

void CallsPresenter::chooseStart(std::size_t index)
{
    if (index >= offers_.size()) return;
    offer_ = index;
    changed_();
}

void CallsPresenter::typeReason(const std::string& reason)
{
    reason_ = reason;
    reasonMissing_ = false;
    changed_();
}

void CallsPresenter::typeEmail(const std::string& email)
{
    email_ = email;
    changed_();
}

void CallsPresenter::giveUp()
{
    cancelling_ = reasonMissing_ = false;
    changed_();
}

// ---- acts

RequestKey CallsPresenter::keyFor(const std::string& wish)
{
    return wishes_.try_emplace(wish, Seed::random()).first->second.requestKey("to-call");
}

void CallsPresenter::act(CallAct act)
{
    if (!chosen_ || act_.pending()) return;
    const Item* item = chosen();
    if (!item) return;
    const auto buttons = detailsOf(*item).acts;
    const auto button = std::ranges::find(buttons, act, &CallsState::Button::act);
    if (button == buttons.end() || !button->enabled) return;
    problem_ = nullptr;
    said_.clear();
    if (act == CallAct::back) {
        giveUp();
    } else if (act == CallAct::cancel && !cancelling_) {
        cancelling_ = true;
        changed_();
    } else if (act == CallAct::letter && view_ == CallsState::View::done) {
        writeLettersTo({*item->call});
    } else {
        send(act);
    }
}

std::function<void(DeskService&)> CallsPresenter::work(CallAct act, const Item& item)
{
    const AppointmentId id = item.call ? item.call->appointment : item.visit->appointment;
    const CallReason reason = item.call ? item.call->reason : CallReason::stranded;
    const Telling telling = item.agreed() ? Telling::byMe : Telling::byTown;
    const std::string wish = fmt::format("{} {} ", item.key, static_cast<int>(act));
    const auto mark = [&](CallOutcome outcome) {
        return [key = keyFor(wish), id, reason, outcome](DeskService& service) {
            service.markCalled(key, id, reason, outcome);
        };
    };
    switch (act) {
    case CallAct::letter:
        return mark(CallOutcome::letter);
    case CallAct::settled:
        return mark(CallOutcome::settled);
    case CallAct::noAnswer:
        return [key = keyFor(wish), id, reason](DeskService& service) {
            service.nobodyAnswered(key, id, reason);
        };
    case CallAct::move: {
        const Offer to = offers_.at(*offer_);
        const int revision = item.visit->revision;
        return [key = keyFor(wish + isoDay(to.day) + clockText(to.start) + std::to_string(revision)), id,
                revision, to,
                telling](DeskService& service) { service.moveStranded(key, id, revision, to, telling); };
    }
    case CallAct::cancel:
        return [key = keyFor(wish + reason_), id, why = reason_, telling](DeskService& service) {
            service.cancelStranded(key, id, why, telling);
        };
    case CallAct::email:
        return [key = keyFor(wish + email_), id, email = email_](DeskService& service) {
            service.correctEmail(key, id, email);
        };
    case CallAct::keep:
        return [key = keyFor(wish), id](DeskService& service) { service.keepStranded(key, id); };
    case CallAct::toCall:
        return [key = keyFor(wish), id](DeskService& service) { service.callStranded(key, id); };
    default:
        return mark(CallOutcome::called);
    }
}

void CallsPresenter::send(CallAct act)
{
    const Item item = *chosen();
    if (act == CallAct::cancel && !item.agreed() && reason_.find_first_not_of(' ') == std::string::npos) {
        reasonMissing_ = true;
        changed_();
        return;
    }
    act_.ask([&service = desk_.service, work = work(act, item)] { work(service); },
             [this, act, key = item.key] { sent(act, key); },
             [this](const std::exception_ptr& error) { failed(error); });
    changed_();
}

/// The next line is chosen, so that one telephones down the list.
void CallsPresenter::sent(CallAct act, long long key)
{
    const auto at = std::ranges::find(open_, key, &Item::key);
    if (at == open_.end()) return changed();
    const Item item = *at;
    said_ = saidOf(act, item);
    saidTone_ = Tone::good;
    const auto next = at + 1 == open_.end() ? (at == open_.begin() ? open_.end() : at - 1) : at + 1;
    const long long following = next == open_.end() ? 0 : next->key;
    if (act != CallAct::noAnswer) open_.erase(at);
    wishes_.clear();
    choose(following);
    if (act == CallAct::letter) writeLettersTo({*item.call});
    changed();
    changed_();
}

void CallsPresenter::failed(const std::exception_ptr& error)
{
    problem_ = error;
    if (isRefusal(error, Refusal::slotTaken)) askStarts();
    if (!isLoss(error)) changed();
    changed_();
}
} // namespace accueil
