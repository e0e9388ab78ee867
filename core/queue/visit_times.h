// core/queue/visit_times.h - how long visits take at this town hall: measured medians.
#pragma once
#include "core/catalogue/catalogue.h"
#include <map>

namespace accueil
{
/// A snapshot for one day, of the visits of the days before it: the median of each procedure over the last 30 days with visits, of
/// its service while a procedure has too few, and the catalogue's minutes while the service has too few. Time set aside not counted.
class VisitTimes
{
public:
    /// Kept by the connection until midnight: yesterday's visits do not change.
    static const VisitTimes& of(store::Connection& connection, const Catalogue& catalogue);

    /// Minutes of a visit; @param procedure  the first one, or 0 when not known
    double minutes(ServiceId service, ProcedureId procedure) const;

    /// @param seconds  measured, in any order. Pure; for tests
    VisitTimes(const Catalogue& catalogue, std::map<std::pair<ServiceId, ProcedureId>, std::vector<int>> seconds);

private:
    std::map<ProcedureId, double> procedures_;
    std::map<ServiceId, double> services_;
};
} // namespace accueil
