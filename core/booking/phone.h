// core/booking/phone.h - telephone numbers, as people type them and as they are kept.
#pragma once
#include <string>
#include <string_view>

namespace accueil
{
enum class PhoneFault { none, tooShort, tooLong, unknown };

struct CheckedPhone
{
    /// As it is kept, shown and printed: a Belgian number as people read it in Belgium ("0470 12 34 56", "087 32 52 40"), a foreign
    /// one with its country ("+49 241 510810"). Empty when it cannot be used.
    std::string number;
    PhoneFault fault = PhoneFault::none; ///< none also for an empty text
};

/// Belgian unless it begins with + or 00. A Belgian number must exist in the numbering plan; of a foreign one only the length is
/// looked at, for plans change and nobody is to lose a true number. Any thread; the first call reads the plans.
CheckedPhone checkPhone(std::string_view typed);
} // namespace accueil
