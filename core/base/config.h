// core/base/config.h - a program's settings: an INI file, read once at start.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
/// Values by "section.key". Keys and sections are those of docs/configuration.md.
class Config
{
public:
    /// @throws ConfigError  if the file is missing, unreadable or malformed; names the file
    static Config fromFile(const std::string& path);

    std::optional<std::string> find(const std::string& key) const;
    std::string text(const std::string& key) const; ///< @throws ConfigError if missing
    std::string text(const std::string& key, const std::string& fallback) const;
    int number(const std::string& key, int fallback) const; ///< @throws ConfigError if not a number
    bool flag(const std::string& key, bool fallback) const; ///< true, yes, on, 1 and their opposites
    std::vector<std::string> list(const std::string& key) const; ///< split at commas and blanks

    /// The secret stands in `key`, or in the file that `key`_file names (first line), which is safer.
    std::string secret(const std::string& key) const;

    void set(const std::string& key, std::string value) { values_[key] = std::move(value); }

private:
    std::string file_;
    std::map<std::string, std::string> values_;
};
} // namespace accueil
