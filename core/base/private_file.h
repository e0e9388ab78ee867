// core/base/private_file.h - files with names of people in them.
#pragma once
#include <string>

namespace accueil
{
/// For the eyes of its owner only; what stood there is replaced. @throws std::runtime_error  naming the file
void writePrivateFile(const std::string& path, const std::string& bytes);
} // namespace accueil
