#include "display-app/service/database_display_service.h"
#include <algorithm>

namespace accueil::display
{
namespace
{
using namespace std::chrono_literals;

/// The waiting times are estimated anew so often, however much happens: the whole room is read for them.
constexpr auto waitsEvery = 15s;
constexpr int callsShown = 5;
} // namespace

DatabaseDisplayService::Site::Site(Device own, Catalogue offered)
    : device(std::move(own)), catalogue(std::move(offered)),
      changes(device.site, {store::Topic::queue, store::Topic::settings})
{
}

DatabaseDisplayService::DatabaseDisplayService(store::DatabaseConfig config, ServerClock& clock)
    : connection_(std::move(config), clock)
{
}

std::optional<Contents> DatabaseDisplayService::poll(const std::string& trouble)
{
    try {
        const News news = changed();
        const Instant now = connection_.clock().now();
        const bool waits = now - waitsAt_ >= waitsEvery || now < waitsAt_;
        if (!news.calls && !waits) return std::nullopt;
        if (waits) readWaits(trouble);
        contents_.calls = screenCalls(connection_, site_->catalogue, site_->device.area, callsShown);
        if (waits || news.message)
            contents_.message = screenMessage(connection_, site_->catalogue, site_->device.area);
        return contents_;
    } catch (...) {
        site_.reset(); // whatever was missed meanwhile is read anew
        throw;
    }
}

DatabaseDisplayService::News DatabaseDisplayService::changed()
{
    if (site_) {
        const auto news = site_->changes.poll(connection_);
        if (!news.contains(store::Topic::settings)) {
            const auto queue = news.find(store::Topic::queue);
            if (queue == news.end()) return {};
            const auto& [reloadAll, events] = queue->second;
            return {reloadAll || std::ranges::any_of(events, changesScreen, &store::SiteEvent::kind),
                    reloadAll ||
                        std::ranges::find(events, "message", &store::SiteEvent::kind) != events.end()};
        }
    }
    const Device device = currentDevice(connection_);
    site_.emplace(device, Catalogue::load(connection_, device.site));
    site_->changes.poll(
        connection_); // before the contents are read: what happens meanwhile is news of the next poll
    waitsAt_ = {};
    contents_ = {};
    contents_.town = site_->catalogue.site().name;
    if (const auto* area = site_->catalogue.find(device.area)) contents_.area = area->code;
    contents_.timeZone = site_->catalogue.zone().name();
    return {true, true};
}

void DatabaseDisplayService::readWaits(const std::string& trouble)
{
    contents_.waits.clear();
    for (const auto& wait : screenWaits(connection_, site_->catalogue, site_->device.area))
        if (const auto* service = site_->catalogue.find(wait.service))
            contents_.waits.push_back({service->shortName, wait.wait});
    reportAlive(connection_, trouble);
    waitsAt_ = connection_.clock().now();
}
} // namespace accueil::display
