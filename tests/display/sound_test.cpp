#include "display-app/sound/announcement_player.h"
#include "display-app/sound/chime.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait.h"
#include <algorithm>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <numbers>

using namespace accueil;
using namespace accueil::display;

namespace
{
/// SDL's "disk" driver: what would be heard is written to a file instead.
struct SoundOnDisk
{
    test::TemporaryFolder folder;
    std::string file = (folder.path() / "heard.raw").string();

    explicit SoundOnDisk(const char* driver = "disk")
    {
        setenv("SDL_AUDIODRIVER", driver, 1);
        setenv("SDL_DISKAUDIOFILE", file.c_str(), 1);
        setenv("SDL_DISKAUDIODELAY", "1", 1);
    }

    /// Everything that was heard, once the player has nothing left to play.
    Samples heard(std::optional<AnnouncementPlayer>& player) const
    {
        std::atomic<double> queued = 1;
        test::waitFor("the end of the sound", [&] {
            player->whenQueued([&queued](double seconds) { queued = seconds; });
            return queued == 0;
        });
        player.reset(); // the driver writes its last bytes when it is closed
        const std::string bytes = test::contents(file);
        Samples samples(bytes.size() / 2);
        std::memcpy(samples.data(), bytes.data(), samples.size() * 2);
        return samples;
    }
};

/// How strong a frequency is in [from, to) seconds, 0 to 1 (Goertzel).
double strength(const Samples& samples, double hertz, double from, double to)
{
    const double w = 2 * std::numbers::pi * hertz / soundRate, c = 2 * std::cos(w);
    const auto first = static_cast<std::size_t>(from * soundRate),
               last = static_cast<std::size_t>(to * soundRate);
    double a = 0, b = 0, energy = 1;
    for (std::size_t i = first; i < std::min(last, samples.size()); ++i) {
        const double x = samples[i];
        const double next = x + c * a - b;
        b = a, a = next;
        energy += x * x;
    }
    return (a * a + b * b - c * a * b) / (energy * static_cast<double>(last - first) / 2);
}

double loudest(const Samples& samples, double from, double to)
{
    double peak = 0;
    for (auto i = static_cast<std::size_t>(from * soundRate);
         i < std::min(samples.size(), static_cast<std::size_t>(to * soundRate)); ++i)
        peak = std::max(peak, std::abs(static_cast<double>(samples[i])) / 32768);
    return peak;
}

double seconds(const Samples& samples)
{
    return static_cast<double>(samples.size()) / soundRate;
}

/// The device plays silence until the first call.
double firstSound(const Samples& samples)
{
    const auto first =
        std::find_if(samples.begin(), samples.end(), [](std::int16_t x) { return std::abs(x) > 8; });
    return static_cast<double>(first - samples.begin()) / soundRate;
}
} // namespace

BOOST_AUTO_TEST_CASE(the_chime_is_two_notes_that_die_away)
{
    const Samples chime = Speaker::load(chimeFile());
    BOOST_TEST(seconds(chime) == chimeSeconds, boost::test_tools::tolerance(0.01));
    BOOST_TEST(strength(chime, chimeNotes[0].hertz, 0.05, 0.40) > 0.8);
    BOOST_TEST(strength(chime, chimeNotes[1].hertz, 0.05, 0.40) < 0.1);
    BOOST_TEST(strength(chime, chimeNotes[1].hertz, 0.80, 1.20) > 0.6);
    BOOST_TEST(loudest(chime, 0, chimeSeconds) < 0.99); // not clipped
    BOOST_TEST(loudest(chime, 0, chimeSeconds) > 0.3);
    BOOST_TEST(loudest(chime, 1.55, 1.6) < 0.02);
}

BOOST_AUTO_TEST_CASE(a_call_is_heard_as_chime_then_voice)
{
    const SoundOnDisk disk;
    std::optional<AnnouncementPlayer> player(chimeFile());
    player->announce({true, {{Language::fr, "Ticket A, 42, guichet 3"}}});
    const Samples heard = disk.heard(player);
    const double start = firstSound(heard);
    BOOST_TEST(strength(heard, chimeNotes[0].hertz, start + 0.05, start + 0.40) > 0.8);
    BOOST_TEST(strength(heard, chimeNotes[1].hertz, start + 0.80, start + 1.20) > 0.6);
    BOOST_TEST(loudest(heard, start + chimeSeconds, seconds(heard)) > 0.1); // the voice
}

BOOST_AUTO_TEST_CASE(two_calls_follow_each_other)
{
    const SoundOnDisk disk;
    std::optional<AnnouncementPlayer> player(chimeFile());
    player->announce({true, {}});
    player->announce({true, {}});
    const Samples heard = disk.heard(player);
    const double start = firstSound(heard), second = start + chimeSeconds;
    for (const double at : {start, second})
        BOOST_TEST(strength(heard, chimeNotes[0].hertz, at + 0.05, at + 0.40) > 0.8);
}

BOOST_AUTO_TEST_CASE(without_a_sound_card_nothing_happens_and_nothing_waits)
{
    const SoundOnDisk disk("no-such-driver");
    std::optional<AnnouncementPlayer> player(chimeFile());
    player->announce({true, {{Language::fr, "Ticket A, 42, guichet 3"}}});
    BOOST_TEST(disk.heard(player).empty());
}

BOOST_AUTO_TEST_CASE(a_chime_file_that_is_missing_leaves_the_voice)
{
    const SoundOnDisk disk;
    std::optional<AnnouncementPlayer> player((disk.folder.path() / "none.wav").string());
    player->announce({true, {{Language::fr, "Ticket A, 42, guichet 3"}}});
    BOOST_TEST(seconds(disk.heard(player)) > 1);
}
