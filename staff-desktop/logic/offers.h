// staff-desktop/logic/offers.h - from the free starts of a service to what a receptionist proposes. Pure.
#pragma once
#include "core/agenda/free_starts.h"
#include <optional>

namespace accueil
{
/// A time that can be proposed.
struct Offer
{
    Day day;
    MinuteOfDay start;
    friend constexpr auto operator<=>(const Offer&, const Offer&) = default;
};

enum class HalfDay { any, morning, afternoon };

/// What the caller asks for: "a Thursday afternoon, from the 7th on".
struct OfferFilter
{
    unsigned weekdays = 0; ///< bit 1 Monday to bit 7 Sunday; 0 for all
    HalfDay half = HalfDay::any;
    std::optional<Day> from{};

    bool has(int isoWeekday) const { return weekdays == 0 || (weekdays >> isoWeekday & 1u) != 0; }
    bool takes(Day day) const { return has(isoWeekday(day)) && (!from || day >= *from); }
    bool takes(MinuteOfDay start) const;
    friend bool operator==(const OfferFilter&, const OfferFilter&) = default;
};

/// The first `count` in order of time.
std::vector<Offer> firstOffers(const std::vector<DayOfStarts>& days, const OfferFilter& filter,
                               std::size_t count);
/// The `count` nearest to a time, in order of time.
std::vector<Offer> nearestOffers(const std::vector<DayOfStarts>& days, const Offer& around,
                                 std::size_t count);
/// Every time of one day that suits the half of day.
std::vector<Offer> offersOf(const std::vector<DayOfStarts>& days, Day day, HalfDay half);

/// How much of a day is left, for the calendar.
struct DayLeft
{
    bool open = false;
    int places = 0;   ///< visits of the asked length that still fit, about
    bool any = false; ///< there is a start, be it a full one
    double share = 0; ///< of the day's capacity, 0 to 1
};
DayLeft leftOf(const std::vector<DayOfStarts>& days, Day day, HalfDay half, int granulesOfVisit);

/// Weekdays with an opening in the range, Monday to Friday at least: the columns of the calendar.
std::vector<int> weekdaysShown(const std::vector<DayOfStarts>& days);
Day mondayOf(Day day);
} // namespace accueil
