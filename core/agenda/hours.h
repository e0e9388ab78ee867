// core/agenda/hours.h - edits the opening hours, and says first what an edit does. Supervisor accounts and above.
#pragma once
#include "core/agenda/opening_rules.h"
#include "core/base/errors.h"
#include "core/catalogue/catalogue.h"

namespace accueil
{
/// Weekly openings of a service, by weekday and time.
std::vector<Opening> openings(store::Connection& connection, ServiceId service);

/// A change to the hours of one service: what goes, what comes. Nothing is written by making one.
struct HoursEdit
{
    std::vector<OpeningId> removed;
    std::vector<Opening> added; ///< their ids are not used
};

/// The hours as they would be after the edit, for plannedSlots(). Pure. New openings carry ids above all others.
/// @throws InvalidInput, OpeningsClash
Hours edited(Hours hours, const HoursEdit& edit);

/// A booked appointment whose place would no longer be offered.
struct Stranded
{
    AppointmentId appointment;
    std::string reference;
    Day day;
    MinuteOfDay start;
    int minutes = 0;
};

/// What publishing these hours would do, without doing it.
struct HoursPreview
{
    int appearing = 0;              ///< granules that would be offered anew
    int vanishing = 0;              ///< granules that would no longer be offered
    int changing = 0;               ///< granules with another capacity
    std::vector<Stranded> stranded; ///< the latest booked first: as many as are too many, granule by granule
};

/// @param from, days  the range that would be published
HoursPreview preview(store::Connection& connection, const Catalogue& catalogue, ServiceId service, const Hours& hours, Day from,
                     int days);

/// Writes the edit. Publish afterwards: what is offered changes only then.
/// @throws InvalidInput, OpeningsClash (also for two edits at once), NotAllowed
void save(store::Connection& connection, ServiceId service, const HoursEdit& edit);

struct StoredClosure
{
    int id = 0;
    ServiceId service; ///< 0: the whole site
    Closure when;
    LocalizedText reason; ///< shown to citizens
};
std::vector<StoredClosure> closures(store::Connection& connection, SiteId site);
void checkClosure(const Closure& closure); ///< @throws InvalidInput "to_day", "from"
int addClosure(store::Connection& connection, SiteId site, const StoredClosure& closure); ///< @return its id
bool removeClosure(store::Connection& connection, SiteId site, int id);                    ///< false: there was none

/// Why a day is closed in the town's own words: a closure of the service or of the site, or an added holiday.
/// Empty where none was given.
LocalizedText closedBecause(store::Connection& connection, SiteId site, ServiceId service, Day day);

std::vector<AddedHoliday> addedHolidays(store::Connection& connection, SiteId site);
void addHoliday(store::Connection& connection, SiteId site, const AddedHoliday& holiday);
bool removeHoliday(store::Connection& connection, SiteId site, Day day);

/// From a day on, by day and time. They replace the weekly openings of their day.
std::vector<SpecialOpening> specialOpenings(store::Connection& connection, ServiceId service, Day from);
/// @return its id  @throws InvalidInput, OpeningsClash as withSpecial()
OpeningId addSpecialOpening(store::Connection& connection, ServiceId service, const SpecialOpening& special);
bool removeSpecialOpening(store::Connection& connection, ServiceId service, OpeningId id);
} // namespace accueil
