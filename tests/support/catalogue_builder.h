// tests/support/catalogue_builder.h - a catalogue without a database, for tests of presenters.
#pragma once
#include "core/catalogue/catalogue.h"
#include <memory>

namespace accueil
{
/// Ids count from 1 in the order of adding. Names are the same in every language unless set.
class CatalogueBuilder
{
public:
    explicit CatalogueBuilder(const std::string& timeZone = "Europe/Brussels")
    {
        made_.site_.id = SiteId(1);
        made_.site_.timeZone = timeZone;
        made_.site_.eguichetUrl = "https://eguichet.example";
        made_.zone_.emplace(timeZone);
        made_.areas_ = {{WaitingAreaId(1), "A"}, {WaitingAreaId(2), "B"}};
    }

    ServiceId service(const std::string& code, const std::string& name, int area = 1)
    {
        Service service;
        service.id = ServiceId(static_cast<long long>(made_.services_.size()) + 1);
        service.code = code;
        service.area = WaitingAreaId(area);
        service.prefix = area == 1 ? 'A' : 'B';
        service.name = service.shortName = everywhere(name);
        made_.services_.push_back(service);
        return service.id;
    }

    Procedure& procedure(ServiceId service, const std::string& code, int minutes, const std::string& name)
    {
        Procedure procedure;
        procedure.id = ProcedureId(static_cast<long long>(made_.procedures_.size()) + 1);
        procedure.service = service;
        procedure.code = code;
        procedure.minutes = minutes;
        procedure.name = everywhere(name);
        return made_.procedures_.emplace_back(procedure);
    }

    DocumentId document(const std::string& code, const std::string& name)
    {
        const DocumentId id(static_cast<long long>(made_.documents_.size()) + 1);
        made_.documents_.push_back({id, code, everywhere(name)});
        return id;
    }

    CounterId counter(int number, std::vector<ServiceId> serves, std::vector<ServiceId> helps = {})
    {
        const CounterId id(number);
        made_.counters_.push_back({id, number, WaitingAreaId(1), Side::unknown, std::move(serves), std::move(helps)});
        return id;
    }

    QueuePolicy& policy() { return made_.policy_; }
    std::shared_ptr<const Catalogue> build() const { return std::make_shared<const Catalogue>(made_); }

    static LocalizedText everywhere(const std::string& name)
    {
        LocalizedText text;
        for (const Language language : languages) text.set(language, name);
        return text;
    }

private:
    Catalogue made_;
};
} // namespace accueil
