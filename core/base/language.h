// core/base/language.h - the four languages of the suite.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace accueil
{
enum class Language { fr, nl, de, en };

inline constexpr std::array languages{Language::fr, Language::nl, Language::de, Language::en};

/// "fr", "nl", "de" or "en".
std::string_view code(Language language);

/// The language's name in itself: "Français", "Nederlands", "Deutsch", "English" (UTF-8).
std::string_view ownName(Language language);

/// Accepts "fr", "FR", "fr_BE.UTF-8", "fr-BE"; nothing for a language that we do not speak.
std::optional<Language> parseLanguage(std::string_view text);

/// A text that the town writes in every language (UTF-8).
class LocalizedText
{
public:
    const std::string& in(Language language) const { return texts_[static_cast<std::size_t>(language)]; }
    void set(Language language, std::string text) { texts_[static_cast<std::size_t>(language)] = std::move(text); }

private:
    std::array<std::string, languages.size()> texts_;
};
} // namespace accueil
