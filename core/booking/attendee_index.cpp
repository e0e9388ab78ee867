#include "core/booking/attendee_index.h"
#include <fmt/format.h>

namespace accueil::detail
{
namespace
{
/// Sorts behind every letter in the collation of names.
constexpr const char* last = "\xF4\x8F\xBF\xBD"; // U+10FFFD
} // namespace

AttendeeRange& AttendeeRange::also(const AttendeeRange& other)
{
    where += (where.empty() ? "" : " AND ") + other.where;
    values.all.insert(values.all.end(), other.values.all.begin(), other.values.all.end());
    return *this;
}

// Not LIKE, which compares letter by letter: "gross" begins "Große" too, and % and _ are letters as others.
AttendeeRange beginsWith(const std::string& column, const std::string& beginning)
{
    return {"p." + column + " BETWEEN :from AND :to", {{beginning, beginning + last}}};
}

AttendeeRange bornOn(const BirthDate& date)
{
    return {fmt::format("p.birth_year = {} AND p.birth_month = {} AND p.birth_day = {}", date.year,
                        date.month, date.day),
            {}};
}

AttendeeRange anyOf(const std::vector<AttendeeRange>& ranges)
{
    AttendeeRange any;
    for (const auto& range : ranges) any.where += (any.where.empty() ? "((" : " OR (") + range.where + ")";
    any.where += ")";
    any.values = valuesOf(ranges);
    return any;
}

std::string idsOf(const std::vector<AttendeeRange>& ranges, const std::string& glue, int most)
{
    std::string sql;
    for (const auto& range : ranges)
        sql += fmt::format("{}(SELECT p.appointment_id AS id FROM attendee p WHERE {} LIMIT {})",
                           sql.empty() ? "" : " " + glue + " ", range.where, most + 1);
    return sql;
}

store::Values valuesOf(const std::vector<AttendeeRange>& ranges)
{
    store::Values values;
    for (const auto& range : ranges)
        values.all.insert(values.all.end(), range.values.all.begin(), range.values.all.end());
    return values;
}

bool hasAtMost(soci::session& session, const std::vector<AttendeeRange>& ranges, int most)
{
    const std::string sql = "SELECT COUNT(*) FROM (" + idsOf(ranges, "UNION ALL", most) + ") AS found";
    return std::get<0>(*store::one<int>(session, sql.c_str(), valuesOf(ranges))) <= most;
}
} // namespace accueil::detail
