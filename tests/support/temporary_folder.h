// tests/support/temporary_folder.h - a folder that goes away with its object.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace accueil::test
{
/// Below $TMPDIR or /tmp, readable by this account only.
class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder(); ///< removes it and what is in it
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// Writes a file into it, for this account only. @return its path
    std::string write(std::string_view name, std::string_view text) const;

private:
    std::filesystem::path path_;
};

/// The whole file, or nothing where there is none.
std::string contents(const std::filesystem::path& file);
} // namespace accueil::test
