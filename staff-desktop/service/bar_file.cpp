#include "staff-desktop/service/bar_file.h"
#include "core/base/log.h"
#include "core/base/private_file.h"
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace accueil
{
namespace
{
namespace fs = std::filesystem;

fs::path folderOfSettings()
{
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config && *config)
        return fs::path(config) / "accueil";
    if (const char* home = std::getenv("HOME"); home && *home) return fs::path(home) / ".config" / "accueil";
    return {};
}

/// An account is a name of a database, not of a file.
std::string fileNameOf(const std::string& account)
{
    std::string name = "bar-";
    for (const char c : account) name += std::isalnum(static_cast<unsigned char>(c)) || c == '-' ? c : '_';
    return name;
}
} // namespace

BarFile::BarFile(const std::string& account)
{
    if (const fs::path folder = folderOfSettings(); !folder.empty()) path_ = folder / fileNameOf(account);
}

BarSettings BarFile::load() const
{
    std::ifstream file(path_, std::ios::binary);
    std::ostringstream text;
    if (file) text << file.rdbuf();
    return parseBarSettings(text.str());
}

void BarFile::save(const BarSettings& settings) const
{
    if (path_.empty()) return;
    try {
        fs::create_directories(fs::path(path_).parent_path());
        writePrivateFile(path_, toText(settings));
    } catch (const std::exception& error) {
        log::warning("desk.bar.not_kept", "the place of the bar is not remembered: {}", error.what());
    }
}
} // namespace accueil
