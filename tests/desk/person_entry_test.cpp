#include "fake_desk.h"
#include "staff-desktop/logic/person_entry.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;

namespace
{
const Day thursday = makeDay(2026, 11, 26), december = makeDay(2026, 12, 9);

Person camille()
{
    return {.lastName = "Exemple",
            .firstName = "Camille",
            .birthDate = {1958, 3, 14},
            .email = "camille@exemple.be",
            .phone = "0470 12 34 56",
            .note = {},
            .language = Language::de};
}

struct EntryFixture : DeskFixture
{
    PersonEntry entry{desk};
    std::optional<PlannedVisit> planned;

    void type(const std::string& last, const std::string& first, const std::string& born = "")
    {
        entry.type(PersonField::lastName, last);
        entry.type(PersonField::firstName, first);
        entry.type(PersonField::birthDate, born);
    }
    void look() { tasks.finishAll(); }
    Appointment visit(long long id, const std::string& reference, Day day, int start, int part = 1)
    {
        Appointment one;
        one.id = AppointmentId(id);
        one.reference = reference;
        one.service = population;
        one.day = day;
        one.start = MinuteOfDay{start};
        one.minutes = 10;
        one.part = part;
        one.wanted = {{identityCard, 1}};
        return one;
    }
    std::vector<std::string> known() const { return entry.state(planned).known; }
    std::string twin() const { return entry.state(planned).twin; }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(person_entry, EntryFixture)

BOOST_AUTO_TEST_CASE(nobody_is_asked_about_below_two_fields)
{
    town.known = {{camille(), december}};
    entry.type(PersonField::lastName, "Exe");
    entry.type(PersonField::birthDate, "14.03"); // not a date yet
    look();
    BOOST_TEST(town.count("knownPeople") == 0);
    BOOST_TEST(entry.settled());
    entry.type(PersonField::firstName, "C");
    BOOST_TEST(!entry.settled());
    look();
    BOOST_TEST(town.count("knownPeople") == 1);
    BOOST_TEST(town.count("upcomingVisits") == 0);
    BOOST_TEST(known() == std::vector<std::string>{"Camille Exemple, 14.03.1958"});
    entry.type(PersonField::firstName, "");
    BOOST_TEST(known().empty());
}

BOOST_AUTO_TEST_CASE(while_somebody_types_one_question_is_on_its_way_and_the_newest_counts)
{
    type("Ex", "C");
    for (const char* more : {"Ca", "Cam", "Cami"}) entry.type(PersonField::firstName, more);
    look();
    BOOST_TEST(town.count("knownPeople") == 2); // the first, and the newest
    BOOST_TEST(town.lookedUp.back().firstName == "Cami");
    BOOST_TEST(entry.settled());
}

BOOST_AUTO_TEST_CASE(taking_somebody_over_fills_the_rest_and_keeps_what_was_just_said)
{
    town.known = {{camille(), december}};
    type("exem", "cam");
    entry.type(PersonField::phone, "087325240");
    look();
    BOOST_TEST(entry.takeOver(0));
    const auto& input = entry.input();
    BOOST_TEST(input[PersonField::lastName] == "Exemple");
    BOOST_TEST(input[PersonField::firstName] == "Camille");
    BOOST_TEST(input[PersonField::birthDate] == "14.03.1958");
    BOOST_TEST(input[PersonField::phone] == "087325240");
    BOOST_TEST(input[PersonField::email] == "camille@exemple.be");
    BOOST_TEST((input.language == Language::de));
    look();
    BOOST_TEST(known().empty(), "who stands there is not proposed");
    BOOST_TEST(!entry.takeOver(0));
}

BOOST_AUTO_TEST_CASE(a_language_that_was_chosen_stays)
{
    town.known = {{camille(), december}};
    entry.setLanguage(Language::nl);
    type("Exemple", "Camille");
    look();
    entry.takeOver(0);
    BOOST_TEST((entry.input().language == Language::nl));
}

BOOST_AUTO_TEST_CASE(several_people_can_be_chosen_from_and_an_exact_one_is_alone)
{
    Person anne = camille();
    anne.firstName = "Camille-Anne";
    anne.birthDate = {1990, 1, 2};
    town.known = {{anne, december}, {camille(), thursday}};
    type("Exemple", "Camille");
    look();
    BOOST_TEST((known() ==
                std::vector<std::string>{"Camille-Anne Exemple, 02.01.1990", "Camille Exemple, 14.03.1958"}));
    entry.type(PersonField::birthDate, "14031958");
    look();
    BOOST_TEST((known() == std::vector<std::string>{"Camille Exemple, 14.03.1958"}));
}

BOOST_AUTO_TEST_CASE(an_appointment_of_the_same_person_is_said)
{
    town.upcoming = {visit(1, "KXTRBVLN", december, 560), visit(2, "KXTRBVLN", december, 570, 2),
                     visit(3, "BRLNKXTV", december, 900)};
    type("Exemple", "Camille", "14.03.1958");
    look();
    BOOST_TEST(entry.state({}).twinTitle == "Already has an appointment");
    BOOST_TEST(twin() == "Wednesday 9 December at 09:20: Identity card (and 1 other)");
    BOOST_REQUIRE(entry.twin({}));
    BOOST_TEST((entry.twin({})->id == AppointmentId(1)));
    entry.type(PersonField::firstName, "Camill");
    BOOST_TEST(twin().empty(), "nobody else's appointments, not for a moment");
}

BOOST_AUTO_TEST_CASE(at_the_same_time_is_said_as_such_and_comes_first)
{
    town.upcoming = {visit(1, "KXTRBVLN", thursday, 480), visit(2, "BRLNKXTV", thursday, 520)};
    type("Exemple", "Camille", "14.03.1958");
    look();
    for (const auto& [start, same] :
         {std::pair{510, true}, std::pair{500, false}, std::pair{530, false}, std::pair{525, true}}) {
        planned = PlannedVisit{{thursday, MinuteOfDay{start}}, 20};
        BOOST_TEST((entry.state(planned).twinTitle == "Already has an appointment at the same time") ==
                       (same || start == 510),
                   start);
        if (same) BOOST_TEST((entry.twin(planned)->id == AppointmentId(2)), start);
    }
}

BOOST_AUTO_TEST_CASE(what_this_window_has_just_booked_is_no_double)
{
    town.upcoming = {visit(7, "KXTRBVLN", thursday, 510), visit(8, "KXTRBVLN", thursday, 520, 2)};
    type("Exemple", "Camille", "14.03.1958");
    look();
    planned = PlannedVisit{{thursday, MinuteOfDay{510}}, 10, AppointmentId(7)};
    BOOST_TEST(twin().empty());
    BOOST_TEST(!entry.twin(planned));
}

BOOST_AUTO_TEST_CASE(a_colleagues_booking_is_seen_and_a_lost_link_is_asked_again)
{
    type("Exemple", "Camille", "14.03.1958");
    look();
    town.upcoming = {visit(1, "KXTRBVLN", december, 560)};
    entry.lookAgain();
    BOOST_TEST(!entry.settled());
    look();
    BOOST_TEST(!twin().empty());
    town.loseNext("knownPeople");
    entry.type(PersonField::firstName, "Camillo");
    look();
    BOOST_TEST(!entry.settled());
    restoreLink();
    look();
    BOOST_TEST(entry.settled());
    town.failNext("knownPeople", StoreError("no", 1));
    entry.type(PersonField::firstName, "Camilla");
    look();
    BOOST_TEST(entry.settled(), "a help, not a duty");
}

BOOST_AUTO_TEST_CASE(a_number_is_written_as_it_is_kept_when_the_field_is_left)
{
    entry.type(PersonField::phone, "0470123456");
    BOOST_TEST(!entry.state({}).phoneFine);
    entry.leave(PersonField::phone);
    BOOST_TEST(entry.input()[PersonField::phone] == "0470 12 34 56");
    BOOST_TEST(entry.state({}).phoneFine);
    entry.type(PersonField::phone, "0470 12");
    BOOST_TEST(!entry.state({}).phoneFine);
}

BOOST_AUTO_TEST_SUITE_END()
