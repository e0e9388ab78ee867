// core/catalogue/catalogue.h - what the town offers: services, procedures, papers, waiting areas, counters.
#pragma once
#include "core/base/ids.h"
#include "core/base/language.h"
#include "core/base/local_time.h"
#include "core/catalogue/policy.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
namespace store
{
class Connection;
}

/// Whether one may come without appointment: not at all, always, when urgent, or only to collect.
enum class WalkIn { no, yes, urgent, pickup };

struct Document
{
    DocumentId id;
    std::string code;
    LocalizedText name; ///< "Votre carte d'identité ou titre de séjour"
};

struct WaitingArea
{
    WaitingAreaId id;
    std::string code; ///< "A"
};

/// Another length of the places of a service, from some day on.
struct GranuleChange
{
    Day from;
    int minutes = 10;
    friend bool operator==(const GranuleChange&, const GranuleChange&) = default;
};

/// In force on `day`: `first` until the earliest change. @param changes  by day
int granuleOn(int first, const std::vector<GranuleChange>& changes, Day day);

struct Service
{
    ServiceId id;
    std::string code; ///< "POP"
    WaitingAreaId area;
    char prefix = 'A'; ///< of ticket numbers
    int granuleMinutes = 10; ///< until the first of `granules`
    int leadMinutes = 0;  ///< online booking of a start closes so many minutes before it
    int horizonDays = 60; ///< bookable so many days ahead, today included
    LocalizedText name, shortName;
    int releaseDays = 0; ///< so many days ahead what the desk has not used is offered online; 0: never
    std::vector<GranuleChange> granules = {}; ///< by day

    int granuleOn(Day day) const { return accueil::granuleOn(granuleMinutes, granules, day); }
};

struct Procedure
{
    ProcedureId id;
    ServiceId service;
    std::string code; ///< "POP-EID"
    int minutes = 10; ///< for one person
    bool online = true;
    bool eguichet = false; ///< can be ordered from home
    WalkIn walkIn = WalkIn::no;
    int maxPersons = 1;
    std::vector<DocumentId> documents;
    LocalizedText name;
};

enum class Side { unknown, left, right };

struct Counter
{
    CounterId id;
    int number = 0;
    WaitingAreaId area;
    Side side = Side::unknown;       ///< where the call screen's arrow points
    std::vector<ServiceId> serves;   ///< its own services
    std::vector<ServiceId> helps;    ///< taken when its own have nobody waiting
};

struct Site
{
    SiteId id;
    LocalizedText name; ///< "Ville de Verviers"
    std::string address, timeZone, phone, email, bookingUrl, eguichetUrl;
};

/// What a catalogue is made of.
struct CatalogueParts
{
    Site site;
    QueuePolicy policy;
    BookingPolicy booking;
    std::vector<WaitingArea> areas;
    std::vector<Service> services;
    std::vector<Procedure> procedures;
    std::vector<Counter> counters;
    std::vector<Document> documents;
};

/// A snapshot of one site. Immutable: load it again after a `settings` event.
class Catalogue
{
public:
    /// @throws ConfigError  if the site's time zone is unknown
    explicit Catalogue(CatalogueParts parts);
    /// @throws StoreError; ConfigError if the site does not exist
    static Catalogue load(store::Connection& connection, SiteId site);

    const CatalogueParts& parts() const { return parts_; } ///< to make another one of them
    const Site& site() const { return parts_.site; }
    const TimeZone& zone() const { return zone_; }
    const QueuePolicy& policy() const { return parts_.policy; }
    const BookingPolicy& booking() const { return parts_.booking; }
    const std::vector<WaitingArea>& areas() const { return parts_.areas; }
    const std::vector<Service>& services() const { return parts_.services; }
    const std::vector<Procedure>& procedures() const { return parts_.procedures; }
    const std::vector<Counter>& counters() const { return parts_.counters; }

    /// Null when there is none.
    const Service* find(ServiceId id) const;
    const Procedure* find(ProcedureId id) const;
    const Counter* find(CounterId id) const;
    const WaitingArea* find(WaitingAreaId id) const;
    const Document* find(DocumentId id) const;
    const Service* serviceByCode(std::string_view code) const;
    const Procedure* procedureByCode(std::string_view code) const;
    const WaitingArea* areaByCode(std::string_view code) const;
    const Counter* counterByNumber(int number) const;

    /// The papers of these procedures, each once, in the order of the first that asks for it.
    std::vector<std::string> papers(const std::vector<ProcedureId>& procedures, Language language) const;

private:
    CatalogueParts parts_;
    TimeZone zone_;
};

/// The site with this code, or the first one. @throws ConfigError if there is none
SiteId findSite(store::Connection& connection, const std::string& code = {});
} // namespace accueil
