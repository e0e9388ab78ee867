#include "core/printing/ticket_text.h"
#include "kiosk-app/service/database_service.h"
#include "tests/support/private_database.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::kiosk;

namespace
{
/// Verviers, Tuesday 24 November 2026, 08:40, with bookings of today.
struct Town
{
    test::PrivateDatabase database{
        {.at = "2026-11-24 07:40:00", .schema = true, .sample = "verviers", .days = 2}};
    ServerClock clock;
    SharedCatalogue catalogue;
    DatabaseService service;

    Town()
        : service((database.admin({"sample", "bookings", "--count", "12"}),
                   store::DatabaseConfig::from(Config::fromFile(database.device("borne-1", "kiosk")))),
                  clock, catalogue)
    {
    }
    long long number(const std::string& sql) const { return std::stoll(database.value(sql)); }
    std::string earliestToken() const
    {
        return database.value(
            "SELECT s.check_in_token FROM attendee_secret s JOIN appointment a ON a.id = s.appointment_id"
            " WHERE a.state = 'booked' AND a.day = '2026-11-24' ORDER BY a.start_minute, a.id LIMIT 1");
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(database_service, Town)

BOOST_AUTO_TEST_CASE(a_visit_from_the_code_to_the_ticket)
{
    const KioskSite site = service.refresh("");
    BOOST_TEST(site.town.in(Language::de) == "Stadt Verviers");
    BOOST_TEST(site.walkIns.size() == 8u);

    const Found found = service.findByToken(earliestToken());
    BOOST_TEST(!found.alreadyArrived);
    const auto key = Seed::random().requestKey("check-in");
    const KioskTicket ticket = service.checkIn(key, found.appointment);
    BOOST_TEST(ticket.issued.number.size() == 4u);
    BOOST_TEST(!ticket.papers.empty());
    for (const auto& paper : ticket.papers)
        for (const auto language : languages) BOOST_TEST(!paper.in(language).empty());
    BOOST_TEST(service.checkIn(key, found.appointment).issued.number ==
               ticket.issued.number); // the same wish again

    const Found again = service.findByToken(earliestToken());
    BOOST_TEST((again.alreadyArrived || again.appointment != found.appointment));
    BOOST_TEST(service.ticketAgain(ticket.issued.ticket).issued.number == ticket.issued.number);
    BOOST_TEST(number("SELECT COUNT(*) FROM ticket") == 1);

    const auto text = printing::ticketText(Messages(Language::nl), *catalogue.get(), ticket.issued);
    BOOST_TEST(text.town == "Stad Verviers");
    BOOST_TEST(text.when == "Dinsdag 24 november 2026, 08:40");
    BOOST_TEST(text.areaLabel == "Wachtzone");
    BOOST_TEST(text.procedures.size() == ticket.issued.procedures.size());
}

BOOST_AUTO_TEST_CASE(a_birth_date_is_asked_with_times_of_the_services_own_hours)
{
    service.refresh("");
    const auto id =
        database.value("SELECT id FROM appointment WHERE state = 'booked' AND day = '2026-11-24' LIMIT 1");
    const auto part = [&](const char* column) {
        return static_cast<int>(
            number(std::string("SELECT ") + column + " FROM attendee WHERE appointment_id = " + id));
    };
    const auto found = service.findByBirthDate({part("birth_year"), part("birth_month"), part("birth_day")});
    BOOST_REQUIRE(!found.empty());
    const auto times = service.timesToAsk(found);
    BOOST_TEST(times.size() >= 4u);
    BOOST_TEST(std::ranges::is_sorted(times));
    BOOST_TEST((std::ranges::find(times, found.front().start) != times.end()));
    for (const auto time : times) {
        BOOST_TEST(time.value >= 8 * 60);
        BOOST_TEST(time.value < 18 * 60);
    }
    BOOST_CHECK_THROW(service.findByBirthDate({1901, 1, 1}), Refused);
}

BOOST_AUTO_TEST_CASE(a_walk_in_is_given_a_ticket_and_the_outlook_counts_him)
{
    const KioskSite site = service.refresh("");
    const KioskTicket ticket =
        service.walkIn(Seed::random().requestKey("walk-in"), site.walkIns.front().procedure, Language::fr);
    BOOST_TEST(!ticket.issued.appointment.has_value());
    BOOST_TEST(service.outlook(ticket.issued.service).ahead == 1);
}

BOOST_AUTO_TEST_CASE(a_change_of_the_catalogue_arrives_without_a_restart)
{
    service.refresh("");
    database.execute("UPDATE service_procedure SET walk_in = 'no' WHERE code = 'POP-LIFE'");
    database.execute("CALL raise_version(1, 'settings')");
    database.execute("CALL write_event(1, 'settings', 'catalogue', NULL, NULL, NULL)");
    BOOST_TEST(service.refresh("").walkIns.size() == 7u);
}

BOOST_AUTO_TEST_CASE(the_trouble_of_the_printer_reaches_the_supervision)
{
    service.refresh("paper");
    BOOST_TEST(database.value("SELECT trouble FROM device WHERE account = 'borne-1'") == "paper");
    service.refresh("");
    BOOST_TEST(database.value("SELECT trouble FROM device WHERE account = 'borne-1'").empty());
}

BOOST_AUTO_TEST_CASE(a_server_that_goes_away_is_lost_and_found)
{
    service.refresh("");
    database.kill();
    BOOST_CHECK_THROW(service.refresh(""), ConnectionLost);
    database.start();
    service.refresh("");
}

BOOST_AUTO_TEST_SUITE_END()
