#include "core/base/log.h"
#include <memory>
#include <mutex>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace accueil::log
{
namespace
{
constexpr std::size_t fileBytes = 5 * 1024 * 1024;
constexpr std::size_t fileCount = 5;

spdlog::level::level_enum spdlogLevel(Level level)
{
    switch (level) {
    case Level::debug: return spdlog::level::debug;
    case Level::info: return spdlog::level::info;
    case Level::warning: return spdlog::level::warn;
    case Level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}
} // namespace

void open(const std::string& program, const std::string& file, Level least)
{
    auto logger = std::make_shared<spdlog::logger>(program, std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_error_handler([](const std::string&) {}); // a full disk must not stop a kiosk
    std::string trouble;
    if (!file.empty()) {
        try {
            logger->sinks().push_back(
                std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, fileBytes, fileCount));
        } catch (const spdlog::spdlog_ex& e) {
            trouble = e.what();
        }
    }
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %n[%P] %l %v");
    logger->flush_on(spdlog::level::info);
    logger->set_level(spdlogLevel(least));
    spdlog::set_default_logger(logger);
    if (!trouble.empty()) warning("log.file.unwritable", "{}", trouble);
}

void write(Level level, std::string_view id, std::string_view text)
{
    // Standard output belongs to the program; what is said before open() goes to standard error too.
    static std::once_flag once;
    std::call_once(once, [] {
        if (spdlog::default_logger()->name().empty()) open("accueil");
    });
    spdlog::log(spdlogLevel(level), "{} {}", id, text);
}
} // namespace accueil::log
