#include "staff-desktop/logic/history_words.h"
#include "core/base/date_words.h"
#include <algorithm>
#include <array>

namespace accueil
{
namespace
{
bool has(const HistoryEntry& entry, std::string_view field)
{
    return std::ranges::find(entry.fields, field) != entry.fields.end();
}

std::string bookedHow(const Messages& m, const HistoryEntry& entry)
{
    if (has(entry, "online")) return m.tr("booked online");
    if (has(entry, "phone")) return m.tr("booked by phone");
    return m.tr("booked at the desk");
}

/// The mail, as the subject of what happened to it.
std::string mailWord(const Messages& m, const HistoryEntry& entry)
{
    if (has(entry, "reminder")) return m.trc("history", "reminder");
    if (has(entry, "change")) return m.tr("message of the change");
    if (has(entry, "cancellation")) return m.tr("message of the cancellation");
    return m.trc("history", "confirmation");
}

std::string changedFields(const Messages& m, const HistoryEntry& entry)
{
    const std::array<std::pair<std::string_view, std::string>, 7> names{
        {{"last_name", m.trc("field", "name")},
         {"first_name", m.trc("field", "first name")},
         {"birth_date", m.trc("field", "date of birth")},
         {"phone", m.trc("field", "phone")},
         {"email", m.trc("field", "e-mail")},
         {"note", m.trc("field", "note")},
         {"language", m.trc("field", "language")}}};
    std::string line;
    for (const auto& [field, name] : names)
        if (has(entry, field)) line += (line.empty() ? "" : ", ") + name;
    return line.empty() ? m.trc("history", "changed") : m.trc("history", "changed: {0}", line);
}

std::string told(const Messages& m, const HistoryEntry& entry)
{
    return has(entry, "letter") ? m.tr("told by letter") : m.tr("told by phone");
}

std::string actWords(const Messages& m, const HistoryEntry& entry)
{
    switch (entry.act) {
    case HistoryAct::held:
        return m.trc("history", "place held");
    case HistoryAct::booked:
        return bookedHow(m, entry);
    case HistoryAct::imported:
        return m.tr("taken over from before");
    case HistoryAct::moved:
        return m.trc("history", "moved");
    case HistoryAct::changed:
        return changedFields(m, entry);
    case HistoryAct::cancelled:
        return m.trc("history", "cancelled");
    case HistoryAct::cancelledByCitizen:
        return m.tr("cancelled online");
    case HistoryAct::cancelledByTown:
        return m.tr("cancelled by the town hall");
    case HistoryAct::movedByCitizen:
        return m.tr("moved online");
    case HistoryAct::movedByTown:
        return m.tr("moved by the town hall");
    case HistoryAct::checkedIn:
        return m.tr("arrival recorded");
    case HistoryAct::called:
        return m.tr("called to the counter");
    case HistoryAct::served:
        return m.trc("history", "served");
    case HistoryAct::missed:
        return m.tr("did not come");
    case HistoryAct::mailSent:
        return m.tr("{0} sent by e-mail", mailWord(m, entry));
    case HistoryAct::mailFailed:
        return m.tr("{0} by e-mail did not arrive", mailWord(m, entry));
    case HistoryAct::mailAskedAgain:
        return m.tr("{0} asked for once more", mailWord(m, entry));
    case HistoryAct::toCall:
        return m.tr("to be called");
    case HistoryAct::told:
        return told(m, entry);
    case HistoryAct::cameBack:
        return m.tr("back in the queue");
    case HistoryAct::setAside:
        return m.trc("history", "set aside");
    case HistoryAct::sentOn:
        return m.trc("history", "sent on");
    case HistoryAct::takenBack:
        return m.tr("end of the visit taken back");
    case HistoryAct::closed:
        return m.tr("closed without being served");
    case HistoryAct::notReached:
        return m.tr("called, nobody answered");
    case HistoryAct::kept:
        return m.tr("kept as it is");
    }
    return "";
}
} // namespace

std::string historyLine(const Messages& m, const HistoryEntry& entry, const TimeZone& zone, Day today)
{
    const LocalTime at = zone.toLocal(entry.at);
    const auto year = [](Day day) { return std::chrono::year_month_day{day}.year(); };
    return (year(at.day) == year(today) ? shortDay(at.day) : numericDay(at.day)) + " " +
           clockText(at.minute) + " · " + actWords(m, entry) + (entry.who.empty() ? "" : ", " + entry.who);
}
} // namespace accueil
