#include "core/base/private_file.h"
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace accueil
{
void writePrivateFile(const std::string& path, const std::string& bytes)
{
    namespace fs = std::filesystem;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    std::error_code ignored; // a memory stick may know no permissions
    if (file) fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
    file << bytes;
    file.close();
    if (!file) throw std::runtime_error("cannot write " + path);
}
} // namespace accueil
