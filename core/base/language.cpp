#include "core/base/language.h"
#include <algorithm>
#include <cctype>

namespace accueil
{
namespace
{
struct Row
{
    Language language;
    std::string_view code, ownName;
};
constexpr std::array rows{Row{Language::fr, "fr", "Français"}, Row{Language::nl, "nl", "Nederlands"},
                          Row{Language::de, "de", "Deutsch"}, Row{Language::en, "en", "English"}};
} // namespace

std::string_view code(Language language)
{
    return rows[static_cast<std::size_t>(language)].code;
}

std::string_view ownName(Language language)
{
    return rows[static_cast<std::size_t>(language)].ownName;
}

std::optional<Language> parseLanguage(std::string_view text)
{
    if (text.size() < 2 || (text.size() > 2 && std::isalpha(static_cast<unsigned char>(text[2])))) return {};
    const auto lower = [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); };
    const char wanted[2] = {lower(text[0]), lower(text[1])};
    const auto found = std::ranges::find(rows, std::string_view(wanted, 2), &Row::code);
    if (found == rows.end()) return {};
    return found->language;
}
} // namespace accueil
