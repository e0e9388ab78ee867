// display-app/service/database_display_service.h - the screen's contents from the database.
#pragma once
#include "core/people/session.h"
#include "core/store/connection.h"
#include "core/store/site_events.h"
#include "display-app/logic/display_service.h"

namespace accueil::display
{
/// Lives on the worker thread, which owns the connection.
class DatabaseDisplayService : public DisplayService
{
public:
    /// @param clock  is set from the server at every connection; must outlive this
    DatabaseDisplayService(store::DatabaseConfig config, ServerClock& clock);

    std::optional<Contents> poll(const std::string& trouble) override;

private:
    /// Who this screen is and what its site offers: read again after a change of the settings or a fault.
    struct Site
    {
        Site(Device own, Catalogue offered);
        Device device;
        Catalogue catalogue;
        store::SiteReader changes;
    };

    struct News
    {
        bool calls = false, message = false;
    };
    News changed();
    /// What moves on without an event, and a sign of life.
    void readWaits(const std::string& trouble);

    store::Connection connection_;
    std::optional<Site> site_;
    Contents contents_;
    Instant waitsAt_{};
};
} // namespace accueil::display
