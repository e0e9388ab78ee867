// core/base/describe.h - the one place where errors become sentences.
#pragma once
#include "core/base/errors.h"
#include "core/base/messages.h"

namespace accueil
{
/// One polite sentence: what is, then what to do. Never a technical word.
std::string describe(const Messages& messages, Refusal why);

/// The same for any error that reaches a surface: refusals, a lost connection, a refused log-in, a foreign schema …
std::string describe(const Messages& messages, const std::exception_ptr& error);
} // namespace accueil
