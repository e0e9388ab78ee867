#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/logic/supervision_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr int quotas[] = {0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20};
constexpr int lengths[] = {15, 30, 60, 120, 0}; // of a message, in minutes

bool isEmpty(const std::string& text)
{
    return text.find_first_not_of(" \t\n") == std::string::npos;
}

bool isWritten(const LocalizedText& text)
{
    return std::ranges::any_of(languages, [&](Language language) { return !isEmpty(text.in(language)); });
}

/// On or off.
template <class AnyId>
void flip(std::set<AnyId>& some, AnyId id)
{
    if (!some.erase(id)) some.insert(id);
}
} // namespace

void SupervisionPresenter::begin(Draft draft)
{
    if (act_.pending() || wish_) return; // what is on its way belongs to the form that is shown
    if (draft_.kind == SupervisionForm::message && isWritten(draft_.text)) unsent_ = draft_;
    draft_ = std::move(draft);
    preview_.forget();
    previewProblem_ = nullptr;
    problem_ = nullptr;
    said_.clear();
    changed_();
}

void SupervisionPresenter::giveUp()
{
    if (act_.pending()) return;
    wish_.reset(); // it only waited for the link
    begin({});
}

void SupervisionPresenter::openForm(CounterId counter)
{
    counter_ = counter;
    service_ = {};
    begin({.kind = SupervisionForm::open, .counter = counter});
}

void SupervisionPresenter::servicesForm(CounterId counter)
{
    Draft draft{.kind = SupervisionForm::services, .counter = counter};
    if (const Counter* found = desk_.catalogue().find(counter)) {
        for (const ServiceId one : found->helps) draft.parts[one] = ServicePart::helps;
        for (const ServiceId one : found->serves) draft.parts[one] = ServicePart::own;
    }
    begin(std::move(draft));
}

/// Where nobody would notice it is done at once; a visitor there is told of first.
void SupervisionPresenter::closeCounter(CounterId counter)
{
    const CounterNow* now = find(counter);
    if (!now) return;
    if (now->ticket) return begin({.kind = SupervisionForm::close, .counter = counter});
    giveUp();
    freeCounter(counter, false);
}

void SupervisionPresenter::freeCounter(CounterId counter, bool ofForm)
{
    run([counter](SupervisionService& at) { at.freeCounter(counter); },
        [said = desk_.messages().tr("Counter {0} is closed.", numberOf(counter))] { return said; }, ofForm);
}

void SupervisionPresenter::absenceForm(CounterId counter)
{
    Draft draft{.kind = SupervisionForm::absence, .counter = counter};
    if (const Counter* found = desk_.catalogue().find(counter))
        draft.missing = {found->serves.begin(), found->serves.end()};
    begin(std::move(draft));
    askPreview();
}

/// From this minute on; the same until it is confirmed, for what was shown is what is done.
void SupervisionPresenter::askPreview()
{
    draft_.preview.reset();
    draft_.absences.clear();
    previewProblem_ = nullptr;
    for (const ServiceId service : draft_.missing)
        draft_.absences.push_back({draft_.counter, service, desk_.today(), desk_.now().minute});
    if (draft_.absences.empty()) {
        preview_.forget();
        return changed_();
    }
    preview_.ask([&service = static_cast<SupervisionService&>(desk_.service),
                  of = draft_.absences] { return service.previewAbsences(of); },
                 [this](AbsencePreview preview) {
                     draft_.preview = std::move(preview);
                     changed_();
                 },
                 [this](const std::exception_ptr& error) {
                     previewProblem_ = error;
                     changed_();
                 });
    changed_();
}

void SupervisionPresenter::backAgain(CounterId counter)
{
    const CounterNow* now = find(counter);
    if (!now) return;
    std::vector<CounterAbsence> absences;
    for (const ServiceId service : now->absentFor) absences.push_back({counter, service, desk_.today(), {}});
    run([absences,
         at = desk_.now().minute](SupervisionService& service) { service.endAbsences(absences, at); },
        [this, number = numberOf(counter)] {
            return desk_.messages().tr("Counter {0} is back: its places are offered again.", number);
        });
}

void SupervisionPresenter::quotaForm(ServiceId service)
{
    if (const ServiceNow* now = find(service))
        begin({.kind = SupervisionForm::quota, .service = service, .quota = now->walkInQuota});
}

/// @param service  of whom a delay is said; 0: nothing is written yet, or what was left unsent
void SupervisionPresenter::messageForm(ServiceId service)
{
    if (!service && unsent_) return begin(*unsent_);
    Draft draft{.kind = SupervisionForm::message, .service = service};
    const Service* found = desk_.catalogue().find(service);
    for (const auto& area : desk_.catalogue().areas())
        if (!found || area.id == found->area) draft.areas.insert(area.id);
    if (const ServiceNow* now = find(service); found && now)
        draft.text = readySentences(found, sayableDelay(now->longestMinutes)).front();
    begin(std::move(draft));
}

/// Of the service in question, or of every one whose visitors wait long; then what concerns all.
std::vector<LocalizedText> SupervisionPresenter::sentences() const
{
    std::vector<LocalizedText> all;
    for (const auto& now : now_.room.services) {
        if (draft_.service && now.service != draft_.service) continue;
        const Service* service = desk_.catalogue().find(now.service);
        if (!service) continue;
        auto some = readySentences(service, sayableDelay(now.longestMinutes));
        if (!draft_.service) some.resize(1);
        all.insert(all.end(), some.begin(), some.end());
    }
    const auto general = readySentences(nullptr, 0);
    all.insert(all.end(), general.begin(), general.end());
    return all;
}

// ---- what is filled in

void SupervisionPresenter::pick(long long choice)
{
    switch (draft_.kind) {
    case SupervisionForm::open:
        draft_.colleague = StaffId(choice);
        break;
    case SupervisionForm::absence:
        flip(draft_.missing, ServiceId(choice));
        return askPreview();
    case SupervisionForm::message:
        flip(draft_.areas, WaitingAreaId(choice));
        break;
    default:
        break;
    }
    changed_();
}

void SupervisionPresenter::option(std::size_t index)
{
    if (draft_.kind == SupervisionForm::quota && index < std::size(quotas)) draft_.quota = quotas[index];
    if (draft_.kind == SupervisionForm::message && index < std::size(lengths))
        draft_.minutes = lengths[index];
    if (draft_.kind == SupervisionForm::closing && index < closeReasons().size())
        draft_.reason = closeReasons()[index];
    changed_();
}

void SupervisionPresenter::part(ServiceId service, ServicePart part)
{
    draft_.parts[service] = part;
    changed_();
}

void SupervisionPresenter::check(long long line, bool on)
{
    if (on)
        draft_.ticked.insert(TicketId(line));
    else
        draft_.ticked.erase(TicketId(line));
    changed_();
}

void SupervisionPresenter::checkAll(bool on)
{
    draft_.ticked.clear();
    for (const auto& ticket : left_)
        if (on) draft_.ticked.insert(ticket.id);
    changed_();
}

void SupervisionPresenter::take(std::size_t sentence)
{
    const auto all = sentences();
    if (sentence < all.size()) draft_.text = all[sentence];
    changed_();
}

void SupervisionPresenter::type(Language language, const std::string& text)
{
    draft_.text.set(language, text);
    changed_();
}

// ---- what is done with it

void SupervisionPresenter::submit()
{
    if (!form().canSubmit) return;
    const Messages& m = desk_.messages();
    switch (draft_.kind) {
    case SupervisionForm::none:
        return;
    case SupervisionForm::open: {
        const auto who = std::ranges::find(now_.colleagues, draft_.colleague, &Colleague::id);
        return run(
            [counter = draft_.counter, staff = draft_.colleague](SupervisionService& at) {
                at.seatColleague(counter, staff);
            },
            [said = m.tr("Counter {0} is open: {1}.", numberOf(draft_.counter), who->name)] { return said; },
            true);
    }
    case SupervisionForm::close:
        return freeCounter(draft_.counter, true);
    case SupervisionForm::services:
        return submitServices();
    case SupervisionForm::absence:
        return run([absences = draft_.absences](SupervisionService& at) { at.noteAbsences(absences); },
                   [said = draft_.preview->stranded.empty()
                               ? m.tr("Noted: counter {0} is absent today.", numberOf(draft_.counter))
                               : m.trn("Noted. {0} appointment without a place: see To call (F12).",
                                       "Noted. {0} appointments without a place: see To call (F12).",
                                       std::ssize(draft_.preview->stranded))] { return said; },
                   true);
    case SupervisionForm::quota:
        return run([service = draft_.service, open = find(draft_.service)->walkIns,
                    quota = draft_.quota](SupervisionService& at) { at.setWalkIns(service, open, quota); },
                   [said = m.tr("{0}, without appointment: {1}.", nameOf(draft_.service),
                                quotaWords(m, draft_.quota))] { return said; },
                   true);
    case SupervisionForm::message:
        return submitMessage();
    case SupervisionForm::closing:
        return submitClosing();
    }
}

void SupervisionPresenter::submitServices()
{
    std::vector<ServiceId> own, helps;
    for (const auto& service : desk_.catalogue().services()) {
        const auto part = draft_.parts.find(service.id);
        if (part == draft_.parts.end()) continue;
        if (part->second == ServicePart::own) own.push_back(service.id);
        if (part->second == ServicePart::helps) helps.push_back(service.id);
    }
    run([counter = draft_.counter, own,
         helps](SupervisionService& at) { at.setCounterServices(counter, own, helps); },
        [said = desk_.messages().tr("Counter {0}: its services are changed.", numberOf(draft_.counter))] {
            return said;
        },
        true);
}

void SupervisionPresenter::submitMessage()
{
    LocalizedText text;
    for (const Language language : languages)
        if (!isEmpty(draft_.text.in(language))) text.set(language, draft_.text.in(language));
    const auto lasts =
        draft_.minutes > 0 ? std::optional(std::chrono::minutes(draft_.minutes)) : std::nullopt;
    const std::vector<WaitingAreaId> areas(draft_.areas.begin(), draft_.areas.end());
    run([areas, text, lasts](SupervisionService& at) { at.showMessage(areas, text, lasts); },
        [this] {
            unsent_.reset();
            return desk_.messages().tr("The message is on the screens.");
        },
        true);
}

void SupervisionPresenter::submitClosing()
{
    const std::vector<TicketId> tickets(draft_.ticked.begin(), draft_.ticked.end());
    const auto closed = std::make_shared<int>(0);
    run([closed, tickets,
         reason = *draft_.reason](SupervisionService& at) { *closed = at.closeTickets(tickets, reason); },
        [this, closed, tickets] {
            const auto ended = [&](const Ticket& one) {
                return std::ranges::find(tickets, one.id) != tickets.end();
            };
            std::erase_if(left_, ended);
            nextLeftOver_ = desk_.clock.now();
            return closedWords(desk_.messages(), *closed, std::ssize(tickets));
        },
        true);
}

// ---- in words: what can be chosen

std::vector<SupervisionState::Choice> SupervisionPresenter::options() const
{
    const Messages& m = desk_.messages();
    std::vector<SupervisionState::Choice> all;
    if (draft_.kind == SupervisionForm::quota)
        for (const int quota : quotas)
            all.push_back({quota, quotaWords(m, quota), {}, quota == draft_.quota});
    if (draft_.kind == SupervisionForm::message)
        for (const int minutes : lengths)
            all.push_back({minutes, lastsWords(m, minutes), {}, minutes == draft_.minutes});
    if (draft_.kind == SupervisionForm::closing)
        for (const CloseReason reason : closeReasons())
            all.push_back(
                {static_cast<int>(reason), accueil::inWords(m, reason), {}, reason == draft_.reason});
    return all;
}
} // namespace accueil
