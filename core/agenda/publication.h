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

/// Special openings of these days, by day and time.
std::vector<SpecialOpening> loadSpecials(soci::session& session, ServiceId service, Day from, Day to);

/// Days that the town adds, in order.
std::vector<AddedHoliday> loadHolidays(soci::session& session, SiteId site);

/// Hours of one service for these days, holidays computed. @throws StoreError
Hours loadHours(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, Day to);

/// When the last opening of the day ends, whoever is absent; none on a day without opening. @throws StoreError
std::optional<MinuteOfDay> closingTime(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day day);

/// As they stand at this moment of the session's transaction. @throws ConfigError  there is no such service
Hours readHours(soci::session& session, ServiceId service, Day from, Day to, Day today);

/// Writes the places of these days in the caller's transaction; counts no stranded ones.
PublishReport writeSlots(soci::session& session, ServiceId service, Day from, Day to, const Hours& hours);

/// The last day with places; none when nothing is published.
std::optional<Day> lastPublished(store::Connection& connection, ServiceId service);

/// Publishes `days` days from `from`. Never touches what is booked; may be run twice, and again after a kill:
/// each batch is a transaction of its own, with the hours as they are by then.
PublishReport publish(store::Connection& connection, const Catalogue& catalogue, ServiceId service, Day from, int days);
} // namespace accueil
