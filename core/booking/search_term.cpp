// What somebody means by what he types into the one field.
#include "core/booking/find.h"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace accueil
{
namespace
{
constexpr std::size_t longest = 254; // an e-mail address; no other field is longer
constexpr std::size_t mostWords = 6;
constexpr std::size_t fewestOfReference = 4;
constexpr std::size_t fewestOfPhone = 4; // "0470", "087 3"
constexpr std::size_t fewestOfEmail = 3;
constexpr std::string_view blanks = " \t\r\n";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string without(std::string text, std::string_view part)
{
    for (std::size_t at; (at = text.find(part)) != std::string::npos;) text.erase(at, part.size());
    return text;
}

/// "A042", "a42", "A 42". @return "A042", or nothing
std::string ticketOf(const std::string& text)
{
    if (!isLetter(text[0])) return {};
    const std::string number = trimmed(text.substr(1));
    if (number.empty() || number.size() > 4 || !std::ranges::all_of(number, isDigit)) return {};
    const int value = std::stoi(number);
    return value > 0 ? fmt::format("{}{:03}", upper(text[0]), value) : std::string();
}

/// The letters of a reference, or of its beginning; nothing if it holds anything else.
std::string referenceOf(const std::string& text)
{
    std::string letters;
    for (const char c : text) {
        if (c == '-' || c == ' ') continue;
        if (tokenAlphabet.find(upper(c)) == std::string_view::npos) return {};
        letters += upper(c);
    }
    return letters.size() >= fewestOfReference && letters.size() <= 8 ? letters : std::string();
}

/// A dash behind the fourth letter, or a check letter that fits: nobody is called so.
bool surelyReference(const std::string& text)
{
    return parseReference(text).has_value() || (text.size() > 4 && text[4] == '-');
}

SearchTerm numbers(const std::string& text, Day today)
{
    SearchTerm term;
    if (text[0] != '+') term.birthDate = parseBirthDate(text, today);
    // "04 12 58" may go on as a number of Liège; nobody parts a phone number like a date.
    const bool dated = term.birthDate && text.find_first_of("./-") != std::string::npos;
    const std::string phone = phoneKey(text);
    if (!dated && phone.size() >= fewestOfPhone && phone[0] == '0') term.phone = phone;
    if (!term.phone.empty()) term.kind = SearchTerm::Kind::phone;
    if (term.birthDate) term.kind = SearchTerm::Kind::birthDate;
    return term;
}

/// The beginning of an address before its "@": one word with something in it that no name has.
std::string emailBeginning(const std::string& text)
{
    if (text.size() < fewestOfEmail || text.find_first_of(blanks) != std::string::npos) return {};
    const bool odd = std::ranges::any_of(text, [](char c) { return isDigit(c) || c == '_'; });
    const auto dot = text.find('.');
    const bool joined = dot != std::string::npos && dot > 0 && dot + 1 < text.size();
    return isLetter(text[0]) && (odd || joined) ? text : std::string();
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size() && words.size() < mostWords;) {
        const auto end = std::min(text.find_first_of(" \t\r\n,;", at), text.size());
        if (std::string word = nameKey(text.substr(at, end - at)); !word.empty())
            words.push_back(std::move(word));
        at = end + 1;
    }
    return words;
}
} // namespace

std::string nameKey(const std::string& name)
{
    constexpr std::array<std::string_view, 6> parts{" ", "-", "'", "\xE2\x80\x99", ".", "\""};
    std::string key = name;
    for (const auto part : parts) key = without(std::move(key), part);
    return key;
}

std::string phoneKey(const std::string& phone)
{
    std::string key = without(phone, "(0)");
    std::erase_if(key, [](char c) { return std::string_view(" ./()-").find(c) != std::string_view::npos; });
    if (key.starts_with("+32")) return "0" + key.substr(3);
    if (key.starts_with("0032")) return "0" + key.substr(4);
    return key.starts_with("+") ? "00" + key.substr(1) : key;
}

SearchTerm understandSearch(const std::string& typed, Day today)
{
    using Kind = SearchTerm::Kind;
    const std::string text = trimmed(typed);
    SearchTerm term;
    if (text.empty() || text.size() > longest) return term;
    if (const auto at = text.find('@'); at != std::string::npos) {
        if (at > 0) term = {Kind::email, {}, {}, {}, {}, text, {}};
        return term;
    }
    if (text.find_first_not_of("0123456789+ ./()-") == std::string::npos) return numbers(text, today);
    term.ticket = ticketOf(text);
    if (!term.ticket.empty()) {
        term.kind = Kind::ticket;
        return term;
    }
    term.reference = referenceOf(text);
    if (!term.reference.empty() && surelyReference(text)) {
        term.kind = Kind::reference;
        return term;
    }
    term.email = emailBeginning(text);
    term.words = wordsOf(text);
    if (!term.words.empty())
        term.kind = term.reference.size() > fewestOfReference ? Kind::reference : Kind::words;
    return term;
}
} // namespace accueil
