// core/agenda/opening_rules.h - whether openings make sense together. Pure.
#pragma once
#include "core/agenda/opening.h"
#include "core/base/errors.h"
#include <utility>

namespace accueil
{
/// Refuses what no service can mean. @throws InvalidInput naming the field: "weekday", "from", "to", "counters",
/// "counters_online", "valid_to", "every_weeks", "first_week", "nth_of_month"
void checkOpening(const Opening& opening);

/// The first two openings that would receive the same people at the same time: one weekday, overlapping hours, and a
/// day on which both apply. Null when they agree. Looks ten years ahead of the later begin.
std::optional<std::pair<Opening, Opening>> clash(const std::vector<Opening>& openings);

/// "Thursday 08:30-12:00, 4 counters (3 online), every 2 weeks from 2026-12-29": for messages to the administrator.
std::string inWords(const Opening& opening);
std::string inWords(const SpecialOpening& special); ///< "Friday 2026-12-25 09:00-12:00, 1 counters (1 online)"

/// Two openings that cannot both be meant. `what()` names them.
class OpeningsClash : public InvalidInput
{
public:
    OpeningsClash(const Opening& first, const Opening& second);
    OpeningsClash(const SpecialOpening& first, const SpecialOpening& second);
};

/// The hours with one more special opening. It carries an id above all others.
/// @throws InvalidInput  the fields of checkOpening(); a holiday that it does not say it is for; OpeningsClash
Hours withSpecial(Hours hours, SpecialOpening special);
} // namespace accueil
