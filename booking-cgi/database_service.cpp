#include "booking-cgi/database_service.h"
#include "core/agenda/online_window.h"
#include "core/booking/form_brake.h"

namespace accueil::web
{
DatabaseService::DatabaseService(store::DatabaseConfig config, std::string siteCode)
    : connection_(std::move(config), clock_), siteCode_(std::move(siteCode))
{
}

std::shared_ptr<const Catalogue> DatabaseService::catalogue()
{
    if (!settings_) settings_.emplace(findSite(connection_, siteCode_), store::Topic::settings);
    const store::Changes changes = settings_->poll(connection_);
    if (!catalogue_ || changes.reloadAll || !changes.events.empty()) {
        try {
            catalogue_ = std::make_shared<const Catalogue>(
                Catalogue::load(connection_, findSite(connection_, siteCode_)));
        } catch (...) {
            settings_.reset(); // the change was seen but not taken over: look again next time
            throw;
        }
    }
    return catalogue_;
}

std::vector<DayOfStarts> DatabaseService::freeStarts(const Service& service, int minutes)
{
    StartQuery query;
    query.service = service.id;
    query.from = catalogue_->zone().toLocal(clock_.now()).day;
    const OnlineWindow window = onlineWindow(*catalogue_, service, clock_.now());
    query.days = window.daysFrom(query.from);
    query.minutes = minutes;
    query.channel = Channel::online;
    query.earliest = window.earliest;
    return accueil::freeStarts(connection_, query);
}

Hold DatabaseService::hold(const HoldRequest& request)
{
    return accueil::hold(connection_, *catalogue_, request);
}

void DatabaseService::release(const Seed& seed, AppointmentId held)
{
    accueil::release(connection_, seed, held);
}

Booked DatabaseService::book(const Seed& seed, AppointmentId held, const Person& person)
{
    return accueil::book(connection_, *catalogue_, seed, held, person);
}

ManagedAppointment DatabaseService::appointment(const std::string& manageToken)
{
    return appointmentByManageToken(connection_, manageToken);
}

void DatabaseService::move(const RequestKey& key, const std::string& manageToken, int revision,
                           const LocalTime& start)
{
    moveByCitizen(connection_, *catalogue_, key, manageToken, revision, start.day, start.minute);
}

void DatabaseService::cancel(const RequestKey& key, const std::string& manageToken)
{
    cancelByCitizen(connection_, *catalogue_, key, manageToken);
}

void DatabaseService::countForm(const std::string& source, int most)
{
    accueil::countForm(connection_, source, most);
}
} // namespace accueil::web
