#include "tests/mail/mail_support.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fmt/format.h>

using namespace accueil::test;
namespace data = boost::unit_test::data;

namespace
{
std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

int end(MailDaemonProcess& daemon)
{
    daemon.process().signal(SIGTERM);
    return daemon.process().wait();
}

struct Fixture : CleanTown
{
    void waitForState(long long mail, const std::string& state) const
    {
        patiently("mail " + std::to_string(mail) + " " + state, [&] { return town.state(mail) == state; });
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(mail_daemon, Fixture)

BOOST_AUTO_TEST_CASE(a_confirmation_goes_out_over_tls_and_is_marked)
{
    const MailCatcher catcher({.tls = true, .user = "accueil", .password = "right"});
    MailDaemonProcess daemon(town.config(catcher.settings("user = accueil\npassword = right\n")));
    const auto id = town.order();
    waitForState(id, "sent");
    const auto mail = catcher.message(1);
    BOOST_TEST(catcher.events().back().find("tls=1 user=accueil") != std::string::npos);
    BOOST_TEST(mail.find("To: <camille@exemple.be>\r\n") != std::string::npos);
    BOOST_TEST(mail.find("From: Ville de Verviers\r\n <population@verviers.be>\r\n") != std::string::npos);
    BOOST_TEST(mail.find(fmt::format("Message-ID: <{}.", id)) != std::string::npos);
    BOOST_TEST(mail.find("Date: Tue, 24 Nov 2026 07:4") !=
               std::string::npos); // the server's clock, not this machine's
    BOOST_TEST(town.value(id, "attempts") == "0");
    BOOST_TEST(town.database.value(
                   "SELECT COUNT(*) FROM mail WHERE sent_at IS NOT NULL AND lease_owner IS NULL") == "1");
    BOOST_TEST(end(daemon) == 0);
}

BOOST_AUTO_TEST_CASE(the_log_holds_no_person_no_address_no_token_no_password)
{
    const MailCatcher catcher({.tls = true, .user = "accueil", .password = "secret-word"});
    MailDaemonProcess daemon(town.config(catcher.settings("user = accueil\npassword = secret-word\n")));
    const auto refused = town.order({.email = "never@exemple.be"}),
               later = town.order({.email = "later@exemple.be"}), fine = town.order();
    waitForState(refused, "failed");
    patiently("the second try", [&] { return town.value(later, "attempts") == "1"; });
    waitForState(fine, "sent");
    BOOST_TEST(end(daemon) == 0);
    const auto token = town.database.value("SELECT check_in_token FROM attendee_secret LIMIT 1");
    for (const std::string part : {"@", "Camille", "Exemple", "secret-word", "Pw-post-1", token.c_str()})
        BOOST_TEST(count(daemon.log(), part) == 0u, part);
    BOOST_TEST(count(daemon.log(), fmt::format("maild.mail.failed mail={} code=smtp.550", refused)) == 1u);
    BOOST_TEST(count(daemon.log(), fmt::format("maild.mail.later mail={} code=smtp.451", later)) == 1u);
    BOOST_TEST(count(daemon.log(), fmt::format("maild.mail.sent mail={} kind=confirmation", fine)) == 1u);
}

BOOST_AUTO_TEST_CASE(a_refusal_stops_only_its_own_mail)
{
    const auto later = town.order({.email = "later@exemple.be"}),
               never = town.order({.email = "never@exemple.be"});
    const auto fine = town.order();
    const MailCatcher catcher;
    MailDaemonProcess daemon(town.config(catcher.settings()));
    waitForState(fine, "sent");
    BOOST_TEST(town.state(later) == "waiting");
    BOOST_TEST(town.value(later, "last_error") == "smtp.451");
    BOOST_TEST(town.value(later, "due_at > UTC_TIMESTAMP(3) + INTERVAL 30 SECOND") == "1");
    BOOST_TEST(town.state(never) == "failed");
    BOOST_TEST(town.value(never, "last_error") == "smtp.550");
}

BOOST_AUTO_TEST_CASE(a_mail_that_cannot_be_written_stops_only_itself)
{
    const auto unwritable = town.order();
    town.database.execute("UPDATE appointment_procedure SET procedure_id = 999999"); // gone from the catalogue
    const auto fine = town.order();
    const MailCatcher catcher;
    MailDaemonProcess daemon(town.config(catcher.settings()));
    waitForState(fine, "sent");
    BOOST_TEST(town.state(unwritable) == "waiting");
    BOOST_TEST(town.value(unwritable, "last_error") == "content");
}

BOOST_AUTO_TEST_CASE(a_visit_of_which_only_the_service_is_known_is_told_by_it)
{
    const auto id = town.order();
    town.database.execute("DELETE FROM appointment_procedure"); // an old list may say no more
    const MailCatcher catcher;
    MailDaemonProcess daemon(town.config(catcher.settings()));
    waitForState(id, "sent");
    BOOST_TEST(catcher.message(1).find("Population") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_a_mail_server_nothing_is_lost_and_it_recovers_by_itself)
{
    const int port = freePort();
    const auto id = town.order();
    MailDaemonProcess daemon(
        town.config(fmt::format("[smtp]\nhost = localhost\nport = {}\n[mail]\npoll_ms = 20\n", port)));
    daemon.waitForLog("maild.smtp.away");
    waitForState(id, "waiting");
    BOOST_TEST(town.value(id, "attempts") == "0"); // no mail is to blame
    const MailCatcher catcher({.port = port});
    waitForState(id, "sent");
    daemon.waitForLog("maild.smtp.back");
    BOOST_TEST(count(daemon.log(), "maild.smtp.away") == 1u); // said once
}

BOOST_AUTO_TEST_CASE(without_a_database_it_waits_and_recovers_by_itself)
{
    const MailCatcher catcher;
    const auto before = town.order();
    MailDaemonProcess daemon(town.config(catcher.settings()));
    waitForState(before, "sent");
    town.database.stop();
    daemon.waitForLog("maild.database.away");
    town.database.start("2026-11-24 07:45:00");
    const auto after = town.order();
    waitForState(after, "sent");
    daemon.waitForLog("maild.database.back");
    BOOST_TEST(catcher.accepted().size() == 2u);
    BOOST_TEST(end(daemon) == 0);
}

BOOST_AUTO_TEST_CASE(what_was_accepted_while_the_database_was_away_is_marked_not_repeated)
{
    const MailCatcher catcher({.holds = {"accepted:0"}});
    const auto id = town.order();
    MailDaemonProcess daemon(town.config(catcher.settings()));
    patiently("the server to have it", [&] { return catcher.holds() == 1; });
    town.database.stop();
    catcher.go();
    daemon.waitForLog("maild.database.away");
    town.database.start("2026-11-24 07:45:00");
    waitForState(id, "sent");
    BOOST_TEST(catcher.accepted().size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_came_to_nothing_is_dropped)
{
    const MailCatcher catcher;
    const auto cancelled = town.order({.kind = "reminder", .state = "cancelled"});
    const auto over =
        town.order({.kind = "reminder", .day = "2026-11-24", .start = 510}); // 08:30, and it is 08:40
    const auto nobody = town.order({.email = ""});
    const auto fine = town.order({.kind = "reminder"});
    MailDaemonProcess daemon(town.config(catcher.settings()));
    waitForState(fine, "sent");
    for (const auto& [id, reason] :
         {std::pair{cancelled, "cancelled"}, {over, "too_late"}, {nobody, "no_address"}}) {
        BOOST_TEST(town.state(id) == "dropped");
        BOOST_TEST(town.value(id, "last_error") == reason);
    }
    BOOST_TEST(catcher.accepted().size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_town_can_choose_sender_and_page)
{
    const MailCatcher catcher;
    const auto id = town.order();
    MailDaemonProcess daemon(town.config(
        catcher.settings() + "from = rdv@verviers.be\n[web]\nurl = http://127.0.0.1:61080/rendez-vous\n"));
    waitForState(id, "sent");
    const auto mail = catcher.message(1);
    BOOST_TEST(mail.find("<rdv@verviers.be>") != std::string::npos);
    BOOST_TEST(mail.find("Reply-To: <population@verviers.be>") != std::string::npos);
    BOOST_TEST(mail.find("http://127.0.0.1:61080/rendez-vous/rdv/") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(expired_holds_are_released)
{
    const MailCatcher catcher;
    const auto id = town.order({.state = "booked"});
    town.database.execute(
        "UPDATE appointment SET state = 'held', hold_expires_at = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
    MailDaemonProcess daemon(town.config(catcher.settings()));
    daemon.waitForLog("maild.holds.released holds=1");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM appointment") == "0");
    waitForState(id, "dropped");
}

BOOST_AUTO_TEST_CASE(people_of_visits_long_over_are_erased)
{
    const MailCatcher catcher;
    town.order({.state = "booked"});
    town.database.execute("UPDATE appointment SET day = day - INTERVAL 60 DAY");
    MailDaemonProcess daemon(town.config(catcher.settings()));
    daemon.waitForLog("maild.people.erased people=1");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM attendee") == "0");
}

BOOST_AUTO_TEST_CASE(the_supervision_sees_that_it_lives_and_what_troubles_it)
{
    const auto trouble = [this] {
        return town.database.value(
            "SELECT IF(seen_at IS NULL, 'never', trouble) FROM device WHERE account = 'post'");
    };
    town.database.execute("UPDATE device SET seen_at = NULL");
    const auto id = town.order();
    const int port = freePort();
    MailDaemonProcess daemon(
        town.config(fmt::format("[smtp]\nhost = localhost\nport = {}\n[mail]\npoll_ms = 20\n", port)));
    patiently("the trouble", [&] { return trouble() == "smtp"; });
    const MailCatcher catcher({.port = port});
    waitForState(id, "sent");
    patiently("no trouble", [&] { return trouble().empty(); });
}

BOOST_AUTO_TEST_CASE(housekeeping_releases_the_desks_unused_share)
{
    const auto share = [&](const std::string& day) {
        return town.database.value("SELECT MIN(s.capacity_online) FROM slot s JOIN service v ON v.id = s.service_id"
                                   " WHERE v.code = 'PPC' AND s.day = '" +
                                   day + "'");
    };
    town.database.execute("INSERT INTO slot (service_id, day, start_minute, opening_id, minutes, capacity, capacity_online)"
                          " SELECT id, '2026-11-26', 510, 1, 10, 3, 2 FROM service WHERE code = 'PPC' UNION ALL"
                          " SELECT id, '2026-11-27', 510, 1, 10, 3, 2 FROM service WHERE code = 'PPC'"
                          " ON DUPLICATE KEY UPDATE capacity = 3, capacity_online = 2");
    town.database.execute("UPDATE service SET release_days = 2 WHERE code = 'PPC'");
    const MailCatcher catcher;
    MailDaemonProcess daemon(town.config(catcher.settings()));
    patiently("the share", [&] { return share("2026-11-26") == "3"; });
    BOOST_TEST(share("2026-11-27") == "2", "a day too early");
    BOOST_TEST(end(daemon) == 0);
    BOOST_TEST(count(daemon.log(), "maild.share.released places=") == 1u);
    town.database.execute("UPDATE service SET release_days = 0");
}

BOOST_AUTO_TEST_CASE(term_ends_an_idle_daemon_and_frees_nothing_of_others)
{
    const MailCatcher catcher;
    MailDaemonProcess daemon(town.config(catcher.settings()));
    daemon.waitForLog("maild.started");
    BOOST_TEST(end(daemon) == 0);
    daemon.waitForLog("maild.stopped");
}

BOOST_DATA_TEST_CASE(term_lets_the_message_in_hand_be_finished, data::make({"message", "accepted"}), step)
{
    const MailCatcher catcher({.holds = {std::string(step) + ":0"}});
    town.orderMany(3);
    MailDaemonProcess daemon(town.config(catcher.settings()));
    patiently("the hold", [&] { return catcher.holds() == 1; });
    daemon.process().signal(SIGTERM);
    catcher.go();
    BOOST_TEST(daemon.process().wait() == 0);
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM mail WHERE state = 'sent'") == "1");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM mail WHERE state = 'waiting'") ==
               "2"); // others need not wait
    BOOST_TEST(catcher.accepted().size() == 1u);
}

BOOST_DATA_TEST_CASE(term_gives_up_what_was_not_yet_sent, data::make({"mail", "rcpt"}), step)
{
    const MailCatcher catcher({.holds = {std::string(step) + ":0"}});
    const auto id = town.order();
    MailDaemonProcess daemon(town.config(catcher.settings()));
    patiently("the hold", [&] { return catcher.holds() == 1; });
    BOOST_TEST(end(daemon) == 0);
    BOOST_TEST(town.state(id) == "waiting");
    BOOST_TEST(catcher.accepted().empty());
}

BOOST_AUTO_TEST_CASE(a_second_daemon_with_the_same_file_refuses_to_start)
{
    const MailCatcher catcher;
    const auto config = town.config(catcher.settings());
    MailDaemonProcess first(config);
    first.waitForLog("maild.started");
    MailDaemonProcess second(config);
    BOOST_TEST(second.process().wait() == 78);
    BOOST_TEST(count(second.log(), "maild.config another accueil-maild runs with") == 1u);
    BOOST_TEST(end(first) == 0);
}

struct Start
{
    const char* what;
    const char* sections;
    const char* said;
};
std::ostream& operator<<(std::ostream& out, const Start& start)
{
    return out << start.what;
}

BOOST_DATA_TEST_CASE(a_wrong_file_is_said_and_ends_it,
                     data::make({Start{"no server", "[smtp]\nport = 25\n", "smtp.host is missing"},
                                 Start{"bad tls", "[smtp]\nhost = localhost\ntls = perhaps\n", "smtp.tls"},
                                 Start{"bad authority",
                                       "[smtp]\nhost = localhost\ntls = required\nca = /nonexistent\n",
                                       "smtp.ca"}}),
                     start)
{
    MailDaemonProcess daemon(town.config(start.sections));
    BOOST_TEST(daemon.process().wait() == 78);
    BOOST_TEST(count(daemon.log(), "maild.config") == 1u);
    BOOST_TEST(count(daemon.log(), start.said) == 1u);
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_said_and_ends_it)
{
    MailDaemonProcess daemon("/nonexistent/maild.ini");
    BOOST_TEST(daemon.process().wait() == 78);
    BOOST_TEST(count(daemon.log(), "/nonexistent/maild.ini") == 1u);
}

BOOST_AUTO_TEST_CASE(a_foreign_schema_is_said_and_ends_it)
{
    const MailCatcher catcher;
    const auto version = town.database.value("SELECT version FROM schema_version");
    town.database.execute("UPDATE schema_version SET version = 999");
    MailDaemonProcess daemon(town.config(catcher.settings()));
    BOOST_TEST(daemon.process().wait() == 78);
    BOOST_TEST(count(daemon.log(), "maild.foreign_schema") == 1u);
    town.database.execute("UPDATE schema_version SET version = " + version);
}

BOOST_AUTO_TEST_SUITE_END()
