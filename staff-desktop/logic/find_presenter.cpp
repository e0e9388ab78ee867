#include "staff-desktop/logic/find_presenter.h"
#include "core/base/describe.h"
#include "staff-desktop/logic/calendar_words.h"
#include "staff-desktop/logic/visit_words.h"
#include <algorithm>
#include <array>

namespace accueil
{
namespace
{
constexpr std::array states{VisitState::booked,  VisitState::arrived,  VisitState::called,
                            VisitState::serving, VisitState::parked,   VisitState::served,
                            VisitState::missed,  VisitState::cancelled};

bool isOver(VisitState state)
{
    return state == VisitState::served || state == VisitState::missed || state == VisitState::cancelled;
}

bool sameQuestion(const FindQuery& one, const FindQuery& other)
{
    return one.text == other.text && one.day == other.day && one.service == other.service &&
           one.state == other.state;
}

/// "aujourd’hui", "jeu 26.11"; of another year "26.11.2027".
std::string shortDate(const Messages& m, Day day, Day today)
{
    if (day == today) return m.tr("today");
    const auto year = [](Day one) { return std::chrono::year_month_day{one}.year(); };
    if (year(day) != year(today)) return numericDay(day);
    return shortWeekday(m, isoWeekday(day)) + " " + shortDay(day);
}
} // namespace

FindPresenter::FindPresenter(Desk& desk)
    : desk_(desk), find_(desk.tasks, desk.link), card_(desk),
      restored_(desk.link.onRestored([this] { changed(); }))
{
    query_.most = mostRows;
}

// ---- what is looked for

void FindPresenter::type(const std::string& text)
{
    if (text == query_.text) return;
    query_.text = text;
    queryChanged();
}

void FindPresenter::onDay(const std::string& typed)
{
    if (typed == dayText_) return;
    dayText_ = typed;
    query_.day = parseNearestDay(typed, desk_.today());
    queryChanged();
}

void FindPresenter::ofService(std::size_t choice)
{
    const auto& services = desk_.catalogue().services();
    query_.service = choice > 0 && choice <= services.size() ? services[choice - 1].id : ServiceId{};
    queryChanged();
}

void FindPresenter::inState(std::size_t choice)
{
    query_.state.reset();
    if (choice > 0 && choice <= states.size()) query_.state = states[choice - 1];
    queryChanged();
}

void FindPresenter::queryChanged()
{
    answered_ = false;
    problem_ = nullptr;
    if (asksNothing()) {
        found_ = {};
        choose({});
    } else {
        ask();
    }
    changed_();
}

bool FindPresenter::asksNothing() const
{
    const bool blank = query_.text.find_first_not_of(' ') == std::string::npos;
    return blank && !query_.day && !query_.service && !query_.state;
}

/// One question at a time: who types fast asks for the whole word only.
void FindPresenter::ask()
{
    stale_ = false;
    if (asksNothing()) return;
    if (find_.pending()) {
        again_ = true;
        return;
    }
    again_ = false;
    find_.ask([&service = desk_.service, query = query_,
               today = desk_.today()] { return service.findVisits(query, today); },
              [this, query = query_](FoundVisits found) { answered(query, std::move(found)); },
              [this](const std::exception_ptr& error) {
                  problem_ = error;
                  stale_ = true;
                  if (again_ && !isLoss(error)) ask();
                  changed_();
              });
}

/// An answer to half a word is shown too, as long as nothing better is there.
void FindPresenter::answered(const FindQuery& query, FoundVisits found)
{
    const bool newest = sameQuestion(query, query_);
    if (again_) ask();
    if (asksNothing()) return;
    const bool first = newest && !answered_;
    found_ = std::move(found);
    answered_ = newest;
    problem_ = nullptr;
    const bool gone =
        std::ranges::find(found_.visits, card_.chosen(), &Appointment::id) == found_.visits.end();
    if (first && gone) choose(found_.visits.size() == 1 ? found_.visits.front().id : AppointmentId{});
    changed_();
}

// ---- the list

void FindPresenter::choose(AppointmentId appointment)
{
    const auto it = std::ranges::find(found_.visits, appointment, &Appointment::id);
    card_.choose(appointment, it == found_.visits.end() ? nullptr : &*it);
    changed_();
}

void FindPresenter::walk(int rows)
{
    const auto& visits = found_.visits;
    if (visits.empty()) return;
    const auto it = std::ranges::find(visits, card_.chosen(), &Appointment::id);
    const auto last = static_cast<std::ptrdiff_t>(visits.size()) - 1;
    const auto at = it == visits.end() ? 0 : std::clamp<std::ptrdiff_t>(it - visits.begin() + rows, 0, last);
    choose(visits[static_cast<std::size_t>(at)].id);
}

void FindPresenter::show(bool visible)
{
    visible_ = visible;
    card_.show(visible);
    if (visible_ && stale_) ask();
}

void FindPresenter::changed()
{
    stale_ = true;
    card_.changed();
    if (visible_) ask();
}

// ---- in words

FindState::Row FindPresenter::rowOf(const Appointment& visit) const
{
    const Messages& m = desk_.messages();
    return {.id = visit.id,
            .state = visit.state,
            .day = shortDate(m, visit.day, desk_.today()),
            .time = clockText(visit.start),
            .word = stateWord(m, visit.state),
            .name = visit.person.lastName + " " + visit.person.firstName,
            .born = visit.person.birthDate == BirthDate{} ? "" : birthDateText(visit.person.birthDate),
            .what = proceduresInOneLine(m, desk_.catalogue(), visit.wanted),
            .reference = referenceInWords(visit.reference),
            .over = isOver(visit.state) || visit.day < desk_.today()};
}

FindState FindPresenter::state() const
{
    const Messages& m = desk_.messages();
    FindState state{.typed = query_.text, .day = dayText_, .chosen = card_.chosen()};
    state.dayWrong = !dayText_.empty() && !query_.day;
    state.services.push_back({m.tr("All services"), !query_.service});
    for (const auto& service : desk_.catalogue().services())
        state.services.push_back({service.shortName.in(desk_.language()), service.id == query_.service});
    state.states.push_back({m.tr("All states"), !query_.state});
    for (const auto one : accueil::states) state.states.push_back({stateWord(m, one), query_.state == one});
    for (const auto& visit : found_.visits) state.rows.push_back(rowOf(visit));
    if (state.rows.empty()) {
        state.nothing = nothingFound();
    } else {
        const auto count = static_cast<long>(state.rows.size());
        state.summary = found_.more ? m.tr("The first {0} appointments. Type more to narrow the list.", count)
                                    : m.trn("{0} appointment", "{0} appointments", count);
    }
    return state;
}

std::string FindPresenter::nothingFound() const
{
    const Messages& m = desk_.messages();
    if (asksNothing())
        return m.tr("Type a name, a reference, a date of birth, a phone number, an e-mail address or a "
                    "ticket number.");
    if (problem_) return describe(m, problem_);
    if (!answered_) return m.tr("One moment …");
    if (query_.day || query_.service || query_.state)
        return m.tr("Nobody fits. Take a filter away, or try the date of birth.");
    return m.tr("Nobody fits. Try the beginning of the name, the date of birth or the reference.");
}
} // namespace accueil
