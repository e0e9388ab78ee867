// Who did what with a visit, told from the audit trail.
#include "core/booking/appointment.h"
#include "core/booking/corrections.h"
#include "core/booking/history.h"
#include "core/booking/stranded_visits.h"
#include "core/booking/to_call.h"
#include "core/queue/arrival.h"
#include "core/queue/counter.h"
#include "core/queue/supervision.h"
#include "core/queue/turns.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Histories
{
    Town& town = Town::instance();
    Client desk{town.reception}, agent{town.agent}, web{town.web}, kiosk{town.kiosk};

    static RequestKey click() { return Seed::random().requestKey("click"); }
    /// "booked(desk) marie | checked_in", from the oldest.
    std::string story(AppointmentId id)
    {
        std::string all;
        Instant last = Instant::max();
        for (const auto& entry : visitHistory(desk, id)) {
            BOOST_TEST((entry.at <= last), "the newest first");
            last = entry.at;
            std::string one = nameOf(entry.act);
            for (std::size_t i = 0; i < entry.fields.size(); ++i)
                one += (i == 0 ? "(" : ",") + entry.fields[i];
            if (!entry.fields.empty()) one += ")";
            if (!entry.who.empty()) one += " " + entry.who;
            all = one + (all.empty() ? "" : " | ") + all;
        }
        return all;
    }
    AppointmentId visit(int start, const Person& person = camille(""))
    {
        return bookVisit(desk, Seed::random(), "CIV-EXTRACT", makeDay(2026, 12, 1), {start}, person);
    }
    Seed online(int start)
    {
        const Seed seed = Seed::random();
        const Hold held = hold(web, town.catalogue,
                               {seed,
                                {{town.procedure("POP-EID"), 1}},
                                makeDay(2026, 12, 1),
                                {start},
                                Channel::online,
                                Language::fr});
        citizens = book(web, town.catalogue, seed, held.appointment, camille()).appointment;
        return seed;
    }
    AppointmentId citizens;
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(history, Histories)

BOOST_AUTO_TEST_CASE(a_day_at_the_town_hall_is_told_in_order)
{
    const auto coming = bookVisit(desk, Seed::random(), "CIV-EXTRACT", town.today, {540});
    checkIn(kiosk, town.catalogue, click(), coming);
    const CounterId counter = town.catalogue.counterByNumber(14)->id;
    openCounter(agent, town.catalogue, counter);
    callNext(agent, town.catalogue, click(), counter);
    callAgain(agent, town.catalogue, click(), counter);
    isHere(agent, town.catalogue, click(), counter);
    finish(agent, town.catalogue, click(), counter);
    BOOST_TEST(story(coming) ==
               "booked(desk) marie | checked_in | called ahmed | called ahmed | served ahmed");
}

BOOST_AUTO_TEST_CASE(a_hold_is_told_until_it_is_booked)
{
    const Seed seed = Seed::random();
    const Hold held = hold(
        desk, town.catalogue,
        {seed, {{town.procedure("POP-EID"), 1}}, makeDay(2026, 12, 1), {540}, Channel::phone, Language::fr});
    BOOST_TEST(story(held.appointment) == "held(phone) marie");
    book(desk, town.catalogue, seed, held.appointment, camille());
    BOOST_TEST(story(held.appointment) == "booked(phone) marie");
}

BOOST_AUTO_TEST_CASE(desk_citizen_and_town_are_told_apart)
{
    const auto moved = visit(540);
    move(desk, town.catalogue, click(), moved, 0, makeDay(2026, 12, 1), {600});
    cancel(desk, click(), moved, "rappelle");
    BOOST_TEST(story(moved) == "booked(desk) marie | moved marie | cancelled marie");

    const Seed seed = online(560);
    moveByCitizen(web, town.catalogue, click(), seed.manageToken(), 0, makeDay(2026, 12, 1), {600});
    cancelByCitizen(web, town.catalogue, click(), seed.manageToken());
    BOOST_TEST(story(citizens) == "booked(online) | moved_by_citizen | cancelled_by_citizen");

    const auto town1 = visit(580);
    moveByTown(desk, town.catalogue, click(), town1, 0, makeDay(2026, 12, 1), {620});
    markCalled(desk, click(), town1, CallReason::moved, CallOutcome::letter);
    cancelByTown(desk, click(), town1, "travaux");
    markCalled(desk, click(), town1, CallReason::cancelled, CallOutcome::called);
    BOOST_TEST(story(town1) ==
               "booked(desk) marie | moved_by_town marie | to_call(moved) marie | told(moved,letter) marie"
               " | cancelled_by_town marie | to_call(cancelled) marie | told(cancelled,called) marie");
    const auto kept = visit(640);
    keepStranded(desk, click(), kept);
    BOOST_TEST(story(kept) == "booked(desk) marie | kept marie");
}

BOOST_AUTO_TEST_CASE(a_change_names_fields_and_no_values)
{
    const auto changed = visit(660, camille());
    const Person before = findAppointment(desk, changed)->person;
    const Person after{"EXEMPLE",      before.firstName, {1959, 1, 1}, before.email,
                       "087 00 00 00", "note",           Language::nl};
    changePerson(agent, town.catalogue, click(), changed, before, after);
    BOOST_TEST(story(changed) ==
               "booked(desk) marie | changed(last_name,birth_date,phone,note,language) ahmed");
    for (const char* value : {"EXEMPLE", "087", "Exemple"})
        BOOST_TEST(town.database.value("SELECT COUNT(*) FROM audit WHERE fields LIKE '%" +
                                       std::string(value) + "%' COLLATE utf8mb4_bin") == "0");
}

BOOST_AUTO_TEST_CASE(what_happens_at_a_counter_besides_being_served_is_told)
{
    const auto coming = bookVisit(desk, Seed::random(), "CIV-EXTRACT", town.today, {570}, camille(""));
    checkIn(kiosk, town.catalogue, click(), coming);
    const CounterId counter = town.catalogue.counterByNumber(14)->id;
    openCounter(agent, town.catalogue, counter);
    const Ticket ticket = callNext(agent, town.catalogue, click(), counter);
    park(agent, town.catalogue, click(), counter, ParkReason::photo);
    resume(agent, town.catalogue, click(), counter, ticket.id);
    finish(agent, town.catalogue, click(), counter);
    takeEndBack(agent, town.catalogue, click(), counter);
    transfer(agent, town.catalogue, click(), counter, {.service = town.service("POP")});
    Client chief(town.database.config("chef", town.database.staff("chef", "supervisor")));
    closeTickets(chief, {ticket.id}, CloseReason::left);
    BOOST_TEST(story(coming) == "booked(desk) marie | checked_in | called ahmed | set_aside ahmed | called ahmed | served ahmed"
                                " | taken_back ahmed | sent_on ahmed | closed chef");
}

BOOST_AUTO_TEST_CASE(mails_are_told_with_what_became_of_them)
{
    const auto mailed = visit(540, camille());
    const std::string of = " WHERE appointment_id = " + std::to_string(mailed.value());
    town.database.execute("UPDATE mail SET state = 'sending'" + of + " AND kind = 'confirmation'");
    town.database.execute("UPDATE mail SET state = 'sent'" + of + " AND kind = 'confirmation'");
    sendAgain(agent, click(), mailed);
    town.database.execute("UPDATE mail SET state = 'failed'" + of +
                          " AND state = 'waiting' AND kind = 'confirmation'");
    BOOST_TEST(story(mailed) ==
               "booked(desk) marie | mail_sent(confirmation) | mail_asked_again(confirmation) ahmed"
               " | mail_failed(confirmation)");
}

BOOST_AUTO_TEST_CASE(either_part_of_a_linked_visit_tells_the_same)
{
    const Seed seed = Seed::random();
    const Hold held = hold(desk, town.catalogue,
                           {seed,
                            {{town.procedure("CIV-EXTRACT"), 1}, {town.procedure("PPC-PASSPORT"), 1}},
                            town.today,
                            {600},
                            Channel::desk,
                            Language::fr});
    book(desk, town.catalogue, seed, held.appointment, camille(""));
    checkIn(desk, town.catalogue, click(), held.appointment);
    const CounterId counter = town.catalogue.counterByNumber(14)->id;
    openCounter(agent, town.catalogue, counter);
    callNext(agent, town.catalogue, click(), counter);
    finish(agent, town.catalogue, click(), counter);
    const AppointmentId second(std::stoll(town.database.value(
        "SELECT id FROM appointment WHERE part = 2 AND reference = '" + held.reference + "'")));
    const std::string told = "booked(desk) marie | checked_in marie | called ahmed | served ahmed";
    BOOST_TEST(story(held.appointment) == told);
    BOOST_TEST(story(second) == told);
}

BOOST_AUTO_TEST_SUITE_END()
