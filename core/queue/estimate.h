// core/queue/estimate.h - how long one will wait, as a range and never as a promise.
#pragma once
#include "core/base/messages.h"

namespace accueil
{
struct WaitRange
{
    int fromMinutes = 0, toMinutes = 5; ///< 0..5 means "less than 5 minutes"; then 5..10, and steps of 5
    friend bool operator==(const WaitRange&, const WaitRange&) = default;
};

/// The range of a wait that is forecast in minutes (forecast.h).
WaitRange rangeOf(double minutes);

std::string waitInWords(const Messages& messages, const WaitRange& range);  ///< "5 à 10 minutes", "moins de 5 minutes"
std::string waitShort(const Messages& messages, const WaitRange& range);    ///< "5 à 10 min", "moins de 5 min"
} // namespace accueil
