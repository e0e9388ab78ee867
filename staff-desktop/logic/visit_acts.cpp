#include "core/base/errors.h"
#include "staff-desktop/logic/visit_presenter.h"
#include <algorithm>

namespace accueil
{
// ---- what is sent

void VisitPresenter::setPriority(bool first)
{
    if (mode_ != VisitMode::facts || busy() || !canCheckIn()) return;
    priority_ = first;
    changed_();
}

void VisitPresenter::checkIn()
{
    if (mode_ != VisitMode::facts || busy() || !canCheckIn()) return;
    const Admission admission{.priority = priority_, .byReception = tooLate_};
    run(Act::checkIn, false, [id = first()->id, admission](DeskService& service, const RequestKey& key) {
        return std::optional(service.checkIn(key, id, admission));
    });
}

void VisitPresenter::putBack()
{
    if (mode_ != VisitMode::facts || busy() || !acts().putBack) return;
    run(Act::putBack, false,
        [ticket = ticketIn({VisitState::missed})](DeskService& service, const RequestKey& key) {
            return std::optional(service.putBack(key, ticket));
        });
}

void VisitPresenter::sendAgain()
{
    if (mode_ != VisitMode::facts || busy() || !acts().sendAgain) return;
    run(Act::sendAgain, true, [id = first()->id](DeskService& service, const RequestKey& key) {
        service.sendAgain(key, id);
        return std::optional<IssuedTicket>();
    });
}

void VisitPresenter::print()
{
    if (mode_ != VisitMode::facts) return;
    if (acts().print) return printSheet(first()->id);
    if (busy() || !acts().printTicket) return;
    run(Act::ticket, false, [ticket = first()->ticket](DeskService& service, const RequestKey&) {
        return std::optional(service.ticketAgain(ticket));
    });
}

void VisitPresenter::confirm()
{
    if (busy() || contested() || !allowed(mode_)) return;
    switch (mode_) {
    case VisitMode::facts:
        break;
    case VisitMode::moving:
        sendMove();
        break;
    case VisitMode::cancelling:
        sendCancel();
        break;
    case VisitMode::editing:
        sendChange();
        break;
    }
}

void VisitPresenter::sendMove()
{
    if (!moving().canConfirm) return;
    run(Act::move, !first()->person.email.empty(),
        [id = first()->id, revision = seen_.parts.front().revision, to = *offer_](DeskService& service,
                                                                                  const RequestKey& key) {
            service.moveVisit(key, id, revision, to.day, to.start);
            return std::optional<IssuedTicket>();
        });
}

void VisitPresenter::sendCancel()
{
    if (!cancelling().canConfirm) return;
    run(Act::cancel, !first()->person.email.empty(),
        [id = first()->id, revision = seen_.parts.front().revision, reason = reason_](DeskService& service,
                                                                                      const RequestKey& key) {
            service.cancelVisit(key, id, revision, reason);
            return std::optional<IssuedTicket>();
        });
}

void VisitPresenter::sendChange()
{
    left_.insert(personFields.begin(), personFields.end());
    const bool wrong =
        std::ranges::any_of(personFields, [this](PersonField field) { return !problemOf(field).empty(); });
    if (wrong || !editing().canConfirm) {
        changed_();
        focus_(VisitFocus::form);
        return;
    }
    const Person before = seen_.parts.front().person, after = personOf(form_, desk_.today());
    const bool newAddress = after.email != before.email && !after.email.empty();
    run(Act::change, newAddress,
        [id = first()->id, before, after](DeskService& service, const RequestKey& key) {
            service.changePerson(key, id, before, after);
            return std::optional<IssuedTicket>();
        });
}

// ---- once each

void VisitPresenter::run(Act act, bool mail,
                         std::function<std::optional<IssuedTicket>(DeskService&, const RequestKey&)> work)
{
    outcome_.reset();
    takenOver_.reset();
    doing_ = Doing{act, chosen_, mail, first()->person.language,
                   [&service = desk_.service, key = Seed::random().requestKey("visit"),
                    work = std::move(work)] { return work(service, key); }};
    send();
    changed_();
}

void VisitPresenter::send()
{
    if (!doing_ || act_.pending()) return;
    waits_ = false;
    act_.ask(
        doing_->work, [this](const std::optional<IssuedTicket>& ticket) { done(ticket); },
        [this](const std::exception_ptr& error) { failed(error); });
}

void VisitPresenter::done(const std::optional<IssuedTicket>& ticket)
{
    const Doing did = *std::exchange(doing_, {});
    if (did.act == Act::change) drafts_.erase(did.of);
    if (did.act == Act::checkIn && printTicket) printTicket(*ticket, did.language);
    if (did.act == Act::ticket && printTicketAgain) printTicketAgain(*ticket, did.language);
    if (did.of == chosen_) {
        outcome_ = Outcome{did.act, did.mail, ticket, nullptr};
        mode_ = VisitMode::facts;
        focus_(VisitFocus::acts);
    }
    reload();
    changed_();
}

void VisitPresenter::failed(const std::exception_ptr& error)
{
    if (isLoss(error)) { // it goes out again with the same key: what has happened is found, not doubled
        waits_ = true;
        changed_();
        return;
    }
    const Doing did = *std::exchange(doing_, {});
    if (did.of == chosen_) {
        tooLate_ = tooLate_ || (did.act == Act::checkIn && isRefusal(error, Refusal::tooLate));
        if (did.act == Act::move &&
            (isRefusal(error, Refusal::slotTaken) || isRefusal(error, Refusal::noSuchSlot))) {
            refusal_ = error;
            refused_ = std::exchange(offer_, {});
            starts_.showFirst(); // the nearest ones
            starts_.reload();
            focus_(VisitFocus::starts);
        } else {
            outcome_ = Outcome{did.act, false, {}, error};
        }
    }
    reload();
    changed_();
}

/// What is sent must be what stands there.
void VisitPresenter::stopWaiting()
{
    if (!waits_ || doing_->of != chosen_) return;
    waits_ = false;
    doing_.reset();
}
} // namespace accueil
