// tests/core/booking/agenda_model.h - the agenda of one service in memory, as simple as it can be said.
#pragma once
#include "core/agenda/channel.h"
#include "core/base/errors.h"
#include "core/booking/token.h"
#include "core/base/ids.h"
#include "core/base/local_time.h"
#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace accueil::test
{
/// One opening a day, the same every day; granules of ten minutes.
class AgendaModel
{
public:
    struct Visit
    {
        Seed seed = Seed::random();
        AppointmentId id;
        Day day;
        int start = 0, minutes = 10;
        bool online = false, booked = false, expired = false; ///< expired: a hold whose time is over, still in the way
        int revision = 0;
    };

    AgendaModel(int from, int to, int capacity, int online) : from_(from), to_(to), capacity_(capacity), online_(online) {}

    std::vector<Visit> visits;
    void setCapacity(int capacity, int online)
    {
        capacity_ = capacity;
        online_ = online;
    }

    /// What hold() must answer: nothing when it succeeds. Expired holds in the way are ended when that helps.
    std::optional<Refusal> hold(const Visit& wanted)
    {
        if (wanted.start + wanted.minutes > to_) return Refusal::noSuchSlot;
        if (fits(wanted, visits, nullptr)) return {};
        auto without = withoutExpired(wanted);
        if (!fits(wanted, without, nullptr)) return Refusal::slotTaken;
        visits = std::move(without);
        return {};
    }

    /// What move() must answer for a booked visit.
    std::optional<Refusal> move(const Visit& visit, Day day, int start)
    {
        if (start + visit.minutes > to_) return Refusal::noSuchSlot;
        Visit moved = visit;
        moved.day = day;
        moved.start = start;
        auto without = withoutExpired(moved);
        if (!fits(moved, without, &visit)) return Refusal::slotTaken;
        visits = std::move(without);
        return {};
    }

    /// Places for a visit of this length: what a search must show.
    int places(Day day, int start, int minutes, bool online) const
    {
        if (start + minutes > to_) return 0;
        int least = 99;
        for (int at = start; at < start + minutes; at += 10) {
            const auto [all, ofOnline] = counts(visits, day, at, true);
            int free = capacity_ - all;
            if (online) free = std::min(free, online_ - ofOnline);
            least = std::min(least, std::max(free, 0));
        }
        return least;
    }
    int from() const { return from_; }
    int to() const { return to_; }

private:
    static bool covers(const Visit& visit, Day day, int minute)
    {
        return visit.day == day && visit.start <= minute && minute < visit.start + visit.minutes;
    }

    static std::pair<int, int> counts(const std::vector<Visit>& all, Day day, int minute, bool withoutExpiredHolds = false)
    {
        int total = 0, ofOnline = 0;
        for (const auto& visit : all) {
            if (!covers(visit, day, minute) || (withoutExpiredHolds && visit.expired)) continue;
            ++total;
            ofOnline += visit.online;
        }
        return {total, ofOnline};
    }

    /// `old`: the same visit at its old place, whose granules need not be taken again.
    bool fits(const Visit& wanted, const std::vector<Visit>& all, const Visit* old) const
    {
        for (int at = wanted.start; at < wanted.start + wanted.minutes; at += 10) {
            if (old && covers(*old, wanted.day, at)) continue;
            const auto [total, ofOnline] = counts(all, wanted.day, at);
            if (total >= capacity_ || (wanted.online && ofOnline >= online_)) return false;
        }
        return true;
    }

    std::vector<Visit> withoutExpired(const Visit& inTheWayOf) const
    {
        auto left = visits;
        std::erase_if(left, [&](const Visit& v) {
            return v.expired && v.day == inTheWayOf.day && v.start < inTheWayOf.start + inTheWayOf.minutes &&
                   v.start + v.minutes > inTheWayOf.start;
        });
        return left;
    }

    int from_, to_, capacity_, online_;
};
} // namespace accueil::test
