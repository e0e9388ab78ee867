#include "staff-desktop/logic/visit_card.h"
#include "core/base/date_words.h"
#include "core/base/describe.h"
#include "staff-desktop/logic/history_words.h"
#include "staff-desktop/logic/visit_presenter.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::string joined(const std::vector<std::string>& parts)
{
    std::string line;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += " · ";
        line += part;
    }
    return line;
}

/// "Jeudi 26 novembre à 08:30"; of another year with the year.
std::string whenInWords(const Messages& m, Day day, MinuteOfDay start, Day today)
{
    const auto year = [](Day one) { return std::chrono::year_month_day{one}.year(); };
    const std::string words = year(day) == year(today) ? dayFromToday(m, day, today) : dayWithYear(m, day);
    return capitalised(m.tr("{0} at {1}", words, clockText(start)));
}

/// Minutes on the day itself, else days.
std::string howSoon(const Messages& m, const Appointment& visit, const LocalTime& now)
{
    const auto days = (visit.day - now.day).count();
    if (days == 0) return inHowLong(m, visit.start.value - now.minute.value);
    return days > 0 ? m.trn("in {0} day", "in {0} days", days) : m.trn("{0} day ago", "{0} days ago", -days);
}

/// A cancelled visit has no sheet any more.
std::string cancellationGoesOut(const Messages& m, bool mail)
{
    return mail ? m.tr("The message goes out at once.") : m.tr("No e-mail: please tell the person.");
}
} // namespace

VisitCard VisitPresenter::state() const
{
    const Messages& m = desk_.messages();
    VisitCard card{.id = chosen_, .mode = mode_, .busy = busy()};
    if (!chosen_)
        card.nothing = m.tr("Choose a line to see the appointment.");
    else if (!first())
        card.nothing = complete_  ? m.tr("This appointment is no longer kept.")
                       : problem_ ? describe(m, problem_)
                                  : m.tr("One moment …");
    if (!card.nothing.empty()) return card;
    fillFacts(card);
    fillNotice(card);
    fillMode(card);
    return card;
}

void VisitPresenter::fillFacts(VisitCard& card) const
{
    const Messages& m = desk_.messages();
    const Catalogue& catalogue = desk_.catalogue();
    const Appointment &visit = *first(), &chosen = *shown();
    const Person& person = visit.person;
    card.state = chosen.state;
    card.word = stateWord(m, chosen.state);
    card.reference = m.tr("Reference {0}", referenceInWords(visit.reference));
    card.name = inputOf(person).fullName();
    if (person.birthDate != BirthDate{}) {
        const auto age = ageOn(person.birthDate, desk_.today());
        card.born = joined({m.tr("born {0}", birthDateText(person.birthDate)),
                            age ? m.trn("{0} year of age", "{0} years of age", *age) : ""});
    }
    card.contact = joined({person.phone, std::string(ownName(person.language))});
    if (!person.email.empty()) card.contact += "\n" + person.email;
    card.when =
        joined({whenInWords(m, visit.day, visit.start, desk_.today()), howSoon(m, visit, desk_.now())});
    std::vector<ProcedureId> procedures;
    for (const auto& part : file_.parts) {
        const Service* service = catalogue.find(part.service);
        const WaitingArea* area = service ? catalogue.find(service->area) : nullptr;
        card.parts.push_back(
            {.what = (file_.parts.size() > 1 ? clockText(part.start) + " · " : "") +
                     proceduresInOneLine(m, catalogue, part.wanted),
             .where = joined({service ? m.tr("{0}, area {1}", service->shortName.in(desk_.language()),
                                             area ? area->code : "")
                                      : "",
                              m.trn("{0} minute", "{0} minutes", part.minutes)})});
        for (const auto& wanted : part.wanted) procedures.push_back(wanted.procedure);
    }
    card.papers = catalogue.papers(procedures, desk_.language());
    card.note = person.note;
    card.ticket = visit.ticketNumber;
    for (const auto& entry : file_.history)
        card.history.push_back(historyLine(m, entry, catalogue.zone(), desk_.today()));
    card.acts = acts();
    card.priority = priority_;
}

// ---- what has happened

void VisitPresenter::fillNotice(VisitCard& card) const
{
    const Messages& m = desk_.messages();
    card.conflict = conflict();
    if (waits_) {
        card.notice = m.tr("This goes out by itself as soon as the connection is back.");
        card.tone = Tone::look;
    } else if (busy()) {
        card.notice = m.tr("One moment …");
    } else if (outcome_) {
        fillOutcome(card);
    } else if (tooLate_ && canCheckIn()) {
        card.notice =
            m.tr("More than {0} minutes late: you decide. A ticket in the order of arrival, or another day?",
                 desk_.catalogue().policy().receptionAfter);
        card.tone = Tone::look;
    } else if (card.acts.bringBack) {
        card.notice = m.tr("What you typed is kept, but not saved.");
        card.tone = Tone::look;
    }
}

void VisitPresenter::fillOutcome(VisitCard& card) const
{
    const Messages& m = desk_.messages();
    if (outcome_->problem) {
        const bool late = outcome_->act == Act::checkIn && tooLate_;
        card.notice = late ? m.tr("More than {0} minutes late: you decide. A ticket in the order of arrival, "
                                  "or another day?",
                                  desk_.catalogue().policy().receptionAfter)
                           : describe(m, outcome_->problem);
        card.tone = Tone::look;
        return;
    }
    card.tone = Tone::good;
    if (const auto& ticket = outcome_->ticket) {
        card.ticket = ticket->number;
        card.ticketLine = joined(
            {m.tr("Waiting area {0}", ticket->area),
             ticket->ahead == 0 ? ""
                                : m.trn("{0} person ahead of you", "{0} people ahead of you", ticket->ahead),
             waitShort(m, ticket->wait)});
    }
    switch (outcome_->act) {
    case Act::checkIn:
        card.notice = m.tr("The arrival is recorded. Give this number to the person.");
        break;
    case Act::putBack:
        card.notice = m.tr("Back in the queue, with the same number.");
        break;
    case Act::ticket:
        card.notice = m.tr("Ticket {0}", outcome_->ticket->number);
        break;
    case Act::move:
        card.notice = m.tr("The appointment is moved.") + " " + whatGoesOut(outcome_->mail);
        break;
    case Act::cancel:
        card.notice = m.tr("The appointment is cancelled.") + " " + cancellationGoesOut(m, outcome_->mail);
        break;
    case Act::sendAgain:
        card.notice = m.tr("The message goes out once more, at once.");
        break;
    case Act::change:
        card.notice =
            outcome_->mail ? m.tr("Saved. The confirmation goes out to the new address.") : m.tr("Saved.");
        break;
    }
}

std::string VisitPresenter::whatGoesOut(bool mail) const
{
    const Messages& m = desk_.messages();
    return mail ? m.tr("The message goes out at once.")
                : m.tr("No e-mail: tell the person, or print the sheet.");
}

std::optional<VisitCard::Conflict> VisitPresenter::conflict() const
{
    const Messages& m = desk_.messages();
    const VisitFile* was = takenOver_ ? &*takenOver_ : mode_ == VisitMode::facts ? nullptr : &seen_;
    if (busy() || !was || was->parts.empty()) return {};
    const auto changes = changesInWords(m, was->parts.front(), *first());
    if (changes.empty() && !contested()) return {};
    VisitCard::Conflict conflict{.sentence = m.tr("A colleague has changed: {0}", joined(changes))};
    conflict.open = contested();
    if (!conflict.open) return conflict;
    if (mode_ == VisitMode::editing) {
        conflict.keepMine = m.tr("Keep what I typed");
        conflict.theirs = m.tr("Take the colleague's");
    } else {
        conflict.keepMine =
            mode_ == VisitMode::moving ? m.tr("Move all the same") : m.tr("Cancel all the same");
        conflict.theirs = m.tr("Leave it as it is now");
    }
    return conflict;
}

// ---- what is being done

void VisitPresenter::fillMode(VisitCard& card) const
{
    if (mode_ == VisitMode::moving) card.moving = moving();
    if (mode_ == VisitMode::cancelling) card.cancelling = cancelling();
    if (mode_ == VisitMode::editing) card.editing = editing();
}

VisitCard::Moving VisitPresenter::moving() const
{
    const Messages& m = desk_.messages();
    VisitCard::Moving moving{.when = starts_.state(marks())};
    const Offer present{first()->day, first()->start};
    const std::string from = capitalised(dayAndTime(m, present.day, present.start));
    if (!offer_) {
        moving.sentence = from + " → …";
        moving.advice = m.tr("Choose the new time.");
    } else if (*offer_ == present) {
        moving.sentence = from;
        moving.advice = m.tr("It is at this time already. Choose another one.");
    } else {
        moving.sentence = from + " → " + dayAndTime(m, offer_->day, offer_->start);
        moving.advice = whatGoesOut(!first()->person.email.empty());
        if (file_.parts.size() > 1) moving.advice = m.tr("Both halves move together.") + " " + moving.advice;
        moving.canConfirm = !busy() && !contested();
    }
    return moving;
}

VisitCard::Cancelling VisitPresenter::cancelling() const
{
    const Messages& m = desk_.messages();
    VisitCard::Cancelling cancelling{.reason = reason_, .readOnly = sending()};
    cancelling.usual = {m.tr("No longer needed"), m.tr("Cannot come"), m.tr("Booked twice")};
    try {
        checkedReason(reason_);
    } catch (const InvalidInput&) {
        cancelling.problem = m.tr("This is too long. Please shorten it.");
    }
    cancelling.advice = m.tr("The place is free again for others.") + " " +
                        cancellationGoesOut(m, first() && !first()->person.email.empty());
    cancelling.canConfirm = cancelling.problem.empty() && !busy() && !contested();
    return cancelling;
}

VisitCard::Editing VisitPresenter::editing() const
{
    const Messages& m = desk_.messages();
    VisitCard::Editing editing{.input = form_, .readOnly = sending()};
    for (const auto field : left_) editing.problems[static_cast<std::size_t>(field)] = problemOf(field);
    if (seen_.parts.empty()) return editing;
    const PersonInput was = inputOf(seen_.parts.front().person);
    const std::string &oldMail = was[PersonField::email], &newMail = form_[PersonField::email];
    if (oldMail != newMail)
        editing.advice = newMail.empty() ? m.tr("Without an address, no more messages go out.")
                                         : m.tr("The confirmation goes out to the new address.");
    editing.canConfirm = form_ != was && !busy() && !contested();
    return editing;
}
} // namespace accueil
