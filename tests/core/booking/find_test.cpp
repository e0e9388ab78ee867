// Appointments found by whatever the person in front of the desk has.
#include "core/booking/find.h"
#include "core/booking/stranded_visits.h"
#include "core/queue/arrival.h"
#include "core/queue/counter.h"
#include "tests/core/town.h"
#include <boost/test/data/test_case.hpp>

using namespace accueil;
using namespace accueil::test;

namespace
{
/// A handful of people with visits in the past, today and to come; made once.
struct Visits
{
    Town& town = Town::instance();
    Client desk{town.reception};
    const SiteId site = town.catalogue.site().id;

    AppointmentId visit(const Person& person, const char* procedure, Day day, int start)
    {
        const Seed seed = Seed::random();
        const AppointmentId id = bookVisit(desk, seed, procedure, day, {start}, person);
        if (reference.empty()) reference = makeReference(seed);
        return id;
    }
    void longAgo(AppointmentId id, const char* day) const
    {
        town.database.execute("UPDATE appointment SET day = '" + std::string(day) +
                              "' WHERE id = " + std::to_string(id.value()));
    }
    Visits()
    {
        if (made) return;
        made = true;
        const Day thursday = makeDay(2026, 11, 26), next = makeDay(2026, 12, 3);
        const Person dupont{"Dupont",           "Élodie", {1980, 2, 1}, "elodie.dupont@exemple.be",
                            "+32 470 12 34 56", "",       Language::fr};
        const Person vandenberghe{"Van den Berghe", "Marie-Louise", {1958, 3, 14}, "", "087/32.10.01", "",
                                  Language::nl};
        const Person grosse{"Große", "Jürgen",    {1975, 0, 0}, "grosse_j@exemple.be", "0032 (0)471 99 88 77",
                            "",      Language::de};
        const Person odd{"D'Hondt 100%_x", "Léa", {1990, 5, 5}, "", "", "", Language::fr};
        visit(dupont, "POP-EID", next, 540);
        visit(dupont, "CIV-EXTRACT", town.today, 600);
        visit(dupont, "POP-EID", thursday, 540);
        longAgo(visit(dupont, "POP-EID", next, 600), "2026-11-20");
        longAgo(visit(dupont, "POP-EID", next, 610), "2026-11-23");
        visit(vandenberghe, "POP-EID", thursday, 550);
        visit(grosse, "CIV-EXTRACT", thursday, 560);
        visit(odd, "POP-EID", thursday, 570);
    }
    FoundVisits find(FindQuery query) { return findVisits(desk, site, query, town.today); }
    FoundVisits typing(const std::string& text) { return find({.text = text}); }
    /// "2026-11-26 540, …"
    std::string starts(const FindQuery& query)
    {
        std::string all;
        for (const auto& visit : find(query).visits)
            all += (all.empty() ? "" : ", ") + isoDay(visit.day) + " " + std::to_string(visit.start.value);
        return all;
    }
    std::string lastNames(const std::string& text)
    {
        std::string all;
        for (const auto& visit : typing(text).visits)
            if (all.find(visit.person.lastName) == std::string::npos)
                all += (all.empty() ? "" : ", ") + visit.person.lastName;
        return all;
    }
    static inline bool made = false;
    static inline std::string reference;
};

const std::string dupont = "Dupont", berghe = "Van den Berghe", grosse = "Große", odd = "D'Hondt 100%_x";
struct Typed
{
    std::string text, lastName;
    friend std::ostream& operator<<(std::ostream& out, const Typed& one)
    {
        return out << '"' << one.text << '"';
    }
};
const std::vector<Typed> typed{{"dup", dupont},
                               {"DUPONT", dupont},
                               {"dupònt", dupont},
                               {"elodie", dupont},
                               {"Elo", dupont},
                               {"dupont elodie", dupont},
                               {"elo dup", dupont},
                               {"dupont marie", ""},
                               {"upont", ""},
                               {"dupont x", ""},
                               {"van den berghe", berghe},
                               {"vandenb", berghe},
                               {"Van den", berghe},
                               {"marie louise van den berghe", berghe},
                               {"marielouise", berghe},
                               {"van den berghe marie", berghe},
                               {"gross", grosse},
                               {"große", grosse},
                               {"jurgen gr", grosse},
                               {"d’hondt", odd},
                               {"dhondt", odd},
                               {"d'hondt 100%_x", odd},
                               {"d'hondt 100%", odd},
                               {"%", ""},
                               {"_", ""},
                               {"d%", ""},
                               {"d_h", ""},
                               {"'; DROP TABLE attendee; --", ""},
                               {"\\", ""},
                               {std::string(100, 'z'), ""},
                               {std::string(3000, 'z'), ""},
                               {"01021980", dupont},
                               {"1/2/80", dupont},
                               {"1980-02-01", dupont},
                               {"00.00.1975", grosse},
                               {"14.03.1958", berghe},
                               {"15.03.1958", ""},
                               {"0470 12", dupont},
                               {"+32 470 12 34", dupont},
                               {"0032470", dupont},
                               {"0471 99", grosse},
                               {"+32 471 99 88 77", grosse},
                               {"087 32", berghe},
                               {"0499", ""},
                               {"elodie.dupont@", dupont},
                               {"ELODIE.DUPONT@EXEMPLE.BE", dupont},
                               {"elodie.d", dupont},
                               {"grosse_", grosse},
                               {"x@", ""},
                               {"A999", ""},
                               {"KXTR-BV", ""},
                               {"1", ""},
                               {"-", ""}};
} // namespace

BOOST_FIXTURE_TEST_SUITE(find, Visits)

BOOST_DATA_TEST_CASE_F(Visits, a_person_is_found, boost::unit_test::data::make(typed), one)
{
    BOOST_TEST(lastNames(one.text) == one.lastName);
}

BOOST_AUTO_TEST_CASE(today_and_later_come_first_then_the_past_the_latest_first)
{
    const std::string all = "2026-11-24 600, 2026-11-26 540, 2026-12-03 540, 2026-11-23 610, 2026-11-20 600";
    BOOST_TEST(starts({.text = "dupont"}) == all);
    BOOST_TEST(starts({.text = "dupont", .most = 2}) == "2026-11-24 600, 2026-11-26 540");
    BOOST_TEST(find({.text = "dupont", .most = 2}).more);
    BOOST_TEST(!find({.text = "dupont", .most = 5}).more);
}

BOOST_AUTO_TEST_CASE(a_reference_is_found_from_its_beginning)
{
    for (const std::size_t letters : {5U, 6U, 8U}) {
        const auto found = typing(reference.substr(0, 4) + "-" + reference.substr(4, letters - 4));
        BOOST_REQUIRE(found.visits.size() == 1U);
        BOOST_TEST(found.visits[0].reference == reference);
        BOOST_TEST(found.visits[0].person.email == "elodie.dupont@exemple.be");
        BOOST_TEST(found.visits[0].wanted.size() == 1U);
    }
}

BOOST_AUTO_TEST_CASE(filters_narrow_a_text_and_stand_alone)
{
    const Day thursday = makeDay(2026, 11, 26);
    BOOST_TEST(starts({.text = "dupont", .day = thursday}) == "2026-11-26 540");
    BOOST_TEST(starts({.text = "dupont", .service = town.service("CIV")}) == "2026-11-24 600");
    BOOST_TEST(starts({.day = thursday}) == "2026-11-26 540, 2026-11-26 550, 2026-11-26 560, 2026-11-26 570");
    BOOST_TEST(starts({.day = thursday, .service = town.service("CIV")}) == "2026-11-26 560");
    BOOST_TEST(starts({.service = town.service("CIV")}) == "2026-11-24 600, 2026-11-26 560");
    BOOST_TEST(find(FindQuery{}).visits.size() == 8U);
    BOOST_TEST(starts({.state = VisitState::cancelled}) == "");
}

BOOST_AUTO_TEST_CASE(each_state_lists_its_own)
{
    const Day day = makeDay(2026, 11, 27);
    const auto gone = visit(camille(), "POP-EID", day, 600);
    cancel(desk, Seed::random().requestKey("cancel"), gone, "");
    hold(desk, town.catalogue,
         {Seed::random(), {{town.procedure("POP-EID"), 1}}, day, {620}, Channel::desk, Language::fr});
    const auto coming = visit(camille(), "CIV-EXTRACT", town.today, 540);
    const IssuedTicket ticket = checkIn(desk, town.catalogue, Seed::random().requestKey("come"), coming);

    BOOST_TEST(starts({.state = VisitState::cancelled}) == "2026-11-27 600");
    BOOST_TEST(starts({.text = "exemple", .state = VisitState::cancelled}) == "2026-11-27 600");
    BOOST_TEST(starts({.state = VisitState::held}) == "2026-11-27 620");
    BOOST_TEST(starts({.day = day}) == "2026-11-27 600");
    BOOST_TEST(starts({.state = VisitState::arrived}) == "2026-11-24 540");
    BOOST_TEST(starts({.text = ticket.number}) == "2026-11-24 540");
    BOOST_TEST(starts({.text = "exemple", .service = town.service("CIV"), .state = VisitState::arrived}) ==
               "2026-11-24 540");

    Client agent(town.agent);
    const CounterId counter = town.catalogue.counterByNumber(14)->id;
    openCounter(agent, town.catalogue, counter);
    callNext(agent, town.catalogue, Seed::random().requestKey("call"), counter);
    BOOST_TEST(starts({.state = VisitState::called}) == "2026-11-24 540");
    isHere(agent, town.catalogue, Seed::random().requestKey("here"), counter);
    BOOST_TEST(starts({.state = VisitState::serving}) == "2026-11-24 540");
    finish(agent, town.catalogue, Seed::random().requestKey("done"), counter);
    BOOST_TEST(starts({.state = VisitState::served}) == "2026-11-24 540");
    BOOST_TEST(starts({.text = "camille", .state = VisitState::served}) == "2026-11-24 540");
    BOOST_TEST(starts({.day = town.today, .state = VisitState::served}) == "2026-11-24 540");
    BOOST_TEST(starts({.state = VisitState::missed}) == "");
    BOOST_TEST(starts({.service = town.service("CIV"), .state = VisitState::served}) == "2026-11-24 540");
    BOOST_TEST(starts({.service = town.service("POP"), .state = VisitState::served}) == "");
    town.database.execute("UPDATE ticket SET state = 'missed' WHERE appointment_id = " +
                          std::to_string(coming.value()));
    BOOST_TEST(starts({.state = VisitState::missed}) == "2026-11-24 540");
    BOOST_TEST(starts({.text = "camille", .state = VisitState::missed}) == "2026-11-24 540");
    BOOST_TEST(starts({.service = town.service("CIV"), .state = VisitState::missed}) == "2026-11-24 540");
    BOOST_TEST(starts({.service = town.service("POP"), .state = VisitState::missed}) == "");
    town.database.execute("UPDATE ticket SET state = 'done' WHERE appointment_id = " +
                          std::to_string(coming.value()));
    BOOST_TEST((find(FindQuery{.state = VisitState::served}).visits.at(0).state == VisitState::served));
}

BOOST_AUTO_TEST_CASE(a_linked_visit_is_one_row_under_either_service)
{
    const Day day = makeDay(2026, 11, 30);
    const Seed seed = Seed::random();
    const Hold held = hold(desk, town.catalogue,
                           {seed,
                            {{town.procedure("POP-EID"), 1}, {town.procedure("PPC-PASSPORT"), 1}},
                            day,
                            {540},
                            Channel::desk,
                            Language::fr});
    Person person = camille();
    person.lastName = "Liégeois";
    book(desk, town.catalogue, seed, held.appointment, person);
    for (const char* service : {"POP", "PPC"}) {
        const auto byName = find({.text = "liegeois", .service = town.service(service)}).visits;
        BOOST_REQUIRE(byName.size() == 1U);
        BOOST_TEST(byName[0].parts == 2);
        BOOST_TEST(byName[0].part == 1);
        BOOST_TEST(find({.day = day, .service = town.service(service)}).visits.size() == 1U);
        BOOST_TEST(find({.service = town.service(service), .state = VisitState::booked, .most = 100})
                       .visits.back()
                       .part == 1);
    }
    const auto ofService = find({.service = town.service("PPC")}).visits;
    BOOST_REQUIRE(ofService.size() == 1U);
    BOOST_TEST((ofService[0].id == held.appointment));
    BOOST_TEST(find({.text = "liegeois", .service = town.service("CIV")}).visits.empty());
}

BOOST_AUTO_TEST_CASE(what_thousands_share_is_read_from_the_calendar_to_the_same_end)
{
    // 6,000 past visits of people who share a name: beyond what is read from the index of names.
    auto& database = town.database;
    database.execute(
        "INSERT INTO appointment (site_id, service_id, day, start_minute, minutes, state, channel, "
        "reference, created_at,"
        " changed_at) WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
        " SELECT 1, 1, DATE('2025-11-24') - INTERVAL (i + 1000 * k.k) MOD 600 DAY, 510 + 10 * ((i + 1000 * "
        "k.k) DIV 600), 10,"
        " 'booked', 'desk', CONCAT('Z', LPAD(CONV(i + 1000 * k.k, 10, 36), 7, '0')), UTC_TIMESTAMP(3), "
        "UTC_TIMESTAMP(3) FROM n"
        " JOIN (SELECT 0 k UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) k");
    database.execute(
        "INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month, birth_day) "
        "SELECT id, 'Lambert',"
        " IF(start_minute = 510, 'Zoé', 'Paul'), 1960, 1, 1 FROM appointment WHERE reference LIKE 'Z%'");
    Person person = camille();
    person.lastName = "Lambert";
    visit(person, "POP-EID", makeDay(2026, 12, 1), 540);
    BOOST_TEST(starts({.text = "lamb", .most = 3}) == "2026-12-01 540, 2025-11-24 600, 2025-11-24 590");
    BOOST_TEST(typing("lamb").more);
    BOOST_TEST(starts({.text = "lamb zo", .most = 2}) == "2025-11-24 510, 2025-11-23 510");
    BOOST_TEST(starts({.text = "paul lambert", .service = town.service("POP"), .most = 2})
                   .starts_with("2025-11-24 600"));
    BOOST_TEST(starts({.text = "lambert", .day = makeDay(2025, 11, 20), .most = 2}) ==
               "2025-11-20 510, 2025-11-20 520");
    BOOST_TEST(starts({.text = "lambert", .state = VisitState::cancelled}) == "");

    // Of a rare state: one in the last months, the others years ago, one of them of the other service.
    const auto cancelOn = [&](const char* which) {
        database.execute("UPDATE appointment SET state = 'cancelled' WHERE reference LIKE 'Z%' AND " +
                         std::string(which));
    };
    cancelOn("day = '2025-11-24' AND start_minute = 520");
    cancelOn("day = '2024-06-01' AND start_minute IN (510, 530)");
    database.execute(
        "UPDATE appointment SET day = '2026-11-02' WHERE state = 'cancelled' AND day = '2025-11-24'");
    database.execute("UPDATE appointment SET service_id = " + std::to_string(town.service("ETR").value()) +
                     " WHERE state = 'cancelled' AND day = '2024-06-01' AND start_minute = 510");
    const auto cancelled = VisitState::cancelled;
    BOOST_TEST(starts({.text = "lambert", .state = cancelled}) ==
               "2026-11-02 520, 2024-06-01 530, 2024-06-01 510");
    BOOST_TEST(starts({.text = "lambert", .service = town.service("ETR"), .state = cancelled}) ==
               "2024-06-01 510");
    BOOST_TEST(starts({.text = "lambert", .service = town.service("POP"), .state = cancelled}) ==
               "2026-11-02 520, 2024-06-01 530");
    BOOST_TEST(starts({.text = "lambert", .day = makeDay(2024, 6, 1), .state = cancelled}) ==
               "2024-06-01 510, 2024-06-01 530");
    database.execute("DELETE FROM appointment WHERE reference LIKE 'Z%'");
}

BOOST_AUTO_TEST_SUITE_END()
