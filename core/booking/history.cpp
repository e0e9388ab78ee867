#include "core/booking/history.h"
#include "core/store/sql.h"
#include <algorithm>
#include <array>
#include <sstream>

namespace accueil
{
namespace
{
/// A line of the audit trail.
struct Line
{
    Instant at;
    std::string entity, action, fields, colleague;
    bool citizen = false; ///< by the booking page
};

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, ',');)
        if (part != "cancel_reason") parts.push_back(part); // said by the cancellation itself
    return parts;
}

/// From the oldest line to the newest.
class Story
{
public:
    void tell(const Line& line)
    {
        line_ = &line;
        if (line.entity == "appointment")
            ofAppointment();
        else if (line.entity == "attendee")
            changed();
        else if (line.entity == "ticket")
            ofTicket();
        else if (line.entity == "mail")
            ofMail();
        else
            ofList();
    }
    std::vector<HistoryEntry> newestFirst() &&
    {
        std::ranges::reverse(entries_);
        return std::move(entries_);
    }

private:
    void add(HistoryAct act, std::vector<std::string> fields = {})
    {
        entries_.push_back({line_->at, act, line_->colleague, std::move(fields)});
    }

    /// What the same transaction wrote a moment ago: its lines carry no common mark.
    HistoryEntry* justNow(HistoryAct act)
    {
        if (entries_.empty()) return nullptr;
        HistoryEntry& last = entries_.back();
        const bool together = line_->at - last.at < std::chrono::seconds(1);
        return last.act == act && last.who == line_->colleague && together ? &last : nullptr;
    }

    void ofAppointment()
    {
        const std::string& action = line_->action;
        if (action == "held")
            add(HistoryAct::held, split(line_->fields));
        else if (action == "booked")
            booked();
        else if (action == "moved")
            add(line_->citizen ? HistoryAct::movedByCitizen : HistoryAct::moved);
        else if (action == "cancelled")
            add(line_->citizen ? HistoryAct::cancelledByCitizen : HistoryAct::cancelled);
        else if (action == "moved_by_town")
            byTown(HistoryAct::moved, HistoryAct::movedByTown);
        else if (action == "cancelled_by_town")
            byTown(HistoryAct::cancelled, HistoryAct::cancelledByTown);
        else if (action == "arrived")
            add(HistoryAct::checkedIn);
        else if (action == "missed")
            add(HistoryAct::missed);
        else if (action == "changed")
            changed();
    }

    /// The hold was its beginning, and knows the channel.
    void booked()
    {
        if (line_->fields == "import") return add(HistoryAct::imported);
        std::vector<std::string> channel = split(line_->fields);
        std::erase_if(entries_, [&channel](const HistoryEntry& e) {
            if (e.act == HistoryAct::held) channel = e.fields;
            return e.act == HistoryAct::held;
        });
        add(HistoryAct::booked, std::move(channel));
    }

    void byTown(HistoryAct plain, HistoryAct act)
    {
        if (HistoryEntry* entry = justNow(plain)) entry->act = act;
    }

    void changed()
    {
        auto fields = split(line_->fields);
        if (fields.empty()) return;
        if (HistoryEntry* entry =
                justNow(HistoryAct::changed)) // the person and the language stand in two tables
            entry->fields.insert(entry->fields.end(), fields.begin(), fields.end());
        else
            add(HistoryAct::changed, std::move(fields));
    }

    void ofTicket()
    {
        const std::string& action = line_->action;
        if (action == "called")
            add(HistoryAct::called);
        else if (action == "done" || action == "went_on")
            add(HistoryAct::served);
        else if (action == "missed")
            add(HistoryAct::missed);
        else if (action == "closed")
            add(HistoryAct::closed);
        else if (action == "parked")
            add(HistoryAct::setAside);
        else if (action == "sent_on")
            add(HistoryAct::sentOn);
        else if (action == "taken_back")
            add(HistoryAct::takenBack);
        else if (action == "back")
            add(HistoryAct::cameBack);
    }

    void ofMail()
    {
        const std::string& action = line_->action;
        if (action == "sent")
            add(HistoryAct::mailSent, split(line_->fields));
        else if (action == "failed")
            add(HistoryAct::mailFailed, split(line_->fields));
        else if (action == "asked_again")
            add(HistoryAct::mailAskedAgain, split(line_->fields));
    }

    void ofList()
    {
        const std::string& outcome = line_->action;
        if (outcome == "open")
            add(HistoryAct::toCall, {line_->fields});
        else if (outcome == "no_answer")
            add(HistoryAct::notReached, {line_->fields});
        else if (outcome == "kept")
            add(HistoryAct::kept);
        else if (outcome == "called" || outcome == "letter")
            add(HistoryAct::told, {line_->fields, outcome});
    }

    const Line* line_ = nullptr;
    std::vector<HistoryEntry> entries_;
};
} // namespace

const char* nameOf(HistoryAct act)
{
    constexpr std::array names{"held",
                               "booked",
                               "imported",
                               "moved",
                               "changed",
                               "cancelled",
                               "cancelled_by_citizen",
                               "cancelled_by_town",
                               "moved_by_citizen",
                               "checked_in",
                               "called",
                               "served",
                               "missed",
                               "mail_sent",
                               "mail_failed",
                               "mail_asked_again",
                               "to_call",
                               "told",
                               "kept",
                               "moved_by_town",
                               "came_back",
                               "not_reached",
                               "set_aside",
                               "sent_on",
                               "taken_back",
                               "closed"};
    return names.at(static_cast<std::size_t>(act));
}

std::vector<HistoryEntry> visitHistory(store::Connection& connection, AppointmentId appointment)
{
    return store::reading(connection, [appointment](soci::session& session) {
        // Parts of a visit are booked, moved and cancelled together: what happens to the first happens to
        // all.
        const auto rows = store::rows<Instant, std::string, std::string, std::string, std::string, int>(
            session,
            "SELECT u.at, u.entity, u.action, u.fields, IFNULL(s.name, ''), IFNULL(d.kind = 'web', 0)"
            " FROM appointment a JOIN appointment f ON f.reference = a.reference AND f.part = 1"
            " LEFT JOIN ticket t ON t.appointment_id = f.id"
            " STRAIGHT_JOIN audit u ON (u.entity IN ('appointment', 'attendee', 'mail', 'to_call') AND "
            "u.entity_id = f.id)"
            " OR (u.entity = 'ticket' AND u.entity_id = t.id)"
            " LEFT JOIN staff s ON s.account = u.account LEFT JOIN device d ON d.account = u.account"
            " WHERE a.id = :id ORDER BY u.id",
            appointment);
        Story story;
        for (const auto& [at, entity, action, fields, colleague, citizen] : rows)
            story.tell({at, entity, action, fields, colleague, citizen != 0});
        return std::move(story).newestFirst();
    });
}
} // namespace accueil
