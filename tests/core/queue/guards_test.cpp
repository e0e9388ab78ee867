// Who is refused, and with which word: another day, another building, a place that is only held, a visit that
// was cancelled.
#include "core/booking/appointment.h"
#include "core/queue/arrival.h"
#include "core/queue/turns.h"
#include "tests/core/town.h"
#include <functional>

using namespace accueil;
using namespace accueil::test;

namespace
{
RequestKey click()
{
    return Seed::random().requestKey("click");
}

struct Guarded
{
    Town& town = Town::instance();
    const Catalogue& catalogue = town.catalogue;
    Client kiosk{town.kiosk}, reception{town.reception}, ahmed{town.agent}, lena{town.secondAgent};
    const CounterId one = catalogue.counterByNumber(14)->id, two = catalogue.counterByNumber(15)->id;

    Guarded()
    {
        town.database.execute("UPDATE counter_state SET ticket_id = NULL, staff_id = NULL, opened_at = NULL, "
                              "paused_at = NULL, ended_ticket_id = NULL");
        town.database.execute(
            "UPDATE ticket SET state = 'closed' WHERE state IN ('waiting', 'called', 'serving', 'parked')");
        openCounter(ahmed, catalogue, one);
    }
    TicketId come()
    {
        return walkIn(kiosk, catalogue, click(), town.procedure("CIV-EXTRACT"), Language::fr).ticket;
    }
    void change(const char* table, long long id, const std::string& what) const
    {
        town.database.execute("UPDATE " + std::string(table) + " SET " + what +
                              " WHERE id = " + std::to_string(id));
    }
    /// In another building, with nothing in it.
    long long otherSite() const
    {
        if (town.database.value("SELECT COUNT(*) FROM site WHERE id = 77") == "0")
            town.database.execute("INSERT INTO site SELECT 77, 'annexe', address, time_zone, phone, email, "
                                  "booking_url, eguichet_url FROM site WHERE id = 1");
        return 77;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(guards, Guarded)

BOOST_AUTO_TEST_CASE(an_appointment_that_is_not_to_be_received_here_today_gets_no_ticket)
{
    const std::string site = std::to_string(otherSite());
    struct Case
    {
        std::string change; ///< of the appointment
        Refusal refused;
        const char* context;
    };
    MinuteOfDay start{540};
    for (const auto& [change_, refused, context] :
         {Case{"state = 'cancelled'", Refusal::appointmentGone, "cancelled"},
          Case{"state = 'missed'", Refusal::appointmentGone, "noted as missed"},
          Case{"state = 'held'", Refusal::appointmentGone, "only held, never confirmed"},
          Case{"state = 'arrived'", Refusal::alreadyArrived, "checked in before"},
          Case{"day = day + INTERVAL 1 DAY", Refusal::wrongDay, "tomorrow"},
          Case{"day = day - INTERVAL 1 DAY", Refusal::wrongDay, "yesterday"},
          Case{"site_id = " + site, Refusal::appointmentGone,
               "in another building: not even its time is told"}}) {
        BOOST_TEST_CONTEXT(context)
        {
            const AppointmentId id = bookVisit(reception, Seed::random(), "PPC-RECORD", town.today, start);
            start = start + 10;
            town.database.execute(
                "CREATE OR REPLACE TABLE kept_row AS SELECT * FROM appointment WHERE id = " +
                std::to_string(id.value()));
            change("appointment", id.value(), change_);
            for (auto* client : {&kiosk, &reception})
                BOOST_CHECK_EXCEPTION(checkIn(*client, catalogue, click(), id), Refused,
                                      refusedWith(refused));
            town.database.execute("UPDATE appointment a JOIN kept_row k ON k.id = a.id SET a.state = "
                                  "k.state, a.day = k.day, a.site_id = k.site_id");
            BOOST_CHECK_NO_THROW(checkIn(kiosk, catalogue, click(), id));
        }
    }
    town.database.execute("DROP TABLE kept_row");
    town.check();
}

BOOST_AUTO_TEST_CASE(a_ticket_that_cannot_be_called_here_now_is_not)
{
    const std::string site = std::to_string(otherSite());
    struct Case
    {
        std::string change; ///< of the ticket
        Refusal picked;
        const char* context;
    };
    for (const auto& [change_, picked, context] :
         {Case{"state = 'called'", Refusal::ticketNotWaiting, "called"},
          Case{"state = 'serving'", Refusal::ticketNotWaiting, "served"},
          Case{"state = 'parked', kept_counter_id = 1", Refusal::ticketNotWaiting, "set aside"},
          Case{"state = 'done'", Refusal::ticketNotWaiting, "done"},
          Case{"state = 'missed'", Refusal::ticketNotWaiting, "missed"},
          Case{"state = 'closed'", Refusal::ticketNotWaiting, "closed"},
          Case{"day = day - INTERVAL 1 DAY, number = number + 500", Refusal::wrongDay, "of yesterday"},
          Case{"day = day + INTERVAL 1 DAY, number = number + 500", Refusal::wrongDay, "of tomorrow"},
          Case{"site_id = " + site, Refusal::wrongSite, "in another building"}}) {
        BOOST_TEST_CONTEXT(context)
        {
            const TicketId ticket = come();
            change("ticket", ticket.value(), change_);
            BOOST_CHECK_EXCEPTION(callPicked(ahmed, catalogue, click(), one, ticket), Refused,
                                  refusedWith(picked));
            BOOST_CHECK_EXCEPTION(callNext(ahmed, catalogue, click(), one), Refused,
                                  refusedWith(Refusal::nobodyWaiting));
            BOOST_TEST(!counterView(ahmed, catalogue, one).ticket.has_value());
            change("ticket", ticket.value(), "state = 'closed', site_id = 1, kept_counter_id = NULL");
        }
    }
    BOOST_CHECK_EXCEPTION(callPicked(ahmed, catalogue, click(), one, TicketId(999999)), Refused,
                          refusedWith(Refusal::wrongSite));
    BOOST_CHECK_EXCEPTION(callNext(ahmed, catalogue, click(), CounterId(999)), Refused,
                          refusedWith(Refusal::counterClosed));
    town.database.execute("UPDATE ticket SET number = number - 500, day = '2026-11-24' WHERE number > 500");
    town.check();
}

BOOST_AUTO_TEST_CASE(an_empty_waiting_room_does_not_hide_why_a_counter_may_not_call)
{
    const auto refused = [&](Client& client, CounterId counter, Refusal why) {
        BOOST_CHECK_EXCEPTION(callNext(client, catalogue, click(), counter), Refused, refusedWith(why));
    };
    refused(ahmed, one, Refusal::nobodyWaiting);
    refused(ahmed, two, Refusal::counterClosed);
    refused(lena, one, Refusal::notYourCounter);
    pauseCounter(ahmed, catalogue, one, PauseReason::lunch);
    refused(ahmed, one, Refusal::counterPaused);
    continueCounter(ahmed, catalogue, one);
    come();
    callNext(ahmed, catalogue, click(), one);
    refused(ahmed, one, Refusal::counterBusy);
    finish(ahmed, catalogue, click(), one);
}

BOOST_AUTO_TEST_CASE(whoever_was_set_aside_yesterday_or_elsewhere_does_not_come_back)
{
    const std::string site = std::to_string(otherSite());
    for (const std::string& where :
         {std::string("day = day - INTERVAL 1 DAY, number = number + 500"), "site_id = " + site}) {
        BOOST_TEST_CONTEXT(where)
        {
            const TicketId ticket = come();
            callNext(ahmed, catalogue, click(), one);
            park(ahmed, catalogue, click(), one, ParkReason::photo);
            change("ticket", ticket.value(), where);
            BOOST_TEST(parkedFor(ahmed, catalogue, one).empty());
            BOOST_CHECK_EXCEPTION(resume(ahmed, catalogue, click(), one, ticket), Refused,
                                  refusedWith(Refusal::notThisState));
            change("ticket", ticket.value(),
                   "state = 'closed', site_id = 1, day = '2026-11-24', number = MOD(number, 500), "
                   "kept_counter_id = NULL");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_done_at_a_counter_is_done_by_whoever_sits_there)
{
    openCounter(lena, catalogue, two);
    const TicketId ticket = come();
    callNext(ahmed, catalogue, click(), one);
    using Act = std::function<void(Client&, CounterId)>;
    struct Case
    {
        const char* context;
        Act act;
    };
    const CounterId closed = catalogue.counterByNumber(16)->id;
    for (const auto& [context, act] :
         {Case{"call again", [&](Client&c, CounterId at) { callAgain(c, catalogue, click(), at); }},
          Case{"is here", [&](Client&c, CounterId at) { isHere(c, catalogue, click(), at); }},
          Case{"no-show", [&](Client&c, CounterId at) { noShow(c, catalogue, click(), at); }},
          Case{"finish", [&](Client&c, CounterId at) { finish(c, catalogue, click(), at); }},
          Case{"park", [&](Client&c, CounterId at) { park(c, catalogue, click(), at, ParkReason::form); }},
          Case{"transfer",
               [&](Client&c, CounterId at) {
                   transfer(c, catalogue, click(), at, {.service = town.service("POP")});
               }},
          Case{"take back", [&](Client&c, CounterId at) { takeEndBack(c, catalogue, click(), at); }},
          Case{"pause", [&](Client&c, CounterId at) { pauseCounter(c, catalogue, at, PauseReason::rest); }},
          Case{"continue", [&](Client&c, CounterId at) { continueCounter(c, catalogue, at); }},
          Case{"close", [&](Client&c, CounterId at) { closeCounter(c, catalogue, at); }}}) {
        BOOST_TEST_CONTEXT(context)
        {
            BOOST_CHECK_EXCEPTION(act(lena, one), Refused, refusedWith(Refusal::notYourCounter));
            BOOST_CHECK_EXCEPTION(act(lena, closed), Refused, refusedWith(Refusal::counterClosed));
            BOOST_CHECK_THROW(act(reception, one), NotAllowed);
        }
    }
    BOOST_TEST((counterView(ahmed, catalogue, one).ticket->id == ticket), "nothing of it happened");
    finish(ahmed, catalogue, click(), one);
}

BOOST_AUTO_TEST_SUITE_END()
