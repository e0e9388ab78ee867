#include "core/booking/token.h"
#include "core/notification/outbox.h"
#include "core/store/sql.h"
#include "tests/mail/mail_support.h"
#include <boost/test/unit_test.hpp>
#include <deque>
#include <thread>

using namespace accueil;
using namespace std::chrono_literals;
using Outcome = Outbox::Outcome;
using test::MailTown;

namespace
{
/// A daemon's view of the town's outbox.
struct Post
{
    explicit Post(const MailTown& town, const std::string& owner = "one", std::chrono::seconds lease = 1200s)
        : connection(store::DatabaseConfig::from(Config::fromFile(town.config(""))), clock),
          outbox(connection, owner, lease)
    {
    }
    std::vector<long long> leased(int most = 20)
    {
        std::vector<long long> ids;
        for (const auto& mail : outbox.lease(most)) ids.push_back(mail.id.value());
        return ids;
    }

    ServerClock clock;
    store::Connection connection;
    Outbox outbox;
};

using Ids = std::vector<long long>;
} // namespace

BOOST_FIXTURE_TEST_SUITE(outbox, test::CleanTown)

BOOST_AUTO_TEST_CASE(a_leased_mail_brings_all_that_writing_needs)
{
    const auto id = town.order({.language = "nl", .firstName = "Anaïs", .lastName = "D'Hôte"});
    Post post(town);
    const auto mails = post.outbox.lease(5);
    BOOST_REQUIRE(mails.size() == 1u);
    const auto& mail = mails[0];
    BOOST_TEST(mail.id.value() == id);
    BOOST_TEST((mail.mail.kind == MailKind::confirmation));
    BOOST_TEST(mail.mail.firstName == "Anaïs");
    BOOST_TEST(mail.mail.lastName == "D'Hôte");
    BOOST_TEST(mail.email == "camille@exemple.be");
    BOOST_TEST((mail.language == Language::nl));
    BOOST_TEST(mail.appointmentState == "booked");
    BOOST_TEST(isoDay(mail.notice.day) == "2026-11-26");
    BOOST_TEST(mail.notice.start().value == 510);
    BOOST_TEST(mail.notice.parts[0].minutes == 10);
    BOOST_TEST(mail.notice.parts[0].wanted.size() == 1u);
    BOOST_TEST(mail.notice.parts[0].wanted[0].persons == 1);
    BOOST_TEST(mail.notice.reference.size() == 8u);
    BOOST_TEST(mail.mail.checkInToken.size() == 20u);
    BOOST_TEST(mail.notice.manageToken.size() == 20u);
    BOOST_TEST(mail.notice.manageToken != mail.mail.checkInToken);
    BOOST_TEST(!mail.mail.reminderFollows);
    BOOST_TEST(utcText(mail.createdAt) == town.value(id, "created_at"));
    BOOST_TEST(town.state(id) == "sending");
}

BOOST_AUTO_TEST_CASE(what_is_not_due_yet_is_left_and_announced)
{
    const auto id = town.order();
    town.database.execute(
        "INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at) SELECT appointment_id,"
        " 'reminder', 0, 'waiting', UTC_TIMESTAMP(3) + INTERVAL 1 DAY, UTC_TIMESTAMP(3) FROM mail");
    Post post(town);
    const auto mails = post.outbox.lease(5);
    BOOST_REQUIRE(mails.size() == 1u);
    BOOST_TEST(mails[0].id.value() == id);
    BOOST_TEST(mails[0].mail.reminderFollows);
}

BOOST_AUTO_TEST_CASE(only_one_mail_of_an_appointment_is_in_flight)
{
    const auto confirmation = town.order();
    town.database.execute(
        "INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at) SELECT appointment_id,"
        " 'reminder', 0, 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM mail");
    Post one(town, "one"), two(town, "two");
    BOOST_TEST(one.leased() == Ids{confirmation});
    BOOST_TEST(two.leased() == Ids{});
    BOOST_TEST(one.outbox.record(MailId(confirmation), Outcome::sent));
    BOOST_TEST(two.leased().size() == 1u);
}

BOOST_AUTO_TEST_CASE(two_daemons_never_hold_the_same_mail)
{
    town.orderMany(60);
    std::array<Ids, 4> got;
    {
        std::deque<Post> posts;
        for (std::size_t i = 0; i < got.size(); ++i) posts.emplace_back(town, "daemon-" + std::to_string(i));
        std::vector<std::jthread> daemons;
        for (std::size_t i = 0; i < got.size(); ++i)
            daemons.emplace_back([this, &got, &post = posts[i], i] {
                // Whoever comes second to the same rows gets none of them, and looks again.
                while (town.database.value("SELECT COUNT(*) FROM mail WHERE state <> 'sent'") != "0")
                    for (const auto id : post.leased(5))
                        if (post.outbox.record(MailId(id), Outcome::sent)) got[i].push_back(id);
            });
    }
    std::set<long long> all;
    std::size_t count = 0;
    for (const auto& ids : got) {
        all.insert(ids.begin(), ids.end());
        count += ids.size();
    }
    BOOST_TEST(all.size() == count);
    BOOST_TEST(count == 60u);
}

BOOST_AUTO_TEST_CASE(a_lease_ends_and_is_then_anybodys)
{
    const auto id = town.order();
    Post slow(town, "slow"), other(town, "other");
    BOOST_TEST(slow.leased() == Ids{id});
    BOOST_TEST(other.leased() == Ids{});
    town.database.execute("UPDATE mail SET lease_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND");
    BOOST_TEST(other.leased() == Ids{id});
    BOOST_TEST(!slow.outbox.renew(MailId(id))); // and so it must not send
    BOOST_TEST(!slow.outbox.record(MailId(id), Outcome::sent));
    BOOST_TEST(other.outbox.renew(MailId(id)));
    BOOST_TEST(town.state(id) == "sending");
}

BOOST_AUTO_TEST_CASE(renewing_begins_the_lease_anew)
{
    const auto id = town.order();
    Post post(town);
    post.leased();
    town.database.execute("UPDATE mail SET lease_until = UTC_TIMESTAMP(3) + INTERVAL 5 SECOND");
    BOOST_TEST(post.outbox.renew(MailId(id)));
    BOOST_TEST(
        town.database.value("SELECT lease_until > UTC_TIMESTAMP(3) + INTERVAL 1100 SECOND FROM mail") == "1");
}

BOOST_AUTO_TEST_CASE(a_restart_frees_the_leases_of_the_same_daemon_only)
{
    town.orderMany(4);
    Post before(town, "one"), other(town, "two");
    BOOST_TEST(before.leased(2).size() == 2u);
    BOOST_TEST(other.leased(2).size() == 2u);
    Post after(town, "one");
    BOOST_TEST(after.outbox.freeAll() == 2);
    BOOST_TEST(after.leased().size() == 2u);
}

BOOST_AUTO_TEST_CASE(each_outcome_is_written_with_its_code)
{
    struct Row
    {
        Outcome outcome;
        const char* error;
        const char* state;
        const char* attempts;
    };
    for (const auto& row :
         {Row{Outcome::sent, "", "sent", "0"}, Row{Outcome::failed, "smtp.550", "failed", "1"},
          Row{Outcome::dropped, "cancelled", "dropped", "0"},
          Row{Outcome::retry, "smtp.451", "waiting", "1"}}) {
        const auto id = town.order();
        Post post(town);
        BOOST_TEST(post.leased() == Ids{id});
        BOOST_TEST(post.outbox.record(MailId(id), row.outcome, row.error, 60s));
        BOOST_TEST(town.state(id) == row.state);
        BOOST_TEST(town.value(id, "last_error") == row.error);
        BOOST_TEST(town.value(id, "attempts") == row.attempts);
        BOOST_TEST(town.value(id, "lease_owner") == "");
        BOOST_TEST((town.value(id, "sent_at") != "") == (row.outcome == Outcome::sent));
        BOOST_TEST(!post.outbox.record(MailId(id), row.outcome, row.error, 60s)); // said twice, done once
        BOOST_TEST(post.leased() == Ids{}); // a retry is due in a minute
        BOOST_TEST(town.value(id, "attempts") == row.attempts);
    }
}

BOOST_AUTO_TEST_CASE(whom_no_mail_reaches_is_put_on_the_list_of_people_to_call)
{
    const auto lines = [this] { return town.database.value("SELECT IFNULL(GROUP_CONCAT(reason, ' ', outcome), '') FROM to_call"); };
    const auto fails = [this](long long id, const char* kind) {
        town.database.execute("UPDATE mail SET kind = '" + std::string(kind) + "', state = 'waiting' WHERE id = " + std::to_string(id));
        Post post(town);
        BOOST_TEST(post.leased() == Ids{id});
        BOOST_TEST(post.outbox.record(MailId(id), Outcome::failed, "smtp.550"));
    };
    const auto id = town.order();
    BOOST_TEST(lines() == "");
    fails(id, "confirmation");
    BOOST_TEST(lines() == "mail_failed open");
    town.database.execute("UPDATE to_call SET outcome = 'called'");
    fails(id, "reminder");
    BOOST_TEST(lines() == "mail_failed called", "who was called knows the time");
    fails(id, "change");
    BOOST_TEST(lines() == "mail_failed open", "and not what came after");
}

BOOST_AUTO_TEST_CASE(a_cancellation_brings_the_towns_reason_and_never_the_citizens)
{
    town.order({.kind = "cancellation", .state = "cancelled"});
    town.database.execute("UPDATE attendee SET cancel_reason = 'Travaux'");
    {
        Post post(town);
        const auto mail = post.outbox.lease(1).at(0).mail;
        BOOST_TEST(!mail.byTown);
        BOOST_TEST(mail.reason == "");
        post.outbox.freeAll();
    }
    town.database.execute("UPDATE appointment SET cancelled_by_town = 1");
    Post post(town);
    const auto mail = post.outbox.lease(1).at(0).mail;
    BOOST_TEST(mail.byTown);
    BOOST_TEST(mail.reason == "Travaux");
}

BOOST_AUTO_TEST_CASE(an_erased_appointment_is_still_leased_so_that_it_can_be_dropped)
{
    town.order();
    town.database.execute("DELETE FROM appointment");
    Post post(town);
    const auto mails = post.outbox.lease(5);
    BOOST_REQUIRE(mails.size() == 1u);
    BOOST_TEST(!mails[0].site);
    BOOST_TEST(reasonToDrop(mails[0], {}).value_or("") == "erased");
}

BOOST_AUTO_TEST_CASE(the_mail_account_reads_people_through_its_routines_only)
{
    town.order();
    Post post(town);
    for (const char* sql :
         {"SELECT COUNT(*) FROM attendee", "SELECT COUNT(*) FROM attendee_secret",
          "SELECT COUNT(*) FROM mail", "SELECT COUNT(*) FROM appointment", "UPDATE mail SET state = 'sent'"})
        BOOST_CHECK_THROW(store::exec(post.connection.session(), sql), NotAllowed);
}

BOOST_AUTO_TEST_CASE(a_lease_outside_a_transaction_is_refused)
{
    town.order();
    Post post(town);
    BOOST_CHECK_THROW(store::exec(post.connection.session(), "CALL mail_lease('one', 60, 5)"), StoreError);
    BOOST_TEST(town.database.value("SELECT state FROM mail") == "waiting");
}

BOOST_AUTO_TEST_SUITE_END()
