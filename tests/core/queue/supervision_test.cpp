#include "core/queue/supervision.h"
#include "core/agenda/absence.h"
#include "core/booking/stranded_visits.h"
#include "core/people/session.h"
#include "core/queue/arrival.h"
#include "core/queue/turns.h"
#include "tests/core/town.h"
#include <algorithm>

using namespace accueil;
using namespace accueil::test;

namespace
{
RequestKey click()
{
    return Seed::random().requestKey("click");
}

struct Supervised
{
    Town& town = Town::instance();
    const Catalogue& catalogue = town.catalogue;
    static const std::string& chief()
    {
        static const std::string config = Town::instance().database.config("chef", Town::instance().database.staff("chef", "supervisor"));
        return config;
    }
    Client kiosk{town.kiosk}, reception{town.reception}, ahmed{town.agent}, lena{town.secondAgent}, boss{chief()};
    const CounterId one = catalogue.counterByNumber(14)->id, two = catalogue.counterByNumber(15)->id;
    const ServiceId civil = town.service("CIV");

    Supervised()
    {
        town.database.execute("UPDATE counter_state SET ticket_id = NULL, staff_id = NULL, opened_at = NULL, paused_at = NULL, ended_ticket_id = NULL");
        town.database.execute("UPDATE ticket SET state = 'closed' WHERE state IN ('waiting', 'called', 'serving', 'parked')");
        town.database.execute("DELETE FROM help_call");
        openCounter(ahmed, catalogue, one);
    }
    IssuedTicket come(const char* procedure = "CIV-EXTRACT")
    {
        return walkIn(kiosk, catalogue, click(), town.procedure(procedure), Language::fr);
    }
    ServiceNow service(const RoomOverview& room) const { return *std::ranges::find(room.services, civil, &ServiceNow::service); }
    CounterNow counter(const RoomOverview& room, CounterId id) const { return *std::ranges::find(room.counters, id, &CounterNow::counter); }
    CounterNow counterNow(CounterId id) { return counter(roomOverview(boss, catalogue), id); }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(supervision, Supervised)

BOOST_AUTO_TEST_CASE(the_room_at_a_glance)
{
    const IssuedTicket first = come();
    come();
    come();
    town.database.execute("UPDATE ticket SET arrived_at = arrived_at - INTERVAL 20 MINUTE WHERE id = " + std::to_string(first.ticket.value()));
    callNext(ahmed, catalogue, click(), one);
    const RoomOverview room = roomOverview(boss, catalogue);
    BOOST_TEST(room.services.size() == catalogue.services().size());
    BOOST_TEST(service(room).waiting == 2);
    BOOST_TEST(service(room).longestMinutes == 0);
    BOOST_TEST(service(room).walkIns);
    BOOST_TEST(service(room).estimate.fromMinutes > 0, "two wait at one counter");
    BOOST_TEST(counter(room, one).name == currentStaff(ahmed).name);
    BOOST_TEST(counter(room, one).ticket->number == first.number);
    BOOST_TEST((counter(room, one).since == counter(room, one).ticket->calledAt));
    BOOST_TEST((!counter(room, two).staff));
    BOOST_TEST(std::ranges::count(room.devices, std::string("kiosk"), &DeviceNow::kind) == 1);
    BOOST_CHECK_THROW(roomOverview(kiosk, catalogue), NotAllowed);
}

BOOST_AUTO_TEST_CASE(help_reaches_everybody_and_says_who_comes)
{
    askForHelp(ahmed, one);
    askForHelp(ahmed, one);
    BOOST_REQUIRE(helpCalls(lena, catalogue).size() == 1U);
    BOOST_TEST(counterNow(one).help->comingByName.empty());
    BOOST_CHECK_EXCEPTION(comeToHelp(ahmed, one), Refused, refusedWith(Refusal::helpIsComing));
    comeToHelp(lena, one);
    comeToHelp(lena, one);
    BOOST_CHECK_EXCEPTION(comeToHelp(boss, one), Refused, refusedWith(Refusal::helpIsComing));
    BOOST_TEST(helpCalls(ahmed, catalogue).front().comingByName == currentStaff(lena).name);
    BOOST_CHECK_EXCEPTION(endHelp(reception, one), Refused, refusedWith(Refusal::notThisState));
    endHelp(ahmed, one);
    BOOST_TEST(helpCalls(ahmed, catalogue).empty());
    BOOST_CHECK_EXCEPTION(askForHelp(lena, one), Refused, refusedWith(Refusal::notYourCounter));
    askForHelp(ahmed, one);
    closeCounter(ahmed, catalogue, one);
    BOOST_TEST(helpCalls(ahmed, catalogue).empty(), "whoever leaves needs no help any more");
}

BOOST_AUTO_TEST_CASE(alarms_come_from_what_the_site_has_set)
{
    RoomOverview room;
    room.now = Instant{} + std::chrono::hours(1);
    QueuePolicy policy;
    BOOST_TEST(alarmsOf(room, policy).empty());
    ServiceNow busy;
    busy.service = civil;
    busy.longestMinutes = 30;
    busy.waiting = 15;
    room.services = {busy};
    BOOST_TEST(alarmsOf(room, policy).empty(), "up to the threshold there is none");
    room.services[0].longestMinutes = 31;
    room.services[0].waiting = 16;
    CounterNow asking;
    asking.counter = one;
    asking.help = HelpCall{};
    room.counters = {asking};
    room.devices = {{"kiosk-2", "kiosk", "Borne 2", {}, room.now, "paper"}, {"kiosk-3", "kiosk", "Borne 3", {}, room.now - std::chrono::seconds(61), ""},
                    {"kiosk-4", "kiosk", "never set up", {}, {}, ""},       {"web-1", "web", "at night", {}, room.now - std::chrono::minutes(50), ""}};
    const std::vector<Alarm> all{{Alarm::Kind::help, {}, one, {}},
                                 {Alarm::Kind::longWait, civil, {}, {}},
                                 {Alarm::Kind::manyWaiting, civil, {}, {}},
                                 {Alarm::Kind::deviceTrouble, {}, {}, "kiosk-2"},
                                 {Alarm::Kind::deviceSilent, {}, {}, "kiosk-3"}};
    BOOST_TEST((alarmsOf(room, policy) == all));
    policy.alarmWait = policy.alarmWaiting = 0;
    BOOST_TEST(alarmsOf(room, policy).size() == 3U, "0 is never");
}

BOOST_AUTO_TEST_CASE(a_colleague_is_seated_and_a_forgotten_counter_is_freed_with_its_visitor)
{
    const StaffId lenaId = currentStaff(lena).id;
    BOOST_CHECK_EXCEPTION(seatColleague(boss, one, lenaId), Refused, refusedWith(Refusal::notYourCounter));
    seatColleague(boss, two, lenaId);
    BOOST_TEST((myCounter(lena) == two));
    const auto all = colleagues(boss, catalogue);
    BOOST_TEST((std::ranges::find(all, lenaId, &Colleague::id)->counter == two));
    BOOST_TEST(std::ranges::count(all, currentStaff(reception).id, &Colleague::id) == 0);

    const IssuedTicket ticket = come();
    callNext(lena, catalogue, click(), two);
    freeCounter(boss, two);
    BOOST_TEST((!myCounter(lena)));
    BOOST_TEST(callNext(ahmed, catalogue, click(), one).number == ticket.number, "he waits in his place");
    BOOST_CHECK_EXCEPTION(finish(lena, catalogue, click(), two), Refused, refusedWith(Refusal::counterClosed));
    BOOST_CHECK_THROW(freeCounter(ahmed, one), NotAllowed);
    town.check();
}

BOOST_AUTO_TEST_CASE(a_counter_of_another_building_is_refused)
{
    town.database.execute("INSERT IGNORE INTO site (id, code, address, time_zone) VALUES (900, 'other', 'elsewhere', 'Europe/Brussels')");
    town.database.execute("INSERT IGNORE INTO waiting_area (id, site_id, code) VALUES (900, 900, 'A')");
    town.database.execute("INSERT IGNORE INTO counter (id, site_id, number, waiting_area_id) VALUES (900, 900, 1, 900)");
    BOOST_CHECK_EXCEPTION(freeCounter(boss, CounterId(900)), Refused, refusedWith(Refusal::wrongSite));
    BOOST_CHECK_EXCEPTION(seatColleague(boss, CounterId(900), currentStaff(lena).id), Refused, refusedWith(Refusal::wrongSite));
}

BOOST_AUTO_TEST_CASE(the_services_of_a_counter_change_on_the_fly)
{
    const auto before = *catalogue.find(one);
    setCounterServices(boss, catalogue, one, {town.service("POP")}, {civil});
    const Catalogue changed = Catalogue::load(boss, catalogue.site().id);
    BOOST_TEST((changed.find(one)->serves == std::vector{town.service("POP")}));
    BOOST_TEST((changed.find(one)->helps == std::vector{civil}));
    setCounterServices(boss, catalogue, one, before.serves, before.helps);
    const Catalogue again = Catalogue::load(boss, catalogue.site().id);
    BOOST_TEST((again.find(one)->serves == before.serves));
}

BOOST_AUTO_TEST_CASE(tickets_without_appointment_are_stopped_and_counted_in_half_hours)
{
    setWalkIns(boss, civil, false, 0);
    BOOST_CHECK_EXCEPTION(come(), Refused, refusedWith(Refusal::walkInsStopped));
    const RoomOverview stopped = roomOverview(boss, catalogue);
    BOOST_TEST(!service(stopped).walkIns);
    setWalkIns(boss, civil, true, 2);
    town.database.execute("UPDATE ticket SET arrived_at = arrived_at - INTERVAL 31 MINUTE");
    come();
    come();
    BOOST_CHECK_EXCEPTION(come(), Refused, refusedWith(Refusal::walkInQuota));
    town.database.execute("UPDATE ticket SET arrived_at = arrived_at - INTERVAL 31 MINUTE");
    BOOST_CHECK_NO_THROW(come());
    setWalkIns(boss, civil, true, 0);
}

BOOST_AUTO_TEST_CASE(a_message_replaces_the_one_before_and_ends_by_itself)
{
    const WaitingAreaId b = catalogue.areaByCode("B")->id;
    LocalizedText text;
    text.set(Language::fr, "Étrangers : 20 minutes de retard.");
    text.set(Language::de, "Ausländer: 20 Minuten Verspätung.");
    showMessage(boss, b, text, std::chrono::minutes(30));
    text.set(Language::fr, "Étrangers : 40 minutes de retard.");
    showMessage(boss, b, text, std::chrono::minutes(30));
    const auto shown = screenMessages(boss, catalogue);
    BOOST_REQUIRE(shown.size() == 1U);
    BOOST_TEST(shown[0].text.in(Language::fr) == "Étrangers : 40 minutes de retard.");
    BOOST_TEST(shown[0].text.in(Language::de) == "Ausländer: 20 Minuten Verspätung.");
    BOOST_TEST((shown[0].until > shown[0].shownAt));
    town.database.execute("UPDATE screen_message SET until_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
    BOOST_TEST(screenMessages(boss, catalogue).empty());
    showMessage(boss, b, text, {});
    withdrawMessage(boss, b);
    BOOST_TEST(screenMessages(boss, catalogue).empty());
    BOOST_CHECK_THROW(withdrawMessage(ahmed, b), NotAllowed);
}

BOOST_AUTO_TEST_CASE(an_absent_counter_lowers_the_places_and_lists_who_is_stranded)
{
    const std::string where = " FROM slot WHERE service_id = " + std::to_string(civil.value()) + " AND day = '" + isoDay(town.today) + "'";
    const int places = std::stoi(town.database.value("SELECT SUM(capacity)" + where));
    const int capacity = std::stoi(town.database.value("SELECT MAX(capacity)" + where));
    const int start = std::stoi(town.database.value("SELECT MIN(start_minute)" + where + " AND start_minute >= 600"));
    for (int i = 0; i < capacity; ++i) bookVisit(reception, Seed::random(), "CIV-EXTRACT", town.today, MinuteOfDay{start}, camille(""));
    const CounterAbsence absence{one, civil, town.today, MinuteOfDay{600}, MinuteOfDay{1440}};
    BOOST_TEST(previewAbsence(boss, catalogue, absence).stranded.size() == 1U);
    BOOST_TEST(std::stoi(town.database.value("SELECT SUM(capacity)" + where)) == places, "a preview writes nothing");
    noteAbsence(boss, absence);
    BOOST_TEST(std::stoi(town.database.value("SELECT SUM(capacity)" + where)) < places);
    BOOST_TEST(strandedNow(boss, catalogue, civil, town.today, 1).size() == 1U);
    BOOST_TEST((counterNow(one).absentFor.empty() == (boss.clock.now() < catalogue.zone().toUtc({town.today, MinuteOfDay{600}}))));
    noteAbsence(boss, {one, civil, town.today, MinuteOfDay{0}, MinuteOfDay{1440}}); // noted again, from the morning on
    BOOST_TEST((counterNow(one).absentFor == std::vector{civil}));
    endAbsence(boss, absence, MinuteOfDay{0});
    BOOST_TEST(std::stoi(town.database.value("SELECT SUM(capacity)" + where)) == places);
    BOOST_TEST(absences(boss, catalogue.site().id, town.today).empty());
    BOOST_CHECK_THROW(noteAbsence(reception, absence), NotAllowed);
    town.check();
}

BOOST_AUTO_TEST_CASE(at_closing_time_who_is_left_is_closed_with_a_reason)
{
    come();
    come();
    come();
    const Ticket parked = callNext(ahmed, catalogue, click(), one);
    park(ahmed, catalogue, click(), one, ParkReason::photo);
    const Ticket called = callNext(ahmed, catalogue, click(), one);
    auto left = leftOver(boss, catalogue);
    BOOST_REQUIRE(left.size() == 3U);
    std::vector<TicketId> ids;
    for (const auto& ticket : left) ids.push_back(ticket.id);
    BOOST_TEST(std::ranges::count(ids, parked.id) == 1);
    BOOST_CHECK_THROW(closeTickets(ahmed, ids, CloseReason::dayOver), NotAllowed);
    BOOST_TEST(closeTickets(boss, {called.id}, CloseReason::left) == 1);
    BOOST_TEST(!counterView(ahmed, catalogue, one).ticket.has_value(), "the counter is free");
    BOOST_TEST(closeTickets(boss, ids, CloseReason::dayOver) == 2, "the one that had ended is left alone");
    BOOST_TEST(leftOver(boss, catalogue).empty());
    BOOST_TEST(town.database.value("SELECT reason FROM ticket WHERE id = " + std::to_string(called.id.value())) == "left");
    town.check();
}

BOOST_AUTO_TEST_SUITE_END()
