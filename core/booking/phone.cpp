#include "core/booking/phone.h"
#include <algorithm>
#include <phonenumbers/phonenumberutil.h>

namespace accueil
{
namespace
{
using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr const char* home = "BE";
constexpr int homeCountry = 32;

/// The library reads letters too ("0800-FLOWERS"), and calls "0470 ask Ann" a number.
bool onlyNumberSigns(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || std::string_view("+ ./()-").find(c) != std::string_view::npos; });
}

bool isBelgian(const std::string& typed)
{
    PhoneNumber number;
    const auto& plans = *PhoneNumberUtil::GetInstance();
    return plans.Parse(typed, home, &number) == PhoneNumberUtil::NO_PARSING_ERROR && plans.IsValidNumberForRegion(number, home);
}

/// A mobile number has one digit more than the others, so the length alone does not tell.
PhoneFault faultOfBelgian(const std::string& typed)
{
    for (char digit = '0'; digit <= '9'; ++digit)
        if (isBelgian(typed + digit)) return PhoneFault::tooShort;
    const auto last = typed.find_last_of("0123456789");
    if (last != std::string::npos && isBelgian(typed.substr(0, last))) return PhoneFault::tooLong;
    return PhoneFault::unknown;
}
} // namespace

CheckedPhone checkPhone(std::string_view text)
{
    const std::string typed(text);
    if (typed.find_first_not_of(' ') == std::string::npos) return {};
    if (!onlyNumberSigns(typed)) return {"", PhoneFault::unknown};
    const auto& plans = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    switch (plans.Parse(typed, home, &number)) {
    case PhoneNumberUtil::NO_PARSING_ERROR: break;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return {"", PhoneFault::tooShort};
    case PhoneNumberUtil::TOO_LONG_NSN: return {"", PhoneFault::tooLong};
    default: return {"", PhoneFault::unknown};
    }
    CheckedPhone checked;
    if (number.country_code() == homeCountry) {
        if (!plans.IsValidNumberForRegion(number, home)) {
            const auto length = plans.IsPossibleNumberWithReason(number);
            return {"", length == PhoneNumberUtil::TOO_SHORT  ? PhoneFault::tooShort
                        : length == PhoneNumberUtil::TOO_LONG ? PhoneFault::tooLong
                                                              : faultOfBelgian(typed)};
        }
        plans.Format(number, PhoneNumberUtil::NATIONAL, &checked.number);
        return checked;
    }
    switch (plans.IsPossibleNumberWithReason(number)) {
    case PhoneNumberUtil::IS_POSSIBLE: break;
    case PhoneNumberUtil::TOO_SHORT:
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return {"", PhoneFault::tooShort};
    case PhoneNumberUtil::TOO_LONG: return {"", PhoneFault::tooLong};
    default: return {"", PhoneFault::unknown};
    }
    plans.Format(number, PhoneNumberUtil::INTERNATIONAL, &checked.number);
    return checked;
}
} // namespace accueil
