#include "core/queue/due.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using std::chrono::minutes;

namespace
{
/// Minutes of a winter morning, 09:00 local is 540.
Instant at(int minute)
{
    return TimeZone("Europe/Brussels").toUtc(makeDay(2026, 11, 26), {minute});
}

Waiting waiting(long long ticket, int service, int due, int number = 0)
{
    return {TicketId(ticket), ServiceId(service), number ? number : static_cast<int>(ticket), {at(due), DueReason::walkIn, false}, {}, {}};
}

long long next(const std::vector<Waiting>& all, std::vector<ServiceId> own, std::vector<ServiceId> helps = {}, int counter = 1, int now = 600)
{
    return nextTicket(all, CounterId(counter), own, helps, at(now)).value_or(TicketId(0)).value();
}
} // namespace

BOOST_AUTO_TEST_SUITE(who_is_next)

BOOST_AUTO_TEST_CASE(due_time_of_every_kind_of_visitor)
{
    struct Case
    {
        int start, arrival;
        bool priority;
        int due; ///< 0: the reception decides
        DueReason reason;
        const char* context;
    };
    const QueuePolicy policy;
    for (const auto& c : {Case{540, 532, false, 510, DueReason::appointment, "in time: start minus the credit"},
                          Case{540, 480, false, 510, DueReason::appointment, "an hour early: the same"},
                          Case{540, 550, false, 510, DueReason::appointment, "ten minutes late is in time"},
                          Case{540, 551, false, 551, DueReason::late, "later: in the order of arrival"},
                          Case{540, 600, false, 600, DueReason::late, "an hour late, still"},
                          Case{540, 601, false, 0, DueReason::late, "more than an hour: the reception decides"},
                          Case{540, 532, true, 450, DueReason::appointment, "priority: an hour earlier than that"},
                          Case{540, 555, true, 495, DueReason::late, "priority and late"}}) {
        BOOST_TEST_CONTEXT(c.context)
        {
            const auto due = dueOfAppointment(policy, at(c.start), at(c.arrival), c.priority);
            BOOST_TEST(due.has_value() == (c.due != 0));
            if (!due) continue;
            BOOST_TEST((due->at == at(c.due)));
            BOOST_TEST((due->reason == c.reason));
        }
    }
    BOOST_TEST((dueOfWalkIn(policy, at(545)).at == at(545)));
    BOOST_TEST((dueOfWalkIn(policy, at(545), true).at == at(485)));
    BOOST_TEST((dueOfReturn(policy, at(545)).at == at(545)));
}

BOOST_AUTO_TEST_CASE(a_town_edits_the_minutes)
{
    QueuePolicy policy;
    policy.appointmentCredit = 15;
    policy.lateAfter = 0;
    policy.receptionAfter = 20;
    BOOST_TEST((dueOfAppointment(policy, at(540), at(540))->at == at(525)));
    BOOST_TEST((dueOfAppointment(policy, at(540), at(541))->at == at(541)));
    BOOST_TEST(!dueOfAppointment(policy, at(540), at(561)));
}

BOOST_AUTO_TEST_CASE(smallest_due_of_the_counters_own_services_goes_first)
{
    const ServiceId pop(1), ppc(2), etr(3);
    const std::vector<Waiting> all{waiting(1, 1, 540), waiting(2, 1, 530), waiting(3, 2, 500), waiting(4, 3, 400)};
    BOOST_TEST(next(all, {pop}) == 2, "smallest due");
    BOOST_TEST(next(all, {pop, ppc}) == 3, "over both of its services");
    BOOST_TEST(next(all, {pop}, {ppc}) == 2, "it helps only when its own have nobody");
    BOOST_TEST(next({waiting(3, 2, 500)}, {pop}, {ppc}) == 3, "now it helps");
    BOOST_TEST(next(all, {ServiceId(9)}) == 0, "nobody waits for it");
    BOOST_TEST(next({}, {pop}) == 0);
    BOOST_TEST(next({waiting(8, 1, 540, 12), waiting(9, 1, 540, 11)}, {pop}) == 9, "ties by number");
    BOOST_TEST(next(all, {etr}) == 4);
}

BOOST_AUTO_TEST_CASE(a_parked_visitor_is_kept_for_the_counter_that_parked)
{
    Waiting parked = waiting(1, 1, 500);
    parked.keptFor = CounterId(3);
    parked.keptUntil = at(610);
    const std::vector<Waiting> all{parked, waiting(2, 1, 540)};
    BOOST_TEST(next(all, {ServiceId(1)}, {}, 3) == 1, "for that counter at once");
    BOOST_TEST(next(all, {ServiceId(1)}, {}, 4) == 2, "not yet for another");
    BOOST_TEST(next(all, {ServiceId(1)}, {}, 4, 610) == 1, "ten minutes later for everybody");
}

BOOST_AUTO_TEST_CASE(everybody_can_be_told_why)
{
    const Messages messages(Language::fr);
    const TimeZone zone("Europe/Brussels");
    const auto why = [&](DueReason reason, bool priority, std::optional<MinuteOfDay> start) {
        return whyDue(messages, zone, {at(532), reason, priority}, start, at(532));
    };
    BOOST_TEST(why(DueReason::appointment, false, MinuteOfDay{540}) == "rendez-vous de 09:00, arrivée 08:52");
    BOOST_TEST(why(DueReason::walkIn, false, {}) == "sans rendez-vous, arrivée 08:52");
    BOOST_TEST(why(DueReason::walkIn, true, {}) == "priorité, arrivée 08:52");
    BOOST_TEST(why(DueReason::late, false, MinuteOfDay{510}) == "rendez-vous de 08:30, arrivée tardive 08:52");
}

BOOST_AUTO_TEST_SUITE_END()
