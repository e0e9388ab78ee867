#include "core/queue/due.h"
#include <algorithm>
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

BOOST_AUTO_TEST_CASE(the_order_of_two_is_explained_in_one_sentence)
{
    const Standing booked{"A042", {at(510), DueReason::appointment, false}, MinuteOfDay{540}, at(532), false, 0};
    const Standing walkIn{"A041", {at(520), DueReason::walkIn, false}, {}, at(520), false, 0};
    const Standing late{"A050", {at(555), DueReason::late, false}, MinuteOfDay{530}, at(555), false, 0};
    const Standing wheelchair{"A060", {at(500), DueReason::walkIn, true}, {}, at(560), false, 0};
    const Standing back{"A030", {at(570), DueReason::back, false}, {}, at(500), false, 0};
    const Standing second{"A020", {at(575), DueReason::second, false}, MinuteOfDay{540}, at(500), false, 0};
    Standing helped = wheelchair, kept = wheelchair, sameTurn = booked, otherPrefix = booked;
    helped.helped = true;
    kept.keptFor = 3;
    sameTurn.number = "A043";
    otherPrefix.number = "B009";
    struct Case
    {
        const Standing &first, &then;
        const char *fr, *nl, *de, *en;
    };
    const Messages french(Language::fr), dutch(Language::nl), german(Language::de), english(Language::en);
    const TimeZone zone("Europe/Brussels");
    for (const auto& c :
         {Case{booked, walkIn, "A042 passe avant A041 : rendez-vous de 09:00, arrivée 08:52 (passe à 08:30) ; A041 : sans rendez-vous, arrivée 08:40 (passe à 08:40).",
               "A042 gaat vóór A041: afspraak van 09:00, aankomst 08:52 (aan de beurt om 08:30); A041: zonder afspraak, aankomst 08:40 (aan de beurt om 08:40).",
               "A042 kommt vor A041: Termin um 09:00, Ankunft 08:52 (an der Reihe um 08:30); A041: ohne Termin, Ankunft 08:40 (an der Reihe um 08:40).",
               "A042 goes before A041: appointment at 09:00, arrived 08:52 (turn at 08:30); A041: without appointment, arrived 08:40 (turn at 08:40)."},
          Case{wheelchair, late, "A060 passe avant A050 : priorité, arrivée 09:20 (passe à 08:20) ; A050 : rendez-vous de 08:50, arrivée tardive 09:15 (passe à 09:15).",
               "A060 gaat vóór A050: voorrang, aankomst 09:20 (aan de beurt om 08:20); A050: afspraak van 08:50, late aankomst 09:15 (aan de beurt om 09:15).",
               "A060 kommt vor A050: Vorrang, Ankunft 09:20 (an der Reihe um 08:20); A050: Termin um 08:50, verspätete Ankunft 09:15 (an der Reihe um 09:15).",
               "A060 goes before A050: priority, arrived 09:20 (turn at 08:20); A050: appointment at 08:50, arrived late at 09:15 (turn at 09:15)."},
          Case{back, second, "A030 passe avant A020 : de retour, depuis 09:30 (passe à 09:30) ; A020 : second service, depuis 09:35 (passe à 09:35).",
               "A030 gaat vóór A020: opnieuw aanwezig, sinds 09:30 (aan de beurt om 09:30); A020: tweede dienst, sinds 09:35 (aan de beurt om 09:35).",
               "A030 kommt vor A020: wieder da, seit 09:30 (an der Reihe um 09:30); A020: zweiter Dienst, seit 09:35 (an der Reihe um 09:35).",
               "A030 goes before A020: back again, since 09:30 (turn at 09:30); A020: second service, since 09:35 (turn at 09:35)."},
          Case{walkIn, helped, "A041 passe avant A060 : ce guichet reçoit d’abord ses propres services.",
               "A041 gaat vóór A060: dit loket ontvangt eerst zijn eigen diensten.",
               "A041 kommt vor A060: Dieser Schalter bedient zuerst seine eigenen Dienste.",
               "A041 goes before A060: this counter receives its own services first."},
          Case{late, kept, "A050 passe avant A060 : A060 est gardé pour le guichet 3.", "A050 gaat vóór A060: A060 wordt voor loket 3 gehouden.",
               "A050 kommt vor A060: A060 ist für Schalter 3 vorgemerkt.", "A050 goes before A060: A060 is kept for counter 3."},
          Case{booked, sameTurn, "A042 passe avant A043 : tous deux passent à 08:30, et le plus petit numéro va d’abord.",
               "A042 gaat vóór A043: beide zijn om 08:30 aan de beurt, en dan gaat het kleinste nummer eerst.",
               "A042 kommt vor A043: Beide sind um 08:30 an der Reihe, dann kommt die kleinere Nummer zuerst.",
               "A042 goes before A043: both have their turn at 08:30, and then the smaller number goes first."},
          Case{otherPrefix, booked, "B009 passe avant A042 : tous deux passent à 08:30, et le plus petit numéro va d’abord.",
               "B009 gaat vóór A042: beide zijn om 08:30 aan de beurt, en dan gaat het kleinste nummer eerst.",
               "B009 kommt vor A042: Beide sind um 08:30 an der Reihe, dann kommt die kleinere Nummer zuerst.",
               "B009 goes before A042: both have their turn at 08:30, and then the smaller number goes first."}})
        for (const auto& [messages, sentence] : {std::pair(&french, c.fr), std::pair(&dutch, c.nl), std::pair(&german, c.de), std::pair(&english, c.en)}) {
            BOOST_TEST(whyBefore(*messages, zone, c.first, c.then) == sentence);
            BOOST_TEST(whyBefore(*messages, zone, c.then, c.first) == sentence, "whichever of the two one asks about");
        }
}

BOOST_AUTO_TEST_CASE(what_is_explained_is_what_happens)
{
    std::vector<Waiting> all;
    std::vector<Standing> standing;
    for (int i = 0; i < 40; ++i) {
        const int number = 1 + (i * 7) % 40, due = 500 + (i * 13) % 25;
        all.push_back(waiting(i + 1, 1 + i % 2, due, number));
        standing.push_back({(i % 3 ? "A" : "B") + std::string(number < 10 ? "00" : "0") + std::to_string(number), all.back().due, {}, at(480), i % 2 == 1, 0});
    }
    const Messages messages(Language::en);
    const TimeZone zone("Europe/Brussels");
    while (!all.empty()) {
        const auto first = next(all, {ServiceId(1)}, {ServiceId(2)});
        const auto found = static_cast<std::size_t>(std::ranges::find(all, TicketId(first), &Waiting::ticket) - all.begin());
        for (const auto& other : standing)
            if (other.number != standing[found].number)
                BOOST_TEST(whyBefore(messages, zone, standing[found], other).starts_with(standing[found].number + " goes before"));
        all.erase(all.begin() + static_cast<long>(found));
        standing.erase(standing.begin() + static_cast<long>(found));
    }
}

BOOST_AUTO_TEST_SUITE_END()
