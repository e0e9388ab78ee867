#include "core/agenda/hours.h"
#include "core/agenda/publication.h"
#include "tests/core/town.h"
#include <algorithm>

using namespace accueil;
using namespace accueil::test;

namespace
{
struct Editing
{
    Town& town = Town::instance();
    Client root{town.root}, desk{town.reception};
    const ServiceId etr = town.service("ETR");

    Opening on(int weekday)
    {
        const auto all = openings(root, etr);
        return *std::ranges::find(all, weekday, &Opening::weekday);
    }
    Hours hours() { return loadHours(root, town.catalogue, etr, town.today, town.today + std::chrono::days(30)); }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(editing_hours, Editing)

BOOST_AUTO_TEST_CASE(an_edit_is_shown_before_it_is_made)
{
    const Day friday = makeDay(2026, 12, 4);
    std::vector<AppointmentId> booked;
    for (int i = 0; i < 3; ++i) booked.push_back(bookVisit(desk, Seed::random(), "ETR-PICKUP", friday, {510}));
    Opening shorter = on(5);
    HoursEdit edit{{shorter.id}, {}};
    shorter.to = {600};
    shorter.counters = 2;
    shorter.countersOnline = 1;
    edit.added.push_back(shorter);

    const HoursPreview shown = preview(root, town.catalogue, etr, edited(hours(), edit), friday, 7);
    BOOST_TEST(shown.appearing == 0);
    BOOST_TEST(shown.vanishing == 12, "10:00 to 12:00");
    BOOST_TEST(shown.changing == 9, "08:30 to 10:00 with two counters");
    BOOST_REQUIRE(shown.stranded.size() == 1U);
    BOOST_TEST((shown.stranded[0].appointment == booked.back()), "the latest booked");
    BOOST_TEST(town.database.value("SELECT COUNT(*) FROM slot WHERE day = '2026-12-04' AND capacity = 2 AND service_id = " +
                                   std::to_string(etr.value())) == "0", "nothing is written by looking");

    save(root, etr, edit);
    const PublishReport done = publish(root, town.catalogue, etr, friday, 7);
    BOOST_TEST(done.removed == 12);
    BOOST_TEST(done.stranded == 1);
    BOOST_TEST(preview(root, town.catalogue, etr, hours(), friday, 7).vanishing == 0, "what was shown is what is");
    town.check();
}

BOOST_AUTO_TEST_CASE(overlapping_openings_are_refused_with_the_two_named)
{
    Opening again = on(1);
    again.from = {600};
    const auto namesBoth = [](const OpeningsClash& e) {
        const std::string text = e.what();
        return text.find("Monday 08:30-12:00") != std::string::npos && text.find("Monday 10:00-12:00") != std::string::npos;
    };
    const auto before = openings(root, etr).size();
    BOOST_CHECK_EXCEPTION(save(root, etr, {{}, {again}}), OpeningsClash, namesBoth);
    BOOST_TEST(openings(root, etr).size() == before);
}

BOOST_AUTO_TEST_CASE(closures_and_the_towns_holidays_close_days)
{
    const Day day = makeDay(2026, 12, 11);
    const auto places = [&] {
        publish(root, town.catalogue, etr, day, 1);
        return freeStarts(root, {etr, day, 1, 10, Channel::desk, {}}).at(0).starts.size();
    };
    const auto all = places();
    StoredClosure closure;
    closure.when = {day, day, {510}, {570}};
    closure.reason.set(Language::fr, "formation du personnel");
    const int id = addClosure(root, town.catalogue.site().id, closure);
    BOOST_TEST(places() == all - 6);
    BOOST_TEST(closures(root, town.catalogue.site().id).at(0).reason.in(Language::fr) == "formation du personnel");
    BOOST_TEST(removeClosure(root, town.catalogue.site().id, id));
    BOOST_TEST(!removeClosure(root, town.catalogue.site().id, id));
    closure.when.toDay = day - std::chrono::days(1);
    BOOST_CHECK_THROW(addClosure(root, town.catalogue.site().id, closure), InvalidInput);

    addHoliday(root, town.catalogue.site().id, {makeDay(2020, 12, 11), true, "fête locale"});
    BOOST_TEST(places() == 0U, "once a year");
    BOOST_CHECK_THROW(addSpecialOpening(root, etr, {{}, day, {540}, {600}, 1, 1, false}), InvalidInput);
    const OpeningId special = addSpecialOpening(root, etr, {{}, day, {540}, {600}, 1, 1, true});
    BOOST_TEST((specialOpenings(root, etr, day).at(0).id == special));
    BOOST_TEST(places() == 6U, "open all the same, said explicitly");
    BOOST_CHECK_THROW(addSpecialOpening(root, etr, {{}, day, {590}, {640}, 1, 1, true}), OpeningsClash);
    BOOST_TEST(removeHoliday(root, town.catalogue.site().id, makeDay(2020, 12, 11)));
    BOOST_TEST(addedHolidays(root, town.catalogue.site().id).empty());
}

BOOST_AUTO_TEST_CASE(only_a_supervisor_may_edit)
{
    BOOST_CHECK_THROW(save(desk, etr, {{}, {}}), NotAllowed);
}

BOOST_AUTO_TEST_SUITE_END()
