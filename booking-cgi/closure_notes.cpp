#include "booking-cgi/closure_notes.h"
#include "core/base/date_words.h"
#include <algorithm>

namespace accueil::web
{
namespace
{
/// In the visitor's language, or in the first one in which the town wrote it.
std::string reasonOf(const PageContext& page, const StoredClosure& closure)
{
    if (const std::string& reason = page.in(closure.reason); !reason.empty()) return reason;
    for (const Language language : languages)
        if (const std::string& reason = closure.reason.in(language); !reason.empty()) return reason;
    return {};
}

std::string number(const Messages& m, const std::chrono::year_month_day& date)
{
    const auto day = static_cast<unsigned>(date.day());
    return day == 1 ? m.trc("first day of a month", "1") : std::to_string(day);
}

std::string dayAndMonth(const Messages& m, const std::chrono::year_month_day& date)
{
    return m.trc("day and month", "{0} {1}", number(m, date), monthName(m, static_cast<unsigned>(date.month())));
}

std::string wholeDate(const Messages& m, const std::chrono::year_month_day& date)
{
    return dayAndMonth(m, date) + " " + std::to_string(static_cast<int>(date.year()));
}

/// The first day of a closure: what its last day says too is left out.
std::string firstDay(const Messages& m, const std::chrono::year_month_day& day, const std::chrono::year_month_day& last)
{
    if (day.year() != last.year()) return wholeDate(m, day);
    if (day.month() != last.month()) return dayAndMonth(m, day);
    // TRANSLATORS: the day of the month in "from 24 to 26 December"
    return m.trc("from this day of a month", "{0}", number(m, day));
}

std::string sentence(const Messages& m, const Closure& when, const std::string& reason)
{
    const bool oneDay = when.fromDay == when.toDay, wholeDay = when.from.value == 0 && when.to.value == 1440;
    const std::chrono::year_month_day from{when.fromDay}, to{when.toDay};
    const std::string first = firstDay(m, from, to), last = wholeDate(m, to);
    const std::string begin = clockText(when.from), end = clockText(when.to);
    if (oneDay && wholeDay) return m.tr("Closed on {0}: {1}", last, reason);
    if (oneDay) return m.tr("Closed on {0} from {1} to {2}: {3}", last, begin, end, reason);
    if (wholeDay) return m.tr("Closed from {0} to {1}: {2}", first, last, reason);
    return m.tr("Closed from {0} to {1}, each day from {2} to {3}: {4}", first, last, begin, end, reason);
}
} // namespace

std::vector<std::string> closureNotes(const PageContext& page, const std::vector<StoredClosure>& closures,
                                      const std::vector<PlacedPart>& parts, Day from, Day to)
{
    std::vector<std::string> notes;
    for (const StoredClosure& closure : closures) {
        const bool ofSite = closure.service == ServiceId();
        const bool ofVisit = std::ranges::find(parts, closure.service, &PlacedPart::service) != parts.end();
        const std::string reason = reasonOf(page, closure);
        if ((!ofSite && !ofVisit) || closure.when.toDay < from || closure.when.fromDay > to || reason.empty()) continue;
        const std::string note = sentence(page.m, closure.when, reason);
        const bool which = !ofSite && parts.size() > 1;
        notes.push_back(which ? page.in(page.catalogue->find(closure.service)->name) + " – " + note : note);
    }
    return notes;
}
} // namespace accueil::web
