#include "staff-desktop/logic/book_presenter.h"
#include "core/base/errors.h"
#include "staff-desktop/logic/procedure_search.h"
#include <algorithm>
#include <set>

namespace accueil
{
namespace
{
constexpr std::size_t mostProcedures = 5, mostServices = 2;
constexpr int mostDays = 366;
} // namespace

BookPresenter::BookPresenter(Desk& desk)
    : desk_(desk), keeper_(desk), starts_(desk, [this] { return sought(); }), who_(desk),
      booking_(desk.tasks, desk.link), held_(keeper_.onChanged([this] { holdChanged(); })),
      offered_(starts_.onChanged([this] { changed_(); })),
      wished_(starts_.onWished([this](const Offer& at) { choose(at); })),
      looked_(who_.onChanged([this] { lookedUp(); })), restored_(desk.link.onRestored([this] {
          if (confirmWaits_) send();
          starts_.reload();
      }))
{
    keeper_.onBooked = [this](const HeldPlace& place) { bookedEarlier(place); };
    starts_.offerBeyond(desk.staff().role >= Role::supervisor);
    search("");
}

// ---- what

void BookPresenter::search(const std::string& text)
{
    if (booking_.pending() && text != typed_) return changed_(); // its answer empties the form
    typed_ = text;
    if (!typed_.empty()) done_.reset(); // the next caller
    found_ = findProcedures(desk_.catalogue(), typed_, desk_.language());
    changed_();
}

void BookPresenter::add(ProcedureId id)
{
    const Procedure* procedure = desk_.catalogue().find(id);
    if (!procedure || chosen_.size() == mostProcedures || booking_.pending()) return;
    const bool here = std::ranges::find(chosen_, id, &Wanted::procedure) != chosen_.end();
    elsewhere_.reset();
    const auto services = chosenServices();
    const bool another = std::ranges::find(services, procedure->service, &Service::id) == services.end();
    if (another && services.size() == mostServices)
        elsewhere_ = id;
    else if (!here)
        chosen_.push_back({id, 1});
    search("");
    if (!here && !elsewhere_) chosenChanged();
}

void BookPresenter::setPersons(std::size_t line, int persons)
{
    if (line >= chosen_.size() || chosen_[line].persons == persons || booking_.pending()) return;
    const Procedure* procedure = desk_.catalogue().find(chosen_[line].procedure);
    if (!procedure || persons < 1 || persons > procedure->maxPersons) return;
    chosen_[line].persons = persons;
    chosenChanged();
}

void BookPresenter::remove(std::size_t line)
{
    if (line >= chosen_.size() || booking_.pending()) return;
    chosen_.erase(chosen_.begin() + static_cast<std::ptrdiff_t>(line));
    elsewhere_.reset();
    chosenChanged();
}

void BookPresenter::chosenChanged()
{
    stopWaiting();
    done_.reset();
    thrownAway_.reset();
    bookingProblem_ = nullptr;
    const auto kept = wish();
    overruling_.full = kept && kept->beyond && !chosen_.empty();
    placeFollows();
    starts_.reload();
    changed_();
}

/// The held place follows what is chosen: same time, new length; it goes back when nothing is left.
void BookPresenter::placeFollows()
{
    if (chosen_.empty())
        keeper_.giveUp();
    else if (const auto kept = wish())
        keeper_.want({chosen_, kept->at, kept->beyond}, who_.input().language);
}

const Service* BookPresenter::service() const
{
    if (chosen_.empty()) return nullptr;
    const Procedure* procedure = desk_.catalogue().find(chosen_.front().procedure);
    return procedure ? desk_.catalogue().find(procedure->service) : nullptr;
}

std::vector<Service> BookPresenter::chosenServices() const
{
    std::vector<Service> services;
    if (chosen_.empty()) return services;
    for (const auto& part : visitParts(desk_.catalogue(), chosen_))
        services.push_back(*desk_.catalogue().find(part.service));
    return services;
}

int BookPresenter::minutes() const
{
    return chosen_.empty() ? 0 : visitMinutes(desk_.catalogue(), chosen_);
}

// ---- when

std::optional<SoughtVisit> BookPresenter::sought() const
{
    const Service* first = service();
    if (!first) return {};
    const LocalTime now = desk_.now();
    int range = mostDays;
    for (const auto& service : chosenServices()) range = std::min(range, std::max(service.horizonDays, 1));
    SoughtVisit visit{.service = first->id,
                      .minutes = minutes(),
                      .query = startQuery(desk_.catalogue(), chosen_, Channel::desk, now.day, range,
                                          desk_.catalogue().zone().toUtc(now))};
    visit.query.earliest = now;
    return visit;
}

/// As far as one visit can still be made of it.
std::vector<Wanted> BookPresenter::stillOffered(const std::vector<Wanted>& chosen) const
{
    std::vector<Wanted> left;
    std::set<ServiceId> services;
    for (const auto& [id, persons] : chosen) {
        const Procedure* procedure = desk_.catalogue().find(id);
        if (!procedure) continue;
        if (services.size() == mostServices && !services.contains(procedure->service)) continue;
        services.insert(procedure->service);
        left.push_back({id, std::min(persons, procedure->maxPersons)});
    }
    return left;
}

void BookPresenter::renewed()
{
    // What is no longer offered leaves the choice; the rest stays as it was typed.
    auto left = stillOffered(chosen_);
    const bool less = left != chosen_;
    chosen_ = std::move(left);
    search(typed_);
    if (less && !booking_.pending() && !confirmWaits_) chosenChanged(); // else the answer comes first
    agendaChanged();
}

void BookPresenter::startAt(ServiceId service, const Offer& at)
{
    if (booking_.pending() || confirmWaits_) return;
    done_.reset();
    starts_.wishFor(service, at);
    focus_(BookFocus::search);
}

void BookPresenter::choose(const Offer& offer)
{
    if (chosen_.empty() || booking_.pending() || confirmWaits_) return;
    stopWaiting();
    done_.reset();
    bookingProblem_ = nullptr;
    overruling_.full = starts_.isFull(offer);
    keeper_.want({chosen_, offer, overruling_.full}, who_.input().language);
    changed_();
}

void BookPresenter::chooseLine(std::size_t line)
{
    const auto starts = starts_.state(marks()).starts;
    if (line < starts.size()) choose(starts[line].offer);
}

std::optional<Wish> BookPresenter::wish() const
{
    if (keeper_.onItsWay()) return keeper_.onItsWay();
    return keeper_.held() ? std::optional(keeper_.held()->wish) : std::nullopt;
}

void BookPresenter::holdChanged()
{
    if (keeper_.problem()) {
        starts_.showFirst(); // the nearest ones are shown
        starts_.reload();
    }
    changed_();
}

std::optional<PlannedVisit> BookPresenter::planned() const
{
    const auto kept = wish();
    if (!kept) return {};
    const auto* held = keeper_.held();
    const bool placed = held && held->wish == *kept;
    return PlannedVisit{.at = kept->at,
                        .minutes = placed ? held->hold.minutes : minutes(),
                        .held = placed ? held->hold.appointment : AppointmentId()};
}

bool BookPresenter::holdsLess() const
{
    return keeper_.held() && !keeper_.onItsWay() && !booking_.pending() && !confirmWaits_ &&
           keeper_.held()->wish.wanted != chosen_;
}

void BookPresenter::agendaChanged()
{
    starts_.agendaChanged();
    who_.lookAgain();
}

// ---- who

void BookPresenter::type(PersonField field, const std::string& text)
{
    const PersonInput before = who_.input();
    if (booking_.pending() || !who_.type(field, text)) return;
    stopWaiting();
    bookingProblem_ = nullptr;
    typedAnother(before);
    if (!text.empty()) {
        done_.reset();
        thrownAway_.reset();
    }
    changed_();
}

/// A limit counts who it is, or the address; a full place needs its reason whoever comes.
void BookPresenter::typedAnother(const PersonInput& before)
{
    constexpr std::array counted{PersonField::lastName, PersonField::firstName, PersonField::birthDate,
                                 PersonField::email};
    const bool same =
        std::ranges::all_of(counted, [&](PersonField field) { return before[field] == who_.input()[field]; });
    if (same || !overruling_.limit) return;
    overruling_.limit = false;
    if (!overruling_.full) overruling_.reason.clear();
}

void BookPresenter::leave(PersonField field)
{
    who_.leave(field);
    changed_();
}

void BookPresenter::setLanguage(Language language)
{
    if (booking_.pending()) return;
    who_.setLanguage(language);
    stopWaiting();
    changed_();
}

void BookPresenter::takeOver(std::size_t line)
{
    const PersonInput before = who_.input();
    if (booking_.pending() || !who_.takeOver(line)) return;
    stopWaiting();
    bookingProblem_ = nullptr;
    typedAnother(before);
    changed_();
}

void BookPresenter::openTwin()
{
    if (done_ && done_->asFirstTyped && onOpen) return onOpen(done_->booked.appointment);
    if (const auto* twin = who_.twin(planned()); twin && onOpen) onOpen(twin->id);
}

/// What is sent must be what stands there.
void BookPresenter::stopWaiting()
{
    const bool waited = std::exchange(confirmWaits_, false);
    confirmIsNext_ = twinWasNew_ = false;
    if (!waited) return;
    keeper_.pauseExpiry(false);
    placeFollows(); // what is offered may have changed meanwhile
}
} // namespace accueil
