// staff-desktop/logic/keys.h - every key of the desk, once: what the cheat sheet (F1) shows.
#pragma once
#include "core/base/messages.h"
#include "core/people/session.h"
#include <string>
#include <vector>

namespace accueil
{
/// Letters of an appointment's card; the same in every language, for a hand that has learnt them.
namespace cardKey
{
constexpr char move = 'D', cancel = 'A', again = 'R', print = 'I', edit = 'E', history = 'H', priority = 'P';
}

char mnemonicOf(const std::string& text); ///< "&Démarche" gives 'D'

struct KeyHelp
{
    std::string key, does; ///< "Alt+1 … Alt+5", "Retenir une des premières places libres"
    friend bool operator==(const KeyHelp&, const KeyHelp&) = default;
};

/// A stretch of the cheat sheet.
struct KeyGroup
{
    std::string title;
    std::vector<KeyHelp> keys;
};

/// Keys of one page, by the key that opens it: "F2" … A page without keys of its own has none.
std::vector<KeyHelp> keysOfPage(const Messages& messages, const std::string& page, Role role);
/// Keys that work on every page.
std::vector<KeyHelp> keysOfProgram(const Messages& messages);
/// Keys of the windows that stand before every page.
std::vector<KeyHelp> keysOfWalkIn(const Messages& messages);
std::vector<KeyHelp> keysOfBar(const Messages& messages);
std::vector<KeyHelp> keysOfPreview(const Messages& messages);

/// What F1 shows on a page: its own keys first. @param tab  what its tab says: "Réserver"
std::vector<KeyGroup> sheetOfPage(const Messages& messages, const std::string& tab, const std::string& page, Role role);
/// What F1 shows at the bar. @param everywhere  the key that calls from every program, or empty
std::vector<KeyGroup> sheetOfBar(const Messages& messages, const std::string& everywhere);
} // namespace accueil
