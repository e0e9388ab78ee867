#include "staff-desktop/logic/start_chooser.h"
#include "core/base/describe.h"
#include "staff-desktop/logic/calendar_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
using std::chrono::days;

std::string cellTitle(const Messages& m, Day day, Day today)
{
    const std::chrono::year_month_day date{day}, now{today};
    const auto number = static_cast<unsigned>(date.day());
    if (date.month() == now.month()) return std::to_string(number);
    return fmt::format("{} {}", number, shortMonth(m, static_cast<unsigned>(date.month())));
}

std::string monthsShown(const Messages& m, Day first, Day last)
{
    const auto name = [&](Day day) {
        return monthName(m, static_cast<unsigned>(std::chrono::year_month_day{day}.month()));
    };
    return capitalised(name(first) == name(last) ? name(first) : name(first) + " – " + name(last));
}
} // namespace

StartChooser::StartChooser(Desk& desk, std::function<std::optional<SoughtVisit>()> sought)
    : desk_(desk), sought_(std::move(sought)), starts_(desk.tasks, desk.link)
{
}

// ---- what is read

void StartChooser::reload()
{
    if (wish_) wish_->missing = false; // another visit may find its place there
    read();
}

void StartChooser::read()
{
    const auto sought = sought_();
    if (!sought) {
        forgetDays();
        return;
    }
    if (!visible_) {
        stale_ = true;
        return;
    }
    stale_ = false;
    auto query = sought->query;
    query.beyondCapacity = beyond_;
    starts_.ask([&service = desk_.service, query] { return service.freeStarts(query); },
                [this, of = sought->service](std::vector<DayOfStarts> days) {
                    days_ = std::move(days);
                    daysOf_ = of;
                    problem_ = nullptr;
                    grantWish();
                    changed_();
                },
                [this](const std::exception_ptr& error) {
                    if (!isLoss(error)) problem_ = error;
                    changed_();
                });
}

void StartChooser::forgetDays()
{
    days_.clear();
    daysOf_ = {};
    problem_ = nullptr;
    day_.reset();
    starts_.forget();
}

void StartChooser::agendaChanged()
{
    stale_ = true;
    if (visible_) read();
}

void StartChooser::show(bool visible)
{
    visible_ = visible;
    if (visible_ && stale_) read();
}

void StartChooser::reset()
{
    forgetDays();
    filter_ = {};
    fromText_.clear();
    wish_.reset();
    page_ = 0;
    beyond_ = false;
}

// ---- what is shown of it

void StartChooser::toggleWeekday(int isoWeekday)
{
    filter_.weekdays = isoWeekday == 0 ? 0 : filter_.weekdays ^ (1u << isoWeekday);
    showFirst();
}

void StartChooser::chooseHalf(HalfDay half)
{
    filter_.half = half;
    changed_();
}

void StartChooser::from(const std::string& typed)
{
    fromText_ = typed;
    filter_.from = parseComingDay(typed, desk_.today());
    day_.reset();
    if (filter_.from) {
        const auto weeks = (mondayOf(*filter_.from) - mondayOf(desk_.today())).count() / 7;
        page_ = static_cast<int>(std::max<long>(weeks, 0)) / weeks_;
    }
    changed_();
}

void StartChooser::turnPage(int pages)
{
    page_ = std::max(page_ + pages, 0);
    changed_();
}

void StartChooser::showWeeks(int weeks)
{
    weeks = std::clamp(weeks, fewestWeeks, mostWeeks);
    if (weeks == weeks_) return;
    page_ = page_ * weeks_ / weeks; // the first week shown stays among those shown
    weeks_ = weeks;
    changed_();
}

void StartChooser::toggleBeyond()
{
    if (!mayGoBeyond_) return;
    beyond_ = !beyond_;
    reload();
    changed_();
}

bool StartChooser::isFull(const Offer& offer) const
{
    const auto day = std::ranges::find(days_, offer.day, &DayOfStarts::day);
    if (day == days_.end()) return false;
    const auto start = std::ranges::find(day->starts, offer.start, &FreeStart::start);
    return start != day->starts.end() && start->full;
}

void StartChooser::chooseDay(Day day)
{
    wish_.reset();
    day_ = day;
    changed_();
}

void StartChooser::showFirst()
{
    wish_.reset();
    day_.reset();
    changed_();
}

void StartChooser::wishFor(ServiceId service, const Offer& at)
{
    filter_ = {};
    fromText_.clear();
    page_ = static_cast<int>((mondayOf(at.day) - mondayOf(desk_.today())).count()) / 7 / weeks_;
    day_ = at.day;
    wish_ = Wished{service, at};
    grantWish();
    changed_();
}

void StartChooser::grantWish()
{
    if (!wish_ || wish_->missing) return;
    day_ = wish_->at.day;
    const auto sought = sought_();
    if (!sought || daysOf_ != sought->service) return;
    const Wished wish = *wish_;
    if (wish.service != sought->service) {
        wish_.reset(); // it is for something else after all
        return;
    }
    const auto offers = offersOf(days_, wish.at.day, HalfDay::any);
    wish_->missing = std::ranges::find(offers, wish.at) == offers.end();
    if (wish_->missing) return;
    wish_.reset();
    wished_(wish.at);
}

// ---- in words

StartChooser::State StartChooser::state(const Marks& marks) const
{
    const Messages& m = desk_.messages();
    State state{.title = m.tr("First free places"), .filter = filter_, .from = fromText_};
    state.fromWrong = !fromText_.empty() && !filter_.from;
    if (marks.problem) {
        state.title = describe(m, marks.problem);
        state.tone = Tone::look;
    } else if (wish_) {
        state.title = wishInWords();
        state.wished = true;
        state.tone = wish_->missing ? Tone::look : Tone::plain;
        state.ofOneDay = wish_->missing;
    } else if (day_) {
        state.title = capitalised(dayInWords(m, *day_));
        state.ofOneDay = true;
    }
    if (mayGoBeyond_) state.beyond = beyond_;
    const auto sought = sought_();
    fillStarts(state, marks, sought);
    fillCalendar(state, marks, sought);
    return state;
}

std::string StartChooser::wishInWords() const
{
    const Messages& m = desk_.messages();
    const std::string place = capitalised(dayAndTime(m, wish_->at.day, wish_->at.start));
    if (wish_->missing) return m.tr("{0} does not suit this visit. Here are the times of that day.", place);
    const Service* of = desk_.catalogue().find(wish_->service);
    return of ? place + " · " + of->shortName.in(desk_.language()) : place;
}

void StartChooser::fillStarts(State& state, const Marks& marks,
                              const std::optional<SoughtVisit>& sought) const
{
    const Messages& m = desk_.messages();
    const auto& kept = marks.kept();
    const bool ready = sought && daysOf_ == sought->service;
    std::vector<Offer> offers;
    if (ready && day_)
        offers = offersOf(days_, *day_, filter_.half);
    else if (ready && marks.refused)
        offers = nearestOffers(days_, *marks.refused, startsShown);
    else if (ready)
        offers = firstOffers(days_, filter_, startsShown);

    if (kept && (!day_ || *day_ == kept->day) && std::ranges::find(offers, *kept) == offers.end()) {
        if (!day_ && offers.size() == startsShown) offers.pop_back();
        offers.insert(std::ranges::lower_bound(offers, *kept), *kept);
    }
    for (const auto& offer : offers)
        state.starts.push_back({.offer = offer,
                                .day = dayFromToday(m, offer.day, desk_.today()),
                                .time = clockText(offer.start),
                                .brief = weekdayName(m, isoWeekday(offer.day)) + " " + shortDay(offer.day),
                                .held = !marks.onItsWay && marks.held == offer,
                                .onItsWay = marks.onItsWay == offer,
                                .chosen = marks.chosen == offer,
                                .present = marks.present == offer,
                                .full = isFull(offer)});
    if (!state.starts.empty()) return;
    if (!sought)
        state.nothing = m.tr("First choose what it is for.");
    else if (problem_)
        state.nothing = describe(m, problem_);
    else if (!ready)
        state.nothing = m.tr("One moment …");
    else
        state.nothing = m.tr("No free place suits. Widen the filter, or look at a later day.");
}

void StartChooser::fillCalendar(State& state, const Marks& marks,
                                const std::optional<SoughtVisit>& sought) const
{
    const Day today = desk_.today(), first = mondayOf(today) + days(7 * weeks_ * page_);
    const Day last = days_.empty() ? today : days_.back().day;
    state.weekdays = weekdaysShown(days_);
    for (int week = 0; week < weeks_; ++week)
        for (const int weekday : state.weekdays)
            state.cells.push_back(cellOf(first + days(7 * week + weekday - 1), marks, sought));
    const Day end = first + days(7 * weeks_ - 1);
    state.months = monthsShown(desk_.messages(), first, end - days(2));
    state.canGoBack = page_ > 0;
    state.canGoOn = end < last;
}

StartChooser::Cell StartChooser::cellOf(Day day, const Marks& marks,
                                        const std::optional<SoughtVisit>& sought) const
{
    const Messages& m = desk_.messages();
    const Day today = desk_.today();
    const Service* service = sought ? desk_.catalogue().find(sought->service) : nullptr;
    const int granules = service ? std::max(sought->minutes / service->granuleOn(day), 1) : 1;
    const DayLeft left = leftOf(days_, day, filter_.half, granules);
    Cell cell{.day = day, .title = cellTitle(m, day, today), .share = left.share, .open = left.open};
    if (!days_.empty() && day >= today && day <= days_.back().day)
        cell.detail = !left.open         ? m.tr("closed")
                      : left.places == 0 ? m.tr("full")
                                         : m.trn("{0} free", "{0} free", left.places);
    cell.canChoose = left.any && filter_.takes(day);
    cell.chosen = day_ ? *day_ == day : marks.kept() && marks.kept()->day == day;
    cell.name = cell.detail.empty() ? dayInWords(m, day) : dayInWords(m, day) + ", " + cell.detail;
    return cell;
}
} // namespace accueil
