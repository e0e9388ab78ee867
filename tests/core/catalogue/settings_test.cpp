#include "core/base/errors.h"
#include "core/catalogue/settings.h"
#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(what_is_typed_is_checked_and_stored_as_a_number)
{
    struct Case
    {
        const char *name, *typed, *stored; ///< stored: null when it is refused
    };
    for (const auto& c : {Case{"booking.opens_at", "07:00", "420"}, Case{"booking.opens_at", "00:00", "0"}, Case{"booking.opens_at", "7", nullptr},
                          Case{"booking.opens_at", "24:00", nullptr}, Case{"booking.hold_minutes", "15", "15"},
                          Case{"booking.hold_minutes", "0", nullptr}, Case{"booking.hold_minutes", "61", nullptr},
                          Case{"booking.hold_minutes", "ten", nullptr}, Case{"booking.hold_minutes", "10m", nullptr},
                          Case{"booking.hold_minutes", "", nullptr}, Case{"queue.late_after", "-1", nullptr},
                          Case{"booking.nothing", "1", nullptr}, Case{"screen.message", "Fermé le 24", "Fermé le 24"}}) {
        std::string stored = "refused";
        try {
            stored = checkedSetting(c.name, c.typed);
        } catch (const InvalidInput&) {
        }
        BOOST_TEST(stored == (c.stored ? c.stored : "refused"), c.name << " " << c.typed);
    }
    BOOST_CHECK_EXCEPTION(checkedSetting("booking.opens_at", "25:00"), InvalidInput, [](const InvalidInput& e) {
        return std::string(e.what()) == "booking.opens_at takes 00:00 to 23:59";
    });
}

BOOST_AUTO_TEST_CASE(rows_that_mean_nothing_leave_the_standard)
{
    const SitePolicies policies = policiesOf({{"booking.opens_at", "480"}, {"booking.hold_minutes", "0"}, {"queue.late_after", "soon"},
                                              {"queue.parked_for", "20"}, {"unknown", "3"}});
    BOOST_TEST(policies.booking.opensAt == 480);
    BOOST_TEST(policies.booking.holdMinutes == BookingPolicy{}.holdMinutes);
    BOOST_TEST(policies.queue.lateAfter == QueuePolicy{}.lateAfter);
    BOOST_TEST(policies.queue.parkedFor == 20);
}

BOOST_AUTO_TEST_CASE(every_standard_lies_in_its_own_range)
{
    BOOST_TEST(std::ranges::is_sorted(settingRules(), {}, [](const SettingRule& rule) { return std::string_view(rule.name); }));
    for (const auto& rule : settingRules()) {
        const std::string standard = standardInWords(rule);
        BOOST_CHECK_NO_THROW(checkedSetting(rule.name, standard));
        if (rule.of) BOOST_TEST(settingInWords(rule, {{rule.name, checkedSetting(rule.name, standard)}}) == standard);
    }
}

BOOST_AUTO_TEST_SUITE_END()
