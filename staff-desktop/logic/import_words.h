// staff-desktop/logic/import_words.h - what is wrong with a file or a line, and what to do about it.
#pragma once
#include "core/base/messages.h"
#include "core/booking/import.h"
#include <exception>

namespace accueil
{
std::string importFieldName(const Messages& messages, const std::string& field); ///< "Date de naissance"
/// One sentence: what is, and what to do.
std::string faultInWords(const Messages& messages, ImportFault fault, const std::string& field);
std::string warningInWords(const Messages& messages, ImportWarning warning);
/// Why a file cannot be read; empty for any other error.
std::string fileProblem(const Messages& messages, const std::exception_ptr& error);
} // namespace accueil
