#include "core/base/describe.h"
#include "staff-desktop/logic/calendar_words.h"
#include "staff-desktop/logic/call_words.h"
#include "staff-desktop/logic/calls_presenter.h"
#include <algorithm>

namespace accueil
{
namespace
{
/// What the page says of an appointment without a place is what it says of somebody to call for it.
PersonToCall personOf(const StrandedVisit& visit)
{
    PersonToCall person;
    person.appointment = visit.appointment;
    person.reference = visit.reference;
    person.lastName = visit.lastName;
    person.firstName = visit.firstName;
    person.phone = visit.phone;
    person.language = visit.language;
    person.service = visit.service;
    person.procedures = visit.procedures;
    person.day = person.wasDay = visit.day;
    person.start = person.wasStart = visit.start;
    return person;
}

std::string listName(const PersonToCall& person)
{
    return person.lastName + (person.firstName.empty() ? "" : " ") + person.firstName;
}

std::string fullName(const PersonToCall& person)
{
    return person.firstName + (person.firstName.empty() ? "" : " ") + person.lastName;
}

std::string shortWhen(const Messages& m, const Offer& at)
{
    return shortWeekday(m, isoWeekday(at.day)) + " " + shortDay(at.day) + " " + clockText(at.start);
}

/// The language by its name in mine.
std::string toSayIn(const Messages& m, Language language)
{
    switch (language) {
    case Language::fr:
        return m.tr("To say, in French");
    case Language::nl:
        return m.tr("To say, in Dutch");
    case Language::de:
        return m.tr("To say, in German");
    case Language::en:
        break;
    }
    return m.tr("To say, in English");
}

std::string whatFor(const Catalogue& catalogue, Language language, const PersonToCall& person)
{
    std::string line;
    for (const ProcedureId id : person.procedures)
        if (const Procedure* procedure = catalogue.find(id))
            line += (line.empty() ? "" : " + ") + procedure->name.in(language);
    const Service* service = catalogue.find(person.service);
    return !line.empty() || !service ? line : service->name.in(language);
}

Tone toneOf(const PersonToCall& person)
{
    return person.reason == CallReason::stranded ? Tone::look : Tone::plain;
}

/// A mail of an appointment that stands: the next one goes to the right address.
bool canCorrect(const std::optional<PersonToCall>& call)
{
    return call && call->reason == CallReason::mailFailed && !call->cancelled;
}

bool placeCameBack(const std::optional<PersonToCall>& call, const std::optional<StrandedVisit>& visit)
{
    return call && call->reason == CallReason::stranded && !visit;
}
} // namespace

std::string CallsPresenter::tabName() const
{
    const std::string name = desk_.messages().trc("tab", "To call");
    return open() == 0 ? name : fmt::format("{} ({})", name, open());
}

CallsState CallsPresenter::state() const
{
    const Messages& m = desk_.messages();
    CallsState state{.view = view_, .summary = summary(), .nothing = nothing()};
    for (const auto& item : items()) state.rows.push_back(rowOf(item));
    if (chosen_) {
        state.chosen = chosen() ? chosen_->key : 0;
        state.details = detailsOf(*chosen_);
    }
    state.said = said_;
    state.saidTone = saidTone_;
    const auto silent =
        std::ranges::count_if(all_.open, [](const PersonToCall& person) { return person.phone.empty(); });
    const long letters = batch_ ? std::ssize(batch_->people) : silent;
    if (letters > 0)
        state.letters = m.trn("Letter to {0} person without telephone",
                              "Letters to {0} people without telephone", letters);
    state.canPrint = !all_.open.empty();
    state.canWrite = letters > 0 && !act_.pending();
    return state;
}

std::string CallsPresenter::summary() const
{
    const Messages& m = desk_.messages();
    if (!loaded_ || open_.empty()) return "";
    const long undecided = std::ranges::count_if(open_, [](const Item& item) { return !item.call; });
    const long toCall = std::ssize(open_) - undecided;
    std::string text;
    if (toCall > 0) text = m.trn("{0} person to call", "{0} people to call", toCall);
    if (undecided > 0)
        text += (text.empty() ? "" : " · ") +
                m.trn("{0} appointment without a place", "{0} appointments without a place", undecided);
    return text;
}

std::string CallsPresenter::nothing() const
{
    const Messages& m = desk_.messages();
    if (!loaded_) return listProblem_ ? describe(m, listProblem_) : m.tr("One moment …");
    if (!items().empty()) return "";
    return view_ == CallsState::View::open ? m.tr("Nobody to call. Everybody has been told.")
                                           : m.tr("Nobody was called or written to in the last seven days.");
}

CallsState::Row CallsPresenter::rowOf(const Item& item) const
{
    const Messages& m = desk_.messages();
    const PersonToCall person = item.call ? *item.call : personOf(*item.visit);
    CallsState::Row row{.key = item.key, .when = shortWhen(m, item.first), .name = listName(person)};
    row.phone = person.phone.empty() ? m.tr("no telephone") : person.phone;
    row.why = reasonWord(m, person.reason);
    row.tone = toneOf(person);
    row.now = standsNow(m, person);
    if (view_ == CallsState::View::done) {
        row.when = shortWhen(m, Offer{desk_.local(person.doneAt).day, desk_.local(person.doneAt).minute});
        row.now = doneInWords(m, desk_.catalogue(), person, desk_.today());
        row.tone = Tone::plain;
    } else if (!item.call) {
        row.now = item.asked ? m.tr("Waiting for an answer.") : m.tr("To be decided.");
        row.dim = item.asked.has_value();
    } else if (placeCameBack(item.call, item.visit)) {
        row.now = m.tr("There is a place again.");
        row.tone = Tone::plain;
    } else if (person.tries > 0) {
        row.now = notReached(person);
    }
    return row;
}

/// By whichever desk called last.
std::string CallsPresenter::notReached(const PersonToCall& person) const
{
    const Messages& m = desk_.messages();
    const LocalTime at = desk_.local(person.triedAt);
    const std::string clock = clockText(at.minute), day = shortDay(at.day);
    if (at.day == desk_.today())
        return person.tries == 1 ? m.tr("Not reached at {0}.", clock)
                                 : m.tr("Not reached at {0} ({1} times).", clock, person.tries);
    return person.tries == 1 ? m.tr("Not reached on {0} at {1}.", day, clock)
                             : m.tr("Not reached on {0} at {1} ({2} times).", day, clock, person.tries);
}

CallsState::Details CallsPresenter::detailsOf(const Item& item) const
{
    CallsState::Details details{.key = item.key, .cancelling = cancelling_, .reason = reason_};
    const PersonToCall person = item.call ? *item.call : personOf(*item.visit);
    describePerson(details, person);
    if (!item.agreed()) describeVisit(details, *item.visit);
    if (!item.call) details.say = details.sayMine = "";
    if (placeCameBack(item.call, item.visit)) {
        details.now = desk_.messages().tr("There is a place again. The appointment can stay as it was.");
        details.say = details.sayMine = "";
    }
    if (view_ == CallsState::View::done) details.say = details.sayMine = "";
    const bool here = chosen() != nullptr;
    if (details.phone.empty())
        details.noPhone = item.call ? desk_.messages().tr("No telephone: write a letter.")
                                    : capitalised(desk_.messages().tr("no telephone"));
    details.asksEmail = here && view_ == CallsState::View::open && canCorrect(item.call);
    details.email = email_;
    if (here && item.visit && !cancelling_) addStarts(details, item);
    if (here) addActs(details, item);
    addNotice(details, item);
    return details;
}

void CallsPresenter::describePerson(CallsState::Details& details, const PersonToCall& person) const
{
    const Messages& m = desk_.messages();
    const Messages theirs(person.language);
    details.why = reasonWord(m, person.reason);
    details.tone = toneOf(person);
    details.reference = m.tr("Reference {0}", referenceInWords(person.reference));
    details.name = fullName(person);
    details.what = whatFor(desk_.catalogue(), desk_.language(), person);
    details.phone = person.phone;
    details.phoneSpoken = m.tr("Phone: {0}", digitByDigit(person.phone));
    details.knows = capitalised(dayAndTime(m, person.wasDay, person.wasStart));
    details.now = standsNow(m, person);
    std::optional<Offer> offer;
    if (offer_) offer = offers_.at(*offer_);
    details.say = spokenTo(theirs, desk_.catalogue(), person, offer);
    details.sayTitle = m.tr("To say");
    if (person.language == desk_.language()) return;
    details.sayTitle = toSayIn(m, person.language);
    details.sayMine = spokenTo(m, desk_.catalogue(), person, offer);
}

void CallsPresenter::describeVisit(CallsState::Details& details, const StrandedVisit& visit) const
{
    const Messages& m = desk_.messages();
    details.notice = visit.hasEmail ? m.tr("Whatever you decide, an e-mail tells this person at once.")
                                    : m.tr("This person has no e-mail. Whoever is moved or cancelled then "
                                           "stands in this list, to be called.");
}

void CallsPresenter::addStarts(CallsState::Details& details, const Item& item) const
{
    const Messages& m = desk_.messages();
    if (placeCameBack(item.call, item.visit)) return;
    details.offering = true;
    for (std::size_t i = 0; i < offers_.size(); ++i)
        details.starts.push_back({capitalised(dayAndTime(m, offers_[i].day, offers_[i].start)), offer_ == i});
    if (offersProblem_)
        details.startsNote = describe(m, offersProblem_);
    else if (!offersKnown_)
        details.startsNote = m.tr("One moment …");
    else if (offers_.empty())
        details.startsNote = m.tr("No free place in the next weeks.");
}

void CallsPresenter::addActs(CallsState::Details& details, const Item& item) const
{
    const Messages& m = desk_.messages();
    const bool rests = !act_.pending();
    const auto add = [&](CallAct act, std::string label, bool enabled = true) {
        details.acts.push_back({act, std::move(label), details.acts.empty(), enabled && rests});
    };
    const auto addCancel = [&] { add(CallAct::cancel, m.trc("to call", "Ca&ncel the appointment")); };
    const auto addLetter = [&] { add(CallAct::letter, m.trc("to call", "&Letter")); };
    if (view_ == CallsState::View::done) {
        if (item.call->outcome == CallOutcome::letter)
            add(CallAct::letter, m.trc("to call", "Print the &letter again"));
        return;
    }
    if (cancelling_) {
        addCancel();
        return add(CallAct::back, m.trc("to call", "&Back"));
    }
    const bool reachable = item.call && !item.call->phone.empty();
    if (item.visit) {
        add(CallAct::move,
            item.agreed() ? m.trc("to call", "Agreed: &move to this time")
                          : m.trc("to call", "&Move to this time"),
            offer_.has_value());
        if (!item.call && !item.asked) add(CallAct::toCall, m.trc("to call", "Call &first"));
        if (reachable) add(CallAct::noAnswer, m.trc("to call", "Nobody ans&wers"));
        add(CallAct::keep, m.trc("to call", "&Keep as it is"));
        if (item.call) addLetter();
        return addCancel();
    }
    if (placeCameBack(item.call, item.visit)) return add(CallAct::settled, m.trc("to call", "&Settled"));
    if (canCorrect(item.call) && !email_.empty())
        add(CallAct::email, m.trc("to call", "Save the a&ddress"), looksLikeEmail(email_));
    if (reachable) {
        add(CallAct::called, m.trc("to call", "&Told by telephone"));
        add(CallAct::noAnswer, m.trc("to call", "Nobody ans&wers"));
    }
    addLetter();
    add(CallAct::settled, m.trc("to call", "Agreed &otherwise"));
}

void CallsPresenter::addNotice(CallsState::Details& details, const Item& item) const
{
    const Messages& m = desk_.messages();
    details.reasonNote = reasonMissing_ ? m.tr("Please say why: the person reads it.") : "";
    if (act_.pending()) {
        details.notice = m.tr("One moment …");
    } else if (const PersonToCall* told = chosen() ? nullptr : overtaking(item)) {
        details.notice = doneInWords(m, desk_.catalogue(), *told, desk_.today());
        details.noticeTone = Tone::look;
    } else if (!chosen()) {
        details.notice = m.tr("The appointment has changed meanwhile: there is nothing more to say.");
        details.noticeTone = Tone::look;
    } else if (problem_) {
        details.notice = describe(m, problem_);
        details.noticeTone = Tone::look;
    } else if (item.asked) {
        details.notice = doneInWords(m, desk_.catalogue(), *item.asked, desk_.today()) + " " +
                         m.tr("Waiting for an answer.");
    } else if (item.call && item.call->tries > 0 && view_ == CallsState::View::open) {
        details.notice = notReached(*item.call);
    }
}

std::string CallsPresenter::saidOf(CallAct act, const Item& item) const
{
    const Messages& m = desk_.messages();
    const std::string name = fullName(item.call ? *item.call : personOf(*item.visit));
    switch (act) {
    case CallAct::noAnswer:
        return m.tr("{0} stays in the list.", name);
    case CallAct::letter:
        return m.tr("Noted: a letter goes to {0}.", name);
    case CallAct::move:
        return m.tr("Noted: the appointment of {0} is moved.", name);
    case CallAct::keep:
        return m.tr("Noted: {0} comes as agreed.", name);
    case CallAct::cancel:
        return m.tr("Noted: the appointment of {0} is cancelled.", name);
    case CallAct::email:
        return m.tr("Noted: a confirmation goes to the new address of {0}.", name);
    case CallAct::toCall:
        return m.tr("{0} is now to be called.", name);
    default:
        return m.tr("Noted: {0} knows.", name);
    }
}
} // namespace accueil
