#include "core/catalogue/catalogue.h"
#include "core/catalogue/loader.h"
#include <algorithm>

namespace accueil
{
namespace
{
template <class List, class Match>
auto* findIn(const List& list, Match match)
{
    const auto found = std::ranges::find_if(list, match);
    return found == list.end() ? nullptr : &*found;
}
} // namespace

int granuleOn(int first, const std::vector<GranuleChange>& changes, Day day)
{
    for (const auto& change : changes)
        if (change.from <= day) first = change.minutes;
    return first;
}

Catalogue::Catalogue(CatalogueParts parts) : parts_(std::move(parts)), zone_(parts_.site.timeZone) {}

Catalogue Catalogue::load(store::Connection& connection, SiteId site)
{
    return CatalogueLoader::load(connection, site);
}

const Service* Catalogue::find(ServiceId id) const
{
    return findIn(parts_.services, [id](const Service& s) { return s.id == id; });
}

const Procedure* Catalogue::find(ProcedureId id) const
{
    return findIn(parts_.procedures, [id](const Procedure& p) { return p.id == id; });
}

const Counter* Catalogue::find(CounterId id) const
{
    return findIn(parts_.counters, [id](const Counter& c) { return c.id == id; });
}

const WaitingArea* Catalogue::find(WaitingAreaId id) const
{
    return findIn(parts_.areas, [id](const WaitingArea& a) { return a.id == id; });
}

const Document* Catalogue::find(DocumentId id) const
{
    return findIn(parts_.documents, [id](const Document& d) { return d.id == id; });
}

const Service* Catalogue::serviceByCode(std::string_view code) const
{
    return findIn(parts_.services, [code](const Service& s) { return s.code == code; });
}

const Procedure* Catalogue::procedureByCode(std::string_view code) const
{
    return findIn(parts_.procedures, [code](const Procedure& p) { return p.code == code; });
}

const WaitingArea* Catalogue::areaByCode(std::string_view code) const
{
    return findIn(parts_.areas, [code](const WaitingArea& a) { return a.code == code; });
}

const Counter* Catalogue::counterByNumber(int number) const
{
    return findIn(parts_.counters, [number](const Counter& c) { return c.number == number; });
}

std::vector<std::string> Catalogue::papers(const std::vector<ProcedureId>& procedures, Language language) const
{
    std::vector<DocumentId> seen;
    std::vector<std::string> names;
    for (const ProcedureId id : procedures) {
        const Procedure* procedure = find(id);
        if (!procedure) continue;
        for (const DocumentId document : procedure->documents) {
            if (std::ranges::find(seen, document) != seen.end()) continue;
            seen.push_back(document);
            if (const Document* paper = find(document)) names.push_back(paper->name.in(language));
        }
    }
    return names;
}
} // namespace accueil
