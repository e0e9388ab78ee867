#include "display-app/logic/display_view.h"
#include <algorithm>
#include <array>
#include <cctype>
#include <tuple>

namespace accueil::display
{
namespace
{
using namespace std::chrono_literals;

constexpr auto staleAfter = 10s;
constexpr auto lostAfter = 2min;
constexpr auto turn = 8s; ///< of languages of the message, and of pages of waits
constexpr std::size_t earlierRows = 4;
constexpr std::size_t waitsAtOnce = 4;

Phase phaseAt(const Known& known, Instant now)
{
    if (!known.contents) return known.failed || now - known.startedAt > staleAfter ? Phase::lost : Phase::starting;
    const auto age = now - known.freshAt;
    if (age > lostAfter) return Phase::lost;
    return age > staleAfter ? Phase::stale : Phase::running;
}

std::size_t turnOf(Instant since, Instant now, std::size_t parts)
{
    if (parts < 2 || now < since) return 0;
    return static_cast<std::size_t>((now - since) / turn) % parts;
}

std::string clockAt(const Known& known, Instant at)
{
    return known.zone ? clockText(known.zone->toLocal(at).minute) : std::string();
}

/// Against burn-in: a slow ring of at most 8 of 1080, one step a minute.
void shift(State& state, Instant now)
{
    static constexpr std::array<std::pair<int, int>, 8> ring{
        {{0, 0}, {4, -4}, {8, 0}, {4, 4}, {0, 8}, {-4, 4}, {-8, 0}, {-4, -4}}};
    const auto minute = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
    std::tie(state.shiftX, state.shiftY) = ring[static_cast<std::size_t>(minute) % ring.size()];
}

CallLine lineOf(const ShownCall& call, const Messages& messages)
{
    return {call.number, std::to_string(call.counter), messages.tr("Counter {0}", call.counter), call.side};
}

void addCalls(State& state, const Contents& contents, const Messages& messages)
{
    const auto& calls = contents.calls;
    if (calls.empty()) return;
    state.newest = lineOf(calls.front(), messages);
    for (std::size_t i = 1; i < std::min(calls.size(), earlierRows + 1); ++i)
        state.earlier.push_back(lineOf(calls[i], messages));
}

std::size_t letters(const std::string& utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string longer(std::string a, std::string b)
{
    return letters(b) > letters(a) ? b : a;
}

void addWaits(State& state, const Known& known, const Messages& messages, Instant now)
{
    const auto& waits = known.contents->waits;
    if (waits.empty()) return;
    const std::size_t pages = (waits.size() + waitsAtOnce - 1) / waitsAtOnce;
    const std::size_t first = turnOf(known.startedAt, now, pages) * waitsAtOnce;
    const std::string usual = longer(waitShort(messages, {0, 5}), waitShort(messages, {55, 60}));
    for (std::size_t i = first; i < std::min(waits.size(), first + waitsAtOnce); ++i) {
        const std::string wait = waitShort(messages, waits[i].wait);
        state.waits.push_back({waits[i].name.in(messages.language()), state.phase == Phase::running ? wait : "–",
                               longer(usual, wait)});
    }
}

/// The supervisor writes a line for each language; most write one.
std::vector<std::string> lines(const std::string& message)
{
    std::vector<std::string> found;
    for (std::size_t from = 0; from < message.size();) {
        const auto to = std::min(message.find('\n', from), message.size());
        std::string line = message.substr(from, to - from);
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back()))) line.pop_back();
        if (!line.empty()) found.push_back(std::move(line));
        from = to + 1;
    }
    return found;
}

void addFoot(State& state, const Known& known, const Messages& messages, Instant now)
{
    auto& foot = state.foot;
    if (state.phase == Phase::stale) {
        foot = {Foot::Kind::age,
                {messages.tr("Screen updated at {0}. The connection comes back by itself.",
                             clockAt(known, known.freshAt))}};
    } else if (state.phase == Phase::lost && !known.faultText.empty()) {
        foot = {Foot::Kind::fault, {known.faultText}};
    } else if (state.phase == Phase::running) {
        auto texts = lines(known.contents->message);
        if (texts.empty()) return;
        const std::size_t shown = turnOf(known.messageAt, now, texts.size());
        foot = {Foot::Kind::message, std::move(texts), shown};
    }
}

std::string upperCode(Language language)
{
    std::string text(code(language));
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

void addNotice(State& state, const Messages& messages)
{
    const bool lost = state.phase == Phase::lost;
    if (!lost && state.newest) return;
    Notice notice{.calm = !lost, .title = {}, .subtitle = {}, .others = {}};
    notice.title = lost ? messages.tr("Please listen: our staff will call your number") : messages.tr("Hello and welcome");
    notice.subtitle =
        lost ? messages.tr("Keep your ticket, your place is kept.") : messages.tr("Your number will be shown here.");
    for (const Language other : languages) {
        if (other == messages.language()) continue;
        const Messages its(other);
        notice.others.push_back({upperCode(other), lost ? its.tr("Please listen: our staff will call your number") + "."
                                                        : its.tr("Your number will be shown here.")});
    }
    state.notice = std::move(notice);
}

std::string spokenText(const State& state, const Messages& messages)
{
    const auto sentence = [&](const CallLine& call) {
        return messages.tr("Ticket {0}, counter {1}", call.number, call.counter);
    };
    if (state.notice) return state.notice->title + ". " + state.notice->subtitle;
    if (!state.newest) return state.zone;
    std::string text = sentence(*state.newest);
    if (!state.earlier.empty()) text += ". " + state.callsTitle;
    for (const auto& call : state.earlier) text += ". " + sentence(call);
    for (const auto& line : state.foot.texts) text += ". " + line;
    return text;
}
} // namespace

State viewOf(const Known& known, const Messages& messages, Instant now)
{
    State state;
    state.phase = phaseAt(known, now);
    state.callsTitle = messages.tr("Latest calls");
    state.counterTitle = messages.tr("Counter");
    state.waitTitle = messages.tr("Estimated wait");
    shift(state, now);
    if (known.contents) {
        state.zone = messages.tr("Area {0}", known.contents->area);
        state.town = known.contents->town.in(messages.language());
        state.clock = clockAt(known, now);
    }
    if (state.phase == Phase::running || state.phase == Phase::stale) {
        addCalls(state, *known.contents, messages);
        addWaits(state, known, messages, now);
        state.attention = known.attention;
        state.movedDown = known.movedDown;
    }
    addFoot(state, known, messages, now);
    addNotice(state, messages);
    state.spoken = spokenText(state, messages);
    return state;
}
} // namespace accueil::display
