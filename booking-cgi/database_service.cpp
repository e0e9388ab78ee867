#include "booking-cgi/database_service.h"
#include "core/booking/form_brake.h"

namespace accueil::web
{
namespace
{
constexpr int farthest = 366; // days; the horizon of the services ends before
}

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

std::vector<DayOfStarts> DatabaseService::freeStarts(const std::vector<Wanted>& wanted)
{
    const Instant now = clock_.now();
    const Day today = catalogue_->zone().toLocal(now).day;
    return accueil::freeStarts(connection_,
                               startQuery(*catalogue_, wanted, Channel::online, today, farthest, now));
}

std::vector<DayOfStarts> DatabaseService::startsToMove(const ManagedAppointment& appointment)
{
    const Instant now = clock_.now();
    const Day today = catalogue_->zone().toLocal(now).day;
    return accueil::freeStarts(connection_, moveQuery(*catalogue_, appointment.parts, appointment.day,
                                                      Channel::online, today, farthest, now));
}

std::vector<StoredClosure> DatabaseService::closures()
{
    return accueil::closures(connection_, catalogue_->site().id);
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
