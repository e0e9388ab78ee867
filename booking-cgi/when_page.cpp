#include "booking-cgi/when_page.h"
#include "booking-cgi/calendar.h"
#include "booking-cgi/closure_notes.h"
#include "core/base/date_words.h"
#include <algorithm>

namespace accueil::web
{
namespace
{
constexpr std::size_t firstPlaces = 3;

class WhenPage
{
public:
    WhenPage(const PageContext& page, const WhenState& state)
        : page_(page), m_(page.m), state_(state), days_(keepPart(state.days, state.part)),
          calendar_(days_, state.now.day,
                    state.from  ? state.from
                    : state.day ? state.day
                                : lostDay())
    {
        day_ = state.day ? state.day : lostDay() ? lostDay() : calendar_.firstFreeDay();
    }

    View view() const
    {
        PageHead head;
        head.title = m_.tr("When would you like to come?");
        head.step = state_.moving ? 0 : 2;
        head.notice = state_.notice;
        View view = framed(page_, head);
        view.object("visit", visitView(page_, state_.parts, state_.moving ? Times::shown : Times::unknown))
            .text("linked", linked() ? m_.tr("Two services: two appointments, one just after the other.") : "")
            .flag("any", anyStart());
        if (state_.moving)
            addMove(view);
        else
            addHold(view);
        addLabels(view);
        addKept(view);
        addFirst(view);
        addCalendar(view);
        addTimes(view);
        return view;
    }

private:
    std::optional<Day> lostDay() const
    {
        return state_.lost ? std::optional(state_.lost->day) : std::nullopt;
    }

    bool linked() const { return state_.parts.size() > 1; }

    /// One start: its time, or both times with their services.
    View startView(Day day, const FreeStart& start) const
    {
        const auto turns = turnViews(page_, placedAt(state_.parts, start));
        return View()
            .text("start", startText({day, start.start}))
            .text("time", clockText(start.start))
            .list("turns", turns)
            .flag("has_turns", !turns.empty());
    }

    bool anyStart() const
    {
        return std::any_of(state_.days.begin(), state_.days.end(),
                           [](const DayOfStarts& d) { return !d.starts.empty(); });
    }

    /// A start pressed is held.
    void addHold(View& view) const
    {
        Fields hidden = state_.choice.fields(*page_.catalogue);
        const std::string back = page_.links.to("/", hidden);
        hidden.add("token", state_.token);
        view.text("method", "post")
            .text("action", page_.links.to("/hold"))
            .list("hidden", hiddenInputs(hidden))
            .text("change", back)
            .text("back", back)
            .text("t_back", m_.tr("Back to the procedures"))
            .text("t_held_for", m_.trn("When you choose a time, the place is kept for you for {0} minute.",
                                       "When you choose a time, the place is kept for you for {0} minutes.",
                                       page_.catalogue->booking().holdMinutes));
    }

    /// Nothing is held: a start pressed leads to a question.
    void addMove(View& view) const
    {
        const LocalTime& now = state_.moving->start;
        view.text("method", "get")
            .text("action", page_.links.base() + state_.moving->path)
            .list("hidden", hiddenInputs({{"lang", std::string(code(m_.language()))}}))
            .text("standing", capitalised(dayAndTime(m_, now.day, now.minute)))
            .text("back", state_.moving->back)
            .text("t_back", linked() ? m_.tr("Keep my appointments") : m_.tr("Keep my appointment"));
    }

    /// An address of this page with something changed: a link, or a button where typed data must come along.
    View go(std::optional<Day> day, Day from, DayPart part) const
    {
        Fields query = state_.moving ? Fields() : state_.choice.fields(*page_.catalogue);
        if (day) query.add("day", isoDay(*day));
        query.add("from", isoDay(from));
        if (part != DayPart::whole) query.add("part", std::string(name(part)));
        const std::string address = page_.links.to(state_.moving ? state_.moving->path : "/when", query);
        return View().text("href", state_.kept ? "" : address).text("action", state_.kept ? address : "");
    }

    void addLabels(View& view) const
    {
        view.text("t_request", !state_.moving ? m_.tr("Your request")
                               : linked()     ? m_.tr("Your appointments")
                                              : m_.tr("Your appointment"))
            .text("t_change", m_.tr("Change"))
            .text("t_other_day", m_.tr("Or another day"))
            .text("t_nothing",
                  m_.tr("There is no free place in the coming weeks. Please call the reception."));
    }

    void addKept(View& view) const
    {
        if (!state_.kept) return;
        Fields fields = state_.kept->person.fields();
        if (!state_.kept->held.empty()) fields.add("hold", state_.kept->held);
        view.list("kept", hiddenInputs(fields));
        if (!state_.stillHeld) return;
        view.text("still_held", m_.tr("Your place is still kept: {0}.",
                                      dayAndTime(m_, state_.stillHeld->day, state_.stillHeld->minute)))
            .text("still_held_start", startText(*state_.stillHeld))
            .text("who_action", page_.links.to("/who"))
            .text("t_keep", m_.tr("Keep this place"));
    }

    using Place = std::pair<Day, FreeStart>;

    View placeView(const Place& place) const
    {
        return startView(place.first, place.second)
            .text("day", capitalised(dayFromToday(m_, place.first, state_.now.day)));
    }

    void addFirst(View& view) const
    {
        std::vector<View> places;
        for (const Place& place : state_.lost ? nearest(*state_.lost) : firstOfDays())
            places.push_back(placeView(place));
        view.list("first", places)
            .flag("has_first", !places.empty())
            .text("t_first", state_.lost ? m_.tr("The nearest places") : m_.tr("The first places"));
    }

    std::vector<Place> firstOfDays() const
    {
        std::vector<Place> places;
        for (const DayOfStarts& day : days_)
            if (!day.starts.empty() && places.size() < firstPlaces)
                places.emplace_back(day.day, day.starts.front());
        return places;
    }

    std::vector<Place> nearest(const LocalTime& to) const
    {
        const auto away = [&](const Place& place) {
            return std::abs((place.first - to.day).count() * 1440L + place.second.start.value - to.minute.value);
        };
        std::vector<Place> places;
        for (const DayOfStarts& day : days_)
            for (const FreeStart& start : day.starts) places.emplace_back(day.day, start);
        std::stable_sort(places.begin(), places.end(),
                         [&](const Place& a, const Place& b) { return away(a) < away(b); });
        places.resize(std::min(places.size(), firstPlaces));
        std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
            return std::pair(a.first, a.second.start) < std::pair(b.first, b.second.start);
        });
        return places;
    }

    View partView(DayPart part, const std::string& label) const
    {
        return go(state_.day, calendar_.from(), part)
            .text("label", label)
            .flag("current", part == state_.part);
    }

    View cellView(const CalendarCell& cell) const
    {
        const bool chosen = day_ == cell.day;
        const bool free = cell.kind == CalendarCell::Kind::free;
        View view = free || chosen ? go(cell.day, calendar_.from(), state_.part)
                                   : View().flag("href", false).flag("action", false);
        return view.text("weekday", weekdayName(m_, isoWeekday(cell.day)))
            .text("number", calendar_.number(m_, cell.day))
            .text("month", calendar_.monthShown(cell.day) ? "" : monthOf(m_, cell.day))
            .text("word", calendarWord(m_, cell))
            .flag("free", free)
            .flag("chosen", chosen);
    }

    void addCalendar(View& view) const
    {
        std::vector<View> weekdays, weeks;
        const auto notes =
            closureNotes(page_, state_.closures, state_.parts, std::max(calendar_.from(), state_.now.day),
                         calendar_.lastDay());
        for (const int weekday : calendar_.weekdays())
            weekdays.push_back(
                View().text("short", shortWeekday(m_, weekday)).text("full", weekdayName(m_, weekday)));
        for (const auto& week : calendar_.weeks()) {
            std::vector<View> cells;
            for (const CalendarCell& cell : week) cells.push_back(cellView(cell));
            weeks.push_back(View().list("cells", cells));
        }
        view.list("weekdays", weekdays)
            .list("weeks", weeks)
            .flag("many_columns", calendar_.weekdays().size() > 5)
            .text("months", calendar_.title(m_))
            .texts("closures", notes)
            .flag("has_closures", !notes.empty())
            .list("parts",
                  {partView(DayPart::whole, m_.tr("All day")), partView(DayPart::morning, m_.tr("Morning")),
                   partView(DayPart::afternoon, m_.tr("Afternoon"))})
            .text("t_parts", m_.tr("Part of the day"))
            .text("t_earlier", m_.tr("Earlier days"))
            .text("t_later", m_.tr("Later days"));
        if (const auto earlier = calendar_.earlier()) view.object("earlier", go({}, *earlier, state_.part));
        if (const auto later = calendar_.later()) view.object("later", go({}, *later, state_.part));
    }

    void addTimes(View& view) const
    {
        const auto day =
            std::find_if(days_.begin(), days_.end(), [&](const DayOfStarts& d) { return day_ == d.day; });
        if (day == days_.end()) return;
        const std::string words = dayInWords(m_, day->day);
        std::vector<View> times;
        for (const FreeStart& start : day->starts)
            times.push_back(startView(day->day, start).text("words", words));
        view.text("chosen_day", capitalised(words))
            .list("times", times)
            .text("no_times",
                  times.empty() ? m_.tr("No place is free on this day. Please choose another one.") : "");
    }

    const PageContext& page_;
    const Messages& m_;
    const WhenState& state_;
    std::vector<DayOfStarts> days_;
    Calendar calendar_;
    std::optional<Day> day_;
};
} // namespace

std::string_view name(DayPart part)
{
    switch (part) {
    case DayPart::morning:
        return "am";
    case DayPart::afternoon:
        return "pm";
    default:
        return "all";
    }
}

DayPart parseDayPart(std::string_view text)
{
    if (text == "am") return DayPart::morning;
    return text == "pm" ? DayPart::afternoon : DayPart::whole;
}

View whenView(const PageContext& page, const WhenState& state)
{
    return WhenPage(page, state).view();
}
} // namespace accueil::web
