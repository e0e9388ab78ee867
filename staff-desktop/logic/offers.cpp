#include "staff-desktop/logic/offers.h"
#include <algorithm>
#include <cstdlib>

namespace accueil
{
namespace
{
constexpr MinuteOfDay noon{12 * 60};

const DayOfStarts* find(const std::vector<DayOfStarts>& days, Day day)
{
    const auto it = std::ranges::find(days, day, &DayOfStarts::day);
    return it == days.end() ? nullptr : &*it;
}

long minutesBetween(const Offer& a, const Offer& b)
{
    return std::labs((a.day - b.day).count() * 1440L + a.start.value - b.start.value);
}
} // namespace

bool OfferFilter::takes(MinuteOfDay start) const
{
    return half == HalfDay::any || (half == HalfDay::morning) == (start < noon);
}

std::vector<Offer> firstOffers(const std::vector<DayOfStarts>& days, const OfferFilter& filter,
                               std::size_t count)
{
    std::vector<Offer> first;
    for (const auto& day : days) {
        if (!filter.takes(day.day)) continue;
        for (const auto& start : day.starts) {
            if (first.size() == count) return first;
            if (filter.takes(start.start)) first.push_back({day.day, start.start});
        }
    }
    return first;
}

std::vector<Offer> nearestOffers(const std::vector<DayOfStarts>& days, const Offer& around, std::size_t count)
{
    auto all = firstOffers(days, {}, static_cast<std::size_t>(-1));
    std::ranges::stable_sort(all, {}, [&](const Offer& offer) { return minutesBetween(offer, around); });
    if (all.size() > count) all.resize(count);
    std::ranges::sort(all);
    return all;
}

std::vector<Offer> offersOf(const std::vector<DayOfStarts>& days, Day day, HalfDay half)
{
    std::vector<Offer> offers;
    const OfferFilter filter{.half = half};
    if (const auto* found = find(days, day))
        for (const auto& start : found->starts)
            if (filter.takes(start.start)) offers.push_back({day, start.start});
    return offers;
}

DayLeft leftOf(const std::vector<DayOfStarts>& days, Day day, HalfDay half, int granulesOfVisit)
{
    const auto* found = find(days, day);
    if (!found || !found->open) return {};
    const OfferFilter filter{.half = half};
    int places = 0;
    bool any = false;
    for (const auto& start : found->starts) {
        if (!filter.takes(start.start)) continue;
        any = true;
        if (!start.full) places += start.places;
    }
    // Starts of a longer visit overlap: each place there uses several of them.
    places = (places + granulesOfVisit - 1) / std::max(granulesOfVisit, 1);
    return {.open = true,
            .places = places,
            .any = any,
            .share = found->capacity > 0 && places > 0 ? double(found->free) / found->capacity : 0};
}

std::vector<int> weekdaysShown(const std::vector<DayOfStarts>& days)
{
    std::vector<int> shown{1, 2, 3, 4, 5};
    for (const int weekend : {6, 7})
        if (std::ranges::any_of(
                days, [&](const DayOfStarts& day) { return day.open && isoWeekday(day.day) == weekend; }))
            shown.push_back(weekend);
    return shown;
}

Day mondayOf(Day day)
{
    return day - std::chrono::days(isoWeekday(day) - 1);
}
} // namespace accueil
