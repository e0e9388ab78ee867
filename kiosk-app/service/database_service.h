// kiosk-app/service/database_service.h - the kiosk's questions, answered by the town's database.
#pragma once
#include "core/store/connection.h"
#include "core/store/site_events.h"
#include "kiosk-app/logic/kiosk_service.h"
#include <memory>
#include <mutex>

namespace accueil::kiosk
{
/// The catalogue as it stands, for two threads: the database's writes it, the printing one reads it.
class SharedCatalogue
{
public:
    void set(std::shared_ptr<const Catalogue> catalogue);
    std::shared_ptr<const Catalogue> get() const; ///< null before the first connection

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const Catalogue> catalogue_;
};

/// Belongs to the thread that runs its functions.
class DatabaseService : public KioskService
{
public:
    /// All must outlive this.
    DatabaseService(store::DatabaseConfig config, ServerClock& clock, SharedCatalogue& catalogue);

    KioskSite refresh(const std::string& trouble) override;
    Found findByToken(const std::string& token) override;
    std::vector<Found> findByBirthDate(const BirthDate& date) override;
    std::vector<MinuteOfDay> timesToAsk(const std::vector<Found>& found) override;
    Outlook outlook(ServiceId service) override;
    KioskTicket checkIn(const RequestKey& key, AppointmentId appointment) override;
    KioskTicket walkIn(const RequestKey& key, ProcedureId procedure, Language language) override;
    KioskTicket ticketAgain(TicketId ticket) override;

private:
    const Catalogue& catalogue();
    KioskTicket withPapers(IssuedTicket issued);

    store::Connection connection_;
    SharedCatalogue& shared_;
    std::shared_ptr<const Catalogue> catalogue_;
    std::optional<store::EventReader> settings_;
};
} // namespace accueil::kiosk
