#include "core/queue/reasons.h"
#include <algorithm>
#include <array>

namespace accueil
{
namespace
{
template <class Reason>
struct Word
{
    Reason reason;
    const char* code;
};

constexpr std::array pauses{PauseReason::rest, PauseReason::lunch, PauseReason::meeting, PauseReason::files, PauseReason::other};
constexpr std::array parkings{ParkReason::document, ParkReason::photo,     ParkReason::payment,
                              ParkReason::form,     ParkReason::companion, ParkReason::other};
constexpr std::array closings{CloseReason::left, CloseReason::servedOtherwise, CloseReason::newAppointment, CloseReason::dayOver};

constexpr std::array pauseWords{Word{PauseReason::rest, "rest"}, Word{PauseReason::lunch, "lunch"},
                                Word{PauseReason::meeting, "meeting"}, Word{PauseReason::files, "files"},
                                Word{PauseReason::other, "other"}};
constexpr std::array parkWords{Word{ParkReason::document, "document"},   Word{ParkReason::photo, "photo"},
                               Word{ParkReason::payment, "payment"},     Word{ParkReason::form, "form"},
                               Word{ParkReason::companion, "companion"}, Word{ParkReason::other, "other"}};
constexpr std::array closeWords{Word{CloseReason::left, "left"}, Word{CloseReason::servedOtherwise, "served"},
                                Word{CloseReason::newAppointment, "appointment"}, Word{CloseReason::dayOver, "day_over"}};

template <class Words, class Reason>
std::string codeIn(const Words& words, Reason reason)
{
    return std::ranges::find(words, reason, [](const auto& word) { return word.reason; })->code;
}

template <class Words>
auto reasonIn(const Words& words, const std::string& code)
{
    const auto found = std::ranges::find(words, code, [](const auto& word) { return std::string(word.code); });
    return found == words.end() ? words.back().reason : found->reason;
}
} // namespace

std::span<const PauseReason> pauseReasons() { return pauses; }
std::span<const ParkReason> parkReasons() { return parkings; }
std::span<const CloseReason> closeReasons() { return closings; }

std::string codeOf(PauseReason reason) { return codeIn(pauseWords, reason); }
std::string codeOf(ParkReason reason) { return codeIn(parkWords, reason); }
std::string codeOf(CloseReason reason) { return codeIn(closeWords, reason); }

PauseReason parsePauseReason(const std::string& code) { return reasonIn(pauseWords, code); }
ParkReason parseParkReason(const std::string& code) { return reasonIn(parkWords, code); }

std::string inWords(const Messages& m, PauseReason reason)
{
    switch (reason) {
    case PauseReason::rest: return m.trc("pause", "short break");
    case PauseReason::lunch: return m.trc("pause", "lunch");
    case PauseReason::meeting: return m.trc("pause", "meeting");
    case PauseReason::files: return m.trc("pause", "work on files");
    case PauseReason::other: return m.trc("pause", "other work");
    }
    return {};
}

std::string inWords(const Messages& m, ParkReason reason)
{
    switch (reason) {
    case ParkReason::document: return m.trc("set aside", "fetches a document");
    case ParkReason::photo: return m.trc("set aside", "fetches a photo");
    case ParkReason::payment: return m.trc("set aside", "goes to pay or withdraw money");
    case ParkReason::form: return m.trc("set aside", "fills in a form");
    case ParkReason::companion: return m.trc("set aside", "waits for somebody");
    case ParkReason::other: return m.trc("set aside", "comes back");
    }
    return {};
}

std::string inWords(const Messages& m, CloseReason reason)
{
    switch (reason) {
    case CloseReason::left: return m.trc("closed", "has left");
    case CloseReason::servedOtherwise: return m.trc("closed", "was helped without a ticket");
    case CloseReason::newAppointment: return m.trc("closed", "comes back with an appointment");
    case CloseReason::dayOver: return m.trc("closed", "the day is over");
    }
    return {};
}
} // namespace accueil
