#include "core/wxkit/wedge.h"
#include <cctype>
#include <string_view>

namespace accueil::wxkit
{
namespace
{
// Hardware codes of X11 and Wayland: the kernel's key codes plus 8.
constexpr unsigned enterKey = 36, keypadEnterKey = 104, tabKey = 23, keypadFirst = 79;

struct KeyRow
{
    unsigned first;
    std::string_view plain, shifted;
};
constexpr KeyRow rows[] = {{10, "1234567890-=", "!@#$%^&*()_+"},
                           {24, "qwertyuiop[]", "QWERTYUIOP{}"},
                           {38, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
                           {52, "zxcvbnm,./", "ZXCVBNM<>?"}};
constexpr std::string_view keypad = "789-456+1230.";
} // namespace

char usCharacter(unsigned code, bool shift)
{
    for (const auto& row : rows)
        if (code >= row.first && code < row.first + row.plain.size())
            return (shift ? row.shifted : row.plain)[code - row.first];
    if (code >= keypadFirst && code < keypadFirst + keypad.size()) return keypad[code - keypadFirst];
    return 0;
}

std::optional<std::string> WedgeDecoder::key(const KeyStroke& stroke)
{
    if (stroke.modifier) return {};
    if (stroke.timeMs - last_ > settings_.maxGapMs) burst_.clear();
    last_ = stroke.timeMs;
    if (stroke.hardwareCode == enterKey || stroke.hardwareCode == keypadEnterKey ||
        stroke.hardwareCode == tabKey) {
        std::string code = std::move(burst_);
        burst_.clear();
        if (code.size() >= settings_.minLength) return code;
    } else if (const char c = usCharacter(stroke.hardwareCode, stroke.shift)) {
        burst_ += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return {};
}
} // namespace accueil::wxkit
