#include "display-app/service/database_display_service.h"

namespace accueil::display
{
namespace
{
using namespace std::chrono_literals;

/// Estimates and the day move on without an event; the supervision wants a sign of life.
constexpr auto readAtLeastEvery = 30s;
constexpr int callsShown = 5;
} // namespace

DatabaseDisplayService::Site::Site(Device own, Catalogue offered)
    : device(std::move(own)), catalogue(std::move(offered)), queue(device.site, store::Topic::queue),
      settings(device.site, store::Topic::settings)
{
}

DatabaseDisplayService::DatabaseDisplayService(store::DatabaseConfig config, ServerClock& clock)
    : connection_(std::move(config), clock)
{
}

std::optional<Contents> DatabaseDisplayService::poll()
{
    try {
        if (!changed()) return std::nullopt;
        return read();
    } catch (...) {
        site_.reset(); // whatever was missed meanwhile is read anew
        throw;
    }
}

bool DatabaseDisplayService::changed()
{
    const auto isNews = [this](store::EventReader& reader) {
        const auto changes = reader.poll(connection_);
        return changes.reloadAll || !changes.events.empty();
    };
    if (site_ && isNews(site_->settings)) site_.reset();
    if (!site_) {
        const Device device = currentDevice(connection_);
        site_.emplace(device, Catalogue::load(connection_, device.site));
        isNews(site_->settings);
        isNews(site_->queue); // before the contents are read: what happens meanwhile is news of the next poll
        return true;
    }
    return isNews(site_->queue) || connection_.clock().now() - readAt_ >= readAtLeastEvery;
}

Contents DatabaseDisplayService::read()
{
    const auto& [device, catalogue, queue, settings] = *site_;
    const ScreenState screen = screenState(connection_, catalogue, device.area, callsShown);
    reportAlive(connection_);
    readAt_ = connection_.clock().now();

    Contents contents;
    contents.town = catalogue.site().name;
    if (const auto* area = catalogue.find(device.area)) contents.area = area->code;
    contents.timeZone = catalogue.zone().name();
    contents.calls = screen.calls;
    for (const auto& wait : screen.waits)
        if (const auto* service = catalogue.find(wait.service)) contents.waits.push_back({service->shortName, wait.wait});
    contents.message = screen.message;
    return contents;
}
} // namespace accueil::display
