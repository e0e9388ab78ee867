#include "booking-cgi/links.h"
#include "booking-cgi/assets.h"

namespace accueil::web
{
std::string Links::asset(std::string_view name) const
{
    const std::string path = "static/" + std::string(name);
    const Asset* asset = findAsset(path);
    return base_ + "/" + path + (asset ? "?v=" + std::string(asset->hash) : "");
}
} // namespace accueil::web
