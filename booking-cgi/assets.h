// booking-cgi/assets.h - the templates and static files, built into the program.
#pragma once
#include <span>
#include <string_view>

namespace accueil::web
{
struct Asset
{
    std::string_view path; ///< "templates/what.mustache", "static/accueil.css"
    std::string_view hash; ///< of the content, for addresses that may be kept for ever
    std::string_view content;
};

std::span<const Asset> assets();
const Asset* findAsset(std::string_view path); ///< null when there is none
} // namespace accueil::web
