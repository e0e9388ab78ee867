// kiosk-app/logic/faults.h - what a fault means: for the visitor a page, for the operator a log line.
#pragma once
#include "kiosk-app/logic/pages.h"
#include <exception>
#include <string>

namespace accueil::kiosk
{
/// The page that answers a refusal.
Fact factOf(Refusal why);

/// One line for the operator, with what to do; never a personal value. A fault that lasts is said once.
/// @param known  the identifier that was said last  @returns the identifier of this one
std::string logFault(const std::exception_ptr& error, const std::string& known = {});

/// Logs why a ticket was not printed. @returns the word for the supervision: "paper" or "printer"
std::string printerTrouble(const std::exception_ptr& error);
} // namespace accueil::kiosk
