#include "core/booking/import.h"
#include "core/agenda/publication.h"
#include "core/booking/appointment.h"
#include "tests/core/town.h"
#include <barrier>
#include <fstream>
#include <thread>

using namespace accueil;
using namespace accueil::test;

namespace
{
struct OldList
{
    Town& town = Town::instance();
    Client desk{town.reception};

    std::vector<ImportRow> rows(const std::string& lines) const
    {
        const std::string file = town.database.folder() / "old.csv";
        std::ofstream(file) << "date;heure;démarche;nom;prénom;naissance;courriel;code;durée\n" << lines;
        return understandImport(town.catalogue, readCsvTable(file), town.today).rows;
    }
    std::vector<ImportResult> plan(const std::string& lines, const ImportOptions& options = {})
    {
        return planImport(desk, town.catalogue, rows(lines), options);
    }
    std::vector<ImportResult> import(const std::string& lines, const ImportOptions& options = {})
    {
        return importLines(desk, town.catalogue, rows(lines), options);
    }
    std::string count(const std::string& what) const { return town.database.value("SELECT COUNT(*) FROM " + what); }
    std::string slots(const char* service, const std::string& day, const std::string& from, const std::string& to) const
    {
        return town.database.value("SELECT GROUP_CONCAT(start_minute, ':', capacity, '/', booked, '/', excess ORDER BY start_minute"
                                   " SEPARATOR ' ') FROM slot WHERE service_id = " +
                                   std::to_string(town.service(service).value()) + " AND day = '" + day + "' AND start_minute BETWEEN " +
                                   from + " AND " + to);
    }
    Appointment appointment(const std::string& reference)
    {
        return findAppointment(desk, AppointmentId(std::stoll(town.database.value("SELECT id FROM appointment WHERE reference = '" + reference + "'")))).value();
    }
};

bool warned(const ImportResult& result, ImportWarning of)
{
    return std::ranges::find(result.warnings, of) != result.warnings.end();
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(import_of_an_old_list, OldList)

BOOST_AUTO_TEST_CASE(a_dry_run_says_what_would_become_of_each_line_and_writes_nothing)
{
    const std::string before = count("appointment") + count("slot") + count("attendee") + count("site_event") + count("request");
    const auto results = plan("26/11/2026;08:30;POP-EID;Exemple;Ada;14/03/1958;;;\n"
                              "26/11/2026;tôt;POP-EID;Exemple;Bob;14/03/1958;;;\n"
                              "29/11/2026;08:30;POP-EID;Exemple;Cyd;14/03/1958;;;\n"
                              "26/11/2026;12:30;POP-EID;Exemple;Dan;14/03/1958;;;\n"
                              "26/11/2026;08h30;POP-EID;EXEMPLE;ADA;14.03.1958;;;\n");
    BOOST_REQUIRE(results.size() == 5U);
    BOOST_TEST((results[0].outcome == ImportOutcome::imported));
    BOOST_TEST(results[0].warnings.empty());
    BOOST_TEST((results[1].fault == ImportFault::notUnderstood));
    BOOST_TEST(results[1].field == "time");
    BOOST_TEST(results[1].line == 3);
    BOOST_TEST((results[2].fault == ImportFault::notPublished), "a Sunday");
    BOOST_TEST((results[3].fault == ImportFault::outsideHours));
    BOOST_TEST((results[4].outcome == ImportOutcome::alreadyThere));
    BOOST_TEST(results[4].sameAsLine.value() == 2);
    BOOST_TEST(before == count("appointment") + count("slot") + count("attendee") + count("site_event") + count("request"));
}

BOOST_AUTO_TEST_CASE(a_line_becomes_an_appointment_with_its_mails_and_again_changes_nothing)
{
    const std::string lines = "26/11/2026;09:00;POP-EID;Exemple;Camille;14/03/1958;camille@exemple.be;;\n"
                              "soon;09:00;POP-EID;Exemple;Camille;14/03/1958;;;\n"
                              "27/11/2026;09:00;POP-EID;Modèle;Noé;;;;\n";
    const auto first = import(lines);
    BOOST_TEST((first[1].fault == ImportFault::notUnderstood), "and the others go on");
    BOOST_TEST(warned(first[2], ImportWarning::noBirthDate));
    const Appointment camille = appointment(first[0].reference);
    BOOST_TEST((camille.channel == Channel::import));
    BOOST_TEST((camille.state == VisitState::booked));
    BOOST_TEST(camille.minutes == 10);
    BOOST_TEST(camille.wanted.size() == 1U);
    BOOST_TEST(camille.person.email == "camille@exemple.be");
    BOOST_TEST((appointment(first[2].reference).person.birthDate == BirthDate{}));
    BOOST_TEST(town.database.value("SELECT GROUP_CONCAT(kind, ' ', due_at) FROM mail WHERE appointment_id = " +
                                   std::to_string(camille.id.value())) == "reminder 2026-11-25 08:00:00.000");
    BOOST_TEST(town.database.value("SELECT kind FROM site_event WHERE appointment_id = " + std::to_string(camille.id.value())) == "imported");
    const auto again = import(lines);
    BOOST_TEST((again[0].outcome == ImportOutcome::alreadyThere));
    BOOST_TEST(again[0].reference == first[0].reference);
    BOOST_TEST(count("appointment WHERE day IN ('2026-11-26', '2026-11-27')") == "2");
    // After a week the request is forgotten; the line is not.
    town.database.execute("DELETE FROM request");
    BOOST_TEST((import(lines)[0].outcome == ImportOutcome::alreadyThere));

    cancel(desk, Seed::random().requestKey("cancel"), camille.id, "");
    const auto cancelled = import(lines);
    BOOST_TEST((cancelled[0].outcome == ImportOutcome::alreadyThere));
    BOOST_TEST(warned(cancelled[0], ImportWarning::cancelledHere));
    BOOST_TEST((appointment(first[0].reference).state == VisitState::cancelled));
    town.check();
}

BOOST_AUTO_TEST_CASE(a_confirmation_goes_out_when_it_is_asked_for)
{
    const auto results = import("25/11/2026;08:30;POP-EID;Exemple;Near;1.1.1960;near@exemple.be;;\n"
                                "10/12/2026;08:30;POP-EID;Exemple;Far;1.1.1960;far@exemple.be;;\n"
                                "10/12/2026;08:40;POP-EID;Exemple;Deaf;1.1.1960;;;\n",
                                {.outsideHours = false, .sendMails = true});
    const auto kinds = [this](const ImportResult& result) {
        return town.database.value("SELECT GROUP_CONCAT(kind ORDER BY kind) FROM mail WHERE appointment_id = " +
                                   std::to_string(appointment(result.reference).id.value()));
    };
    BOOST_TEST(kinds(results[0]) == "confirmation", "the moment of the reminder, 08:30 today, has passed");
    BOOST_TEST(kinds(results[1]) == "confirmation,reminder");
    BOOST_TEST(kinds(results[2]).empty());
    town.check();
}

BOOST_AUTO_TEST_CASE(over_the_capacity_it_stands_all_the_same_and_every_promise_holds)
{
    const Day day = makeDay(2026, 12, 3);
    const int capacity = freeStarts(desk, {town.service("CIV"), day, 1, 10, Channel::desk, {town.today, {0}}}).at(0).starts.at(0).places;
    const MinuteOfDay start = freeStarts(desk, {town.service("CIV"), day, 1, 10, Channel::desk, {town.today, {0}}}).at(0).starts.at(0).start;
    std::string lines;
    for (int i = 0; i <= capacity; ++i)
        lines += "03/12/2026;" + clockText(start) + ";CIV-EXTRACT;Exemple;Nr" + std::string(1, static_cast<char>('a' + i)) + ";1.1.1960;;;10\n";
    const auto tried = plan(lines);
    BOOST_TEST(tried.front().warnings.empty());
    BOOST_TEST(warned(tried.back(), ImportWarning::overCapacity));
    const auto made = import(lines);
    const std::string minute = std::to_string(start.value), full = std::to_string(capacity), over = std::to_string(capacity + 1);
    BOOST_TEST(slots("CIV", "2026-12-03", minute, minute) == minute + ":" + full + "/" + over + "/1");
    BOOST_TEST(count("appointment WHERE day = '2026-12-03' AND over_capacity = 1") == "1");
    town.check();
    cancel(desk, Seed::random().requestKey("cancel"), appointment(made.back().reference).id, "");
    BOOST_TEST(slots("CIV", "2026-12-03", minute, minute) == minute + ":" + full + "/" + full + "/0");
    town.check();
}

BOOST_AUTO_TEST_CASE(outside_the_hours_granules_are_added_and_go_with_the_visit)
{
    // POP on a Tuesday: 08:30 to 12:00 in granules of ten minutes.
    const std::string lines = "01/12/2026;11:50;POP-EID;Exemple;Late;1.1.1960;;;30\n"  // its end
                              "01/12/2026;17:05;POP-EID;Exemple;Evening;1.1.1960;;;\n" // all of it
                              "06/12/2026;09:05;POP-EID;Exemple;Sunday;1.1.1960;;;20\n";
    for (const auto& result : plan(lines)) BOOST_TEST((result.outcome == ImportOutcome::refused));
    for (const auto& result : plan(lines, {.outsideHours = true, .sendMails = false})) {
        BOOST_TEST((result.outcome == ImportOutcome::imported));
        BOOST_TEST(warned(result, ImportWarning::outsideHours));
    }
    const auto made = import(lines, {.outsideHours = true, .sendMails = false});
    BOOST_TEST(slots("POP", "2026-12-01", "710", "1439") == "710:4/1/0 720:0/1/1 730:0/1/1 1030:0/1/1");
    BOOST_TEST(slots("POP", "2026-12-06", "0", "1439") == "550:0/1/1 560:0/1/1");
    town.check();
    // A second visit at the same time counts in the same granules, and needs the option as well.
    BOOST_TEST((import("06/12/2026;09:10;POP-EID;Exemple;Other;1.1.1960;;;\n")[0].outcome == ImportOutcome::refused));
    town.check();

    Client root(town.root);
    publish(root, town.catalogue, town.service("POP"), town.today, 30);
    BOOST_TEST(slots("POP", "2026-12-06", "0", "1439") == "550:0/1/1 560:0/1/1", "publishing keeps what is booked");
    town.check();
    BOOST_TEST(freeStarts(desk, {town.service("POP"), makeDay(2026, 12, 6), 1, 10, Channel::desk, {town.today, {0}}}).at(0).starts.empty());
    for (const auto& result : made) cancel(desk, Seed::random().requestKey("cancel"), appointment(result.reference).id, "");
    publish(root, town.catalogue, town.service("POP"), town.today, 30);
    BOOST_TEST(slots("POP", "2026-12-06", "0", "1439").empty());
    BOOST_TEST(slots("POP", "2026-12-01", "720", "1439").empty());
    town.check();
}

BOOST_AUTO_TEST_CASE(off_the_grid_a_visit_keeps_its_time_and_takes_the_granules_that_begin_during_it)
{
    const auto made = import("04/12/2026;09:15;POP-EID;Exemple;Quarter;1.1.1960;;;15\n");
    BOOST_TEST((made[0].outcome == ImportOutcome::imported));
    const Appointment visit = appointment(made[0].reference);
    BOOST_TEST(clockText(visit.start) == "09:15");
    BOOST_TEST(visit.minutes == 20);
    BOOST_TEST(slots("POP", "2026-12-04", "550", "580") == "550:4/0/0 560:4/1/0 570:4/1/0 580:4/0/0");
    town.check();
    move(desk, town.catalogue, Seed::random().requestKey("move"), visit.id, visit.revision, makeDay(2026, 12, 4), {560});
    BOOST_TEST(slots("POP", "2026-12-04", "550", "580") == "550:4/0/0 560:4/1/0 570:4/1/0 580:4/0/0");
    town.check();
}

BOOST_AUTO_TEST_CASE(the_same_person_twice_at_the_same_time_is_told)
{
    const auto results = plan("07/12/2026;09:00;POP-EID;Exemple;Anne;1.1.1960;;;20\n"
                              "07/12/2026;09:10;CIV-EXTRACT;EXEMPLE;anne;;;;\n"
                              "07/12/2026;09:10;CIV-EXTRACT;Exemple;Anne;2.1.1960;;;\n"
                              "07/12/2026;09:20;POP-EID;Exemple;Anne;1.1.1960;;;\n");
    BOOST_TEST(!warned(results[0], ImportWarning::samePersonThen));
    BOOST_TEST(warned(results[1], ImportWarning::samePersonThen), "an unknown birth date may be the same");
    BOOST_TEST(warned(results[2], ImportWarning::samePersonThen), "of the line without birth date");
    BOOST_TEST(!warned(results[3], ImportWarning::samePersonThen), "right after is not at the same time");
    bookVisit(desk, Seed::random(), "POP-EID", makeDay(2026, 12, 8), {540});
    const auto besides = plan("08/12/2026;09:00;POP-EID;exemple;camille;14.3.1958;;;\n"
                              "08/12/2026;09:10;POP-EID;exemple;camille;14.3.1958;;;\n");
    BOOST_TEST(warned(besides[0], ImportWarning::samePersonThen));
    BOOST_TEST(!warned(besides[1], ImportWarning::samePersonThen));
}

BOOST_AUTO_TEST_CASE(a_code_of_the_older_system_belongs_to_one_appointment)
{
    const std::string lines = "09/12/2026;09:00;POP-EID;Exemple;Eve;1.1.1960;;rdv-2026 0001;\n"
                              "09/12/2026;09:10;POP-EID;Exemple;Jo;1.1.1960;;RDV-20260001;\n"
                              "09/12/2026;09:20;POP-EID;Exemple;Sam;1.1.1960;;A12;\n";
    const auto results = import(lines);
    BOOST_TEST((results[0].outcome == ImportOutcome::imported));
    BOOST_TEST((results[1].fault == ImportFault::codeTaken));
    BOOST_TEST((results[2].outcome == ImportOutcome::imported));
    BOOST_TEST(warned(results[2], ImportWarning::codeNotReadable));
    BOOST_TEST((import(lines)[1].fault == ImportFault::codeTaken));
    BOOST_TEST(count("appointment WHERE day = '2026-12-09'") == "2");
    town.check();
}

BOOST_AUTO_TEST_CASE(where_only_the_service_is_known_the_citizen_may_move_the_visit_all_the_same)
{
    const auto made = import("10/12/2026;10:00;Étrangers;Exemple;Ugo;1.1.1960;ugo@exemple.be;;\n");
    const Appointment visit = appointment(made.at(0).reference);
    BOOST_TEST((visit.service == town.service("ETR")));
    BOOST_TEST(visit.wanted.empty());
    const std::string manage =
        town.database.value("SELECT manage_token FROM attendee_secret WHERE appointment_id = " + std::to_string(visit.id.value()));
    Client web(town.web);
    moveByCitizen(web, town.catalogue, Seed::random().requestKey("move"), manage, visit.revision, makeDay(2026, 12, 10), {620});
    BOOST_TEST((appointment(made[0].reference).start == MinuteOfDay{620}));
    town.check();
}

BOOST_AUTO_TEST_CASE(two_imports_of_the_same_list_at_once_make_no_doubles)
{
    std::string lines;
    for (int i = 0; i < 40; ++i)
        lines += "14/12/2026;" + clockText({510 + i / 4 * 10}) + ";POP-EID;Exemple;N" + std::string(static_cast<std::size_t>(i + 1), 'n') +
                 ";1.1.1960;;OLD-CODE-" + std::to_string(1000 + i) + ";\n";
    const auto read = rows(lines);
    std::barrier together(2);
    std::vector<ImportResult> both[2];
    {
        std::vector<std::jthread> threads;
        for (auto& results : both)
            threads.emplace_back([&] {
                Client client(town.reception);
                client.connection.session();
                together.arrive_and_wait();
                results = importLines(client, town.catalogue, read, {});
            });
    }
    int made = 0;
    for (const auto& results : both) {
        BOOST_REQUIRE(results.size() == read.size());
        for (const auto& result : results) {
            BOOST_TEST((result.outcome != ImportOutcome::refused), result.line);
            BOOST_TEST(!result.reference.empty());
            made += result.outcome == ImportOutcome::imported;
        }
    }
    for (std::size_t i = 0; i < read.size(); ++i) BOOST_TEST(both[0][i].reference == both[1][i].reference);
    BOOST_TEST(made == 40, "each line was made by one of the two");
    BOOST_TEST(count("appointment WHERE day = '2026-12-14'") == "40");
    town.check();
}

BOOST_AUTO_TEST_CASE(an_import_that_dies_half_way_is_finished_by_the_next)
{
    std::string lines;
    for (int i = 0; i < 9; ++i)
        lines += "15/12/2026;" + clockText({510 + i * 10}) + ";POP-EID;Exemple;M" + std::string(static_cast<std::size_t>(i + 1), 'm') + ";1.1.1960;;;\n";
    int told = 0;
    const auto die = [&told](const ImportResult&) {
        if (++told == 4) throw std::runtime_error("killed");
    };
    BOOST_CHECK_THROW(importLines(desk, town.catalogue, rows(lines), {}, die), std::runtime_error);
    BOOST_TEST(count("appointment WHERE day = '2026-12-15'") == "4");
    const auto again = import(lines);
    for (std::size_t i = 0; i < again.size(); ++i)
        BOOST_TEST((again[i].outcome == (i < 4 ? ImportOutcome::alreadyThere : ImportOutcome::imported)));
    BOOST_TEST(count("appointment WHERE day = '2026-12-15'") == "9");
    town.check();
}

BOOST_AUTO_TEST_CASE(an_import_is_for_the_reception_and_above_and_the_server_s_administrator)
{
    Client root(town.root), kiosk(town.kiosk);
    const auto list = rows("16/12/2026;09:00;POP-EID;Exemple;Root;1.1.1960;;;\n");
    BOOST_CHECK_THROW(importLines(kiosk, town.catalogue, list, {}), NotAllowed);
    BOOST_TEST((importLines(root, town.catalogue, list, {}).at(0).outcome == ImportOutcome::imported));
    BOOST_TEST((import("16/12/2026;09:00;POP-EID;Exemple;Root;1.1.1960;;;\n")[0].outcome == ImportOutcome::alreadyThere));
}

BOOST_AUTO_TEST_SUITE_END()
