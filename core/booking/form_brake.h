// core/booking/form_brake.h - how many forms one visitor of the web page may send (the web server's account only).
#pragma once
#include "core/store/connection.h"
#include <string>

namespace accueil
{
inline constexpr int brakeMinutes = 10;

/// Counts one more form. Commits by itself: never call it inside a transaction.
/// @param source  32 hexadecimal digits that stand for the visitor, never an address
/// @param most    in brakeMinutes; a few sent at the same instant may slip over
/// @throws Refused  tooManyAttempts (this form did not count); ConnectionLost
void countForm(store::Connection& connection, const std::string& source, int most);
} // namespace accueil
