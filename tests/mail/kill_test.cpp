// A daemon that is killed while it sends: nothing is lost, and only what the mail server had already accepted
// comes twice, with the same Message-ID. Every kill happens at a step of the conversation that the server
// itself holds, so what must be repeated is known, not guessed.
#include "tests/mail/mail_support.h"
#include <boost/test/unit_test.hpp>
#include <csignal>
#include <fmt/format.h>
#include <map>

using namespace accueil::test;

namespace
{
constexpr int mails = 200;

/// Steps at which the daemon dies, over and over, each after some more accepted mails.
std::vector<std::string> plannedHolds()
{
    std::vector<std::string> holds;
    int after = 3;
    for (int round = 0; round < 4; ++round)
        for (const char* step : {"mail", "rcpt", "data", "message", "accepted"}) {
            holds.push_back(fmt::format("{}:{}", step, after));
            after += 8;
        }
    return holds;
}

/// The number that begins every Message-ID is the row's.
long long rowOf(const std::string& messageId)
{
    return std::stoll(messageId.substr(1));
}

std::string stepOfLastHold(const MailCatcher& catcher)
{
    std::string step;
    for (const auto& line : catcher.events())
        if (line.starts_with("hold ")) step = line.substr(5);
    return step;
}

struct Fixture : CleanTown
{
    std::string sent() const { return town.database.value("SELECT COUNT(*) FROM mail WHERE state = 'sent'"); }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(killed, Fixture)

BOOST_AUTO_TEST_CASE(no_mail_is_lost_and_only_accepted_ones_are_repeated)
{
    town.orderMany(mails);
    const auto holds = plannedHolds();
    const MailCatcher catcher({.tls = true, .holds = holds});
    const auto config = town.config(catcher.settings());

    std::map<std::string, int> repeats; // Message-IDs that the server had and whose row was not marked yet
    for (std::size_t kill = 0; kill < holds.size(); ++kill) {
        MailDaemonProcess daemon(config);
        patiently("hold " + holds[kill], [&] { return static_cast<std::size_t>(catcher.holds()) > kill; });
        daemon.process().signal(SIGKILL);
        BOOST_TEST(daemon.process().wait() == 128 + SIGKILL);
        const auto accepted = catcher.accepted();
        if (!accepted.empty() && town.state(rowOf(accepted.back())) != "sent") ++repeats[accepted.back()];
        // Only a kill between the server's acceptance and its answer leaves such a mail behind.
        BOOST_TEST((stepOfLastHold(catcher) == "accepted") ==
                   (!accepted.empty() && town.state(rowOf(accepted.back())) == "sending"));
        catcher.go();
    }
    MailDaemonProcess last(config);
    patiently("all mails", [&] { return sent() == std::to_string(mails); });

    std::map<std::string, int> arrived;
    std::map<long long, std::set<std::string>> idsOfRow;
    for (const auto& id : catcher.accepted()) {
        ++arrived[id];
        idsOfRow[rowOf(id)].insert(id);
    }
    BOOST_TEST(arrived.size() == static_cast<std::size_t>(mails));  // every mail
    BOOST_TEST(idsOfRow.size() == static_cast<std::size_t>(mails)); // under one Message-ID each
    for (const auto& [id, times] : arrived)
        BOOST_TEST(times == 1 + (repeats.contains(id) ? repeats[id] : 0),
                   id << " arrived " << times << " times");
    BOOST_TEST(repeats.size() == 4u);
    BOOST_TEST(catcher.accepted().size() == mails + repeats.size());
    BOOST_TEST_MESSAGE(fmt::format("{} mails, {} kills, {} repeated", mails, holds.size(), repeats.size()));
}

BOOST_AUTO_TEST_CASE(killed_after_acceptance_while_the_database_was_away_repeats_that_mail_only)
{
    town.orderMany(5);
    const MailCatcher catcher({.holds = {"accepted:2"}});
    const auto config = town.config(catcher.settings());
    {
        MailDaemonProcess daemon(config);
        patiently("the hold", [&] { return catcher.holds() == 1; });
        town.database.stop();
        catcher.go();
        daemon.waitForLog("maild.database.away"); // it knows of the acceptance and cannot write it down
        daemon.process().signal(SIGKILL);
        daemon.process().wait();
        town.database.start("2026-11-24 07:50:00");
    }
    const auto held = catcher.accepted().back();
    MailDaemonProcess again(config);
    patiently("all mails", [&] { return sent() == "5"; });
    std::map<std::string, int> arrived;
    for (const auto& id : catcher.accepted()) ++arrived[id];
    BOOST_TEST(arrived.size() == 5u);
    for (const auto& [id, times] : arrived) BOOST_TEST(times == (id == held ? 2 : 1));
}

BOOST_AUTO_TEST_SUITE_END()
