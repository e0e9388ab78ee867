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
    auto changes = at.changes.poll(at.connection);
    News news;
    news.queue = changes.contains(store::Topic::queue);
    for (const auto& event : changes[store::Topic::queue].events) {
        if (event.kind == "called") news.called.emplace_back(event.ticket, event.counter);
        news.help = news.help || event.kind.starts_with("help_");
    }
    news.agenda = changes.contains(store::Topic::agenda);
    news.settings = changes.contains(store::Topic::settings);
    return news;
}
} // namespace accueil
