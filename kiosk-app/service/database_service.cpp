#include "kiosk-app/service/database_service.h"
#include "core/agenda/publication.h"
#include "core/people/session.h"
#include "core/queue/screen.h"
#include <algorithm>

namespace accueil::kiosk
{
namespace
{
KioskSite siteOf(const Catalogue& catalogue)
{
    KioskSite site{.town = catalogue.site().name,
                   .timeZone = catalogue.site().timeZone,
                   .phone = catalogue.site().phone,
                   .bookingUrl = catalogue.site().bookingUrl,
                   .policy = catalogue.policy(),
                   .walkIns = {}};
    for (const auto& procedure : catalogue.procedures()) {
        // What is urgent goes to the reception: a person judges it.
        if (procedure.walkIn != WalkIn::yes && procedure.walkIn != WalkIn::pickup) continue;
        const auto* service = catalogue.find(procedure.service);
        site.walkIns.push_back(
            {procedure.id, procedure.name, service ? service->shortName : LocalizedText{}});
    }
    return site;
}
} // namespace

void SharedCatalogue::set(std::shared_ptr<const Catalogue> catalogue)
{
    const std::lock_guard lock(mutex_);
    catalogue_ = std::move(catalogue);
}

std::shared_ptr<const Catalogue> SharedCatalogue::get() const
{
    const std::lock_guard lock(mutex_);
    return catalogue_;
}

DatabaseService::DatabaseService(store::DatabaseConfig config, ServerClock& clock, SharedCatalogue& catalogue)
    : connection_(std::move(config), clock), shared_(catalogue)
{
}

const Catalogue& DatabaseService::catalogue()
{
    if (!catalogue_) {
        const SiteId site = currentDevice(connection_).site;
        if (!settings_) settings_.emplace(site, store::Topic::settings);
        catalogue_ = std::make_shared<const Catalogue>(Catalogue::load(connection_, site));
        shared_.set(catalogue_);
    }
    return *catalogue_;
}

KioskSite DatabaseService::refresh(const std::string& trouble)
{
    reportAlive(connection_, trouble);
    catalogue();
    const auto changes = settings_->poll(connection_);
    if (changes.reloadAll || !changes.events.empty()) catalogue_.reset();
    return siteOf(catalogue());
}

Found DatabaseService::findByToken(const std::string& token)
{
    return findByCheckInToken(connection_, token);
}

std::vector<Found> DatabaseService::findByBirthDate(const BirthDate& date)
{
    return accueil::findByBirthDate(connection_, catalogue(), date);
}

/// The false times lie where the service really receives on that day.
std::vector<MinuteOfDay> DatabaseService::timesToAsk(const std::vector<Found>& found)
{
    std::vector<MinuteOfDay> truth;
    for (const auto& one : found) truth.push_back(one.start);
    const Found& first = found.front();
    const Service* service = catalogue().find(first.service);
    const int granule = service ? service->granuleOn(first.day) : 10;
    auto [opens, closes] = std::ranges::minmax(truth);
    closes = closes + granule;
    const Hours hours = loadHours(connection_, catalogue(), first.service, first.day, first.day);
    for (const auto& slot : plannedSlots(hours, first.day)) {
        opens = std::min(opens, slot.start);
        closes = std::max(closes, slot.start + slot.minutes);
    }
    return timesToChooseFrom(truth, first.appointment, granule, opens, closes);
}

Outlook DatabaseService::outlook(ServiceId id)
{
    const Service* service = catalogue().find(id);
    if (!service) return {};
    for (const auto& wait : screenWaits(connection_, catalogue(), service->area))
        if (wait.service == id) return {wait.waiting, wait.wait};
    return {};
}

KioskTicket DatabaseService::checkIn(const RequestKey& key, AppointmentId appointment)
{
    return withPapers(accueil::checkIn(connection_, catalogue(), key, appointment));
}

KioskTicket DatabaseService::walkIn(const RequestKey& key, ProcedureId procedure, Language language)
{
    return withPapers(accueil::walkIn(connection_, catalogue(), key, procedure, language));
}

KioskTicket DatabaseService::ticketAgain(TicketId ticket)
{
    return withPapers(issuedTicket(connection_, catalogue(), ticket));
}

KioskTicket DatabaseService::withPapers(IssuedTicket issued)
{
    KioskTicket ticket{std::move(issued), {}};
    if (const Service* next = catalogue().find(ticket.issued.next)) {
        ticket.next = next->shortName;
        ticket.nextArea = catalogue().find(next->area)->code;
    }
    for (const auto language : languages) {
        const auto papers = catalogue().papers(ticket.issued.procedures, language);
        ticket.papers.resize(std::max(ticket.papers.size(), papers.size()));
        for (std::size_t i = 0; i < papers.size(); ++i) ticket.papers[i].set(language, papers[i]);
    }
    return ticket;
}
} // namespace accueil::kiosk
