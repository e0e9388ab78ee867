// core/catalogue/loader.h - reads a Catalogue from the database; internal to this domain.
#pragma once
#include "core/catalogue/catalogue.h"

namespace accueil
{
struct CatalogueLoader
{
    static Catalogue load(store::Connection& connection, SiteId site);
};

} // namespace accueil
