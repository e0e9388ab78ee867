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

/// A calendar to read in order of time: the rows of one index. All that is asked of them before the people
/// are looked at stands in the index itself, so that a row that is none of theirs costs no look at a table.
struct Calendar
{
    std::string rows;        ///< FROM …
    std::string appointment; ///< the join that brings `a`, the first part of the visit; empty: it is there
    std::string id;          ///< of that part
    std::string condition;   ///< what leads into the index, before the day
    std::string row;         ///< whose day and start_minute are in order: "a", "s", "t" (the visit's ticket)
    bool knowsService = false; ///< holds visits of the service that is asked for, and no others
};

Calendar byTicket(SiteId site, const char* state, int part)
{
    return {"ticket t FORCE INDEX (ticket_state)", " STRAIGHT_JOIN appointment a ON a.id = t.appointment_id",
            "t.appointment_id",
            fmt::format("t.site_id = {} AND t.state = '{}' AND t.part = {}", site.value(), state, part), "t"};
}

Calendar byState(SiteId site, const char* state)
{
    return {"appointment a FORCE INDEX (appointment_site_state)", "", "a.id",
            fmt::format("a.site_id = {} AND a.state = '{}' AND a.part = 1", site.value(), state), "a"};
}

Calendar ofSite(SiteId site)
{
    return {"appointment a FORCE INDEX (appointment_site_day)", "", "a.id",
            fmt::format("a.site_id = {} AND a.part = 1", site.value()), "a"};
}

constexpr const char* firstOfBoth =
    " STRAIGHT_JOIN appointment a ON a.reference = s.reference AND a.part = 1";

Calendar ofService(ServiceId service)
{
    return {std::string("appointment s FORCE INDEX (appointment_day)") + firstOfBoth,
            "",
            "a.id",
            fmt::format("s.service_id = {}", service.value()),
            "s",
            true};
}

/// A linked visit has one state, and may have the service in its second half.
void addOfService(std::vector<Calendar>& calendars, ServiceId service, const char* state)
{
    constexpr const char* condition = "{0}.service_id = {1} AND {0}.state = '{2}' AND {0}.part = {3}";
    calendars.push_back({"appointment a FORCE INDEX (appointment_service_state)", "", "a.id",
                         fmt::format(condition, "a", service.value(), state, 1), "a", true});
    calendars.push_back({std::string("appointment s FORCE INDEX (appointment_service_state)") + firstOfBoth,
                         "", "a.id", fmt::format(condition, "s", service.value(), state, 2), "s", true});
}

/// The state of an appointment that says it all; nothing where its ticket has the word.
const char* ownState(VisitState state)
{
    switch (state) {
    case VisitState::held:
        return "held";
    case VisitState::booked:
        return "booked";
    case VisitState::cancelled:
        return "cancelled";
    default:
        return nullptr;
    }
}

std::vector<Calendar> ticketsOf(SiteId site, VisitState state)
{
    switch (state) {
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
    default:
        break;
    }
    std::vector<Calendar> all{byTicket(site, "done", 1)};
    for (const char* one : {"done", "waiting", "called", "serving", "parked", "missed", "closed"})
        all.push_back(byTicket(site, one, 2));
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
            ofService_ =
                fmt::format(" AND (a.service_id = {0} OR n.service_id = {0})", query.service.value());
    }

    FoundVisits run(const SearchTerm& term)
    {
        if (const auto people = peopleOf(term); !people.empty()) {
            if (!query_.day && detail::hasAtMost(session_, people, detail::fewHits))
                addFrom(detail::idsOf(people, "UNION"), detail::valuesOf(people));
            else
                addFromCalendars(people);
        }
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
        const std::string filters = ofService_ + ofState_;
        std::string sql = "SELECT a.id, a.day, a.start_minute FROM (" + ids +
                          ") AS found STRAIGHT_JOIN appointment a ON a.id = found.id" + joinsFor(filters) +
                          fmt::format(" WHERE a.site_id = {}", site_.value()) + filters;
        if (query_.day) sql += " AND a.day = '" + isoDay(*query_.day) + "'";
        sql += fmt::format(" ORDER BY a.day < '{0}', ABS(DATEDIFF(a.day, '{0}')), IF(a.day < '{0}', "
                           "-a.start_minute, a.start_minute)"
                           " LIMIT {1}",
                           isoDay(today_), most_ + 1);
        add(sql, values);
    }

    /// Only what a filter looks at.
    static std::string joinsFor(const std::string& filters, bool ticketIsThere = false)
    {
        std::string joins;
        if (!ticketIsThere && filters.find("t.") != std::string::npos)
            joins += " LEFT JOIN ticket t ON t.appointment_id = a.id";
        if (filters.find("n.") != std::string::npos)
            joins += " LEFT JOIN appointment n ON n.reference = a.reference AND n.part = 2";
        return joins;
    }

    /// The people of a calendar's rows.
    struct People
    {
        std::string join, condition;
        store::Values values;
    };

    /// Each looked at when its row is met.
    static People met(const std::vector<AttendeeRange>& ranges)
    {
        if (ranges.empty()) return {};
        const auto any = detail::anyOf(ranges);
        return {" STRAIGHT_JOIN attendee p ON p.appointment_id = ", " AND " + any.where, any.values};
    }

    /// All of them together first, unless they are too many: a row that is none of theirs then costs next to
    /// nothing.
    People gathered(const std::vector<AttendeeRange>& ranges) const
    {
        if (!detail::hasAtMost(session_, ranges, mostGathered)) return met(ranges);
        return {" STRAIGHT_JOIN (" + detail::idsOf(ranges, "UNION", mostGathered) + ") AS p ON p.id = ", "",
                detail::valuesOf(ranges)};
    }

    /// The calendars in which every visit that is asked for stands, dense enough to be read from one end.
    std::vector<Calendar> calendars() const
    {
        if (query_.day) return {ofSite(site_)};
        if (!query_.state) return {query_.service ? ofService(query_.service) : ofSite(site_)};
        std::vector<Calendar> all;
        if (const char* state = ownState(*query_.state)) {
            if (!query_.service) return {byState(site_, state)};
            addOfService(all, query_.service, state);
        } else if (query_.service && isOver(*query_.state) && isSmall(query_.service)) {
            for (const char* one : {"arrived", "missed"}) addOfService(all, query_.service, one);
        } else {
            all = ticketsOf(site_, *query_.state);
        }
        return all;
    }

    /// Every other state is one of today.
    static bool isOver(VisitState state)
    {
        return state == VisitState::missed || state == VisitState::served;
    }

    /// So few have come that all of them are looked at sooner than one of them is met among the others.
    bool isSmall(ServiceId service) const
    {
        const std::string sql =
            fmt::format("SELECT 1 FROM appointment FORCE INDEX (appointment_service_state)"
                        " WHERE service_id = {} AND state = 'arrived' LIMIT 1 OFFSET {}",
                        service.value(), fewCame);
        return !store::one<int>(session_, sql.c_str());
    }

    void addFromCalendars(const std::vector<AttendeeRange>& ranges)
    {
        const auto all = calendars();
        const auto people = met(ranges);
        const auto isoBack = [this](int days) {
            return "'" + isoDay(today_ - std::chrono::days(days)) + "'";
        };
        if (query_.day) return addFromCalendar(all[0], people, "= '" + isoDay(*query_.day) + "'", "");
        addFromAll(all, people, ">= " + isoBack(0), "");
        if (enough()) return;
        // Of a state that is rare and kept for years, even the many who share a name may have none: who is
        // not met in the last months is sought in all the years at once.
        const bool rare = query_.state == VisitState::missed || query_.state == VisitState::cancelled;
        if (!rare || ranges.empty()) return addFromAll(all, people, "< " + isoBack(0), " DESC");
        addFromAll(all, people, "BETWEEN " + isoBack(lastMonths) + " AND " + isoBack(1), " DESC");
        if (!enough()) addFromAll(all, gathered(ranges), "< " + isoBack(lastMonths), " DESC");
    }

    bool enough() const { return static_cast<int>(hits_.size()) > most_; }

    void addFromAll(const std::vector<Calendar>& calendars, const People& people, const std::string& days,
                    const std::string& direction)
    {
        for (const auto& calendar : calendars) addFromCalendar(calendar, people, days, direction);
    }

    void addFromCalendar(const Calendar& calendar, const People& people, const std::string& days,
                         const std::string& direction)
    {
        const std::string filters = (calendar.knowsService ? "" : ofService_) + ofState_;
        std::string sql = "SELECT a.id, a.day, a.start_minute FROM " + calendar.rows;
        if (!people.join.empty()) sql += people.join + calendar.id;
        sql += calendar.appointment + joinsFor(filters, calendar.row == "t");
        sql += fmt::format(" WHERE {} AND {}.day {}", calendar.condition, calendar.row, days);
        sql += people.condition + filters;
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

    static constexpr int mostGathered = 30'000, fewCame = 20'000; ///< rows
    static constexpr int lastMonths = 180;                        ///< days

    soci::session& session_;
    const SiteId site_;
    const FindQuery& query_;
    const Day today_;
    const int most_;
    const std::string ofState_ = stateCondition(query_.state);
    std::string ofService_;
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
