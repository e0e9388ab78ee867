#include "staff-desktop/service/bar_file.h"
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

using namespace accueil;
namespace fs = std::filesystem;

namespace
{
constexpr Place screen{0, 0, 1280, 720};

std::string words(const Place& place)
{
    return std::to_string(place.x) + " " + std::to_string(place.y) + " " + std::to_string(place.width) + "x" +
           std::to_string(place.height);
}

struct ConfigFolder
{
    fs::path folder = fs::temp_directory_path() / ("accueil-bar-" + std::to_string(::getpid()));
    ConfigFolder() { ::setenv("XDG_CONFIG_HOME", folder.c_str(), 1); }
    ~ConfigFolder() { fs::remove_all(folder); }
};
} // namespace

BOOST_AUTO_TEST_SUITE(bar)

BOOST_AUTO_TEST_CASE(what_is_remembered_is_read_as_it_was_written)
{
    const BarSettings settings{
        .dock = Dock::top, .onTop = false, .unfolded = true, .x = 17, .y = 240, .counter = CounterId(8)};
    BOOST_TEST((parseBarSettings(toText(settings)) == settings));
}

BOOST_AUTO_TEST_CASE(an_odd_file_gives_the_bar_as_new)
{
    for (const char* text : {"", "dock = sideways\nx = 12px\n", "\n\n = \nx=3\n", "counter = Guichet\n"})
        BOOST_TEST((parseBarSettings(text) == BarSettings{}), text);
}

BOOST_AUTO_TEST_CASE(the_bar_stands_at_its_edge_and_never_outside)
{
    struct Case
    {
        BarSettings settings;
        int height;
        const char* expected;
    };
    const std::vector<Case> cases{{{.dock = Dock::bottom}, 130, "800 590 480x130"},
                                  {{.dock = Dock::bottom, .x = 20}, 640, "20 80 480x640"},
                                  {{.dock = Dock::top, .x = 20, .y = 300}, 130, "20 0 480x130"},
                                  {{.dock = Dock::free, .x = 100, .y = 200}, 130, "100 200 480x130"},
                                  {{.dock = Dock::free, .x = 5000, .y = 5000}, 130, "800 590 480x130"},
                                  {{.dock = Dock::free, .x = 100, .y = 600}, 640, "100 80 480x640"},
                                  {{.dock = Dock::bottom}, 900, "800 0 480x720"}};
    for (const auto& one : cases)
        BOOST_TEST(words(placeOf(one.settings, screen, 480, one.height)) == one.expected);
}

BOOST_FIXTURE_TEST_CASE(every_account_has_a_file_of_its_own_that_only_its_owner_reads, ConfigFolder)
{
    const BarFile luc("luc"), marie("marie@../x");
    BOOST_TEST((luc.load() == BarSettings{}));
    luc.save({.x = 5});
    marie.save({.x = 6});
    BOOST_TEST(luc.load().x == 5);
    BOOST_TEST(marie.load().x == 6);
    BOOST_TEST(fs::path(marie.path()).filename() == "bar-marie____x");
    BOOST_TEST(((fs::status(luc.path()).permissions() & fs::perms::all) ==
                (fs::perms::owner_read | fs::perms::owner_write)));
}

BOOST_AUTO_TEST_SUITE_END()
