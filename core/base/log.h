// core/base/log.h - log lines with an identifier for the operator. Never a name, address, birth date, token or password.
#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>

namespace accueil::log
{
enum class Level { debug, info, warning, error };

/// Once, before the first line: lines go to standard error and, if `file` is not empty, to a file of at most
/// 5 x 5 MB. A file that cannot be written is said once and does not stop the program (a full disk neither).
/// `least` is for command lines, where a person reads what is said.
void open(const std::string& program, const std::string& file = {}, Level least = Level::info);

void write(Level level, std::string_view id, std::string_view text);

/// @param id  stable, dotted, found in the manual: "kiosk.print.failed"
template <class... Args>
void info(std::string_view id, fmt::format_string<Args...> text, Args&&... args)
{
    write(Level::info, id, fmt::format(text, std::forward<Args>(args)...));
}

template <class... Args>
void warning(std::string_view id, fmt::format_string<Args...> text, Args&&... args)
{
    write(Level::warning, id, fmt::format(text, std::forward<Args>(args)...));
}

template <class... Args>
void error(std::string_view id, fmt::format_string<Args...> text, Args&&... args)
{
    write(Level::error, id, fmt::format(text, std::forward<Args>(args)...));
}
} // namespace accueil::log
