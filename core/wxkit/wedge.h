// core/wxkit/wedge.h - tells a code reader that types like a keyboard from a person who types. No wx, no GTK.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace accueil::wxkit
{
/// One key going down, as the display server reports it.
struct KeyStroke
{
    std::uint32_t timeMs = 0; ///< of the display server, not of the moment when the program gets to see it
    unsigned hardwareCode = 0;
    bool shift = false;
    bool modifier = false; ///< Shift, Ctrl … itself
};

/// A reader sends its letters within milliseconds of each other and ends with Enter or Tab. Codes are read
/// from the key's place on the keyboard, as on a US one, so the layout set on the machine does not matter.
class WedgeDecoder
{
public:
    struct Settings
    {
        std::uint32_t maxGapMs = 120; ///< a slower key begins anew: a person
        std::size_t minLength = 8;
    };
    WedgeDecoder() = default;
    explicit WedgeDecoder(Settings settings) : settings_(settings) {}

    /// @returns the whole code, upper case, when this key ends one
    std::optional<std::string> key(const KeyStroke& stroke);

private:
    Settings settings_;
    std::string burst_;
    std::uint32_t last_ = 0;
};

/// The character of a key on a US keyboard; 0 when it has none.
char usCharacter(unsigned hardwareCode, bool shift);
} // namespace accueil::wxkit
