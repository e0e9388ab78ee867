#include "staff-desktop/logic/book_presenter.h"
#include "core/base/errors.h"
#include "staff-desktop/logic/procedure_search.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr std::size_t mostProcedures = 5, mostServices = 2;
constexpr int mostDays = 366;

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

BookPresenter::BookPresenter(Desk& desk)
    : desk_(desk), keeper_(desk), starts_(desk, [this] { return sought(); }), booking_(desk.tasks, desk.link),
      held_(keeper_.onChanged([this] { holdChanged(); })),
      offered_(starts_.onChanged([this] { changed_(); })),
      wished_(starts_.onWished([this](const Offer& at) { choose(at); })), restored_(desk.link.onRestored([this] {
          if (confirmWaits_) send();
          starts_.reload();
      }))
{
    search("");
}

// ---- what

void BookPresenter::search(const std::string& text)
{
    typed_ = text;
    if (!typed_.empty()) done_.reset(); // the next caller
    found_ = findProcedures(desk_.catalogue(), typed_, desk_.language());
    changed_();
}

void BookPresenter::add(ProcedureId id)
{
    const Procedure* procedure = desk_.catalogue().find(id);
    if (!procedure || form_.chosen.size() == mostProcedures) return;
    const bool here = std::ranges::find(form_.chosen, id, &Wanted::procedure) != form_.chosen.end();
    elsewhere_.reset();
    const auto services = chosenServices();
    const bool another = std::ranges::find(services, procedure->service, &Service::id) == services.end();
    if (another && services.size() == mostServices)
        elsewhere_ = id;
    else if (!here)
        form_.chosen.push_back({id, 1});
    search("");
    if (!here && !elsewhere_) chosenChanged();
}

void BookPresenter::setPersons(std::size_t line, int persons)
{
    if (line >= form_.chosen.size() || form_.chosen[line].persons == persons) return;
    const Procedure* procedure = desk_.catalogue().find(form_.chosen[line].procedure);
    if (!procedure || persons < 1 || persons > procedure->maxPersons) return;
    form_.chosen[line].persons = persons;
    chosenChanged();
}

void BookPresenter::remove(std::size_t line)
{
    if (line >= form_.chosen.size()) return;
    form_.chosen.erase(form_.chosen.begin() + static_cast<std::ptrdiff_t>(line));
    elsewhere_.reset();
    chosenChanged();
}

/// The held place follows what is chosen: same time, new length; it goes back when nothing is left.
void BookPresenter::chosenChanged()
{
    done_.reset();
    thrownAway_.reset();
    bookingProblem_ = nullptr;
    if (form_.chosen.empty()) {
        keeper_.giveUp();
    } else if (const auto kept = wish()) {
        keeper_.want({form_.chosen, kept->at}, form_.input.language);
    }
    starts_.reload();
    changed_();
}

const Service* BookPresenter::service() const
{
    if (form_.chosen.empty()) return nullptr;
    const Procedure* procedure = desk_.catalogue().find(form_.chosen.front().procedure);
    return procedure ? desk_.catalogue().find(procedure->service) : nullptr;
}

std::vector<Service> BookPresenter::chosenServices() const
{
    std::vector<Service> services;
    if (form_.chosen.empty()) return services;
    for (const auto& part : visitParts(desk_.catalogue(), form_.chosen))
        services.push_back(*desk_.catalogue().find(part.service));
    return services;
}

int BookPresenter::minutes() const
{
    return visitMinutes(desk_.catalogue(), form_.chosen);
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
                      .query = startQuery(desk_.catalogue(), form_.chosen, Channel::desk, now.day, range,
                                          desk_.catalogue().zone().toUtc(now))};
    visit.query.earliest = now;
    return visit;
}

void BookPresenter::renewed()
{
    // What is no longer offered leaves the choice; the rest stays as it was typed.
    std::erase_if(form_.chosen, [this](const Wanted& one) { return !desk_.catalogue().find(one.procedure); });
    search(typed_);
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
    if (form_.chosen.empty() || booking_.pending() || confirmWaits_) return;
    done_.reset();
    bookingProblem_ = nullptr;
    keeper_.want({form_.chosen, offer}, form_.input.language);
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

// ---- who

void BookPresenter::type(PersonField field, const std::string& text)
{
    if (form_.input[field] == text) return;
    form_.input[field] = text;
    stopWaiting();
    bookingProblem_ = nullptr;
    if (!text.empty()) {
        done_.reset();
        thrownAway_.reset();
    }
    changed_();
}

void BookPresenter::leave(PersonField field)
{
    if (form_.input[field].empty()) return; // nobody has begun to write it
    left_.insert(field);
    changed_();
}

void BookPresenter::setLanguage(Language language)
{
    form_.input.language = language;
    stopWaiting();
    changed_();
}

/// What is sent must be what stands there.
void BookPresenter::stopWaiting()
{
    if (confirmWaits_) keeper_.pauseExpiry(false);
    confirmWaits_ = false;
}

std::string BookPresenter::problemOf(PersonField field) const
{
    return fieldProblem(desk_.messages(), form_.input, field, desk_.today());
}

// ---- the whole

void BookPresenter::confirm()
{
    if (!keeper_.held() || keeper_.onItsWay() || booking_.pending()) return;
    left_.insert(personFields.begin(), personFields.end());
    const auto wrong =
        std::ranges::find_if(personFields, [this](PersonField field) { return !problemOf(field).empty(); });
    if (wrong != personFields.end()) {
        changed_();
        focus_(focusOf(*wrong));
        return;
    }
    send();
    changed_();
}

void BookPresenter::send()
{
    if (!keeper_.held() || booking_.pending()) return;
    bookingProblem_ = nullptr;
    confirmWaits_ = false;
    keeper_.pauseExpiry(true);
    const HeldPlace place = *keeper_.held();
    const Person person = personOf(form_.input, desk_.today());
    booking_.ask([&service = desk_.service, place,
                  person] { return service.book(place.seed, place.hold.appointment, person); },
                 [this, wish = place.wish, mail = !person.email.empty()](const Booked& booked) {
                     confirmed(wish, mail, booked);
                 },
                 [this](const std::exception_ptr& error) { refused(error); });
}

void BookPresenter::confirmed(const Wish& wish, bool mail, const Booked& booked)
{
    keeper_.pauseExpiry(false);
    keeper_.booked();
    emptyForm();
    thrownAway_.reset();
    done_ = Done{wish, booked.reference, mail};
    changed_();
    focus_(BookFocus::search);
}

void BookPresenter::refused(const std::exception_ptr& error)
{
    if (isLoss(error)) {
        confirmWaits_ = true; // sent again with the same key as soon as somebody answers
        changed_();
        return;
    }
    keeper_.pauseExpiry(false);
    if (isRefusal(error, Refusal::holdExpired) || isRefusal(error, Refusal::appointmentGone))
        keeper_.expired();
    else
        bookingProblem_ = error;
    changed_();
}

void BookPresenter::prolong()
{
    if (!booking_.pending()) keeper_.prolong();
}

void BookPresenter::restart()
{
    if (booking_.pending()) return;
    if (!form_.chosen.empty() || !form_.input.empty()) thrownAway_ = form_;
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
    form_ = *thrownAway_;
    thrownAway_.reset();
    starts_.reload();
    changed_();
}

void BookPresenter::emptyForm()
{
    form_ = {};
    form_.input.language = Language::fr;
    left_.clear();
    elsewhere_.reset();
    confirmWaits_ = false;
    bookingProblem_ = nullptr;
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
