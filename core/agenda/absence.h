// core/agenda/absence.h - a counter that is missing today lowers what can be booked, not only the queue. Supervisor accounts.
#pragma once
#include "core/agenda/hours.h"

namespace accueil
{
struct CounterAbsence
{
    CounterId counter;
    ServiceId service;
    Day day;
    MinuteOfDay from, to{1440};
};

/// Of one day, by counter.
std::vector<CounterAbsence> absences(store::Connection& connection, SiteId site, Day day);

/// What the absence would do to the places of its day: nothing is written. Those who lose their place are listed.
HoursPreview previewAbsence(store::Connection& connection, const Catalogue& catalogue, const CounterAbsence& absence);

/// Writes it down and publishes the day's places again, in one transaction. Whoever loses his place is in strandedVisits afterwards.
/// @throws Refused  supervisorOnly, wrongSite, foreignClock (another day than today)
void noteAbsence(store::Connection& connection, const CounterAbsence& absence);
/// The counter is back at `at`: places from then on are offered again. @throws Refused  supervisorOnly, wrongSite
void endAbsence(store::Connection& connection, const CounterAbsence& absence, MinuteOfDay at);
} // namespace accueil
