#include "booking-cgi/templates.h"
#include "booking-cgi/assets.h"
#include <stdexcept>

namespace accueil::web
{
namespace
{
constexpr std::string_view folder = "templates/", ending = ".mustache", opening = "{{>", closing = "}}";

/// Indentation is for us; the parser would make a node of every blank.
std::string withoutIndentation(std::string_view text)
{
    std::string out;
    bool lineStart = true;
    for (const char c : text) {
        if (lineStart && c == ' ') continue;
        lineStart = c == '\n';
        out += c;
    }
    return out;
}

/// Puts {{>name}} in its place once, here, instead of parsing it again for every card of every page.
std::string withParts(std::string_view text, int depth = 0)
{
    std::string out;
    while (true) {
        const auto from = text.find(opening);
        if (from == std::string_view::npos) return out.append(text);
        const auto to = text.find(closing, from);
        const std::string name(text.substr(from + opening.size(), to - from - opening.size()));
        const Asset* part = findAsset(std::string(folder) + name + std::string(ending));
        if (to == std::string_view::npos || !part || depth > 5)
            throw std::logic_error("broken part in a template: " + name);
        out.append(text.substr(0, from)).append(withParts(part->content, depth + 1));
        text.remove_prefix(to + closing.size());
    }
}
} // namespace

Templates::Templates()
{
    for (const Asset& asset : assets()) {
        if (!asset.path.starts_with(folder)) continue;
        const std::string name(
            asset.path.substr(folder.size(), asset.path.size() - folder.size() - ending.size()));
        kainjow::mustache::mustache parsed(withoutIndentation(withParts(asset.content)));
        if (!parsed.is_valid())
            throw std::logic_error("broken template " + name + ": " + parsed.error_message());
        parsed_.emplace(name, std::move(parsed));
    }
}

std::string Templates::render(const std::string& name, const View& view)
{
    return parsed_.at(name).render(view.data());
}
} // namespace accueil::web
