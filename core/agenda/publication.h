// core/agenda/publication.h - writes the granules of a range of days from the hours of a service.
#pragma once
#include "core/agenda/opening.h"
#include "core/catalogue/catalogue.h"
#include <soci/soci.h>

namespace accueil
{
struct PublishReport
{
    int written = 0;  ///< granules offered in the range
    int removed = 0;  ///< granules that are no longer offered and had nothing booked
    int stranded = 0; ///< granules that keep more booked than they now offer
};

/// Weekly openings of a service as stored, by weekday and time.
std::vector<Opening> loadOpenings(soci::session& session, ServiceId service);

/// Hours of one service for these days, holidays computed. @throws StoreError
Hours loadHours(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, Day to);

/// Publishes `days` days from `from`. Never touches what is booked; may be run twice, and again after a kill:
/// each batch is a transaction of its own.
PublishReport publish(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, int days);
} // namespace accueil
