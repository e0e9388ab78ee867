#include "kiosk-app/speech/espeak_voice.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait.h"
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <deque>

using namespace accueil;
using namespace accueil::kiosk;

namespace
{
/// The GUI thread of a program that is not there.
struct Thread
{
    std::mutex mutex;
    std::deque<std::function<void()>> posted;

    WorkerThread::Post post()
    {
        return [this](std::function<void()> task) {
            const std::lock_guard lock(mutex);
            posted.push_back(std::move(task));
        };
    }
    void runPosted()
    {
        for (;;) {
            std::function<void()> task;
            {
                const std::lock_guard lock(mutex);
                if (posted.empty()) return;
                task = std::move(posted.front());
                posted.pop_front();
            }
            task();
        }
    }
};

struct Card
{
    test::TemporaryFolder folder;
    std::string played = (folder.path() / "played.raw").string();
    Thread thread;
    Card()
    {
        setenv("SDL_AUDIODRIVER", "disk", 1);
        setenv("SDL_DISKAUDIOFILE", played.c_str(), 1);
        setenv("SDL_DISKAUDIODELAY", "1", 1); // faster than one could listen
    }
    std::size_t loudness() const
    {
        std::size_t loud = 0;
        for (const char c : test::contents(played)) loud += c != 0;
        return loud;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(espeak_voice, Card)

BOOST_AUTO_TEST_CASE(reads_a_page_in_each_language_and_falls_silent)
{
    EspeakVoice voice(thread.post());
    BOOST_REQUIRE(voice.available());
    std::size_t before = 0;
    for (const auto language : languages) {
        voice.say("A 0 4 2", language);
        BOOST_TEST(voice.speaking());
        test::waitFor("the end of the sentence", [&] {
            thread.runPosted();
            return !voice.speaking();
        });
        const std::size_t now = loudness();
        BOOST_TEST(now > before + 1000);
        before = now;
    }
}

BOOST_AUTO_TEST_CASE(stopping_while_the_sound_is_made_drops_it)
{
    EspeakVoice voice(thread.post());
    voice.say("Bonjour et bienvenue", Language::fr);
    voice.stop();
    BOOST_TEST(!voice.speaking());
    test::waitFor("the answer that is too late", [&] {
        const std::lock_guard lock(thread.mutex);
        return !thread.posted.empty();
    });
    thread.runPosted();
    BOOST_TEST(!voice.speaking());
}

BOOST_AUTO_TEST_CASE(without_a_sound_card_there_is_no_voice)
{
    setenv("SDL_AUDIODRIVER", "none-such", 1);
    EspeakVoice voice(thread.post());
    BOOST_TEST(!voice.available());
    voice.say("Bonjour", Language::fr); // does nothing, and does not fall over
    BOOST_TEST(!voice.speaking());
}

BOOST_AUTO_TEST_SUITE_END()
