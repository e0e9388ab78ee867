#include "core/base/errors.h"
#include "staff-desktop/logic/book_presenter.h"
#include "staff-desktop/logic/procedure_search.h"

namespace accueil
{
namespace
{
BookFocus focusOf(PersonField field)
{
    switch (field) {
    case PersonField::lastName:
        return BookFocus::lastName;
    case PersonField::firstName:
        return BookFocus::firstName;
    case PersonField::birthDate:
        return BookFocus::birthDate;
    case PersonField::phone:
        return BookFocus::phone;
    case PersonField::email:
        return BookFocus::email;
    case PersonField::note:
        return BookFocus::note;
    }
    return BookFocus::search;
}
} // namespace

void BookPresenter::confirm()
{
    if (!keeper_.held() || keeper_.onItsWay() || booking_.pending()) return;
    if (holdsLess()) return focus_(BookFocus::when);
    who_.leaveAll();
    if (const auto wrong = who_.firstProblem()) {
        changed_();
        focus_(focusOf(*wrong));
        return;
    }
    if (overruling_.needed() && overruling_.reason.find_first_not_of(' ') == std::string::npos) {
        overruling_.asked = true;
        changed_();
        focus_(BookFocus::reason);
        return;
    }
    // No double is made before it was shown.
    confirmIsNext_ = !who_.settled() && !who_.away();
    if (!confirmIsNext_) send();
    changed_();
}

void BookPresenter::lookedUp()
{
    if (confirmIsNext_ && (who_.settled() || who_.away())) {
        confirmIsNext_ = false;
        twinWasNew_ = who_.twin(planned()) != nullptr;
        if (!twinWasNew_) send();
    }
    changed_();
}

void BookPresenter::typeReason(const std::string& text)
{
    if (!overruling_.needed() || overruling_.reason == text || booking_.pending()) return;
    overruling_.reason = text;
    stopWaiting();
    changed_();
}

bool BookPresenter::waiveOverruling()
{
    if (!overruling_.needed() || booking_.pending()) return false;
    const bool beyond = overruling_.full;
    overruling_ = {};
    bookingProblem_ = nullptr;
    stopWaiting();
    if (beyond) keeper_.giveUp(); // a place that needs a reason is not kept without one
    changed_();
    return true;
}

void BookPresenter::print()
{
    if (done_ && onPrint) onPrint(done_->booked.appointment);
}

void BookPresenter::send()
{
    if (booking_.pending()) return;
    if (!keeper_.held() || keeper_.onItsWay()) return stopWaiting();
    bookingProblem_ = nullptr;
    confirmWaits_ = twinWasNew_ = false;
    keeper_.pauseExpiry(true);
    const HeldPlace place = *keeper_.held();
    const Person person = personOf(who_.input(), desk_.today());
    const std::string reason = overruling_.needed() ? overruling_.reason : "";
    booking_.ask([&service = desk_.service, place, person,
                  reason] { return service.book(place.seed, place.hold.appointment, person, reason); },
                 [this, wish = place.wish, mail = !person.email.empty()](const Booked& booked) {
                     confirmed(wish, mail, booked);
                 },
                 [this, place](const std::exception_ptr& error) {
                     if (isRefusal(error, Refusal::requestConflict))
                         bookedEarlier(place);
                     else
                         refused(error);
                 });
}

/// The answer of the first confirmation was lost, not the booking; what was changed since is another form to the same key.
void BookPresenter::bookedEarlier(const HeldPlace& place)
{
    confirmed(place.wish, false, {place.hold.appointment, place.hold.reference});
    done_->asFirstTyped = true;
    changed_();
}

void BookPresenter::confirmed(const Wish& wish, bool mail, const Booked& booked)
{
    keeper_.pauseExpiry(false);
    keeper_.booked();
    emptyForm();
    thrownAway_.reset();
    done_ = Done{wish, booked, mail};
    changed_();
    focus_(BookFocus::search);
}

void BookPresenter::refused(const std::exception_ptr& error)
{
    if (isLoss(error)) {
        confirmWaits_ = true; // sent again with the same key as soon as somebody answers
        keeper_.mayBeBooked();
        changed_();
        return;
    }
    keeper_.pauseExpiry(false);
    if (isRefusal(error, Refusal::holdExpired) || isRefusal(error, Refusal::appointmentGone))
        return keeper_.expired();
    placeFollows(); // what is offered may have changed meanwhile
    if (isRefusal(error, Refusal::limitReached) || isRefusal(error, Refusal::reasonNeeded)) {
        (isRefusal(error, Refusal::limitReached) ? overruling_.limit : overruling_.full) = true;
        changed_();
        focus_(BookFocus::reason);
        return;
    }
    bookingProblem_ = error;
    changed_();
}

void BookPresenter::prolong()
{
    if (!booking_.pending() && !confirmWaits_ && !confirmIsNext_) keeper_.prolong();
}

void BookPresenter::restart()
{
    if (booking_.pending()) return;
    if (!chosen_.empty() || !who_.input().empty()) thrownAway_ = Form{chosen_, who_.input()};
    const auto kept = thrownAway_;
    stopWaiting();
    keeper_.giveUp();
    emptyForm();
    thrownAway_ = kept;
    done_.reset();
    changed_();
    focus_(BookFocus::search);
}

void BookPresenter::undoRestart()
{
    if (!thrownAway_) return;
    chosen_ = stillOffered(thrownAway_->chosen);
    who_.restore(thrownAway_->input);
    thrownAway_.reset();
    starts_.reload();
    changed_();
}

void BookPresenter::emptyForm()
{
    chosen_.clear();
    who_.clear();
    elsewhere_.reset();
    confirmWaits_ = confirmIsNext_ = twinWasNew_ = false;
    bookingProblem_ = nullptr;
    overruling_ = {};
    starts_.reset();
    typed_.clear();
    found_ = findProcedures(desk_.catalogue(), typed_, desk_.language());
}

void BookPresenter::tick()
{
    keeper_.tick();
    if (!keeper_.held() || keeper_.left() == shownLeft_) return;
    shownLeft_ = keeper_.left();
    changed_();
}
} // namespace accueil
