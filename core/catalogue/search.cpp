#include "core/catalogue/search.h"
#include <algorithm>
#include <array>
#include <numeric>

namespace accueil
{
namespace
{
/// U+00C0 to U+00FF without their marks; 'x' and '/' never occur inside a word.
constexpr std::array<std::string_view, 64> latin1{
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", //
    "d", "n", "o", "o", "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", //
    "d", "n", "o", "o", "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "y"};

// Words that say nothing about what one comes for.
constexpr std::array<std::string_view, 34> fillers{
    "de", "du", "des", "la",  "le",  "les", "un",   "une",   "mon",   "ma",   "mes",  "pour", "et",  "ou", "au", "je", "veux",
    "het", "een", "van", "voor", "mijn", "der", "die", "das", "ein", "eine", "mein", "meine", "und", "the", "for", "my", "of"};

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Typographic apostrophes (U+2018, U+2019) as the plain one; everything else unchanged.
std::string plainApostrophes(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto rest = text.substr(i, 3);
        if (rest == "\xE2\x80\x98" || rest == "\xE2\x80\x99") {
            out += '\'';
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::vector<std::string> split(std::string_view text, bool apostropheJoins)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (isWordByte(c))
            words.back() += c;
        else if (!(c == '\'' && apostropheJoins) && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// "d'identité" as "identite" and as "didentite": people write both.
std::vector<std::string> wordsOf(std::string_view name)
{
    const std::string text = folded(plainApostrophes(name));
    auto words = split(text, false);
    const auto joined = split(text, true);
    words.insert(words.end(), joined.begin(), joined.end());
    return words;
}

std::vector<std::string> typedWords(std::string_view typed)
{
    auto words = split(folded(plainApostrophes(typed)), false);
    auto telling = words;
    std::erase_if(telling, [](const std::string& word) {
        return word.size() < 2 || std::find(fillers.begin(), fillers.end(), word) != fillers.end();
    });
    return telling.empty() ? words : telling;
}

/// Letters to change, add, drop or swap with a neighbour to get from one word to the other.
std::size_t slips(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), 0U);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last[b.size()];
}

std::size_t commonBeginning(std::string_view a, std::string_view b)
{
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

bool fits(std::string_view typed, std::string_view word)
{
    if (word.starts_with(typed)) return true;
    if (typed.size() < 4) return false;
    if (word.find(typed) != std::string_view::npos) return true; // "ausweis" in "personalausweis"
    if (commonBeginning(typed, word) >= std::max<std::size_t>(5, typed.size() * 7 / 10)) return true; // "renouveler"
    const std::size_t allowed = typed.size() >= 8 ? 2 : 1;
    return slips(typed, word) <= allowed || slips(typed, word.substr(0, typed.size())) <= allowed;
}

std::size_t hits(const std::vector<std::string>& typed, const std::vector<std::string>& words)
{
    return static_cast<std::size_t>(std::count_if(typed.begin(), typed.end(), [&](const std::string& one) {
        return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return fits(one, word); });
    }));
}

struct Best
{
    std::size_t hits = 0;
    std::vector<ProcedureId> found;

    void take(ProcedureId id, std::size_t count)
    {
        if (count > hits) {
            hits = count;
            found.clear();
        }
        if (count == hits && count > 0) found.push_back(id);
    }
};

std::vector<std::string> serviceWords(const std::vector<Service>& services, ServiceId id, Language language)
{
    const auto service = std::find_if(services.begin(), services.end(), [&](const Service& s) { return s.id == id; });
    return service == services.end() ? std::vector<std::string>{} : wordsOf(service->name.in(language));
}
} // namespace

std::string folded(std::string_view utf8)
{
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const auto second = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0U;
        if (first >= 'A' && first <= 'Z') {
            out += static_cast<char>(first - 'A' + 'a');
        } else if (first == 0xC3 && second >= 0x80) { // U+00C0 to U+00FF
            out += latin1[second - 0x80];
            ++i;
        } else if (first == 0xC5 && (second == 0x92 || second == 0x93)) { // Œ œ
            out += "oe";
            ++i;
        } else {
            out += utf8[i];
        }
    }
    return out;
}

std::vector<ProcedureId> searchProcedures(const std::vector<Service>& services, const std::vector<Procedure>& procedures,
                                          std::string_view typed, Language language)
{
    const auto words = typedWords(typed);
    Best own, foreign, byService;
    for (const auto& procedure : procedures) {
        own.take(procedure.id, hits(words, wordsOf(procedure.name.in(language))));
        std::size_t elsewhere = 0;
        for (const Language other : languages) elsewhere = std::max(elsewhere, hits(words, wordsOf(procedure.name.in(other))));
        foreign.take(procedure.id, elsewhere);
        byService.take(procedure.id, hits(words, serviceWords(services, procedure.service, language)));
    }
    if (own.hits >= std::max(foreign.hits, byService.hits)) return own.found;
    return foreign.hits >= byService.hits ? foreign.found : byService.found;
}
} // namespace accueil
