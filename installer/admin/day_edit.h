// installer/admin/day_edit.h - an edit of opening days: said first, then made and published.
#pragma once
#include "core/agenda/hours.h"
#include "core/agenda/publication.h"
#include "installer/admin/session.h"
#include <functional>

namespace accueil::admin
{
struct DayEdit
{
    std::vector<ServiceId> services;              ///< whose places change
    Day from, to;                                 ///< days that are shown and published; none when `to` is before `from`
    std::function<Hours(Hours)> altered;          ///< the hours of a service as they will be
    std::function<nlohmann::json()> write;        ///< makes it; answers more fields for the row
    bool dryRun = false;                          ///< only show
};

/// One row for all services: places that appear, vanish and change, and the stranded appointments. @throws what `altered` and
/// `write` throw; then nothing is changed
void perform(Context& context, Session& session, const DayEdit& edit);

/// The last of the published days of these services, at least `atLeast`.
Day lastDay(Session& session, const std::vector<ServiceId>& services, Day atLeast);
std::optional<Day> maybeDay(const std::string& text); ///< none when empty @throws InvalidInput
} // namespace accueil::admin
