#include "staff-desktop/service/desk_session.h"

namespace accueil
{
DatabaseDesk::DatabaseDesk(store::DatabaseConfig database, ServerClock& clock)
    : database_(std::move(database)), clock_(clock)
{
}

DatabaseDesk::~DatabaseDesk() = default;

DatabaseDesk::Session& DatabaseDesk::session()
{
    if (!session_) throw AccessDenied("nobody is logged in", 0);
    return *session_;
}

DeskSession DatabaseDesk::logIn(const std::string& account, const std::string& password)
{
    session_.reset();
    store::DatabaseConfig database = database_;
    database.user = account;
    database.password = password;
    session_ = std::make_unique<Session>(std::move(database), clock_);
    return {session_->staff, session_->catalogue};
}

std::shared_ptr<const Catalogue> DatabaseDesk::catalogue()
{
    Session& at = session();
    at.catalogue = std::make_shared<const Catalogue>(Catalogue::load(at.connection, at.staff.site));
    return at.catalogue;
}

News DatabaseDesk::news()
{
    Session& at = session();
    const auto changed = [](const store::Changes& changes) {
        return changes.reloadAll || !changes.events.empty();
    };
    News news;
    const auto queue = at.queue.poll(at.connection);
    news.queue = changed(queue);
    for (const auto& event : queue.events)
        if (event.kind == "called") news.called.emplace_back(event.ticket, event.counter);
    news.agenda = changed(at.agenda.poll(at.connection));
    news.settings = changed(at.settings.poll(at.connection));
    return news;
}
} // namespace accueil
