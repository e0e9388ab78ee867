#include "core/base/clock.h"

namespace accueil
{
namespace
{
long long steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}
} // namespace

ServerClock::ServerClock()
{
    using namespace std::chrono;
    set(time_point_cast<milliseconds>(system_clock::now()));
}

void ServerClock::set(Instant serverNow)
{
    offsetMs_ = serverNow.time_since_epoch().count() - steadyMs();
}

Instant ServerClock::now() const
{
    return Instant(std::chrono::milliseconds(offsetMs_.load() + steadyMs()));
}
} // namespace accueil
