// booking-cgi/database_service.h - the town's database behind the pages.
#pragma once
#include "booking-cgi/booking_service.h"
#include "core/store/connection.h"
#include "core/store/site_events.h"

namespace accueil::web
{
/// Connects on first use and again after a loss. One thread.
class DatabaseService : public BookingService
{
public:
    /// @param siteCode  empty: the first site
    DatabaseService(store::DatabaseConfig config, std::string siteCode);

    std::shared_ptr<const Catalogue> catalogue() override;
    std::shared_ptr<const Catalogue> lastCatalogue() const override { return catalogue_; }
    Instant now() const override { return clock_.now(); }
    std::vector<DayOfStarts> freeStarts(const std::vector<Wanted>& wanted) override;
    std::vector<DayOfStarts> startsToMove(const ManagedAppointment& appointment) override;
    std::vector<StoredClosure> closures() override;
    Hold hold(const HoldRequest& request) override;
    void release(const Seed& seed, AppointmentId held) override;
    Booked book(const Seed& seed, AppointmentId held, const Person& person) override;
    ManagedAppointment appointment(const std::string& manageToken) override;
    void move(const RequestKey& key, const std::string& manageToken, int revision,
              const LocalTime& start) override;
    void cancel(const RequestKey& key, const std::string& manageToken) override;
    void countForm(const std::string& source, int most) override;

private:
    ServerClock clock_;
    store::Connection connection_;
    std::string siteCode_;
    std::optional<store::EventReader> settings_;
    std::shared_ptr<const Catalogue> catalogue_;
};
} // namespace accueil::web
