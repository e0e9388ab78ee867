#include "core/notification/message.h"
#include "tests/mail/notice_samples.h"
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <regex>

using namespace accueil;
using test::sampleNotice;
using test::writtenAt;
namespace data = boost::unit_test::data;

namespace
{
MailFacts facts(MailKind kind = MailKind::confirmation)
{
    return {.kind = kind,
            .firstName = "Camille",
            .lastName = "Exemple",
            .checkInToken = "BCDFGHJKLNPRSTVXBCDF",
            .reminderFollows = false,
            .byTown = false,
            .reason = {}};
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// What a reader of the HTML sees: without styles and tags, blanks as one.
std::string visible(std::string html)
{
    html = std::regex_replace(html, std::regex("<(style|title)[^]*?</\\1>"), " ");
    html = std::regex_replace(html, std::regex("<[^>]*>"), " ");
    html = std::regex_replace(html, std::regex("&nbsp;"), " ");
    html = std::regex_replace(html, std::regex("&amp;"), "&");
    html = std::regex_replace(html, std::regex("&apos;"), "'");
    return std::regex_replace(html, std::regex("\\s+"), " ");
}

std::vector<std::string> words(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> all;
    for (std::string word; stream >> word;)
        if (word != "-" && word != "--" && !word.starts_with("http"))
            all.push_back(word); // lists, the sign-off, addresses
    return all;
}
} // namespace

BOOST_AUTO_TEST_SUITE(message)

struct Said
{
    Language language;
    MailKind kind;
    const char* subject;
    const char* heading;
    const char* when;
};
std::ostream& operator<<(std::ostream& out, const Said& said)
{
    return out << said.subject;
}

// U+202F stands before : ; ? and ! in French.
const Said allSaid[] = {
    {Language::fr, MailKind::confirmation, "Rendez-vous confirmé\u202F: jeudi 26 novembre à 08:30",
     "Votre rendez-vous est confirmé", "jeudi 26 novembre 2026 à\u00A008:30"},
    {Language::fr, MailKind::reminder, "Rappel de votre rendez-vous\u202F: jeudi 26 novembre à 08:30",
     "Rappel de votre rendez-vous", "jeudi 26 novembre 2026 à\u00A008:30"},
    {Language::fr, MailKind::change, "Rendez-vous déplacé\u202F: jeudi 26 novembre à 08:30",
     "Votre rendez-vous est déplacé", "jeudi 26 novembre 2026 à\u00A008:30"},
    {Language::fr, MailKind::cancellation, "Rendez-vous annulé\u202F: jeudi 26 novembre à 08:30",
     "Votre rendez-vous est annulé", "jeudi 26 novembre 2026 à\u00A008:30"},
    {Language::nl, MailKind::confirmation, "Afspraak bevestigd: donderdag 26 november om 08:30",
     "Uw afspraak is bevestigd", "donderdag 26 november 2026 om\u00A008:30"},
    {Language::nl, MailKind::reminder, "Herinnering aan uw afspraak: donderdag 26 november om 08:30",
     "Herinnering aan uw afspraak", "donderdag 26 november 2026 om\u00A008:30"},
    {Language::nl, MailKind::change, "Afspraak verplaatst: donderdag 26 november om 08:30",
     "Uw afspraak is verplaatst", "donderdag 26 november 2026 om\u00A008:30"},
    {Language::nl, MailKind::cancellation, "Afspraak geannuleerd: donderdag 26 november om 08:30",
     "Uw afspraak is geannuleerd", "donderdag 26 november 2026 om\u00A008:30"},
    {Language::de, MailKind::confirmation, "Termin bestätigt: Donnerstag, 26. November, um 08:30 Uhr",
     "Ihr Termin ist bestätigt", "Donnerstag, 26. November 2026, um\u00A008:30\u00A0Uhr"},
    {Language::de, MailKind::reminder, "Erinnerung an Ihren Termin: Donnerstag, 26. November, um 08:30 Uhr",
     "Erinnerung an Ihren Termin", "Donnerstag, 26. November 2026, um\u00A008:30\u00A0Uhr"},
    {Language::de, MailKind::change, "Termin verschoben: Donnerstag, 26. November, um 08:30 Uhr",
     "Ihr Termin wurde verschoben", "Donnerstag, 26. November 2026, um\u00A008:30\u00A0Uhr"},
    {Language::de, MailKind::cancellation, "Termin abgesagt: Donnerstag, 26. November, um 08:30 Uhr",
     "Ihr Termin wurde abgesagt", "Donnerstag, 26. November 2026, um\u00A008:30\u00A0Uhr"},
    {Language::en, MailKind::confirmation, "Appointment confirmed: Thursday 26 November at 08:30",
     "Your appointment is confirmed", "Thursday 26 November 2026 at\u00A008:30"},
    {Language::en, MailKind::reminder, "Reminder of your appointment: Thursday 26 November at 08:30",
     "Reminder of your appointment", "Thursday 26 November 2026 at\u00A008:30"},
    {Language::en, MailKind::change, "Appointment moved: Thursday 26 November at 08:30",
     "Your appointment has been moved", "Thursday 26 November 2026 at\u00A008:30"},
    {Language::en, MailKind::cancellation, "Appointment cancelled: Thursday 26 November at 08:30",
     "Your appointment has been cancelled", "Thursday 26 November 2026 at\u00A008:30"},
};

BOOST_DATA_TEST_CASE(each_kind_is_told_in_each_language, data::make(allSaid), said)
{
    const auto mail = composeMail(sampleNotice(said.language), facts(said.kind), writtenAt);
    BOOST_TEST(mail.subject == said.subject);
    for (const auto& body : {mail.text, visible(mail.html)}) {
        BOOST_TEST(contains(body, said.heading));
        BOOST_TEST(contains(body, said.when));
        BOOST_TEST(contains(body, "KXTR-BVLN"));
        BOOST_TEST(contains(body, "55 place du Marché, 4800 Verviers"));
    }
    BOOST_TEST(contains(mail.html, "<html lang=\"" + std::string(code(said.language)) + "\">"));
}

BOOST_DATA_TEST_CASE(the_plain_twin_says_the_same, data::make(allSaid), said)
{
    const auto mail = composeMail(sampleNotice(said.language), facts(said.kind), writtenAt);
    auto plain = words(mail.text), rich = words(visible(mail.html));
    // Only the code differs: a picture there, its words and an address here.
    const auto codeWords = words(Messages(said.language).tr("QR code of your appointment"));
    if (said.kind != MailKind::cancellation) rich.insert(rich.end(), codeWords.begin(), codeWords.end());
    std::ranges::sort(plain);
    std::ranges::sort(rich);
    BOOST_TEST(plain == rich, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(no_english_is_left_in_another_language,
                     data::make({"fr", "nl", "de"}) * data::make({0, 1, 2, 3}), language, kind)
{
    const auto mail =
        composeMail(sampleNotice(*parseLanguage(language)), facts(static_cast<MailKind>(kind)), writtenAt);
    for (const char* word :
         {"appointment", "Appointment", "Hello", " your ", "You ", "Unable", "minutes,", "area"})
        BOOST_TEST(!contains(mail.text, word), word);
}

BOOST_AUTO_TEST_CASE(the_date_comes_before_everything_that_is_to_be_done)
{
    const auto mail = composeMail(sampleNotice(), facts(), writtenAt);
    for (const auto& body : {mail.text, mail.html}) {
        const auto date = body.find("jeudi 26 novembre 2026 à\u00A008:30");
        const auto papers = body.find("À apporter"), arrival = body.find("À votre arrivée"),
                   cannot = body.find("Un empêchement");
        BOOST_TEST(date < papers);
        BOOST_TEST(papers < arrival);
        BOOST_TEST(arrival < cannot);
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_fetched_from_anywhere)
{
    const auto mail = composeMail(sampleNotice(), facts(), writtenAt);
    const std::regex source("(src|background)=\"([^\"]*)\"|url\\(|@import|<link");
    for (std::sregex_iterator found(mail.html.begin(), mail.html.end(), source), end; found != end; ++found)
        BOOST_TEST((*found)[2].str() == "cid:code@accueil");
}

BOOST_AUTO_TEST_CASE(a_reminder_is_announced_only_when_one_follows)
{
    auto some = facts();
    BOOST_TEST(
        !contains(composeMail(sampleNotice(), some, writtenAt).text, "Vous recevrez un rappel la veille."));
    some.reminderFollows = true;
    BOOST_TEST(
        contains(composeMail(sampleNotice(), some, writtenAt).text, "Vous recevrez un rappel la veille."));
}

BOOST_AUTO_TEST_CASE(two_links_lead_to_moving_and_cancelling_in_the_same_language)
{
    const auto mail = composeMail(sampleNotice(Language::nl), facts(), writtenAt);
    for (const auto& body : {mail.text, mail.html}) {
        BOOST_TEST(
            contains(body, "https://www.verviers.be/rendez-vous/rdv/BCDFGHJKLNPRSTVXBCDF/move?lang=nl"));
        BOOST_TEST(
            contains(body, "https://www.verviers.be/rendez-vous/rdv/BCDFGHJKLNPRSTVXBCDF/cancel?lang=nl"));
    }
}

BOOST_AUTO_TEST_CASE(a_cancellation_has_no_code_no_papers_and_no_manage_link)
{
    const auto mail = composeMail(sampleNotice(), facts(MailKind::cancellation), writtenAt);
    BOOST_TEST(mail.qrPng.empty());
    BOOST_TEST((mail.calendarMethod == CalendarMethod::cancel));
    for (const auto& body : {mail.text, mail.html}) {
        for (const char* part : {"/rdv/", "cid:", "À apporter", "À votre arrivée"})
            BOOST_TEST(!contains(body, part), part);
        BOOST_TEST(contains(body, "https://www.verviers.be/rendez-vous?lang=fr"));
    }
}

struct Excused
{
    Language language;
    const char* sentence;
};
std::ostream& operator<<(std::ostream& out, const Excused& excused)
{
    return out << excused.sentence;
}

const Excused excuses[] = {
    {Language::fr, "Veuillez nous excuser\u202F: nous devons annuler votre rendez-vous. Motif\u202F: Travaux <au guichet>. Ce "},
    {Language::nl, "Onze excuses: we moeten uw afspraak annuleren. Reden: Travaux <au guichet>. "},
    {Language::de, "Wir bitten um Entschuldigung: Wir müssen Ihren Termin absagen. Grund: Travaux <au guichet>. "},
    {Language::en, "We are sorry: we have to cancel your appointment. Reason: Travaux <au guichet>. This "},
};

BOOST_DATA_TEST_CASE(whom_the_town_cancels_is_told_so_with_the_reason, data::make(excuses), excused)
{
    auto some = facts(MailKind::cancellation);
    some.byTown = true;
    some.reason = "Travaux <au guichet>";
    const auto mail = composeMail(sampleNotice(excused.language), some, writtenAt);
    BOOST_TEST(contains(mail.text, excused.sentence));
    BOOST_TEST(contains(mail.html, "Travaux &lt;au guichet&gt;"));
    const std::string sorry(excused.sentence, std::string_view(excused.sentence).find(". ") + 1);
    some.reason = "";
    BOOST_TEST(contains(composeMail(sampleNotice(excused.language), some, writtenAt).text, sorry));
    some.byTown = false;
    BOOST_TEST(!contains(composeMail(sampleNotice(excused.language), some, writtenAt).text, sorry), "by the citizen");
}

BOOST_AUTO_TEST_CASE(a_visit_to_two_services_says_what_comes_when_and_where)
{
    auto notice = sampleNotice();
    notice.minutes = 30;
    notice.items = {{"Carte d’identité : demande", 1}, {"Passeport : demande", 2}};
    notice.parts = {{{510}, 10, "Population", "A", {notice.items[0]}}, {{520}, 20, "Passeports", "B", {notice.items[1]}}};
    const auto mail = composeMail(notice, facts(MailKind::confirmation), writtenAt);
    BOOST_TEST(contains(mail.text, "08:30, zone A : Carte d’identité : demande\n"), mail.text);
    BOOST_TEST(contains(mail.text, "08:40, zone B : Passeport : demande, 2 personnes\n"), mail.text);
    BOOST_TEST(contains(mail.text, "Hôtel de ville, zone A"), "where it begins");
    BOOST_TEST(contains(mail.calendar, "DTEND;TZID=Europe/Brussels:20261126T090000"), mail.calendar);
}

BOOST_AUTO_TEST_CASE(without_a_page_the_telephone_is_given)
{
    auto notice = sampleNotice();
    notice.bookingUrl = notice.manageUrl = "";
    for (const auto kind : {MailKind::confirmation, MailKind::cancellation}) {
        const auto mail = composeMail(notice, facts(kind), writtenAt);
        BOOST_TEST(contains(mail.text, "Téléphonez-nous\u202F: 087 325 240"));
        BOOST_TEST(!contains(mail.html, "<a "));
    }
}

BOOST_AUTO_TEST_CASE(people_are_counted_beside_each_of_several_procedures)
{
    auto notice = sampleNotice();
    notice.items = {{"Carte d’identité", 2}, {"Kids-ID", 1}};
    notice.minutes = 30;
    const auto mail = composeMail(notice, facts(), writtenAt);
    BOOST_TEST(contains(mail.text, "    Carte d’identité, 2 personnes\n    Kids-ID\n    30 minutes\n"));
}

BOOST_AUTO_TEST_CASE(the_towns_texts_are_escaped)
{
    auto notice = sampleNotice();
    notice.items = {{"Permis <B> & \"C\"", 1}};
    notice.papers = {"<script>alert(1)</script>"};
    const auto mail = composeMail(notice, facts(), writtenAt);
    BOOST_TEST(contains(mail.html, "Permis &lt;B&gt; &amp; &quot;C&quot;"));
    BOOST_TEST(!contains(mail.html, "<script>"));
    BOOST_TEST(contains(mail.text, "Permis <B> & \"C\"")); // plain text has nothing to escape from
}

struct Named
{
    const char* first;
    const char* last;
    const char* greeting;
};
std::ostream& operator<<(std::ostream& out, const Named& named)
{
    return out << named.first << '|' << named.last;
}

const Named names[] = {
    {"Camille", "Exemple", "Bonjour Camille Exemple,"},
    {"", "Exemple", "Bonjour Exemple,"},
    {"", "", "Bonjour,"},
    {"Anaïs", "D’Hôtel-O'Neil", "Bonjour Anaïs D’Hôtel-O'Neil,"},
    {"J. P.", "Müller", "Bonjour J. P. Müller,"},
    {"Ева", "Иванова", "Bonjour Ева Иванова,"},
    {"محمد", "علي", "Bonjour محمد علي,"},
    // Anybody can type the address of another person, and as a name what they want that person to read.
    {"<b>Gagnez</b>", "Exemple", "Bonjour,"},
    {"Gagnez sur", "http://evil.example", "Bonjour,"},
    {"Gagnez sur", "evil.example", "Bonjour,"},
    {"Camille\nVotre rendez-vous est annulé", "Exemple", "Bonjour,"},
    {"Camille", "\u202EelpmexE", "Bonjour,"},
    {"Appelez le", "0900 12345", "Bonjour,"},
    {"a@b", "c", "Bonjour,"},
};

BOOST_DATA_TEST_CASE(a_name_that_is_none_is_left_out, data::make(names), named)
{
    auto some = facts();
    some.firstName = named.first;
    some.lastName = named.last;
    const auto mail = composeMail(sampleNotice(), some, writtenAt);
    BOOST_TEST(contains(mail.text, std::string("\n\n") + named.greeting + "\n\n"));
    BOOST_TEST(contains(visible(mail.html), named.greeting));
    for (const char* part : {"<b>", "evil", "0900", "a@b"}) BOOST_TEST(!contains(mail.html, part), part);
}

BOOST_AUTO_TEST_CASE(the_plain_text_has_no_gaps)
{
    for (const auto kind : {MailKind::confirmation, MailKind::cancellation})
        BOOST_TEST(!contains(composeMail(sampleNotice(), facts(kind), writtenAt).text, "\n\n\n"));
}

BOOST_AUTO_TEST_SUITE_END()
