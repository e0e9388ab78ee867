# Writes OUTPUT, a C++ file that holds every file of FILES (paths below ROOT): cmake -DROOT= -DFILES= -DOUTPUT= -P embed.cmake
# The program then needs no folder of its own beside it, wherever it is installed.
set(entries "")
string(REPLACE "|" ";" FILES "${FILES}")
foreach(file IN LISTS FILES)
    file(READ "${ROOT}/${file}" content)
    file(SHA256 "${ROOT}/${file}" hash)
    string(SUBSTRING "${hash}" 0 10 hash)
    string(APPEND entries "    {\"${file}\", \"${hash}\", R\"~~~(${content})~~~\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"booking-cgi/assets.h\"

namespace accueil::web
{
namespace
{
constexpr Asset all[] = {
${entries}};
} // namespace

std::span<const Asset> assets()
{
    return all;
}
} // namespace accueil::web
")
