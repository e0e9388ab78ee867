// Which day a ticket belongs to, late in the evening and after midnight, in summer, in winter, and when the
// clocks change.
#include "core/queue/arrival.h"
#include "core/queue/counter.h"
#include "core/queue/supervision.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
RequestKey click()
{
    return Seed::random().requestKey("click");
}

/// Verviers without hours, at one moment after the other: the evening of the nationality ceremony, then the
/// next morning.
struct Night
{
    PrivateDatabase database{{"2026-06-30 20:30:00", true, "verviers", 0}};
    std::string kiosk = database.device("kiosk-1", "kiosk"),
                agent = database.config("ahmed", database.staff("ahmed", "agent")),
                chef = database.config("chef", database.staff("chef", "supervisor"));

    Night() { database.execute("DELETE FROM opening"); }
    void at(const std::string& utc)
    {
        database.stop();
        database.start(utc);
    }
    std::string dayOf(TicketId ticket) const
    {
        return database.value("SELECT day FROM ticket WHERE id = " + std::to_string(ticket.value()));
    }
};

struct Here
{
    explicit Here(const std::string& file) : client(file), catalogue(Catalogue::load(client, SiteId(1))) {}
    Client client;
    Catalogue catalogue;
    IssuedTicket come()
    {
        return walkIn(client, catalogue, click(), catalogue.procedureByCode("CIV-EXTRACT")->id, Language::fr);
    }
};
} // namespace

BOOST_AUTO_TEST_SUITE(night)

BOOST_AUTO_TEST_CASE(a_ticket_of_the_evening_belongs_to_its_day_and_numbers_start_again_next_morning)
{
    Night night;
    struct Case
    {
        const char *evening, *day, *later, *nextDay; ///< the moments in UTC
        const char* context;
    };
    for (const auto& [evening, day, later, nextDay, context] :
         {Case{"2026-06-30 20:30:00", "2026-06-30", "2026-07-01 06:40:00", "2026-07-01", "22:30 in summer"},
          Case{"2026-07-02 22:30:00", "2026-07-03", "2026-07-04 06:40:00", "2026-07-04",
               "half past midnight in summer, still the day before in UTC"},
          Case{"2026-10-24 20:30:00", "2026-10-24", "2026-10-25 07:40:00", "2026-10-25",
               "the night in which summer time ends"},
          Case{"2026-12-15 21:30:00", "2026-12-15", "2026-12-16 07:40:00", "2026-12-16", "22:30 in winter"},
          Case{"2026-12-17 23:30:00", "2026-12-18", "2026-12-19 07:40:00", "2026-12-19",
               "half past midnight in winter"},
          Case{"2027-03-27 21:30:00", "2027-03-27", "2027-03-28 06:40:00", "2027-03-28",
               "the night in which summer time begins"}}) {
        BOOST_TEST_CONTEXT(context)
        {
            night.at(evening);
            TicketId left;
            {
                Here kiosk(night.kiosk), ahmed(night.agent);
                const CounterId counter = ahmed.catalogue.counterByNumber(14)->id;
                openCounter(ahmed.client, ahmed.catalogue, counter);
                const IssuedTicket first = kiosk.come(), second = kiosk.come();
                BOOST_TEST(first.number == "B001");
                BOOST_TEST(second.number == "B002");
                BOOST_TEST(night.dayOf(first.ticket) == day);
                BOOST_TEST(callNext(ahmed.client, ahmed.catalogue, click(), counter).number == first.number);
                finish(ahmed.client, ahmed.catalogue, click(), counter);
                left = second.ticket;
            }
            night.at(later);
            Here kiosk(night.kiosk), ahmed(night.agent), chef(night.chef);
            const CounterId counter = ahmed.catalogue.counterByNumber(14)->id;
            BOOST_TEST((myCounter(ahmed.client) == counter), "he forgot to leave it");
            BOOST_CHECK_EXCEPTION(callNext(ahmed.client, ahmed.catalogue, click(), counter), Refused,
                                  refusedWith(Refusal::nobodyWaiting));
            BOOST_CHECK_EXCEPTION(callPicked(ahmed.client, ahmed.catalogue, click(), counter, left), Refused,
                                  refusedWith(Refusal::wrongDay));
            const IssuedTicket next = kiosk.come();
            BOOST_TEST(next.number == "B001");
            BOOST_TEST(next.ahead == 0);
            BOOST_TEST(night.dayOf(next.ticket) == nextDay);
            BOOST_TEST(callNext(ahmed.client, ahmed.catalogue, click(), counter).number == "B001");
            finish(ahmed.client, ahmed.catalogue, click(), counter);
            const auto open = leftOver(chef.client, chef.catalogue);
            BOOST_REQUIRE(open.size() == 1U);
            BOOST_TEST((open[0].id == left), "whoever was left from yesterday is shown to the supervisor");
            BOOST_TEST(closeTickets(chef.client, {left}, CloseReason::dayOver) == 1);
            closeCounter(ahmed.client, ahmed.catalogue, counter);
        }
    }
    BOOST_TEST(night.database.admin({"db", "check"}).find("every promise holds") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
