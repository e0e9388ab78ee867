// core/booking/attendee_index.h - parts of statements that ask the indexes of attendee. For find.cpp and
// known_people.cpp.
#pragma once
#include "core/base/date_words.h"
#include "core/store/sql.h"

namespace accueil::detail
{
/// A condition on the row `p` of attendee that an index answers, and its values.
struct AttendeeRange
{
    std::string where;
    store::Values values;
    AttendeeRange& also(const AttendeeRange& other); ///< both hold
};

/// The column begins so; accents and case ignored as the column does. @param column  last_key, first_key,
/// phone_key, email
AttendeeRange beginsWith(const std::string& column, const std::string& beginning);
AttendeeRange bornOn(const BirthDate& date);
/// "(a OR b)".
AttendeeRange anyOf(const std::vector<AttendeeRange>& ranges);

/// Up to here the rows of a range are read and sorted; what more people share is so dense that reading the
/// calendar day by day meets enough of them soon.
inline constexpr int fewHits = 5000;

/// "(SELECT … LIMIT …) UNION (SELECT …)" of appointment ids, called `id`; one more than `most` of each range.
/// @param glue  "UNION" or "UNION ALL"
std::string idsOf(const std::vector<AttendeeRange>& ranges, const std::string& glue, int most = fewHits);
store::Values valuesOf(const std::vector<AttendeeRange>& ranges);
bool hasAtMost(soci::session& session, const std::vector<AttendeeRange>& ranges, int most);
} // namespace accueil::detail
