#include "core/base/local_time.h"
#include "core/base/errors.h"
#include <charconv>
#include <date/tz.h>
#include <fmt/format.h>

namespace accueil
{
namespace
{
using namespace std::chrono;

/// Digits only, the whole of `text`.
std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty() || text[0] == '-') return {};
    return value;
}

const date::time_zone& zoneOf(const void* zone)
{
    return *static_cast<const date::time_zone*>(zone);
}
} // namespace

Day makeDay(int year, unsigned month, unsigned day)
{
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) throw InvalidInput("no such day");
    return Day{date};
}

std::string isoDay(Day day)
{
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

std::optional<Day> parseIsoDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
    if (!year || !month || !day) return {};
    const year_month_day date{std::chrono::year{*year}, std::chrono::month(static_cast<unsigned>(*month)),
                              std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return {};
    return Day{date};
}

std::string clockText(MinuteOfDay minute)
{
    return fmt::format("{:02}:{:02}", minute.value / 60, minute.value % 60);
}

std::optional<MinuteOfDay> parseClock(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return {};
    const auto hour = number(text.substr(0, 2)), minute = number(text.substr(3, 2));
    if (!hour || !minute || *hour > 24 || *minute > 59 || *hour * 60 + *minute > 1440) return {};
    return MinuteOfDay{*hour * 60 + *minute};
}

int isoWeekday(Day day)
{
    return static_cast<int>(weekday{day}.iso_encoding());
}

std::string utcText(Instant at)
{
    const auto midnight = floor<days>(at);
    const hh_mm_ss time{at - midnight};
    return fmt::format("{} {:02}:{:02}:{:02}.{:03}", isoDay(Day{midnight.time_since_epoch()}), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::optional<Instant> parseUtc(std::string_view text)
{
    if (text.size() < 19) return {};
    const auto day = parseIsoDay(text.substr(0, 10));
    const auto minute = parseClock(text.substr(11, 5));
    const auto second = number(text.substr(17, 2));
    if (!day || !minute || !second) return {};
    std::string fraction{text.size() > 20 ? text.substr(20, 3) : std::string_view{}};
    fraction.resize(3, '0');
    const auto ms = number(fraction);
    if (!ms) return {};
    return Instant(day->time_since_epoch() + minutes(minute->value) + seconds(*second) + milliseconds(*ms));
}

TimeZone::TimeZone(const std::string& name) : name_(name)
{
    try {
        zone_ = date::locate_zone(name);
    } catch (const std::runtime_error&) {
        throw ConfigError("unknown time zone " + name);
    }
}

LocalTime TimeZone::toLocal(Instant at) const
{
    const auto local = at.time_since_epoch() + zoneOf(zone_).get_info(at).offset;
    const auto day = floor<days>(local);
    return {Day{day}, MinuteOfDay{static_cast<int>(floor<minutes>(local - day).count())}};
}

Instant TimeZone::toUtc(Day day, MinuteOfDay minute) const
{
    const date::local_time<milliseconds> local{day.time_since_epoch() + minutes(minute.value)};
    return zoneOf(zone_).to_sys(local, date::choose::earliest);
}
} // namespace accueil
