// core/base/local_time.h - wall-clock days and minutes, and the only code that knows time zones.
#pragma once
#include "core/base/clock.h"
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace accueil
{
/// A day on the wall calendar of the site.
using Day = std::chrono::local_days;

/// Minutes since local midnight, 0 to 1440 (1440 only as an end).
struct MinuteOfDay
{
    int value = 0;
    friend constexpr auto operator<=>(MinuteOfDay, MinuteOfDay) = default;
    friend constexpr MinuteOfDay operator+(MinuteOfDay at, int minutes) { return {at.value + minutes}; }
};

/// A moment on the wall clock of the site.
struct LocalTime
{
    Day day;
    MinuteOfDay minute;
    friend constexpr auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

Day makeDay(int year, unsigned month, unsigned day); ///< @throws InvalidInput for a day that does not exist
std::string isoDay(Day day);                         ///< "2026-11-26"
std::optional<Day> parseIsoDay(std::string_view text);
std::string clockText(MinuteOfDay minute);           ///< "08:30"
std::optional<MinuteOfDay> parseClock(std::string_view text);
int isoWeekday(Day day);                             ///< 1 Monday to 7 Sunday

/// UTC text of the database, to the millisecond: "2026-11-26 07:30:00.000".
std::string utcText(Instant at);
std::optional<Instant> parseUtc(std::string_view text);

/// Rules of one time zone, from the system's zone data. Immutable, any thread.
class TimeZone
{
public:
    /// @param name  IANA, "Europe/Brussels"
    /// @throws ConfigError  if the system does not know it
    explicit TimeZone(const std::string& name);

    const std::string& name() const { return name_; }
    LocalTime toLocal(Instant at) const;
    /// A time that the spring change skips becomes the moment of the change; one that autumn repeats, its first.
    Instant toUtc(Day day, MinuteOfDay minute) const;
    Instant toUtc(const LocalTime& at) const { return toUtc(at.day, at.minute); }

private:
    std::string name_;
    const void* zone_;
};
} // namespace accueil
