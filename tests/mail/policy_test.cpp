#include "core/base/errors.h"
#include "core/notification/outbox.h"
#include "mail-daemon/mail_loop.h"
#include "mail-daemon/smtp_settings.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::maild;
using namespace std::chrono_literals;
namespace data = boost::unit_test::data;

namespace
{
const Day day = makeDay(2026, 11, 26);
const LocalTime before{makeDay(2026, 11, 25), {510}}, during{day, {515}}, after{day, {520}};

LeasedMail leased(MailKind kind, const std::string& state)
{
    LeasedMail mail;
    mail.id = MailId(7);
    mail.createdAt = *parseUtc("2026-11-23 10:00:00.123");
    mail.site = SiteId(1);
    mail.appointmentState = state;
    mail.email = "camille@exemple.be";
    mail.mail.kind = kind;
    mail.notice.day = day;
    mail.notice.parts = {{ServiceId(1), {510}, 10, {}}};
    return mail;
}
} // namespace

BOOST_AUTO_TEST_SUITE(policy)

struct Case
{
    MailKind kind;
    const char* state;
    int revision; // of the appointment; the mail's is 1
    LocalTime now;
    const char* reason; // empty: send it
};
std::ostream& operator<<(std::ostream& out, const Case& row)
{
    return out << static_cast<int>(row.kind) << ' ' << row.state << ' ' << row.revision << " -> "
               << row.reason;
}

const Case cases[] = {
    {MailKind::confirmation, "booked", 1, before, ""},
    {MailKind::confirmation, "arrived", 1, during, ""},
    {MailKind::confirmation, "booked", 1, after, "too_late"},
    {MailKind::confirmation, "cancelled", 2, before, "cancelled"},
    {MailKind::confirmation, "booked", 2, before, "superseded"},
    {MailKind::reminder, "booked", 1, before, ""},
    {MailKind::reminder, "booked", 1, during, "too_late"},
    {MailKind::reminder, "arrived", 1, before, "arrived"},
    {MailKind::reminder, "cancelled", 2, before, "cancelled"},
    {MailKind::reminder, "missed", 1, before, "cancelled"},
    {MailKind::reminder, "booked", 2, before, "superseded"},
    {MailKind::change, "booked", 1, before, ""},
    {MailKind::change, "booked", 2, before, "superseded"},
    {MailKind::cancellation, "cancelled", 1, before, ""},
    {MailKind::cancellation, "cancelled", 1, during, ""},
    {MailKind::cancellation, "cancelled", 1, after, "too_late"},
    {MailKind::cancellation, "booked", 2, before, "superseded"},
};

BOOST_DATA_TEST_CASE(a_mail_that_came_to_nothing_is_dropped, data::make(cases), row)
{
    auto mail = leased(row.kind, row.state);
    mail.revision = 1;
    mail.notice.revision = row.revision;
    BOOST_TEST(reasonToDrop(mail, row.now).value_or("") == row.reason);
}

BOOST_AUTO_TEST_CASE(what_was_erased_and_who_has_no_address_gets_nothing)
{
    auto mail = leased(MailKind::confirmation, "booked");
    mail.email = "";
    BOOST_TEST(reasonToDrop(mail, before).value_or("") == "no_address");
    mail.site = SiteId();
    BOOST_TEST(reasonToDrop(mail, before).value_or("") == "erased");
}

BOOST_AUTO_TEST_CASE(the_message_id_stays_through_attempts_and_differs_between_mails)
{
    auto mail = leased(MailKind::confirmation, "booked");
    const auto id = messageId(mail, "verviers.be");
    BOOST_TEST(id == "<7.1795428000123.accueil@verviers.be>");
    mail.attempts = 5;
    mail.email = "autre@exemple.be";
    BOOST_TEST(messageId(mail, "verviers.be") == id);
    mail.id = MailId(8);
    BOOST_TEST(messageId(mail, "verviers.be") != id);
    mail.id = MailId(7);
    mail.createdAt += 1ms; // a database made anew counts from 1 again
    BOOST_TEST(messageId(mail, "verviers.be") != id);
}

BOOST_AUTO_TEST_CASE(refusals_are_retried_ever_more_seldom_and_not_for_ever)
{
    BOOST_TEST(retryDelay(0)->count() == 60);
    BOOST_TEST(retryDelay(1)->count() == 120);
    BOOST_TEST(retryDelay(5)->count() == 1920);
    BOOST_TEST(retryDelay(6)->count() == 3600);
    BOOST_TEST(retryDelay(99)->count() == 3600);
    BOOST_TEST(!retryDelay(100).has_value());
}

BOOST_AUTO_TEST_CASE(absences_are_looked_at_again_after_half_a_minute_at_most)
{
    BackOff backOff;
    for (const int expected : {1000, 2000, 4000, 8000, 16000, 30000, 30000})
        BOOST_TEST(backOff.next().count() == expected);
    backOff.reset();
    BOOST_TEST(backOff.next().count() == 1000);
}

BOOST_AUTO_TEST_CASE(the_settings_have_careful_defaults)
{
    Config config;
    config.set("smtp.host", "relay.verviers.be");
    const auto settings = SmtpSettings::from(config);
    BOOST_TEST(settings.port == 25);
    BOOST_TEST((settings.tls == SmtpSettings::Tls::opportunistic));
    BOOST_TEST(settings.timeout.count() == 300);
    // What was promised to the outbox: DATA, the message and its answer, each at its longest.
    BOOST_TEST(
        (settings.longestDelivery() >= settings.timeout + 2 * settings.timeout + 2 * settings.timeout));
}

struct Wrong
{
    const char* key;
    const char* value;
};
std::ostream& operator<<(std::ostream& out, const Wrong& wrong)
{
    return out << wrong.key << '=' << wrong.value;
}

BOOST_DATA_TEST_CASE(a_wrong_setting_is_named,
                     data::make({Wrong{"smtp.host", ""}, Wrong{"smtp.port", "0"}, Wrong{"smtp.port", "65536"},
                                 Wrong{"smtp.port", "x"}, Wrong{"smtp.tls", "maybe"},
                                 Wrong{"smtp.timeout_s", "0"}, Wrong{"smtp.user", "without-password"}}),
                     wrong)
{
    Config config;
    config.set("smtp.host", "relay.verviers.be");
    config.set(wrong.key, wrong.value);
    BOOST_CHECK_EXCEPTION(SmtpSettings::from(config), ConfigError, [&](const ConfigError& error) {
        return std::string(error.what()).find(std::string(wrong.key).substr(0, 5)) != std::string::npos;
    });
}

BOOST_AUTO_TEST_SUITE_END()
