// Letters and the list for the telephone, read back by the programs of poppler.
#include "core/printing/call_sheet_pdf.h"
#include "core/printing/letter_pdf.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/unit_test.hpp>
#include <regex>

using namespace accueil;
using namespace accueil::printing;

namespace
{
Catalogue catalogue()
{
    CatalogueParts parts;
    parts.site.id = SiteId(1);
    for (const Language language : languages) parts.site.name.set(language, "Ville de Verviers");
    parts.site.address = "55 place du Marché, 4800 Verviers";
    parts.site.timeZone = "Europe/Brussels";
    parts.site.phone = "087 325 240";
    parts.site.bookingUrl = "https://rdv.verviers.be";
    parts.areas.push_back({WaitingAreaId(1), "B"});
    Service service;
    service.id = ServiceId(1);
    service.area = WaitingAreaId(1);
    Procedure procedure;
    procedure.id = ProcedureId(1);
    procedure.service = ServiceId(1);
    for (const Language language : languages) {
        service.name.set(language, language == Language::de ? "Personenstandsurkundenangelegenheiten" : "État civil");
        procedure.name.set(language, "Extrait d’acte");
    }
    parts.services.push_back(service);
    parts.procedures.push_back(procedure);
    return Catalogue(parts);
}

const Day today = makeDay(2026, 11, 24);

PersonToCall person(CallReason reason, Language language = Language::fr)
{
    PersonToCall one;
    one.reference = "KXTRBVLN";
    one.reason = reason;
    one.lastName = "Exemple";
    one.firstName = "Camille";
    one.phone = "0470 12 34 56";
    one.language = language;
    one.service = ServiceId(1);
    one.procedures = {ProcedureId(1)};
    one.day = makeDay(2026, 12, 1);
    one.start = {540};
    one.wasDay = makeDay(2026, 11, 26);
    one.wasStart = {510};
    one.cancelled = reason == CallReason::cancelled;
    if (one.cancelled) {
        one.cancelReason = "Formation du personnel";
        one.day = one.wasDay;
        one.start = one.wasStart;
    }
    return one;
}

struct File
{
    test::TemporaryFolder folder;
    std::string path;
    explicit File(const std::string& pdf) : path(folder.write("page.pdf", pdf)) {}

    /// Words one blank apart, as a reader takes them in.
    std::string text() const
    {
        const std::string all = test::run({"pdftotext", "-layout", path, "-"}).output;
        return std::regex_replace(all, std::regex("\\s+"), " ");
    }
    int pages() const
    {
        std::smatch found;
        const std::string info = test::run({"pdfinfo", path}).output;
        BOOST_REQUIRE(std::regex_search(info, found, std::regex("Pages: +(\\d+)")));
        BOOST_TEST(info.find("595.276 x 841.89") != std::string::npos, "A4");
        return std::stoi(found[1]);
    }
    struct Box
    {
        double left, top, right, bottom; ///< millimetres from the corner of the page
    };
    std::vector<std::pair<std::string, Box>> words() const
    {
        const std::string all = test::run({"pdftotext", "-bbox", path, "-"}).output;
        const std::regex word("<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">([^<]*)</word>");
        std::vector<std::pair<std::string, Box>> found;
        const auto mm = [](const std::string& points) { return std::stod(points) / 72 * 25.4; };
        for (std::sregex_iterator it(all.begin(), all.end(), word), end; it != end; ++it)
            found.push_back({(*it)[5], {mm((*it)[1]), mm((*it)[2]), mm((*it)[3]), mm((*it)[4])}});
        return found;
    }
};

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}
} // namespace

BOOST_AUTO_TEST_SUITE(letters)

BOOST_AUTO_TEST_CASE(a_letter_says_what_was_what_happened_and_how_to_reach_the_town)
{
    struct Case
    {
        CallReason reason;
        std::vector<std::string> parts;
    };
    for (const auto& [reason, parts] :
         {Case{CallReason::cancelled, {"nous devons annuler votre rendez-vous. Motif : Formation du personnel.", "https://rdv.verviers.be"}},
          Case{CallReason::moved, {"nous avons dû déplacer votre rendez-vous", "Mardi 1er décembre 2026 à 09:00", "zone B"}},
          Case{CallReason::stranded, {"nous ne pouvons plus vous recevoir", "convenir d’un autre moment : 087 325 240"}},
          Case{CallReason::mailFailed, {"n’a pas pu être remis", "Mardi 1er décembre 2026 à 09:00", "votre adresse électronique"}}}) {
        std::string text = File(lettersPdf({letterText(catalogue(), person(reason), today)})).text();
        text = std::regex_replace(text, std::regex("\u202F"), " ");
        for (const char* part : {"Ville de Verviers", "55 place du Marché, 4800 Verviers", "Camille Exemple", "Mardi 24 novembre 2026",
                                 "Votre rendez-vous du jeudi 26 novembre 2026 à 08:30", "Madame, Monsieur,", "Extrait d’acte", "État civil",
                                 "KXTR-BVLN", "087 325 240", "salutations distinguées"})
            BOOST_TEST(contains(text, part), part << " is not in\n" << text);
        for (const auto& part : parts) BOOST_TEST(contains(text, part), part << " is not in\n" << text);
    }
}

BOOST_AUTO_TEST_CASE(each_reader_gets_a_page_in_his_language)
{
    std::vector<LetterText> all;
    for (const Language language : languages) all.push_back(letterText(catalogue(), person(CallReason::moved, language), today));
    const File file(lettersPdf(all));
    BOOST_TEST(file.pages() == 4);
    const std::string text = file.text();
    for (const char* part : {"Uw afspraak van donderdag 26 november 2026 om 08:30", "Ihr Termin am Donnerstag, 26. November 2026, um 08:30 Uhr",
                             "Your appointment of Thursday 26 November 2026 at 08:30", "Met vriendelijke groeten", "Mit freundlichen Grüßen"})
        BOOST_TEST(contains(text, part), part << " is not in\n" << text);
}

BOOST_AUTO_TEST_CASE(the_name_stands_in_the_window_and_nothing_leaves_the_margins)
{
    auto one = person(CallReason::cancelled, Language::de);
    one.firstName = "Maximiliane-Friederike Wilhelmine";
    one.lastName = "von Donaudampfschifffahrtsgesellschaftskapitänswitwenfeld-Oberhausen";
    one.cancelReason = std::string(40, 'W') + " " + std::string(150, 'w');
    const auto words = File(lettersPdf({letterText(catalogue(), one, today)})).words();
    BOOST_TEST(words.size() > 30U);
    bool named = false;
    for (const auto& [word, box] : words) {
        BOOST_TEST(box.left >= 20.0, word);
        BOOST_TEST(box.right <= 192.0, word);
        BOOST_TEST(box.top >= 10.0, word);
        BOOST_TEST(box.bottom <= 287.0, word);
        if (word != "Maximiliane-Friederike") continue;
        named = true;
        BOOST_TEST(box.top >= 45.0);
        BOOST_TEST(box.bottom <= 90.0);
        BOOST_TEST(box.right <= 110.0);
    }
    BOOST_TEST(named);
}

BOOST_AUTO_TEST_CASE(a_letter_about_two_services_says_when_and_where_each_of_them_is)
{
    PersonToCall one = person(CallReason::moved);
    one.parts = {{ServiceId(1), {540}, 10, {{ProcedureId(1), 1}}}, {ServiceId(1), {560}, 10, {{ProcedureId(1), 1}}}};
    const std::string text = File(lettersPdf({letterText(catalogue(), one, today)})).text();
    for (const char* part : {"09:00, zone B", "09:20, zone B"})
        BOOST_TEST(contains(text, part), part << " is not in\n" << text);
}

BOOST_AUTO_TEST_CASE(the_list_for_the_telephone_names_everybody_on_as_many_pages_as_it_takes)
{
    std::vector<PersonToCall> people;
    for (int i = 0; i < 40; ++i) {
        people.push_back(person(static_cast<CallReason>(i % 4)));
        people.back().lastName = "Personne" + std::to_string(i) + "Fin";
    }
    people[3].phone = "";
    const File file(callSheetPdf(callSheetText(Messages(Language::fr), catalogue(), people, today)));
    BOOST_TEST(file.pages() > 1);
    const std::string text = file.text();
    for (const auto& one : people) BOOST_TEST(contains(text, one.lastName + " Camille"), one.lastName);
    for (const char* part : {"Personnes à appeler", "0470 12 34 56", "une lettre", "Annulé par la ville", "convenir", "Jeudi 26 novembre à 08:30", "KXTR-BVLN"})
        BOOST_TEST(contains(text, part), part << " is not in\n" << text);
    for (const auto& [word, box] : file.words()) BOOST_TEST((box.right <= 196.0 && box.bottom <= 280.0), word);
    BOOST_TEST(contains(File(callSheetPdf(callSheetText(Messages(Language::de), catalogue(), {}, today))).text(), "niemand anzurufen"));
}

BOOST_AUTO_TEST_SUITE_END()
