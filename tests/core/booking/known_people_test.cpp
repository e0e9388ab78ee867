// Who came before is proposed from two fields on.
#include "core/booking/known_people.h"
#include "tests/core/town.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
Person typed(const std::string& last, const std::string& first = {}, const BirthDate& born = {},
             const std::string& phone = {}, const std::string& email = {})
{
    return {last, first, born, email, phone, {}, Language::fr};
}

struct Known
{
    Town& town = Town::instance();
    Client desk{town.reception};
    const SiteId site = town.catalogue.site().id;

    void visit(const Person& person, Day day, int start)
    {
        bookVisit(desk, Seed::random(), "PPC-PASSPORT", day, {start}, person);
    }
    Known()
    {
        if (made) return;
        made = true;
        Person lea{"Lejeune",       "Léa",       {1990, 5, 6}, "lea@exemple.be",
                   "0470 11 22 33", "béquilles", Language::fr};
        visit(lea, makeDay(2026, 11, 26), 540);
        lea.phone = "0470 99 88 77";
        visit(lea, makeDay(2026, 12, 3), 540);
        visit({"LEJEUNE", "Lea", {1990, 5, 6}, "", "0470 11 22 33", "", Language::nl}, makeDay(2026, 11, 27),
              560);
        visit({"Lejeune", "Luc", {1950, 1, 1}, "", "087 33 44 55", "", Language::fr}, makeDay(2026, 11, 30),
              540);
        visit({"Le Jeune", "Lucie", {1951, 1, 1}, "", "", "", Language::fr}, makeDay(2026, 11, 30), 560);
        visit({"Lejeune", "Lydia", {1952, 1, 1}, "", "", "", Language::fr}, makeDay(2026, 12, 1), 560);
    }
    std::string propose(const Person& soFar, int most = 3)
    {
        std::string all;
        for (const auto& known : knownPeople(desk, site, soFar, most))
            all += (all.empty() ? "" : ", ") + known.person.firstName + " " + isoDay(known.lastDay);
        return all;
    }
    static inline bool made = false;
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(known_people, Known)

BOOST_AUTO_TEST_CASE(each_person_once_as_last_written_the_latest_first)
{
    const auto found = knownPeople(desk, site, typed("lejeune", "le"));
    BOOST_REQUIRE(found.size() == 1U);
    const Person& lea = found[0].person;
    BOOST_TEST(lea.firstName == "Léa");
    BOOST_TEST(lea.phone == "0470 99 88 77");
    BOOST_TEST(lea.email == "lea@exemple.be");
    BOOST_TEST((lea.birthDate == BirthDate{1990, 5, 6}));
    BOOST_TEST(lea.note == "", "it was of that visit");
    BOOST_TEST(isoDay(found[0].lastDay) == "2026-12-03");
    BOOST_TEST(propose(typed("lej", "l")) == "Léa 2026-12-03, Lydia 2026-12-01, Lucie 2026-11-30");
    BOOST_TEST(propose(typed("lej", "l"), 1) == "Léa 2026-12-03");
}

BOOST_AUTO_TEST_CASE(any_two_fields_do)
{
    BOOST_TEST(propose(typed("le jeune", "", {1950, 1, 1})) == "Luc 2026-11-30");
    BOOST_TEST(propose(typed("", "LUC", {1950, 1, 1})) == "Luc 2026-11-30");
    BOOST_TEST(propose(typed("lej", "", {}, "+32 87 33")) == "Luc 2026-11-30");
    BOOST_TEST(propose(typed("", "", {}, "0470 99", "LEA@")) == "Léa 2026-12-03");
    BOOST_TEST(propose(typed("", "", {1990, 5, 6}, "0470 11")).starts_with("L"));
}

BOOST_AUTO_TEST_CASE(one_field_proposes_nobody_and_what_does_not_fit_neither)
{
    BOOST_TEST(propose(typed("")) == "");
    BOOST_TEST(propose(typed("lejeune")) == "");
    BOOST_TEST(propose(typed("", "", {1990, 5, 6})) == "");
    BOOST_TEST(propose(typed("lejeune", " ", {}, "047", "l")) == "");
    BOOST_TEST(propose(typed("lejeune", "x")) == "");
    BOOST_TEST(propose(typed("lejeune", "", {1990, 5, 7})) == "");
    BOOST_TEST(propose(typed("%", "_")) == "");
}

BOOST_AUTO_TEST_CASE(what_thousands_share_proposes_nobody_until_the_next_letter)
{
    auto& database = town.database;
    database.execute(
        "INSERT INTO appointment (site_id, service_id, day, start_minute, minutes, state, channel, "
        "reference, created_at,"
        " changed_at) WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)"
        " SELECT 1, 1, DATE('2025-11-24') - INTERVAL (i + 1000 * k.k) DAY, 510, 10,"
        " 'booked', 'desk', CONCAT('Z', LPAD(CONV(i + 1000 * k.k, 10, 36), 7, '0')), UTC_TIMESTAMP(3), "
        "UTC_TIMESTAMP(3) FROM n"
        " JOIN (SELECT 0 k UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5) k");
    database.execute("INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month, "
                     "birth_day) SELECT id, 'Lambert',"
                     " IF(id MOD 2, 'Zoé', 'Paul'), 1960, 1, 1 FROM appointment WHERE reference LIKE 'Z%'");
    BOOST_TEST(propose(typed("la", "", {1960, 1, 1})) == "");
    const auto found = knownPeople(desk, site, typed("la", "z", {1960, 1, 1}));
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0].person.firstName == "Zoé");
    BOOST_TEST((isoDay(found[0].lastDay) == "2025-11-24" || isoDay(found[0].lastDay) == "2025-11-23"));
    BOOST_TEST(propose(typed("la", "z", {1961, 1, 1})) == "");
    database.execute("DELETE FROM appointment WHERE reference LIKE 'Z%'");
}

BOOST_AUTO_TEST_SUITE_END()
