// staff-desktop/logic/visit_words.h - the words of a visit on the windows; colour and icon never speak alone.
#pragma once
#include "core/booking/visit_words.h"

namespace accueil
{
/// "dans 8 minutes", "maintenant", "il y a 5 minutes"; over an hour in hours and minutes.
std::string inHowLong(const Messages& messages, int minutes);
} // namespace accueil
