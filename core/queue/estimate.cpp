#include "core/queue/estimate.h"
#include <algorithm>
#include <cmath>

namespace accueil
{
WaitRange rangeOf(double minutes)
{
    const int from = static_cast<int>(std::floor(std::max(minutes, 0.0) / 5)) * 5;
    return {from, from + 5};
}

std::string waitInWords(const Messages& m, const WaitRange& range)
{
    if (range.fromMinutes == 0) return m.tr("less than {0} minutes", range.toMinutes);
    return m.tr("{0} to {1} minutes", range.fromMinutes, range.toMinutes);
}

std::string waitShort(const Messages& m, const WaitRange& range)
{
    if (range.fromMinutes == 0) return m.tr("less than {0} min", range.toMinutes);
    return m.tr("{0} to {1} min", range.fromMinutes, range.toMinutes);
}
} // namespace accueil
