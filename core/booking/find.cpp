#include "core/booking/find.h"
#include "core/booking/attendee_index.h"
#include <algorithm>
#include <fmt/format.h>

namespace accueil
{
namespace
{
using detail::AttendeeRange;
using detail::beginsWith;

/// Names may stand in either order, and each may be several words: "van den berghe anna".
std::vector<AttendeeRange> namedBy(const std::vector<std::string>& words)
{
    std::vector<AttendeeRange> ranges;
    for (std::size_t split = 0; split < words.size(); ++split) {
        std::string head, tail;
        for (std::size_t i = 0; i < words.size(); ++i) (i < split ? head : tail) += words[i];
        for (const auto& [column, other] :
             {std::pair("last_key", "first_key"), std::pair("first_key", "last_key")}) {
            ranges.push_back(beginsWith(column, tail));
            if (split > 0) ranges.back().also(beginsWith(other, head));
        }
    }
    return ranges;
}

std::vector<AttendeeRange> peopleOf(const SearchTerm& term)
{
    std::vector<AttendeeRange> ranges = namedBy(term.words);
    if (term.birthDate) ranges.push_back(detail::bornOn(*term.birthDate));
    if (!term.phone.empty()) ranges.push_back(beginsWith("phone_key", term.phone));
    if (!term.email.empty()) ranges.push_back(beginsWith("email", term.email));
    return ranges;
}

/// What the states of an appointment and of its ticket say, as VisitState has it (appointment.cpp). Linked
/// parts: the first.
std::string stateCondition(std::optional<VisitState> state)
{
    const auto ticket = [](const char* name) {
        return fmt::format(" AND t.part = 1 AND t.state = '{}'", name);
    };
    if (!state) return " AND a.state <> 'held'";
    switch (*state) {
    case VisitState::held:
        return " AND a.state = 'held' AND a.hold_expires_at > UTC_TIMESTAMP(3)";
    case VisitState::booked:
        return " AND a.state = 'booked'";
    case VisitState::cancelled:
        return " AND a.state = 'cancelled'";
    case VisitState::missed:
        return " AND (a.state = 'missed' OR (t.part = 1 AND t.state IN ('missed', 'closed')))";
    case VisitState::served:
        return " AND (t.state = 'done' OR t.part > 1)";
    case VisitState::arrived:
        return ticket("waiting");
    case VisitState::called:
        return ticket("called");
    case VisitState::serving:
        return ticket("serving");
    case VisitState::parked:
        return ticket("parked");
    }
    return {};
}

/// A calendar to read in order of time: the rows of one index, of which `a` becomes the first part of the
/// visit.
struct Calendar
{
    std::string tables;    ///< FROM …
    std::string condition; ///< what leads into the index, before the day
    std::string row;       ///< whose day and start_minute are in order: "a", "s", "t" (the visit's ticket)
};

Calendar byTicket(SiteId site, const char* state, int part)
{
    return {"ticket t FORCE INDEX (ticket_state) STRAIGHT_JOIN appointment a ON a.id = t.appointment_id",
            fmt::format("t.site_id = {} AND t.state = '{}' AND t.part = {}", site.value(), state, part), "t"};
}

Calendar byState(SiteId site, const char* state)
{
    return {"appointment a FORCE INDEX (appointment_site_state)",
            fmt::format("a.site_id = {} AND a.part = 1 AND a.state = '{}'", site.value(), state), "a"};
}

Calendar ofSite(SiteId site)
{
    return {"appointment a FORCE INDEX (appointment_site_day)",
            fmt::format("a.site_id = {} AND a.part = 1", site.value()), "a"};
}

/// The calendars in which every visit of this state stands, dense enough to be read from one end.
std::vector<Calendar> calendarsOf(SiteId site, const FindQuery& query)
{
    if (query.day) return {ofSite(site)};
    if (!query.state) {
        if (!query.service) return {ofSite(site)};
        return {{"appointment s FORCE INDEX (appointment_day) STRAIGHT_JOIN appointment a ON a.reference = "
                 "s.reference AND a.part = 1",
                 fmt::format("s.service_id = {}", query.service.value()), "s"}};
    }
    switch (*query.state) {
    case VisitState::held:
        return {byState(site, "held")};
    case VisitState::booked:
        return {byState(site, "booked")};
    case VisitState::cancelled:
        return {byState(site, "cancelled")};
    case VisitState::missed:
        return {byState(site, "missed"), byTicket(site, "missed", 1), byTicket(site, "closed", 1)};
    case VisitState::arrived:
        return {byTicket(site, "waiting", 1)};
    case VisitState::called:
        return {byTicket(site, "called", 1)};
    case VisitState::serving:
        return {byTicket(site, "serving", 1)};
    case VisitState::parked:
        return {byTicket(site, "parked", 1)};
    case VisitState::served:
        break;
    }
    std::vector<Calendar> all{byTicket(site, "done", 1)};
    for (const char* state : {"done", "waiting", "called", "serving", "parked", "missed", "closed"})
        all.push_back(byTicket(site, state, 2));
    return all;
}

/// A hit, before all of it is read.
struct Hit
{
    AppointmentId id;
    LocalTime at;
};

/// One search: what is asked, and at most how many rows.
class Search
{
public:
    Search(soci::session& session, SiteId site, const FindQuery& query, Day today)
        : session_(session), site_(site), query_(query), today_(today), most_(std::max(query.most, 1))
    {
        if (query.service)
            filters_ = fmt::format(" AND (a.service_id = {0} OR EXISTS (SELECT 1 FROM appointment n WHERE "
                                   "n.reference = a.reference"
                                   " AND n.part = 2 AND n.service_id = {0}))",
                                   query.service.value());
        filters_ += stateCondition(query.state);
    }

    FoundVisits run(const SearchTerm& term)
    {
        const auto people = peopleOf(term);
        if (!people.empty() && (query_.day || !detail::hasFewHits(session_, people)))
            addFromCalendars(detail::anyOf(people));
        else if (!people.empty())
            addFrom(detail::idsOf(people, "UNION"), detail::valuesOf(people));
        if (!term.reference.empty())
            addFrom("SELECT id FROM appointment WHERE part = 1 AND reference LIKE :letters",
                    {{term.reference + "%"}});
        if (!term.ticket.empty()) addFrom(ticketRow(term.ticket), {});
        return found();
    }

    FoundVisits all()
    {
        addFromCalendars({});
        return found();
    }

private:
    std::string ticketRow(const std::string& number) const
    {
        return fmt::format("SELECT appointment_id AS id FROM ticket WHERE site_id = {} AND day = '{}' AND "
                           "prefix = '{}' AND number = {}",
                           site_.value(), isoDay(query_.day.value_or(today_)), number[0],
                           std::stoi(number.substr(1)));
    }

    /// Few rows, named by a statement that gives their ids.
    void addFrom(const std::string& ids, const store::Values& values)
    {
        std::string sql = "SELECT a.id, a.day, a.start_minute FROM (" + ids +
                          ") AS found STRAIGHT_JOIN appointment a ON a.id = found.id" + ticket() +
                          fmt::format(" WHERE a.site_id = {}", site_.value()) + filters_;
        if (query_.day) sql += " AND a.day = '" + isoDay(*query_.day) + "'";
        sql += fmt::format(" ORDER BY a.day < '{0}', ABS(DATEDIFF(a.day, '{0}')), IF(a.day < '{0}', "
                           "-a.start_minute, a.start_minute)"
                           " LIMIT {1}",
                           isoDay(today_), most_ + 1);
        add(sql, values);
    }

    /// Only where a filter looks at it.
    std::string ticket() const
    {
        return filters_.find("t.") == std::string::npos ? ""
                                                        : " LEFT JOIN ticket t ON t.appointment_id = a.id";
    }

    void addFromCalendars(const AttendeeRange& people)
    {
        const auto calendars = calendarsOf(site_, query_);
        if (query_.day) return addFromCalendar(calendars[0], people, "= '" + isoDay(*query_.day) + "'", "");
        for (const auto& calendar : calendars)
            addFromCalendar(calendar, people, ">= '" + isoDay(today_) + "'", "");
        if (static_cast<int>(hits_.size()) > most_) return;
        for (const auto& calendar : calendars)
            addFromCalendar(calendar, people, "< '" + isoDay(today_) + "'", " DESC");
    }

    void addFromCalendar(const Calendar& calendar, const AttendeeRange& people, const std::string& days,
                         const std::string& direction)
    {
        std::string sql = "SELECT a.id, a.day, a.start_minute FROM " + calendar.tables;
        if (!people.where.empty()) sql += " STRAIGHT_JOIN attendee p ON p.appointment_id = a.id";
        if (calendar.row != "t") sql += ticket();
        sql += fmt::format(" WHERE {} AND {}.day {}", calendar.condition, calendar.row, days) + filters_;
        if (!people.where.empty()) sql += " AND " + people.where;
        sql += fmt::format(" ORDER BY {0}.day{1}, {0}.start_minute{1} LIMIT {2}", calendar.row, direction,
                           most_ + 1);
        add(sql, people.values);
    }

    void add(const std::string& sql, const store::Values& values)
    {
        for (const auto& [id, day, start] :
             store::rows<AppointmentId, Day, MinuteOfDay>(session_, sql.c_str(), values))
            hits_.push_back({id, {day, start}});
    }

    /// Today and later first; of one chosen day in order of time.
    bool before(const Hit& a, const Hit& b) const
    {
        const bool aPast = a.at.day < today_, bPast = b.at.day < today_;
        if (aPast != bPast) return bPast;
        if (a.at != b.at) return (a.at < b.at) != (aPast && !query_.day);
        return a.id < b.id;
    }

    FoundVisits found()
    {
        std::ranges::sort(hits_, [this](const Hit& a, const Hit& b) { return before(a, b); });
        std::vector<AppointmentId> ids;
        for (const auto& hit : hits_)
            if (ids.empty() || ids.back() != hit.id)
                ids.push_back(hit.id); // the same visit by two kinds of a term
        FoundVisits result;
        result.more = static_cast<int>(ids.size()) > most_;
        if (result.more) ids.resize(static_cast<std::size_t>(most_));
        result.visits = findAppointments(session_, ids);
        return result;
    }

    soci::session& session_;
    const SiteId site_;
    const FindQuery& query_;
    const Day today_;
    const int most_;
    std::string filters_;
    std::vector<Hit> hits_;
};
} // namespace

FoundVisits findVisits(store::Connection& connection, SiteId site, const FindQuery& query, Day today)
{
    const SearchTerm term = understandSearch(query.text, today);
    const bool nothingTyped = query.text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (term.kind == SearchTerm::Kind::none && !nothingTyped) return {};
    return store::reading(connection, [&](soci::session& session) {
        Search search(session, site, query, today);
        return nothingTyped ? search.all() : search.run(term);
    });
}
} // namespace accueil
