#include "core/base/config.h"
#include "core/base/errors.h"
#include <CLI/CLI.hpp>
#include <charconv>
#include <fstream>
#include <sstream>

namespace accueil
{
namespace
{
std::string joined(const std::vector<std::string>& parts, const char* separator)
{
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : separator) + part;
    return all;
}
} // namespace

Config Config::fromFile(const std::string& path)
{
    std::ifstream file(path);
    if (!file) throw ConfigError("cannot read " + path);
    Config config;
    config.file_ = path;
    try {
        CLI::ConfigINI ini;
        ini.arrayBounds('\x01', '\x02'); // no arrays: "Poste 1" is one value; list() knows which keys are lists
        for (const auto& item : ini.from_config(file)) {
            if (item.name == "++" || item.name == "--") continue; // CLI11's marks of a section's begin and end
            auto parents = item.parents;
            if (!parents.empty() && parents.front() == "default") parents.erase(parents.begin());
            parents.push_back(item.name);
            config.values_[joined(parents, ".")] = joined(item.inputs, ",");
        }
    } catch (const CLI::Error& e) {
        throw ConfigError(path + ": " + e.what());
    }
    return config;
}

std::optional<std::string> Config::find(const std::string& key) const
{
    const auto found = values_.find(key);
    if (found == values_.end() || found->second.empty()) return {};
    return found->second;
}

std::string Config::text(const std::string& key) const
{
    if (auto value = find(key)) return *value;
    throw ConfigError(file_ + ": " + key + " is missing");
}

std::string Config::text(const std::string& key, const std::string& fallback) const
{
    return find(key).value_or(fallback);
}

int Config::number(const std::string& key, int fallback) const
{
    const auto value = find(key);
    if (!value) return fallback;
    int result = 0;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), result);
    if (error != std::errc{} || end != value->data() + value->size())
        throw ConfigError(file_ + ": " + key + " is not a whole number");
    return result;
}

bool Config::flag(const std::string& key, bool fallback) const
{
    const auto value = find(key);
    if (!value) return fallback;
    if (*value == "true" || *value == "yes" || *value == "on" || *value == "1") return true;
    if (*value == "false" || *value == "no" || *value == "off" || *value == "0") return false;
    throw ConfigError(file_ + ": " + key + " is neither yes nor no");
}

std::vector<std::string> Config::list(const std::string& key) const
{
    std::string all = find(key).value_or("");
    for (char& c : all)
        if (c == ',') c = ' ';
    std::istringstream words(all);
    return {std::istream_iterator<std::string>(words), {}};
}

std::string Config::secret(const std::string& key) const
{
    const auto path = find(key + "_file");
    if (!path) return text(key);
    std::ifstream file(*path);
    std::string line;
    if (!std::getline(file, line)) throw ConfigError(file_ + ": cannot read the file of " + key);
    return line;
}
} // namespace accueil
