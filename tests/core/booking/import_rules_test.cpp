#include "core/booking/import.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
LocalizedText named(const char* fr, const char* de)
{
    LocalizedText text;
    text.set(Language::fr, fr);
    text.set(Language::nl, "iets");
    text.set(Language::de, de);
    text.set(Language::en, "something");
    return text;
}

Catalogue town()
{
    CatalogueParts parts;
    parts.site.timeZone = "Europe/Brussels";
    for (const auto& [id, code, name] : {std::tuple{1, "POP", "Population"}, std::tuple{2, "ETR", "Étrangers"}}) {
        Service service;
        service.id = ServiceId(id);
        service.code = code;
        service.granuleMinutes = 15;
        service.name = service.shortName = named(name, "Amt");
        parts.services.push_back(service);
    }
    int id = 0;
    for (const auto& [service, code, fr, de] :
         {std::tuple{1, "POP-EID", "Carte d'identité", "Personalausweis"}, std::tuple{1, "POP-MOVE", "Changement d'adresse", "Umzug"},
          std::tuple{2, "ETR-MOVE", "Changement d'adresse", "Umzug"}}) {
        Procedure procedure;
        procedure.id = ProcedureId(++id);
        procedure.service = ServiceId(service);
        procedure.code = code;
        procedure.minutes = 20;
        procedure.name = named(fr, de);
        parts.procedures.push_back(procedure);
    }
    return Catalogue(std::move(parts));
}

const Day today = makeDay(2026, 11, 24);

/// One line under the usual columns, with some fields of its own.
ImportRow row(const std::map<std::string, std::string>& fields)
{
    static const Catalogue catalogue = town();
    std::map<std::string, std::string> all{{"date", "2026-11-26"}, {"time", "8:30"}, {"procedure", "POP-EID"},
                                           {"last_name", "Exemple"}, {"first_name", "Camille"}, {"birth_date", "14/3/1958"}};
    for (const auto& [name, value] : fields) all[name] = value;
    CsvTable table;
    table.lines.push_back({2, {}});
    for (const auto& [name, value] : all) {
        table.header.push_back(name);
        table.lines[0].fields.push_back(value);
    }
    return understandImport(catalogue, table, today).rows.at(0);
}
} // namespace

BOOST_AUTO_TEST_SUITE(import_rules)

BOOST_AUTO_TEST_CASE(days_are_read_as_people_and_programs_write_them)
{
    for (const char* text : {"2026-11-26", "26/11/2026", "26.11.2026", "26-11-2026", "2026/11/26"}) {
        BOOST_REQUIRE_MESSAGE(parseWrittenDay(text), text);
        BOOST_TEST(isoDay(*parseWrittenDay(text)) == "2026-11-26", text);
    }
    BOOST_TEST(isoDay(parseWrittenDay("1/2/2027").value()) == "2027-02-01", "the day before the month, as in Belgium");
    BOOST_TEST(isoDay(parseWrittenDay("29/02/2028").value()) == "2028-02-29");
    for (const char* text : {"", "26/11", "26/11/26", "29/02/2027", "11/26/2026", "2026-11.26", "26112026", "26/11/2026 8:30", "-1/1/2027",
                             "99999999999/1/1", "26//2026"})
        BOOST_TEST(!parseWrittenDay(text), text);
}

BOOST_AUTO_TEST_CASE(times_are_read_as_people_and_programs_write_them)
{
    for (const char* text : {"8:30", "08:30", "08h30", "8h30", "8H30", "8.30", "08:30:00", "8 h 30"}) {
        BOOST_REQUIRE_MESSAGE(parseWrittenTime(text), text);
        BOOST_TEST(clockText(*parseWrittenTime(text)) == "08:30", text);
    }
    BOOST_TEST(clockText(parseWrittenTime("9h").value()) == "09:00");
    for (const char* text : {"", "8", "830", "24:00", "8:60", "8:3", "8:30:61", "8:30:00:00", "8,30", "h30", "8:30 h"})
        BOOST_TEST(!parseWrittenTime(text), text);
}

BOOST_AUTO_TEST_CASE(columns_are_known_by_english_and_french_names_whatever_case_and_accents)
{
    const Catalogue catalogue = town();
    for (const std::vector<std::string>& header :
         {std::vector<std::string>{"date", "time", "procedure", "service", "last_name", "first_name", "birth_date", "email", "phone", "code",
                                   "language", "note", "minutes"},
          {"Date", "HEURE", "Démarche", "Service", "Nom", "Prénom", "Date de naissance", "E-mail", "Téléphone", "Code", "Langue", "Remarque",
           "Durée"},
          {"DATE", "heure", "demarche", "SERVICE", "NOM", "prenom", "naissance", "courriel", "telephone", "CODE", "langue", "remarque",
           "duree"}}) {
        const CsvTable table{header,
                             {{2,
                               {"26/11/2026", "9h", "Carte d'identité", "Population", " Exemple ", "Noé", "00.00.1975", "noe@exemple.be",
                                "087 00 00 01", " rdv 123-45678 ", "DE", "chaise", "30"}}}};
        const ImportFile file = understandImport(catalogue, table, today);
        BOOST_TEST(file.unusedColumns.empty());
        const ImportRow& one = file.rows.at(0);
        BOOST_TEST_CONTEXT(header[1] << " " << one.field) BOOST_REQUIRE((one.fault == ImportFault::none));
        BOOST_TEST(isoDay(one.visit.day) == "2026-11-26");
        BOOST_TEST(one.visit.start.value == 540);
        BOOST_TEST(one.visit.minutes == 30);
        BOOST_TEST(one.visit.procedure.value() == 1);
        BOOST_TEST(one.visit.service.value() == 1);
        BOOST_TEST(one.visit.person.lastName == "Exemple");
        BOOST_TEST((one.visit.person.birthDate == BirthDate{1975, 0, 0}));
        BOOST_TEST(one.visit.person.email == "noe@exemple.be");
        BOOST_TEST(one.visit.person.note == "chaise");
        BOOST_TEST((one.visit.person.language == Language::de));
        BOOST_TEST(one.visit.code == "RDV123-45678");
        BOOST_TEST(one.visit.key.size() == 32U);
    }
    const auto says = [](const std::string& words) {
        return [words](const ConfigError& e) { return std::string(e.what()).find(words) != std::string::npos; };
    };
    BOOST_CHECK_EXCEPTION(understandImport(catalogue, {{"date", "nom", "guichet"}, {}}, today), ConfigError,
                          says("time, first_name, procedure or service"));
    const std::vector<std::string> missing{"time", "first_name", "procedure or service"};
    BOOST_CHECK_EXCEPTION(understandImport(catalogue, {{"date", "nom", "guichet"}, {}}, today), MissingColumns,
                          [&](const MissingColumns& e) { return e.columns() == missing; });
    BOOST_TEST(importField("Date de naissance") == "birth_date");
    BOOST_TEST(importField("guichet") == "");
    const CsvTable more{{"date", "time", "service", "nom", "prénom", "guichet"}, {}};
    BOOST_TEST(understandImport(catalogue, more, today).unusedColumns == std::vector<std::string>{"guichet"});
}

BOOST_AUTO_TEST_CASE(a_procedure_or_a_service_is_found_by_code_or_exact_name)
{
    struct Case
    {
        const char *procedure, *service;
        ImportFault fault;
        long long foundProcedure = 0, foundService = 0;
        int minutes = 0;
    };
    for (const Case& c : {Case{"pop-eid", "", ImportFault::none, 1, 1, 20}, Case{"PERSONALAUSWEIS", "", ImportFault::none, 1, 1, 20},
                          Case{"", "étrangers", ImportFault::none, 0, 2, 15}, Case{"Population", "", ImportFault::none, 0, 1, 15},
                          Case{"Umzug", "", ImportFault::ambiguous}, Case{"Umzug", "ETR", ImportFault::none, 3, 2, 20},
                          Case{"POP-EID", "ETR", ImportFault::contradictory}, Case{"Population", "ETR", ImportFault::contradictory},
                          Case{"Carte", "", ImportFault::unknown}, Case{"POP-EID", "Etat civil", ImportFault::unknown},
                          Case{"", "", ImportFault::missing}}) {
        BOOST_TEST_CONTEXT(c.procedure << " / " << c.service)
        {
            const ImportRow one = row({{"procedure", c.procedure}, {"service", c.service}});
            BOOST_TEST((one.fault == c.fault));
            if (c.fault != ImportFault::none) continue;
            BOOST_TEST(one.visit.procedure.value() == c.foundProcedure);
            BOOST_TEST(one.visit.service.value() == c.foundService);
            BOOST_TEST(one.visit.minutes == c.minutes);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_cannot_be_used_names_its_field)
{
    struct Case
    {
        const char *field, *text;
        ImportFault fault;
    };
    for (const Case& c : {Case{"date", "", ImportFault::missing}, Case{"date", "soon", ImportFault::notUnderstood},
                          Case{"date", "2026-11-23", ImportFault::past}, Case{"time", "", ImportFault::missing},
                          Case{"time", "early", ImportFault::notUnderstood}, Case{"time", "23:30", ImportFault::notUnderstood},
                          Case{"last_name", " ", ImportFault::missing}, Case{"first_name", "", ImportFault::missing},
                          Case{"birth_date", "31/02/1958", ImportFault::notUnderstood}, Case{"email", "nobody", ImportFault::notUnderstood},
                          Case{"phone", "call me", ImportFault::notUnderstood}, Case{"language", "it", ImportFault::unknown},
                          Case{"minutes", "0", ImportFault::notUnderstood}, Case{"minutes", "many", ImportFault::notUnderstood},
                          Case{"minutes", "481", ImportFault::notUnderstood}}) {
        const ImportRow one = row({{c.field, c.text}});
        BOOST_TEST_CONTEXT(c.field << " = " << c.text)
        {
            BOOST_TEST((one.fault == c.fault));
            BOOST_TEST(one.field == c.field);
        }
    }
    BOOST_TEST((row({{"date", "2026-11-24"}}).fault == ImportFault::none), "today is not over");
    BOOST_TEST(row({{"minutes", "25 min"}}).visit.minutes == 25);
    const CsvTable torn{{"date", "time", "service", "nom", "prénom"}, {{7, {"26/11/2026", "9h", "POP", "Exemple", "Noé", "Jean"}}}};
    BOOST_TEST((understandImport(town(), torn, today).rows.at(0).fault == ImportFault::tooManyFields));
}

BOOST_AUTO_TEST_CASE(the_key_names_the_visit_and_not_how_it_is_written)
{
    const std::string key = row({}).visit.key;
    for (const auto& same : {std::pair{"date", "26/11/2026"}, {"time", "08h30"}, {"last_name", "EXEMPLE"}, {"first_name", "camille"},
                             {"birth_date", "14.03.58"}, {"procedure", "Carte  d’identité"}, {"phone", "087 00 00 01"}, {"note", "new"}})
        BOOST_TEST(row({{same.first, same.second}}).visit.key == key, same.first);
    for (const auto& other : {std::pair{"date", "27/11/2026"}, {"time", "08h40"}, {"last_name", "Modèle"}, {"first_name", "Noé"},
                              {"birth_date", ""}, {"procedure", "ETR-MOVE"}, {"code", "A1"}})
        BOOST_TEST(row({{other.first, other.second}}).visit.key != key, other.first);
}

BOOST_AUTO_TEST_CASE(lines_are_chosen_by_their_number_in_the_file)
{
    std::vector<ImportRow> rows(3);
    rows[0].line = 2;
    rows[1].line = 4;
    rows[2].line = 5;
    const auto chosen = onlyLines(rows, {2, 5});
    BOOST_REQUIRE(chosen.size() == 2U);
    BOOST_TEST(chosen[1].line == 5);
    BOOST_CHECK_THROW(onlyLines(rows, {3}), InvalidInput);
}

BOOST_AUTO_TEST_SUITE_END()
