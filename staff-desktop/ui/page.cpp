#include "staff-desktop/ui/page.h"

namespace accueil
{
int digitKey(const wxKeyEvent& event)
{
    const int code = event.GetKeyCode();
    if (code >= '1' && code <= '9') return code - '0';
    if (code >= WXK_NUMPAD1 && code <= WXK_NUMPAD9) return code - WXK_NUMPAD0;
#ifdef __WXGTK__
    // On a Belgian or French keyboard these keys write & é " ' ( without Shift: the key's place counts.
    const unsigned place = event.GetRawKeyFlags();
    constexpr unsigned firstDigit = 10;
    if (place >= firstDigit && place < firstDigit + 9) return static_cast<int>(place - firstDigit) + 1;
#endif
    return 0;
}
} // namespace accueil
