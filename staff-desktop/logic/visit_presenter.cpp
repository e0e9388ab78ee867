#include "staff-desktop/logic/visit_presenter.h"
#include "core/base/errors.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr int mostDays = 366;
constexpr std::initializer_list<VisitState> stillHere{VisitState::arrived, VisitState::called,
                                                      VisitState::serving, VisitState::parked};

std::vector<PlacedPart> placesOf(const VisitFile& file)
{
    std::vector<PlacedPart> places;
    for (const auto& part : file.parts)
        places.push_back({part.service, part.start, part.minutes, part.wanted});
    return places;
}
} // namespace

VisitPresenter::VisitPresenter(Desk& desk)
    : desk_(desk), visit_(desk.tasks, desk.link), act_(desk.tasks, desk.link),
      starts_(desk, [this] { return sought(); }), shownAt_(desk.now()),
      offered_(starts_.onChanged([this] { changed_(); })), restored_(desk.link.onRestored([this] {
          if (waits_) send();
          if (mode_ == VisitMode::moving) starts_.reload();
          changed();
      }))
{
}

// ---- which one

void VisitPresenter::choose(AppointmentId appointment, const Appointment* known)
{
    if (appointment == chosen_) return;
    keepDraft();
    chosen_ = appointment;
    file_ = {};
    if (known) file_.parts = {*known};
    complete_ = false;
    problem_ = nullptr;
    outcome_.reset();
    tooLate_ = priority_ = false;
    mode_ = VisitMode::facts;
    takenOver_.reset();
    if (chosen_) reload();
    changed_();
}

void VisitPresenter::show(bool visible)
{
    visible_ = visible;
    starts_.show(visible);
    if (visible_ && stale_) reload();
}

void VisitPresenter::changed()
{
    stale_ = true;
    if (mode_ == VisitMode::moving) starts_.agendaChanged();
    if (visible_) reload();
}

/// One question at a time: who walks down a list asks for the last one only.
void VisitPresenter::reload()
{
    stale_ = false;
    if (!chosen_) return;
    if (visit_.pending()) {
        again_ = true;
        return;
    }
    again_ = false;
    visit_.ask([&service = desk_.service, id = chosen_] { return service.visitFile(id); },
               [this, id = chosen_](VisitFile file) {
                   if (id == chosen_) arrived(std::move(file));
                   if (again_) reload();
                   changed_();
               },
               [this, id = chosen_](const std::exception_ptr& error) {
                   if (id == chosen_) problem_ = error;
                   stale_ = true;
                   if (again_ && !isLoss(error)) reload();
                   changed_();
               });
}

void VisitPresenter::arrived(VisitFile file)
{
    file_ = std::move(file);
    complete_ = true;
    problem_ = nullptr;
    meet();
}

/// What has changed meanwhile meets what is being done here.
void VisitPresenter::meet()
{
    if (mode_ == VisitMode::facts || !first()) return;
    if (!allowed(mode_)) {
        if (doing_) return; // perhaps by ourselves: its answer is under way
        keepDraft();
        mode_ = VisitMode::facts;
        takenOver_ = std::exchange(seen_, {});
        return;
    }
    if (mode_ != VisitMode::editing || contested()) return;
    const PersonInput was = inputOf(seen_.parts.front().person), is = inputOf(first()->person);
    if (was == is) return;
    form_ = merge(was, form_, is, Whose::mine).input;
    takenOver_ = std::exchange(seen_, file_);
}

void VisitPresenter::tick()
{
    const LocalTime now = desk_.now();
    if (now == shownAt_) return;
    shownAt_ = now;
    if (chosen_) changed_();
}

const Appointment* VisitPresenter::first() const
{
    return file_.parts.empty() ? nullptr : &file_.parts.front();
}

const Appointment* VisitPresenter::shown() const
{
    const auto it = std::ranges::find(file_.parts, chosen_, &Appointment::id);
    return it == file_.parts.end() ? first() : &*it;
}

// ---- what can be done

bool VisitPresenter::canCheckIn() const
{
    return first() && first()->state == VisitState::booked && first()->day == desk_.today();
}

/// Of today, while one of the parts is in one of these states; 0: none.
TicketId VisitPresenter::ticketIn(std::initializer_list<VisitState> states) const
{
    for (const auto& part : file_.parts)
        if (complete_ && part.day == desk_.today() && std::ranges::find(states, part.state) != states.end())
            return part.ticket;
    return {};
}

bool VisitPresenter::allowed(VisitMode mode) const
{
    const Appointment* visit = first();
    if (!visit || !complete_) return false;
    switch (mode) {
    case VisitMode::facts:
        return true;
    case VisitMode::editing:
        return visit->state != VisitState::held;
    case VisitMode::moving:
    case VisitMode::cancelling:
        return visit->state == VisitState::booked;
    }
    return false;
}

VisitCard::Acts VisitPresenter::acts() const
{
    VisitCard::Acts acts;
    const Appointment* visit = first();
    if (!visit) return acts;
    acts.checkIn = canCheckIn() && !tooLate_;
    acts.admitLate = canCheckIn() && tooLate_;
    acts.putBack = static_cast<bool>(ticketIn({VisitState::missed}));
    acts.printTicket = printTicketAgain && ticketIn(stillHere);
    acts.move = allowed(VisitMode::moving);
    acts.cancel = allowed(VisitMode::cancelling) && visit->day >= desk_.today();
    const bool toCome = visit->state == VisitState::booked && visit->day >= desk_.today();
    acts.sendAgain =
        complete_ && !visit->person.email.empty() && (toCome || visit->state == VisitState::cancelled);
    acts.print = printSheet && visit->state == VisitState::booked;
    acts.edit = allowed(VisitMode::editing);
    acts.bringBack = mode_ == VisitMode::facts && acts.edit && drafts_.contains(chosen_);
    return acts;
}

/// The colleague changed what is being changed here.
bool VisitPresenter::contested() const
{
    if (mode_ == VisitMode::facts || !first() || seen_.parts.empty()) return false;
    const Appointment &was = seen_.parts.front(), &is = *first();
    if (mode_ != VisitMode::editing) return was.revision != is.revision;
    return merge(inputOf(was.person), form_, inputOf(is.person), Whose::mine).contested;
}

void VisitPresenter::enter(VisitMode mode)
{
    mode_ = mode;
    seen_ = file_;
    takenOver_.reset();
    outcome_.reset();
}

void VisitPresenter::startMoving()
{
    if (busy() || !allowed(VisitMode::moving)) return;
    keepDraft();
    enter(VisitMode::moving);
    offer_.reset();
    refused_.reset();
    refusal_ = nullptr;
    starts_.reset();
    starts_.reload();
    changed_();
    focus_(VisitFocus::starts);
}

void VisitPresenter::startCancelling()
{
    if (busy() || !acts().cancel) return;
    keepDraft();
    enter(VisitMode::cancelling);
    reason_.clear();
    changed_();
    focus_(VisitFocus::reason);
}

void VisitPresenter::startEditing()
{
    if (busy() || mode_ == VisitMode::editing || !allowed(VisitMode::editing)) return;
    enter(VisitMode::editing);
    form_ = inputOf(first()->person);
    left_.clear();
    changed_();
    focus_(VisitFocus::form);
}

void VisitPresenter::leave()
{
    stopWaiting();
    if (busy() || mode_ == VisitMode::facts) return;
    keepDraft();
    mode_ = VisitMode::facts;
    takenOver_.reset();
    changed_();
    focus_(VisitFocus::acts);
}

/// What was typed and not saved can be brought back, also after a look at somebody else.
void VisitPresenter::keepDraft()
{
    if (mode_ != VisitMode::editing || seen_.parts.empty()) return;
    if (form_ == inputOf(seen_.parts.front().person))
        drafts_.erase(chosen_);
    else
        drafts_[chosen_] = {form_, seen_};
}

void VisitPresenter::bringBack()
{
    if (busy() || !acts().bringBack) return;
    enter(VisitMode::editing);
    const Draft draft = drafts_.at(chosen_);
    drafts_.erase(chosen_);
    form_ = draft.input;
    seen_ = draft.seen;
    left_.clear();
    meet();
    changed_();
    focus_(VisitFocus::form);
}

// ---- moving

std::optional<SoughtVisit> VisitPresenter::sought() const
{
    if (mode_ != VisitMode::moving || !first()) return {};
    const LocalTime now = desk_.now();
    int range = mostDays, minutes = 0;
    for (const auto& part : file_.parts) {
        const Service* service = desk_.catalogue().find(part.service);
        if (!service) return {};
        range = std::min(range, std::max(service->horizonDays, 1));
        minutes += part.minutes;
    }
    SoughtVisit visit{.service = first()->service,
                      .minutes = minutes,
                      .query = moveQuery(desk_.catalogue(), placesOf(file_), first()->day, Channel::desk,
                                         now.day, range, desk_.catalogue().zone().toUtc(now))};
    visit.query.earliest = now;
    return visit;
}

StartChooser::Marks VisitPresenter::marks() const
{
    StartChooser::Marks marks{.problem = refusal_, .refused = refused_};
    marks.chosen = offer_;
    if (first()) marks.present = Offer{first()->day, first()->start};
    return marks;
}

void VisitPresenter::chooseLine(std::size_t line)
{
    if (mode_ != VisitMode::moving) return;
    stopWaiting();
    if (busy()) return;
    const auto starts = starts_.state(marks()).starts;
    if (line >= starts.size()) return;
    offer_ = starts[line].offer;
    refused_.reset();
    refusal_ = nullptr;
    changed_();
    focus_(VisitFocus::confirm);
}

// ---- cancelling

void VisitPresenter::giveReason(const std::string& reason)
{
    if (reason == reason_ || sending()) return;
    stopWaiting();
    reason_ = reason;
    changed_();
}

void VisitPresenter::giveUsualReason(std::size_t which)
{
    const auto usual = cancelling().usual;
    if (mode_ != VisitMode::cancelling || which >= usual.size()) return;
    giveReason(usual[which]);
    focus_(VisitFocus::confirm);
}

// ---- editing

void VisitPresenter::type(PersonField field, const std::string& text)
{
    if (form_[field] == text || sending()) return;
    stopWaiting();
    form_[field] = text;
    outcome_.reset();
    changed_();
}

void VisitPresenter::leaveField(PersonField field)
{
    if (mode_ != VisitMode::editing) return;
    left_.insert(field);
    changed_();
}

void VisitPresenter::setLanguage(Language language)
{
    if (sending()) return;
    stopWaiting();
    form_.language = language;
    changed_();
}

/// A birth date that an old list does not have may stay unknown.
std::string VisitPresenter::problemOf(PersonField field) const
{
    const bool unknown = !seen_.parts.empty() && seen_.parts.front().person.birthDate == BirthDate{};
    if (field == PersonField::birthDate && unknown && form_[field].empty()) return "";
    return fieldProblem(desk_.messages(), form_, field, desk_.today());
}

// ---- two at the same appointment

void VisitPresenter::keepMine()
{
    if (!contested()) return;
    if (mode_ == VisitMode::editing)
        form_ =
            merge(inputOf(seen_.parts.front().person), form_, inputOf(first()->person), Whose::mine).input;
    seen_ = file_;
    outcome_.reset();
    changed_();
    focus_(mode_ == VisitMode::editing ? VisitFocus::form : VisitFocus::confirm);
}

void VisitPresenter::takeTheirs()
{
    if (!contested()) return;
    if (mode_ == VisitMode::editing)
        form_ =
            merge(inputOf(seen_.parts.front().person), form_, inputOf(first()->person), Whose::theirs).input;
    seen_ = file_;
    outcome_.reset();
    if (mode_ != VisitMode::editing || form_ == inputOf(first()->person)) mode_ = VisitMode::facts;
    changed_();
    focus_(mode_ == VisitMode::editing ? VisitFocus::form : VisitFocus::acts);
}
} // namespace accueil
