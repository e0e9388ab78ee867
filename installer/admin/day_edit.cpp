#include "installer/admin/day_edit.h"
#include <fmt/format.h>

namespace accueil::admin
{
namespace
{
void add(HoursPreview& sum, const HoursPreview& one)
{
    sum.appearing += one.appearing;
    sum.vanishing += one.vanishing;
    sum.changing += one.changing;
    sum.stranded.insert(sum.stranded.end(), one.stranded.begin(), one.stranded.end());
}

void print(Context& context, const HoursPreview& shown, nlohmann::json row)
{
    nlohmann::json stranded = nlohmann::json::array();
    std::string lines;
    for (const auto& one : shown.stranded) {
        stranded.push_back({{"appointment", one.appointment.value()}, {"reference", one.reference}, {"day", isoDay(one.day)},
                            {"start", clockText(one.start)}});
        lines += fmt::format("\n  stranded: {} {} {}", one.reference, isoDay(one.day), clockText(one.start));
    }
    const std::string number = row.contains("id") ? fmt::format("number {}: ", row["id"].get<long long>()) : "";
    row.update({{"appearing", shown.appearing}, {"vanishing", shown.vanishing}, {"changing", shown.changing}, {"stranded", stranded}});
    context.output.row(row, fmt::format("{}{} places appear, {} vanish, {} change, {} appointments stranded{}", number, shown.appearing,
                                        shown.vanishing, shown.changing, shown.stranded.size(), lines));
}
} // namespace

void perform(Context& context, Session& session, const DayEdit& edit)
{
    const int count = edit.to < edit.from ? 0 : static_cast<int>((edit.to - edit.from).count()) + 1;
    HoursPreview shown;
    for (const ServiceId service : edit.services) {
        const Hours hours = edit.altered(loadHours(session.connection(), session.catalogue(), service, edit.from, edit.to));
        if (count > 0) add(shown, preview(session.connection(), session.catalogue(), service, hours, edit.from, count));
    }
    nlohmann::json row = edit.dryRun ? nlohmann::json::object() : edit.write();
    row["done"] = !edit.dryRun;
    if (!edit.dryRun && count > 0)
        for (const ServiceId service : edit.services) publish(session.connection(), session.catalogue(), service, edit.from, count);
    print(context, shown, std::move(row));
}

Day lastDay(Session& session, const std::vector<ServiceId>& services, Day atLeast)
{
    for (const ServiceId service : services)
        if (const auto last = lastPublished(session.connection(), service)) atLeast = std::max(atLeast, *last);
    return atLeast;
}

std::optional<Day> maybeDay(const std::string& text)
{
    if (text.empty()) return {};
    return dayOf(text);
}
} // namespace accueil::admin
