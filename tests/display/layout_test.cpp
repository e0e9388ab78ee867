#include "core/queue/estimate.h"
#include "display-app/logic/layout.h"
#include "display-app/logic/motion.h"
#include "display-app/logic/typesetter.h"
#include "tests/display/pango_measure.h"
#include <boost/test/unit_test.hpp>
#include <functional>

using namespace accueil;
using namespace accueil::display;

namespace
{
struct Size
{
    double width, height;
};
constexpr Size sizes[] = {{1280, 720}, {1920, 1080}, {3840, 2160}, {1080, 1920},
                          {720, 1280}, {1024, 768},  {2560, 1080}};

struct Names
{
    Language language;
    const char *town, *first, *second;
};
const Names verviers[] = {
    {Language::fr, "Ville de Verviers", "Population", "Passeports, permis, casiers"},
    {Language::nl, "Stad Verviers", "Bevolking", "Paspoort, rijbewijs, strafregister"},
    {Language::de, "Stadt Verviers", "Bevölkerungsdienst", "Reisepass, Führerschein, Strafregister"},
    {Language::en, "City of Verviers", "Population", "Passports, licences, records"},
};

State calls(const Names& names)
{
    const Messages messages(names.language);
    State state;
    state.phase = Phase::running;
    state.zone = messages.tr("Area {0}", "A");
    state.town = names.town;
    state.clock = "10:42";
    const auto call = [&](const char* number, const char* counter, Side side = Side::unknown) {
        return CallLine{number, counter, messages.tr("Counter {0}", counter), side};
    };
    state.newest = call("A042", "3", Side::left);
    state.earlier = {call("A041", "1"), call("A038", "5"), call("A040", "12"), call("A037", "4")};
    const std::string wait = waitShort(messages, {25, 30}), widest = waitShort(messages, {0, 5});
    state.waits = {{names.first, wait, widest}, {names.second, wait, widest}};
    state.callsTitle = messages.tr("Latest calls");
    state.counterTitle = messages.tr("Counter");
    state.waitTitle = messages.tr("Estimated wait");
    return state;
}

void withMessage(State& state)
{
    state.foot = {
        Foot::Kind::message,
        {"Passeports : 20 minutes de retard. Merci de votre patience.",
         "Reisepässe und Führerscheine: etwa zwanzig Minuten Verspätung. Wir danken Ihnen für Ihre Geduld."}};
}

void stale(State& state)
{
    state.phase = Phase::stale;
    for (auto& wait : state.waits) wait.wait = "–";
    state.foot = {
        Foot::Kind::age,
        {Messages(Language::de).tr("Screen updated at {0}. The connection comes back by itself.", "10:42")}};
}

void lost(State& state)
{
    state.phase = Phase::lost;
    state.newest.reset();
    state.earlier.clear();
    state.waits.clear();
    Notice notice;
    notice.title = Messages(Language::de).tr("Please listen: our staff will call your number");
    notice.subtitle = Messages(Language::de).tr("Keep your ticket, your place is kept.");
    for (const Language other : {Language::fr, Language::nl, Language::en})
        notice.others.push_back({"FR", Messages(other).tr("Please listen: our staff will call your number")});
    state.notice = notice;
}

void lostWithFault(State& state)
{
    lost(state);
    state.foot = {
        Foot::Kind::fault,
        {Messages(Language::de).tr("The account of this screen is refused. Please ask the administrator.")}};
}

void welcome(State& state)
{
    const auto waits = state.waits;
    lost(state);
    state.phase = Phase::running;
    state.waits = waits;
    state.notice->calm = true;
}

void longest(State& state)
{
    state.town = "Administration communale de Verviers-Petit-Rechain et environs";
    state.newest = CallLine{"W888", "88", "Abfertigungsschalter 88", Side::right};
    for (auto& call : state.earlier) call.number = "W888", call.counter = "88";
    state.callsTitle = "Zuletzt aufgerufene Nummern";
    for (auto& wait : state.waits) wait.service += " und Aufenthaltstitel";
    state.waits.push_back(state.waits.front());
    state.waits.push_back(state.waits.front());
    state.foot = {Foot::Kind::message,
                  {"Le service Étrangers ferme exceptionnellement à 11:30. Les personnes qui attendent "
                   "encore à ce moment "
                   "reçoivent un rendez-vous à l’accueil, sans refaire la file. Merci de votre compréhension "
                   "et bonne journée."}};
}

const std::pair<const char*, std::function<void(State&)>> variants[] = {
    {"calls", [](State&) {}},
    {"calls and a message", withMessage},
    {"the first call of the day", [](State& state) { state.earlier.clear(); }},
    {"no arrow", [](State& state) { state.newest->side = Side::unknown; }},
    {"arrow to the right", [](State& state) { state.newest->side = Side::right; }},
    {"three services", [](State& state) { state.waits.push_back(state.waits[0]); }},
    {"no services", [](State& state) { state.waits.clear(); }},
    {"old", stale},
    {"lost", lost},
    {"lost by a fault of the set-up", lostWithFault},
    {"before the first call", welcome},
    {"everything at its longest", longest},
    {"nothing known yet", [](State& state) { lost(state), state.zone = state.town = state.clock = ""; }},
};

/// Real letters, measured once for all cases.
const TextMeasure& letters()
{
    static const PangoMeasure pango;
    static const RememberedMeasure remembered(pango);
    return remembered;
}

/// Calls `check` with every page that a screen may show.
void forEachPage(const std::function<void(const Scene&, Size, const State&)>& check)
{
    const auto& measure = letters();
    for (const auto& size : sizes)
        for (const auto& names : verviers)
            for (const auto& [what, change] : variants) {
                State state = calls(names);
                change(state);
                BOOST_TEST_CONTEXT(what << " in " << code(names.language) << " at " << size.width << " x "
                                        << size.height)
                check(layOut(state, size.width, size.height, measure), size, state);
            }
}

bool overlap(const Box& a, const Box& b)
{
    return a.x + 0.5 < b.right() && b.x + 0.5 < a.right() && a.y + 0.5 < b.bottom() && b.y + 0.5 < a.bottom();
}

bool inside(const Box& inner, const Box& outer)
{
    return inner.x >= outer.x - 1 && inner.right() <= outer.right() + 1 && inner.y >= outer.y - 1 &&
           inner.bottom() <= outer.bottom() + 1;
}

/// Everything that must not touch: texts and icons of both layers, with their names.
std::vector<std::pair<std::string, Box>> marks(const Scene& scene)
{
    std::vector<std::pair<std::string, Box>> all;
    for (const auto* layer : {&scene.page, &scene.list}) {
        for (const auto& text : layer->texts) all.emplace_back(text.name, text.box);
        for (const auto& icon : layer->icons) all.emplace_back("icon", icon.box);
    }
    return all;
}

const Text& find(const Scene& scene, const std::string& name)
{
    for (const auto& text : scene.page.texts)
        if (text.name == name) return text;
    throw std::runtime_error("no text " + name);
}
} // namespace

BOOST_AUTO_TEST_CASE(nothing_lies_on_anything_else)
{
    forEachPage([](const Scene& scene, Size, const State&) {
        const auto all = marks(scene);
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t k = i + 1; k < all.size(); ++k)
                BOOST_TEST(!overlap(all[i].second, all[k].second),
                           all[i].first << " lies on " << all[k].first);
    });
}

BOOST_AUTO_TEST_CASE(nothing_leaves_the_screen_even_when_the_page_is_shifted)
{
    forEachPage([](const Scene& scene, Size size, const State&) {
        const double shift = 8 * scene.unit;
        const Box page{shift, shift / 2, size.width - 2 * shift, size.height - 1.5 * shift};
        for (const auto& [name, box] : marks(scene))
            BOOST_TEST(inside(box, page), name << " leaves the screen");
    });
}

BOOST_AUTO_TEST_CASE(texts_stay_inside_the_panel_that_they_stand_on)
{
    forEachPage([](const Scene& scene, Size, const State&) {
        for (const auto* layer : {&scene.page, &scene.list})
            for (const auto& text : layer->texts)
                for (const auto& shape : layer->shapes) {
                    if (!overlap(text.box, shape.box)) continue;
                    const double edge = shape.border;
                    const Box field{shape.box.x + edge, shape.box.y + edge, shape.box.w - 2 * edge,
                                    shape.box.h - 2 * edge};
                    BOOST_TEST(inside(text.box, field), text.name << " leaves its panel");
                }
    });
}

BOOST_AUTO_TEST_CASE(pieces_of_a_text_fill_its_box_and_no_more)
{
    const auto& measure = letters();
    forEachPage([&](const Scene& scene, Size, const State&) {
        for (const auto& text : scene.page.texts)
            for (const auto& piece : text.pieces) {
                BOOST_TEST(piece.x >= text.box.x - 1);
                BOOST_TEST(piece.x + measure.width(piece.text, text.px, text.weight) <= text.box.right() + 2,
                           text.name << " is wider than thought: " << piece.text);
            }
    });
}

BOOST_AUTO_TEST_CASE(panels_do_not_cut_each_other)
{
    forEachPage([](const Scene& scene, Size, const State&) {
        const auto& shapes = scene.page.shapes;
        for (std::size_t i = 0; i < shapes.size(); ++i)
            for (std::size_t k = i + 1; k < shapes.size(); ++k)
                BOOST_TEST((!overlap(shapes[i].box, shapes[k].box) || inside(shapes[k].box, shapes[i].box)),
                           "panel " << i << " cuts panel " << k);
    });
}

BOOST_AUTO_TEST_CASE(verviers_is_readable_from_eight_metres_on_a_television)
{
    const auto& measure = letters();
    for (const auto& names : verviers)
        for (const Size size : {Size{1920, 1080}, Size{1280, 720}, Size{3840, 2160}, Size{1080, 1920}})
            BOOST_TEST_CONTEXT(code(names.language) << " at " << size.width << " x " << size.height)
            {
                State state = calls(names);
                withMessage(state);
                const Scene scene = layOut(state, size.width, size.height, measure);
                const bool portrait = size.height > size.width;
                for (const auto& text : scene.page.texts)
                    BOOST_TEST(text.px >= std::floor((text.name.starts_with("list") ? 36 : 42) * scene.unit),
                               text.name << " is " << text.px / scene.unit);
                BOOST_TEST(find(scene, "newest.number").px >= (portrait ? 290 : 340) * scene.unit);
                BOOST_TEST(find(scene, "newest.place").px >= (portrait ? 110 : 130) * scene.unit);
                for (const auto& text : scene.list.texts)
                    BOOST_TEST(text.px >= std::floor((text.name == "list.number" ? 100 : 90) * scene.unit));
            }
}

BOOST_AUTO_TEST_CASE(the_page_of_a_larger_screen_is_the_same_page_larger)
{
    const auto& measure = letters();
    State state = calls(verviers[0]);
    const Scene full = layOut(state, 1920, 1080, measure), twice = layOut(state, 3840, 2160, measure);
    BOOST_TEST(std::abs(find(twice, "newest.number").px - 2 * find(full, "newest.number").px) <= 4);
    BOOST_REQUIRE(full.page.shapes.size() == twice.page.shapes.size());
    for (std::size_t i = 0; i < full.page.shapes.size(); ++i)
        BOOST_TEST(std::abs(twice.page.shapes[i].box.x - 2 * full.page.shapes[i].box.x) < 12);
}

BOOST_AUTO_TEST_CASE(a_wait_that_changes_moves_nothing)
{
    const auto& measure = letters();
    State state = calls(verviers[0]);
    const Scene before = layOut(state, 1920, 1080, measure);
    state.waits[0].wait = "–";
    state.waits[1].wait = "25 à 30 min";
    const Scene after = layOut(state, 1920, 1080, measure);
    for (std::size_t i = 0; i < before.page.shapes.size(); ++i)
        BOOST_TEST(before.page.shapes[i].box.x == after.page.shapes[i].box.x);
}

BOOST_AUTO_TEST_CASE(a_message_in_turn_with_other_languages_keeps_the_height_of_its_bar)
{
    const auto& measure = letters();
    State state = calls(verviers[0]);
    withMessage(state);
    const Scene first = layOut(state, 1920, 1080, measure);
    state.foot.shown = 1;
    const Scene second = layOut(state, 1920, 1080, measure);
    for (std::size_t i = 0; i < first.page.shapes.size(); ++i)
        BOOST_TEST(first.page.shapes[i].box.h == second.page.shapes[i].box.h);
}

BOOST_AUTO_TEST_CASE(a_new_call_pulses_three_times_and_ends_in_accent)
{
    using namespace std::chrono_literals;
    const std::tuple<std::chrono::milliseconds, double> cases[] = {
        {0ms, 0},    {200ms, 0.5}, {400ms, 1},  {600ms, 0.5},  {800ms, 0},  {999ms, 0},
        {1400ms, 1}, {2400ms, 1},  {2900ms, 0}, {3200ms, 0.5}, {3400ms, 1}, {1h, 1}};
    for (const auto& [since, accent] : cases) BOOST_TEST(motionAt(since, false).accent == accent);
}

BOOST_AUTO_TEST_CASE(the_list_makes_room_in_two_hundred_milliseconds_if_the_call_before_moves_down)
{
    using namespace std::chrono_literals;
    BOOST_TEST(motionAt(0ms, true).above == 1);
    BOOST_TEST(motionAt(100ms, true).above == 0.25);
    BOOST_TEST(motionAt(200ms, true).above == 0);
    BOOST_TEST(motionAt(0ms, false).above == 0);
}

BOOST_AUTO_TEST_CASE(figures_stand_in_columns_so_that_the_clock_does_not_dance)
{
    const auto& measure = letters();
    State state = calls(verviers[0]);
    const auto left = [&](const char* clock) {
        state.clock = clock;
        return find(layOut(state, 1920, 1080, measure), "clock").box.x;
    };
    BOOST_TEST(left("11:11") == left("08:48"), boost::test_tools::tolerance(0.001));
}
