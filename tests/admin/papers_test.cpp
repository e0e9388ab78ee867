// The sheet of an appointment and the list of a day, read back by the programs of poppler and by a code reader.
#include "core/printing/day_list_pdf.h"
#include "core/printing/visit_sheet_pdf.h"
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <regex>

using namespace accueil;
using namespace accueil::printing;

namespace
{
constexpr ServiceId population{1}, passports{2};
constexpr ProcedureId identityCard{1}, passport{2};
const Day thursday = makeDay(2026, 11, 26);
const std::string token = "BCDFGHJKLNPRSTVXBCDF";

LocalizedText everywhere(const std::string& name)
{
    LocalizedText text;
    for (const Language language : languages) text.set(language, name);
    return text;
}

CatalogueParts town()
{
    CatalogueParts parts;
    parts.site.id = SiteId(1);
    parts.site.name = everywhere("Ville de Verviers");
    parts.site.address = "55 place du Marché, 4800 Verviers";
    parts.site.timeZone = "Europe/Brussels";
    parts.site.phone = "087 325 240";
    parts.site.bookingUrl = "https://rdv.verviers.be";
    parts.areas = {{WaitingAreaId(1), "A"}, {WaitingAreaId(2), "B"}};
    parts.services = {{population, "POP", WaitingAreaId(1), 'A', 10, 0, 60, everywhere("Population"), everywhere("Population")},
                      {passports, "PAS", WaitingAreaId(2), 'B', 10, 0, 60, everywhere("Passeports – Permis de conduire – Casiers judiciaires"),
                       everywhere("Passeports")}};
    parts.documents = {{DocumentId(1), "id", everywhere("votre carte d’identité ou titre de séjour")},
                       {DocumentId(2), "photo", everywhere("une photo récente")}};
    parts.procedures = {{identityCard, population, "POP-EID", 10, true, false, WalkIn::no, 4, {DocumentId(1)}, everywhere("Carte d’identité : demande")},
                        {passport, passports, "PAS-PASS", 20, true, false, WalkIn::no, 4, {DocumentId(1), DocumentId(2)}, everywhere("Passeport")}};
    return parts;
}

Appointment appointment(long long id, int start, const std::string& lastName, ServiceId service = population)
{
    Appointment one;
    one.id = AppointmentId(id);
    one.reference = "KXTRBVLN";
    one.service = service;
    one.day = thursday;
    one.start = MinuteOfDay{start};
    one.minutes = 10;
    one.wanted = {{service == population ? identityCard : passport, 1}};
    one.person = {lastName, "Camille", {1958, 3, 14}, "", "0470 12 34 56", "", Language::fr};
    return one;
}

PrintableVisit visit(Language language = Language::fr)
{
    PrintableVisit one{{appointment(1, 510, "Exemple")}, {token, token}};
    one.parts[0].person.language = language;
    one.parts[0].wanted[0].persons = 2;
    return one;
}

PrintableVisit linkedVisit(Language language = Language::fr)
{
    PrintableVisit one = visit(language);
    one.parts.push_back(appointment(2, 530, "Exemple", passports));
    for (int i = 0; i < 2; ++i) {
        one.parts[static_cast<std::size_t>(i)].part = i + 1;
        one.parts[static_cast<std::size_t>(i)].parts = 2;
    }
    return one;
}

VisitSheetText textOf(const PrintableVisit& visit, CatalogueParts parts = town())
{
    return visitSheetText(Catalogue(std::move(parts)), visit);
}

struct File
{
    test::TemporaryFolder folder;
    std::string path;
    explicit File(const Sheet& sheet) : path(folder.write("page.pdf", sheet.pdf)) {}

    /// Words one blank apart, with ordinary blanks.
    std::string text() const
    {
        const std::string all = test::run({"pdftotext", "-layout", path, "-"}).output;
        return std::regex_replace(std::regex_replace(all, std::regex("\u202F|\u00A0"), " "), std::regex("\\s+"), " ");
    }
    std::string info(const std::string& pattern) const
    {
        std::smatch found;
        const std::string all = test::run({"pdfinfo", path}).output;
        BOOST_REQUIRE_MESSAGE(std::regex_search(all, found, std::regex(pattern)), all);
        return found[1];
    }
    int pages() const { return std::stoi(info("Pages: +(\\d+)")); }
    std::pair<double, double> sizeMm() const
    {
        return {std::stod(info("Page size: +([\\d.]+)")) / 72 * 25.4, std::stod(info("Page size: +[\\d.]+ x ([\\d.]+)")) / 72 * 25.4};
    }
    /// What a code reader sees on the paper of a 203 dpi printer.
    std::string code() const
    {
        const std::string image = (folder.path() / "page").string();
        test::run({"pdftoppm", "-r", "203", "-mono", "-singlefile", path, image});
        return test::run({"zbarimg", "--nodbus", "-q", "--raw", "-Sdisable", "-Sqr.enable", image + ".pbm"}).output;
    }
    /// Of the rows of dots that cross a corner of the code: dark, light, three dark, light, dark, some rows long.
    double dotsPerModule() const
    {
        const std::string image = (folder.path() / "page").string();
        test::run({"pdftoppm", "-r", "203", "-gray", "-singlefile", path, image});
        const std::string pgm = test::contents(image + ".pgm");
        std::smatch head;
        BOOST_REQUIRE(std::regex_search(pgm, head, std::regex(R"(^P5\s+(\d+)\s+(\d+)\s+255\s)")));
        const std::size_t width = std::stoul(head[1]), height = std::stoul(head[2]), begin = static_cast<std::size_t>(head[0].length());
        std::map<std::pair<std::size_t, double>, int> corners;
        for (std::size_t y = 0; y < height; ++y) {
            std::vector<double> runs{0};
            std::vector<std::size_t> begins{0};
            bool dark = false;
            for (std::size_t x = 0; x < width; ++x) {
                if ((static_cast<unsigned char>(pgm[begin + y * width + x]) < 128) != dark) {
                    dark = !dark;
                    runs.push_back(0);
                    begins.push_back(x);
                }
                ++runs.back();
            }
            for (std::size_t i = 1; i + 4 < runs.size(); i += 2) {
                const double module = (runs[i] + runs[i + 1] + runs[i + 2] + runs[i + 3] + runs[i + 4]) / 7;
                const auto is = [module](double run, int modules) { return std::abs(run - modules * module) < 1.5; };
                if (module < 4 || !is(runs[i], 1) || !is(runs[i + 1], 1) || !is(runs[i + 2], 3) || !is(runs[i + 3], 1) || !is(runs[i + 4], 1))
                    continue;
                if (++corners[{begins[i], module}] >= 2.5 * module) return module;
            }
        }
        return 0;
    }
    /// The farthest right and lowest that a word reaches, in millimetres.
    std::pair<double, double> reach() const
    {
        const std::string all = test::run({"pdftotext", "-bbox", path, "-"}).output;
        const std::regex word("<word xMin=\"[\\d.]+\" yMin=\"[\\d.]+\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">");
        double right = 0, bottom = 0;
        for (std::sregex_iterator it(all.begin(), all.end(), word), end; it != end; ++it) {
            right = std::max(right, std::stod((*it)[1]) / 72 * 25.4);
            bottom = std::max(bottom, std::stod((*it)[2]) / 72 * 25.4);
        }
        return {right, bottom};
    }
};

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}
} // namespace

BOOST_AUTO_TEST_SUITE(visit_sheet)

BOOST_AUTO_TEST_CASE(both_formats_say_what_the_confirmation_mail_says)
{
    for (const Paper paper : {Paper::a4, Paper::roll}) {
        const File file(visitSheetPdf(textOf(visit()), paper));
        const std::string text = file.text();
        for (const char* part : {"Ville de Verviers", "Votre rendez-vous", "Jeudi 26 novembre 2026 à 08:30", "Carte d’identité : demande",
                                 "2 personnes, 10 minutes", "Hôtel de ville, zone A", "55 place du Marché, 4800 Verviers", "À apporter",
                                 "votre carte d’identité ou titre de séjour", "À votre arrivée", "Référence : KXTR-BVLN", "Un empêchement",
                                 "087 325 240"})
            BOOST_TEST(contains(text, part), part << " is not in\n" << text);
        BOOST_TEST(contains(std::regex_replace(text, std::regex(" "), ""), "rdv.verviers.be/rdv/" + token), text);
        BOOST_TEST(file.pages() == 1);
        BOOST_TEST(file.code() == token + "\n");
    }
}

BOOST_AUTO_TEST_CASE(it_names_nobody)
{
    for (const Paper paper : {Paper::a4, Paper::roll}) {
        const std::string text = File(visitSheetPdf(textOf(visit()), paper)).text();
        for (const char* part : {"Exemple", "Camille", "1958", "0470"}) BOOST_TEST(!contains(text, part), part);
    }
}

BOOST_AUTO_TEST_CASE(a_linked_visit_says_both_times_and_places)
{
    for (const Paper paper : {Paper::a4, Paper::roll}) {
        const std::string text = File(visitSheetPdf(textOf(linkedVisit()), paper)).text();
        for (const char* part : {"Jeudi 26 novembre 2026 à 08:30", "08:30", "Hôtel de ville, zone A", "Carte d’identité : demande, 2 personnes", "08:50",
                                 "Hôtel de ville, zone B", "Passeport", "30 minutes", "une photo récente"})
            BOOST_TEST(contains(text, part), part << " is not in\n" << text);
    }
}

BOOST_AUTO_TEST_CASE(each_citizen_reads_it_in_the_own_language)
{
    const std::vector<std::pair<Language, std::vector<std::string>>> cases{
        {Language::nl, {"Uw afspraak", "Donderdag 26 november 2026 om 08:30", "Referentie"}},
        {Language::de, {"Ihr Termin", "Donnerstag, 26. November 2026, um 08:30 Uhr", "Bitte mitbringen"}},
        {Language::en, {"Your appointment", "Thursday 26 November 2026 at 08:30", "What to bring"}}};
    for (const auto& [language, parts] : cases)
        for (const Paper paper : {Paper::a4, Paper::roll}) {
            const std::string text = File(visitSheetPdf(textOf(linkedVisit(language)), paper)).text();
            for (const auto& part : parts) BOOST_TEST(contains(text, part), part << " is not in\n" << text);
        }
}

BOOST_AUTO_TEST_CASE(a_module_of_the_code_is_a_millimetre_wide_on_every_paper)
{
    for (const auto& [paper, rollMm] : {std::pair{Paper::a4, 80}, std::pair{Paper::roll, 80}, std::pair{Paper::roll, 58}}) {
        const File file(visitSheetPdf(textOf(visit()), paper, rollMm));
        const double modules = file.dotsPerModule();
        BOOST_TEST(modules >= 7.9, rollMm << ": " << modules << " dots");
    }
}

BOOST_AUTO_TEST_CASE(a_page_is_a4_or_exactly_as_long_as_its_words)
{
    const auto [width, height] = File(visitSheetPdf(textOf(visit()), Paper::a4)).sizeMm();
    BOOST_TEST(std::abs(width - 210) < 0.1);
    BOOST_TEST(std::abs(height - 297) < 0.1);
    const Sheet shorter = visitSheetPdf(textOf(visit()), Paper::roll), longer = visitSheetPdf(textOf(linkedVisit()), Paper::roll);
    BOOST_TEST(std::abs(File(shorter).sizeMm().second - shorter.heightMm) < 0.1);
    BOOST_TEST(longer.heightMm > shorter.heightMm + 15);
    BOOST_TEST(File(longer).reach().second < longer.heightMm - 4);
}

BOOST_AUTO_TEST_CASE(many_papers_still_are_one_page_and_nothing_is_cut_off)
{
    auto text = textOf(linkedVisit(Language::de));
    for (int i = 0; i < 24; ++i) text.papers.push_back(fmt::format("Aufenthaltsbescheinigung Nummer {} des Personenstandsregisters mit allen Unterlagen", i));
    const File file(visitSheetPdf(text, Paper::a4));
    BOOST_TEST(file.pages() == 1);
    BOOST_TEST(contains(file.text(), "Nummer 23 des"));
    BOOST_TEST(file.reach().first < 192);
    BOOST_TEST(file.reach().second < 284);
    BOOST_TEST(file.code() == token + "\n");
}

BOOST_AUTO_TEST_CASE(without_page_telephone_or_papers_no_label_stands_alone)
{
    auto parts = town();
    parts.site.phone = parts.site.bookingUrl = "";
    parts.procedures[0].documents.clear();
    auto bare = visit();
    bare.secrets.checkInToken = "";
    for (const Paper paper : {Paper::a4, Paper::roll}) {
        const File file(visitSheetPdf(textOf(bare, parts), paper));
        const std::string text = file.text();
        for (const char* part : {"À apporter", "Appelez", "Ou déplacez", "ce code"}) BOOST_TEST(!contains(text, part), part << " is in\n" << text);
        BOOST_TEST(contains(text, "votre date de naissance"), text);
        BOOST_TEST(file.code().empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(day_list)

namespace
{
std::vector<Appointment> fullDay()
{
    std::vector<Appointment> all;
    for (int i = 0; i < 60; ++i) {
        all.push_back(appointment(i + 1, 500 + i * 5, "Personne" + std::to_string(i) + "Fin", i % 2 == 0 ? population : passports));
        all.back().reference = i % 2 == 0 ? "KXTRBVLN" : "BBBBBBBB";
    }
    all[2].person.note = "Vient avec un interprète ; a besoin d’un siège et de temps, merci de parler lentement";
    all[4].state = VisitState::arrived;
    all[4].ticketNumber = "A042";
    all[6].state = VisitState::cancelled;
    all[8].state = VisitState::held;
    all[10].person.birthDate = {};
    return all;
}

DayListText listOf(const std::vector<Appointment>& all, ServiceId service = {}, Language language = Language::fr,
                   const std::map<ServiceId, std::vector<SlotRow>>& places = {})
{
    return dayListText(Messages(language), Catalogue(town()), DayOnPaper{all, places}, thursday, service, {makeDay(2026, 11, 25), MinuteOfDay{642}});
}
} // namespace

BOOST_AUTO_TEST_CASE(every_appointment_stands_on_its_service_s_pages_in_order_of_start)
{
    const Sheet sheet = dayListPdf(listOf(fullDay()));
    const File file(sheet);
    BOOST_TEST(file.pages() == sheet.pages);
    BOOST_TEST(sheet.pages >= 4);
    const std::string text = file.text();
    std::size_t before = 0;
    for (int i = 0; i < 60; i += 2) {
        const auto at = text.find("Personne" + std::to_string(i) + "Fin Camille");
        if (i == 8) BOOST_TEST((at == std::string::npos)); // a place that is only held is nobody's yet
        if (i == 8) continue;
        BOOST_TEST((at != std::string::npos), i);
        BOOST_TEST(at > before);
        before = at;
    }
    BOOST_TEST(text.find("Personne1Fin") > before, "the other service begins a page of its own");
    for (const char* part : {"Ville de Verviers · Population", "Jeudi 26 novembre 2026", "Imprimé le 25.11.2026 à 10:42", "28 rendez-vous", "08:20",
                             "14.03.1958", "0470 12 34 56", "KXTR-BVLN", "Carte d’identité : demande", "interprète", "A042", "Annulé",
                             "Passeports – Permis de conduire – Casiers judiciaires"})
        BOOST_TEST(contains(text, part), part << " is not in\n" << text);
    for (int page = 1; page <= sheet.pages; ++page) BOOST_TEST(contains(text, fmt::format("Page {}/{}", page, sheet.pages)), page);
}

BOOST_AUTO_TEST_CASE(nothing_leaves_the_paper)
{
    auto all = fullDay();
    all[0].person.lastName = "von Donaudampfschifffahrtsgesellschaftskapitänswitwenfeld-Oberhausen";
    all[0].person.firstName = "Maximiliane-Friederike Wilhelmine";
    all[0].person.note = std::string(120, 'w') + " " + std::string(200, 'W');
    all[0].wanted = {{identityCard, 4}, {identityCard, 1}, {passport, 2}, {passport, 1}, {identityCard, 3}};
    all[0].person.phone = "+32 (0) 470 12 34 56 / 087 32 52 40 bis";
    const Sheet sheet = dayListPdf(listOf(all, {}, Language::de));
    const File file(sheet);
    BOOST_TEST(std::abs(file.sizeMm().first - 297) < 0.1);
    const auto [right, bottom] = file.reach();
    BOOST_TEST(right < 286);
    BOOST_TEST(bottom < 200);
    BOOST_TEST(contains(file.text(), "Oberhausen"));
}

BOOST_AUTO_TEST_CASE(one_service_alone_and_where_its_linked_visits_go_on)
{
    std::vector<Appointment> all = linkedVisit().parts;
    const std::string both = File(dayListPdf(listOf(all))).text();
    BOOST_TEST(contains(both, "puis 08:50 Passeports"), both);
    BOOST_TEST(contains(both, "avant : 08:30 Population"), both);
    all.pop_back();
    const File one(dayListPdf(listOf(all, population)));
    BOOST_TEST(one.pages() == 1);
    BOOST_TEST(contains(one.text(), "partie 1 sur 2"), one.text());
}

BOOST_AUTO_TEST_CASE(what_is_free_has_a_line_each_half_hour_to_write_in)
{
    const auto slot = [](Day day, int start, int capacity, int booked) {
        SlotRow row;
        row.service = population;
        row.day = day;
        row.start = MinuteOfDay{start};
        row.capacity = capacity;
        row.booked = booked;
        return row;
    };
    const std::map<ServiceId, std::vector<SlotRow>> places{
        {population, {slot(thursday, 510, 3, 1), slot(thursday, 520, 3, 2), slot(thursday, 540, 2, 2), slot(thursday, 580, 2, 1)}}};
    const auto linesOf = [](const DayListText& text) {
        std::vector<std::string> lines;
        for (const auto& line : text.sections.front().lines) lines.push_back(line.time + " " + line.name + (line.free ? " -" : ""));
        return lines;
    };
    const std::vector<std::string> all{"08:30 Exemple Camille", "08:30 3 places libres -", "09:30 1 place libre -"};
    const DayListText text = listOf({appointment(1, 510, "Exemple")}, population, Language::fr, places);
    BOOST_TEST(linesOf(text) == all, boost::test_tools::per_element());
    BOOST_TEST(contains(File(dayListPdf(text)).text(), "3 places libres"));
    std::map<ServiceId, std::vector<SlotRow>> over{{population, {slot(makeDay(2026, 11, 25), 640, 3, 0), slot(makeDay(2026, 11, 25), 650, 1, 0)}}};
    const std::vector<std::string> left{"10:30 1 place libre -"}; // it is 10:42
    BOOST_TEST(linesOf(listOf({}, population, Language::fr, over)) == left, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_empty_day_says_so)
{
    const std::vector<std::pair<Language, std::string>> cases{
        {Language::fr, "Aucun rendez-vous"}, {Language::nl, "Geen afspraken"}, {Language::de, "Keine Termine"}, {Language::en, "No appointment"}};
    for (const auto& [language, words] : cases) {
        const File file(dayListPdf(listOf({}, population, language)));
        BOOST_TEST(contains(file.text(), words), file.text());
        BOOST_TEST(file.pages() == 1);
    }
}

BOOST_AUTO_TEST_SUITE_END()
