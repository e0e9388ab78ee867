#include "core/booking/token.h"
#include "mail-daemon/mime.h"
#include "tests/mail/mail_support.h"
#include "tests/mail/notice_samples.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

using namespace accueil;
using namespace accueil::maild;
using test::sampleNotice;
using test::writtenAt;
namespace data = boost::unit_test::data;

namespace
{
Envelope envelope(Language language = Language::fr)
{
    return {.fromName = "Ville de Verviers",
            .from = "rdv@verviers.be",
            .to = "camille@exemple.be",
            .replyTo = "population@verviers.be",
            .messageId = "<7.1795600000000.accueil@verviers.be>",
            .date = writtenAt,
            .language = language};
}

Message message(MailKind kind = MailKind::confirmation, Language language = Language::fr)
{
    return composeMail(sampleNotice(language),
                       {.kind = kind,
                        .firstName = "Camille",
                        .lastName = "Exemple",
                        .checkInToken = "BCDFGHJKLNPRSTVXBCDF",
                        .reminderFollows = true},
                       writtenAt);
}

/// What an independent reader understands.
nlohmann::json understood(const std::string& mail)
{
    const test::TemporaryFolder folder;
    const auto outcome =
        test::run({"/usr/bin/python3", ACCUEIL_MAIL_TESTS "/parse_mail.py", folder.write("mail.eml", mail)});
    BOOST_REQUIRE_MESSAGE(outcome.code == 0, outcome.output);
    return nlohmann::json::parse(outcome.output);
}
} // namespace

BOOST_AUTO_TEST_SUITE(mime)

BOOST_DATA_TEST_CASE(another_program_reads_what_we_meant, data::make({"fr", "nl", "de", "en"}), language)
{
    const auto said = message(MailKind::confirmation, *parseLanguage(language));
    const auto read = understood(mimeMessage(envelope(*parseLanguage(language)), said));
    BOOST_TEST(
        read["structure"].dump() ==
        R"({"multipart/mixed":[{"multipart/alternative":["text/plain",{"multipart/related":["text/html","image/png"]}]},"text/calendar"]})");
    BOOST_TEST(read["text"] == said.text);
    BOOST_TEST(read["html"] == said.html);
    BOOST_TEST(read["calendar"] == said.calendar);
    BOOST_TEST(read["calendar_name"] == said.calendarName);
    BOOST_TEST(read["calendar_method"] == "PUBLISH");
    BOOST_TEST(read["calendar_disposition"] == "attachment");
    BOOST_TEST(read["picture_id"] == "<code@accueil>");
    BOOST_TEST(read["picture_disposition"] == "inline");
    BOOST_TEST(read["picture_sha256"] == hexOf(sha256(said.qrPng)));
    BOOST_TEST(read["headers"]["Subject"] == said.subject);
    BOOST_TEST(read["headers"]["Content-Language"] == language);
    BOOST_TEST(read["defects"].dump() == "[]");
}

BOOST_AUTO_TEST_CASE(the_headers_are_those_of_an_automatic_message)
{
    const auto read = understood(mimeMessage(envelope(), message()));
    BOOST_TEST(read["from"].dump() == R"(["Ville de Verviers","rdv@verviers.be"])");
    BOOST_TEST(read["to"].dump() == R"(["camille@exemple.be"])");
    BOOST_TEST(read["headers"]["Reply-To"] == "population@verviers.be");
    BOOST_TEST(read["headers"]["Message-ID"] == "<7.1795600000000.accueil@verviers.be>");
    BOOST_TEST(read["headers"]["Date"] == "Mon, 23 Nov 2026 10:00:00 +0000");
    BOOST_TEST(read["headers"]["Auto-Submitted"] == "auto-generated");
    BOOST_TEST(read["headers"]["MIME-Version"] == "1.0");
}

BOOST_AUTO_TEST_CASE(every_relay_can_carry_it)
{
    auto said = message();
    said.text = "..\n.\nFrom the beginning \n" + std::string(3000, 'x') + "\n\t\n" + said.text;
    said.html += std::string("<!-- ") + std::string(5000, '-') + " -->\n";
    const auto read = understood(mimeMessage(envelope(), said));
    BOOST_TEST(read["longest_line"].get<int>() <= 78);
    BOOST_TEST(read["bare_newlines"] == 0);
    BOOST_TEST(read["eight_bit"] == 0);
    BOOST_TEST(read["text"] == said.text);
    BOOST_TEST(read["html"] == said.html);
}

BOOST_AUTO_TEST_CASE(a_cancellation_has_no_picture)
{
    const auto said = message(MailKind::cancellation);
    const auto read = understood(mimeMessage(envelope(), said));
    BOOST_TEST(
        read["structure"].dump() ==
        R"({"multipart/mixed":[{"multipart/alternative":["text/plain","text/html"]},"text/calendar"]})");
    BOOST_TEST(read["calendar_method"] == "CANCEL");
}

const std::string subjects[] = {
    "Appointment confirmed",
    "Rappel de votre rendez-vous\u202F: jeudi 1er octobre 2026 à 08:30",
    "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
    "日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語",
    "\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"
    "\U0001F600",
    "plain =?UTF-8?Q?but_tricky?= (and), \"quoted\" <x@y>",
    "a long plain subject that goes on and on until it no longer fits on a line of seventy-eight characters",
};

BOOST_DATA_TEST_CASE(a_header_comes_back_whole_and_in_short_lines, data::make(subjects), subject)
{
    auto said = message();
    said.subject = subject;
    auto from = envelope();
    from.fromName = subject;
    const auto wire = mimeMessage(from, said);
    const auto read = understood(wire);
    BOOST_TEST(read["headers"]["Subject"] == subject);
    BOOST_TEST(read["from"][0] == subject);
    BOOST_TEST(read["from"][1] == "rdv@verviers.be");
    BOOST_TEST(read["longest_line"].get<int>() <= 78);
    BOOST_TEST(read["defects"].dump() == "[]");
}

BOOST_AUTO_TEST_CASE(no_value_can_begin_a_header_of_its_own)
{
    auto said = message();
    said.subject = "Rendez-vous\r\nBcc: everybody@example.org\nX-Evil: 1";
    auto from = envelope();
    from.fromName = "Ville\r\nBcc: everybody@example.org";
    const auto read = understood(mimeMessage(from, said));
    BOOST_TEST(!read["headers"].contains("Bcc"));
    BOOST_TEST(!read["headers"].contains("X-Evil"));
    BOOST_TEST(read["headers"]["Subject"] == "Rendez-vous  Bcc: everybody@example.org X-Evil: 1");
}

BOOST_AUTO_TEST_SUITE_END()
