#include "core/agenda/granules.h"
#include "core/booking/appointment.h"
#include "core/booking/import.h"
#include "core/booking/stranded_visits.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Booking
{
    Town& town = Town::instance();
    Client web{town.web}, desk{town.reception};
    Seed seed = Seed::random();
    const Day day = makeDay(2026, 11, 26);

    HoldRequest request(Channel channel, MinuteOfDay start, const char* procedure = "CIV-MARRIAGE") const
    {
        return {seed, {{town.procedure(procedure), 1}}, day, start, channel, Language::fr};
    }
    std::string booked(const char* service, int start, const char* column = "booked") const
    {
        return town.database.value(std::string("SELECT ") + column + " FROM slot WHERE service_id = " +
                                   std::to_string(town.service(service).value()) + " AND day = '" + isoDay(day) +
                                   "' AND start_minute = " + std::to_string(start));
    }
    std::string mails(AppointmentId id) const
    {
        return town.database.value("SELECT GROUP_CONCAT(kind, ' ', state, ' ', due_at ORDER BY id) FROM mail WHERE appointment_id = " +
                                   std::to_string(id.value()));
    }
};
/// The civil registry has places of 15 minutes from a Monday on, and of 10 minutes before.
struct LongerGranules : Booking
{
    Client root{town.root};
    const ServiceId civ = town.service("CIV");
    const Day from = firstMonday(firstDayForGranule(root, town.catalogue, civ) + std::chrono::days(7));
    const Catalogue offer = changed();

    ~LongerGranules()
    {
        town.database.execute("DELETE FROM service_granule");
        publish(root, town.catalogue, civ, from, 7);
    }
    static Day firstMonday(Day day) { return day + std::chrono::days((8 - isoWeekday(day)) % 7); }
    Catalogue changed()
    {
        for (const char* service : {"CIV", "ETR"}) publish(root, town.catalogue, town.service(service), from - std::chrono::days(7), 14);
        changeGranule(root, town.catalogue, civ, from, 15);
        return Catalogue::load(root, town.catalogue.site().id);
    }
    /// Visits of the civil registry on a day, and what their granules count: "510+40 510:1 520:1 530:1 540:1 ".
    std::string at(Day on) const
    {
        const std::string of = " WHERE service_id = " + std::to_string(civ.value()) + " AND day = '" + isoDay(on) + "' AND ";
        return town.database.value("SELECT CONCAT(IFNULL((SELECT GROUP_CONCAT(start_minute, '+', minutes, ' ') FROM appointment" + of +
                                   "state = 'booked'), ''), IFNULL((SELECT GROUP_CONCAT(start_minute, ':', booked, ' ' ORDER BY"
                                   " start_minute SEPARATOR '') FROM slot" + of + "booked > 0), ''))");
    }
    AppointmentId imported(Day on, MinuteOfDay start, int minutes)
    {
        ImportRow row;
        row.visit.day = on;
        row.visit.start = start;
        row.visit.minutes = minutes;
        row.visit.service = civ;
        row.visit.person = camille();
        row.visit.key = std::string(32, 'a');
        const auto done = importLines(desk, offer, {row}, {});
        return AppointmentId(std::stoll(town.database.value("SELECT id FROM appointment WHERE reference = '" + done.at(0).reference + "'")));
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(booking, Booking)

BOOST_AUTO_TEST_CASE(from_hold_to_mail_in_one_piece)
{
    const Hold held = hold(web, town.catalogue, request(Channel::online, {510}));
    BOOST_TEST(held.minutes == 40);
    BOOST_TEST((held.expiresAt > web.clock.now() + std::chrono::minutes(9)));
    BOOST_TEST(booked("CIV", 510) == "1");
    BOOST_TEST(booked("CIV", 540, "booked_online") == "1", "the last of four granules");
    BOOST_TEST(booked("CIV", 550) == "0");

    const Booked done = book(web, town.catalogue, seed, held.appointment, camille());
    BOOST_TEST(done.reference == held.reference);
    BOOST_TEST(mails(held.appointment).find("confirmation waiting 2026-11-24") == 0U);
    BOOST_TEST(mails(held.appointment).find("reminder waiting 2026-11-25 07:30:00") != std::string::npos, "24 h before, on the wall clock");

    const ManagedAppointment seen = appointmentByManageToken(web, seed.manageToken());
    BOOST_TEST(seen.reference == done.reference);
    BOOST_TEST(seen.checkInToken == seed.checkInToken());
    BOOST_TEST(seen.mailGoesOut);
    const auto appointment = findAppointment(desk, held.appointment);
    BOOST_TEST(appointment->person.lastName == "Exemple");
    BOOST_TEST((appointment->channel == Channel::online));
}

BOOST_AUTO_TEST_CASE(a_click_sent_twice_is_one_booking)
{
    const auto wish = request(Channel::desk, {560});
    const Hold held = hold(desk, town.catalogue, wish), again = hold(desk, town.catalogue, wish);
    BOOST_TEST((held.appointment == again.appointment));
    BOOST_TEST(booked("CIV", 560) == "1");
    const Booked first = book(desk, town.catalogue, seed, held.appointment, camille());
    const Booked second = book(desk, town.catalogue, seed, held.appointment, camille());
    BOOST_TEST((first.appointment == second.appointment));
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM mail WHERE kind = 'confirmation' AND appointment_id = " +
                                   std::to_string(first.appointment.value())) == "1");
    BOOST_CHECK_EXCEPTION(book(desk, town.catalogue, seed, held.appointment, camille("other@exemple.be")), Refused,
                          refusedWith(Refusal::requestConflict));
    auto other = wish;
    other.start = {600};
    BOOST_CHECK_EXCEPTION(hold(desk, town.catalogue, other), Refused, refusedWith(Refusal::requestConflict));
}

BOOST_AUTO_TEST_CASE(without_an_address_there_is_no_mail)
{
    const AppointmentId id = bookVisit(desk, seed, "CIV-EXTRACT", day, {600}, camille(""));
    BOOST_TEST(mails(id) == "");
    BOOST_TEST(!appointmentByManageToken(web, seed.manageToken()).mailGoesOut);
}

BOOST_AUTO_TEST_CASE(no_reminder_for_a_visit_within_a_day)
{
    const AppointmentId id = bookVisit(desk, seed, "CIV-EXTRACT", town.today, {660});
    BOOST_TEST(mails(id).find("reminder") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_released_or_expired_hold_gives_its_place_back)
{
    const Hold held = hold(desk, town.catalogue, request(Channel::desk, {620}, "CIV-EXTRACT"));
    release(desk, seed, held.appointment);
    release(desk, seed, held.appointment);
    BOOST_TEST(booked("CIV", 620) == "0");
    BOOST_CHECK_EXCEPTION(book(desk, town.catalogue, seed, held.appointment, camille()), Refused, refusedWith(Refusal::holdExpired));

    // Two holds fill the capacity of two; once expired, the third takes the place of the first.
    std::vector<Hold> holds;
    for (int i = 0; i < 2; ++i) {
        seed = Seed::random();
        holds.push_back(hold(desk, town.catalogue, request(Channel::desk, {620}, "CIV-EXTRACT")));
    }
    seed = Seed::random();
    BOOST_CHECK_EXCEPTION(hold(desk, town.catalogue, request(Channel::desk, {620}, "CIV-EXTRACT")), Refused, refusedWith(Refusal::slotTaken));
    town.database.execute("UPDATE appointment SET hold_expires_at = UTC_TIMESTAMP(3) WHERE id = " + std::to_string(holds[0].appointment.value()));
    const auto starts = freeStarts(desk, {town.service("CIV"), day, 1, 10, Channel::desk, {day, {620}}}).at(0).starts;
    BOOST_TEST(starts.at(0).start.value == 620, "an expired hold counts as free");
    seed = Seed::random();
    BOOST_CHECK_NO_THROW(hold(desk, town.catalogue, request(Channel::desk, {620}, "CIV-EXTRACT")));
    BOOST_TEST(booked("CIV", 620) == "2");
    town.check();
}

BOOST_AUTO_TEST_CASE(online_stays_in_its_share_and_the_desk_may_fill_the_rest)
{
    hold(web, town.catalogue, request(Channel::online, {640}, "CIV-EXTRACT"));
    seed = Seed::random();
    BOOST_CHECK_EXCEPTION(hold(web, town.catalogue, request(Channel::online, {640}, "CIV-EXTRACT")), Refused, refusedWith(Refusal::slotTaken));
    BOOST_CHECK_NO_THROW(hold(desk, town.catalogue, request(Channel::phone, {640}, "CIV-EXTRACT")));
    // A web server that says it is the desk is still the web.
    seed = Seed::random();
    BOOST_CHECK_NO_THROW(hold(web, town.catalogue, request(Channel::desk, {650}, "CIV-EXTRACT")));
    BOOST_TEST(booked("CIV", 650, "booked_online") == "1");
}

BOOST_AUTO_TEST_CASE(what_is_not_offered_is_refused)
{
    struct Case
    {
        HoldRequest request;
        Refusal why;
        const char* context;
    };
    const auto on = [this](Channel channel, const char* procedure, Day when, int start) {
        return HoldRequest{Seed::random(), {{town.procedure(procedure), 1}}, when, {start}, channel, Language::fr};
    };
    for (const auto& c :
         {Case{on(Channel::desk, "CIV-MARRIAGE", day, 690), Refusal::noSuchSlot, "ten minutes past the end of the opening"},
          Case{on(Channel::desk, "CIV-EXTRACT", day, 515), Refusal::noSuchSlot, "between two granules"},
          Case{on(Channel::desk, "CIV-EXTRACT", makeDay(2026, 11, 28), 540), Refusal::noSuchSlot, "a Saturday"},
          Case{on(Channel::desk, "CIV-EXTRACT", town.today, 510), Refusal::outsideHorizon, "this morning, already over"},
          Case{on(Channel::online, "CIV-EXTRACT", town.today, 510), Refusal::outsideHorizon, "the same online"},
          Case{on(Channel::online, "CIV-DEATH", day, 660), Refusal::notBookableOnline, "not given online"},
          Case{on(Channel::online, "CIV-EXTRACT", makeDay(2027, 3, 1), 540), Refusal::outsideHorizon, "too far ahead"}})
        BOOST_CHECK_EXCEPTION(hold(c.request.channel == Channel::online ? web : desk, town.catalogue, c.request), Refused,
                              refusedWith(c.why));
}

BOOST_AUTO_TEST_CASE(length_is_minutes_times_people_in_whole_granules)
{
    const auto minutes = [this](std::vector<Wanted> wanted) { return visitMinutes(town.catalogue, wanted); };
    BOOST_TEST(minutes({{town.procedure("POP-EID"), 3}}) == 30);
    BOOST_TEST(minutes({{town.procedure("POP-EID"), 2}, {town.procedure("POP-HOUSEHOLD"), 1}}) == 30);
    BOOST_CHECK_THROW(minutes({}), InvalidInput);
    BOOST_CHECK_THROW(minutes({{town.procedure("POP-EID"), 5}}), InvalidInput);
    BOOST_CHECK_THROW(minutes({{town.procedure("POP-EID"), 0}}), InvalidInput);
    BOOST_TEST(minutes({{town.procedure("POP-EID"), 1}, {town.procedure("PPC-PASSPORT"), 2}}) == 30, "two services: linked appointments");
    BOOST_CHECK_THROW(minutes({{ProcedureId(9999), 1}}), InvalidInput);
    BOOST_CHECK_THROW(minutes(std::vector<Wanted>(6, {town.procedure("POP-EID"), 1})), InvalidInput);
}

BOOST_AUTO_TEST_CASE(cancelling_gives_the_place_back_once_and_tells_the_citizen)
{
    const AppointmentId id = bookVisit(desk, seed, "CIV-NAME", day, {570});
    BOOST_TEST(booked("CIV", 590) == "2", "three granules");
    const RequestKey key = Seed::random().requestKey("cancel");
    cancel(desk, key, id, "empêchement");
    cancel(desk, key, id, "empêchement");
    BOOST_TEST(booked("CIV", 590) == "1");
    BOOST_TEST(mails(id).find("confirmation dropped") != std::string::npos);
    BOOST_TEST(mails(id).find("reminder dropped") != std::string::npos);
    BOOST_TEST(mails(id).find("cancellation waiting") != std::string::npos);
    BOOST_CHECK_EXCEPTION(cancel(desk, Seed::random().requestKey("cancel"), id, ""), Refused, refusedWith(Refusal::appointmentGone));
    BOOST_TEST(appointmentByManageToken(web, seed.manageToken()).cancelled);
    town.check();
}

BOOST_AUTO_TEST_CASE(the_citizen_cancels_by_the_link_until_the_start)
{
    bookVisit(desk, seed, "ETR-PICKUP", day, {510});
    BOOST_CHECK_EXCEPTION(cancelByCitizen(web, town.catalogue, Seed::random().requestKey("c"), Seed::random().manageToken()), Refused,
                          refusedWith(Refusal::codeUnknown));
    cancelByCitizen(web, town.catalogue, seed.requestKey("cancel"), seed.manageToken());
    BOOST_TEST(booked("ETR", 510) == "0");
    seed = Seed::random();
    bookVisit(desk, seed, "ETR-PICKUP", town.today, {520}); // 08:40: the granule of now
    BOOST_CHECK_EXCEPTION(cancelByCitizen(web, town.catalogue, seed.requestKey("cancel"), seed.manageToken()), Refused,
                          refusedWith(Refusal::tooLate));
}

BOOST_AUTO_TEST_CASE(a_move_takes_and_gives_back_only_the_difference)
{
    struct Case
    {
        MinuteOfDay from, to;
        const char *booked, *context; ///< of the granules 08:30 to 09:30
    };
    const Day tuesday = makeDay(2026, 12, 8);
    const auto counts = [&] {
        return town.database.value("SELECT GROUP_CONCAT(booked ORDER BY start_minute SEPARATOR '') FROM slot WHERE service_id = " +
                                   std::to_string(town.service("ETR").value()) + " AND day = '2026-12-08' AND start_minute < 580");
    };
    for (const auto& c : {Case{{510}, {520}, "0111000", "overlapping, later"}, Case{{530}, {510}, "1110000", "overlapping, earlier"},
                          Case{{510}, {550}, "0000111", "elsewhere"}, Case{{520}, {520}, "0111000", "onto itself"}}) {
        BOOST_TEST_CONTEXT(c.context)
        {
            seed = Seed::random();
            const AppointmentId id = bookVisit(desk, seed, "ETR-EU", tuesday, c.from); // thirty minutes
            move(desk, town.catalogue, Seed::random().requestKey("move"), id, 0, tuesday, c.to);
            BOOST_TEST(counts() == c.booked);
            const auto moved = findAppointment(desk, id);
            BOOST_TEST(moved->start.value == c.to.value);
            BOOST_TEST(moved->revision == 1);
            BOOST_TEST(appointmentByManageToken(web, seed.manageToken()).reference == moved->reference);
            BOOST_TEST(mails(id).find("change waiting") != std::string::npos);
            BOOST_TEST(mails(id).find("reminder waiting 2026-12-07") != std::string::npos);
            cancel(desk, Seed::random().requestKey("cancel"), id, "");
            BOOST_TEST(counts() == "0000000");
        }
    }
    town.check();
}

BOOST_AUTO_TEST_CASE(the_citizen_moves_by_the_link_to_where_online_has_a_place)
{
    const Day monday = makeDay(2026, 12, 14);
    bookVisit(desk, seed, "ETR-PICKUP", monday, {510}); // booked by telephone
    for (int i = 0; i < 2; ++i) // the online share of two is used up at 09:00
        hold(web, town.catalogue, {Seed::random(), {{town.procedure("ETR-PICKUP"), 1}}, monday, {540}, Channel::online, Language::fr});
    const auto moveTo = [&](const std::string& token, int start, int revision) {
        moveByCitizen(web, town.catalogue, Seed::random().requestKey("move"), token, revision, monday, {start});
    };
    BOOST_CHECK_EXCEPTION(moveTo(seed.manageToken(), 540, 0), Refused, refusedWith(Refusal::slotTaken));
    BOOST_CHECK_EXCEPTION(moveTo(Seed::random().manageToken(), 550, 0), Refused, refusedWith(Refusal::codeUnknown));
    moveTo(seed.manageToken(), 550, appointmentByManageToken(web, seed.manageToken()).revision);
    BOOST_TEST(appointmentByManageToken(web, seed.manageToken()).start.value == 550);

    const Seed begun = Seed::random();
    bookVisit(desk, begun, "ETR-PICKUP", town.today, {520});
    BOOST_CHECK_EXCEPTION(moveTo(begun.manageToken(), 560, 0), Refused, refusedWith(Refusal::tooLate));
    const Seed notOnline = Seed::random();
    bookVisit(desk, notOnline, "ETR-NONEU", monday, {600});
    BOOST_CHECK_EXCEPTION(moveTo(notOnline.manageToken(), 560, 0), Refused, refusedWith(Refusal::notBookableOnline));
    town.check();
}

BOOST_FIXTURE_TEST_CASE(a_visit_takes_the_granules_of_the_day_to_which_it_moves, LongerGranules)
{
    const Day before = from - std::chrono::days(7), after = from;
    const Hold held = hold(web, offer, {seed, {{town.procedure("CIV-MARRIAGE"), 1}}, before, {510}, Channel::online, Language::fr});
    const AppointmentId id = book(web, offer, seed, held.appointment, camille()).appointment;
    BOOST_TEST(at(before) == "510+40 510:1 520:1 530:1 540:1 ");

    const auto visit = appointmentByManageToken(web, seed.manageToken());
    const auto days = freeStarts(web, moveQuery(offer, visit.parts, before, Channel::online, after, 1, web.clock.now()));
    BOOST_REQUIRE(!days[0].starts.empty());
    BOOST_TEST(days[0].starts[0].minutes == 45);
    BOOST_TEST(minutesAfterMove(offer, visit.parts[0], before, after) == 45);
    moveByCitizen(web, offer, Seed::random().requestKey("move"), seed.manageToken(), 0, after, {525});
    BOOST_TEST(at(before).empty());
    BOOST_TEST(at(after) == "525+45 525:1 540:1 555:1 ");
    move(desk, offer, Seed::random().requestKey("move"), id, 1, after, {540});
    BOOST_TEST(at(after) == "540+45 540:1 555:1 570:1 ", "overlapping, on the longer grid");
    town.check();

    moveByTown(desk, offer, Seed::random().requestKey("move"), id, 2, before, {520});
    BOOST_TEST(at(after).empty());
    BOOST_TEST(at(before) == "520+40 520:1 530:1 540:1 550:1 ", "and back: no minute stays of the other grid");
    town.check();
    cancel(desk, Seed::random().requestKey("cancel"), id, "");
}

BOOST_FIXTURE_TEST_CASE(both_parts_of_a_linked_visit_take_the_granules_of_their_new_day, LongerGranules)
{
    const Day before = from - std::chrono::days(7), after = from;
    const std::vector<Wanted> both{{town.procedure("CIV-EXTRACT"), 1}, {town.procedure("ETR-EU"), 1}};
    const Hold held = hold(desk, offer, {seed, both, before, {510}, Channel::desk, Language::fr});
    const AppointmentId id = book(desk, offer, seed, held.appointment, camille()).appointment;
    BOOST_REQUIRE((held.parts.size() == 2U && held.parts[0].service == civ));
    BOOST_TEST(at(before) == "510+10 510:1 ");
    move(desk, offer, Seed::random().requestKey("move"), id, 0, after, {525});
    BOOST_TEST(at(before).empty());
    BOOST_TEST(at(after) == "525+15 525:1 ");
    BOOST_TEST(appointmentByManageToken(web, seed.manageToken()).parts[1].start.value == 540, "just after the longer place");
    town.check();
    move(desk, offer, Seed::random().requestKey("move"), id, 1, before, {510});
    BOOST_TEST(at(before) == "510+10 510:1 ");
    town.check();
    cancel(desk, Seed::random().requestKey("cancel"), id, "");
}

BOOST_FIXTURE_TEST_CASE(a_visit_without_procedures_keeps_its_minutes_in_whole_granules, LongerGranules)
{
    const Day before = from - std::chrono::days(7), after = from;
    const AppointmentId id = imported(before, {513}, 20); // off the grid
    BOOST_TEST(at(before) == "513+20 520:1 530:1 ");
    move(desk, offer, Seed::random().requestKey("move"), id, 0, after, {510});
    BOOST_TEST(at(after) == "510+30 510:1 525:1 ");
    town.check();
    move(desk, offer, Seed::random().requestKey("move"), id, 1, before, {510});
    BOOST_TEST(at(before) == "510+30 510:1 520:1 530:1 ");
    town.check();
    cancel(desk, Seed::random().requestKey("cancel"), id, "");
}

BOOST_AUTO_TEST_CASE(a_move_that_cannot_be_made_keeps_the_old_place)
{
    const Day tuesday = makeDay(2026, 12, 15);
    const AppointmentId id = bookVisit(desk, seed, "ETR-EU", tuesday, {510});
    for (int i = 0; i < 3; ++i) bookVisit(desk, Seed::random(), "ETR-PICKUP", tuesday, {600}); // full
    const auto moveTo = [&](Day to, int start, int revision) {
        move(desk, town.catalogue, Seed::random().requestKey("move"), id, revision, to, {start});
    };
    BOOST_CHECK_EXCEPTION(moveTo(tuesday, 580, 0), Refused, refusedWith(Refusal::slotTaken));
    BOOST_CHECK_EXCEPTION(moveTo(tuesday, 700, 0), Refused, refusedWith(Refusal::noSuchSlot));
    BOOST_CHECK_EXCEPTION(moveTo(makeDay(2026, 12, 12), 540, 0), Refused, refusedWith(Refusal::noSuchSlot));
    BOOST_CHECK_EXCEPTION(moveTo(town.today, 510, 0), Refused, refusedWith(Refusal::outsideHorizon));
    BOOST_CHECK_EXCEPTION(moveTo(tuesday, 540, 7), Refused, refusedWith(Refusal::changedMeanwhile));
    BOOST_TEST(findAppointment(desk, id)->start.value == 510);
    town.check();

    // The same click twice is one move; another click with the old revision is told.
    const RequestKey key = Seed::random().requestKey("move");
    move(desk, town.catalogue, key, id, 0, tuesday, {540});
    move(desk, town.catalogue, key, id, 0, tuesday, {540});
    BOOST_CHECK_EXCEPTION(moveTo(tuesday, 550, 0), Refused, refusedWith(Refusal::changedMeanwhile));
    cancel(desk, Seed::random().requestKey("cancel"), id, "");
    BOOST_CHECK_EXCEPTION(moveTo(tuesday, 550, 1), Refused, refusedWith(Refusal::appointmentGone));
}

BOOST_AUTO_TEST_CASE(routines_refuse_to_run_outside_a_transaction)
{
    const int held = 1;
    const std::string manage(64, 'a');
    BOOST_CHECK_THROW(store::exec(web.connection.session(), "CALL release_hold(:id, :hash, :key)", held, manage, manage), StoreError);
}

BOOST_AUTO_TEST_SUITE_END()
