#include "booking-cgi/fields.h"
#include <algorithm>
#include <boost/locale/encoding_utf.hpp>

namespace accueil::web
{
namespace
{
bool unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool isUtf8(const std::string& text)
{
    namespace conv = boost::locale::conv;
    try {
        conv::utf_to_utf<char32_t>(text, conv::stop);
        return true;
    } catch (const conv::conversion_error&) {
        return false;
    }
}

/// Every field of ours is one line: what a person cannot type into it becomes a blank.
std::string withoutControls(std::string text)
{
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return text;
}

std::string decoded(std::string_view part, std::size_t limit)
{
    auto text = percentDecode(part);
    if (!text) throw BadRequest(400, "broken percent coding");
    if (text->size() > limit) throw BadRequest(400, "a field is too long");
    if (!isUtf8(*text)) throw BadRequest(400, "a field is not UTF-8");
    return withoutControls(std::move(*text));
}
} // namespace

std::string percentEncode(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (unreserved(c))
            out += c;
        else
            (out += '%').append({digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

std::optional<std::string> percentDecode(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+') {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0) return {};
            out += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return out;
}

Fields Fields::parse(std::string_view encoded)
{
    Fields fields;
    while (!encoded.empty()) {
        const auto pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), pair.size() + 1));
        if (pair.empty()) continue;
        if (fields.fields_.size() == maxCount) throw BadRequest(400, "too many fields");
        const auto equals = pair.find('=');
        const auto value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        fields.add(decoded(pair.substr(0, equals), maxName), decoded(value, maxValue));
    }
    return fields;
}

void Fields::append(const Fields& other)
{
    fields_.insert(fields_.end(), other.fields_.begin(), other.fields_.end());
}

bool Fields::has(std::string_view name) const
{
    return std::any_of(begin(), end(), [&](const auto& field) { return field.first == name; });
}

std::string Fields::one(std::string_view name) const
{
    const auto found = std::find_if(begin(), end(), [&](const auto& field) { return field.first == name; });
    return found == end() ? std::string() : found->second;
}

std::vector<std::string> Fields::all(std::string_view name) const
{
    std::vector<std::string> values;
    for (const auto& [key, value] : fields_)
        if (key == name) values.push_back(value);
    return values;
}

std::string Fields::encoded() const
{
    std::string out;
    for (const auto& [name, value] : fields_) {
        if (!out.empty()) out += '&';
        out += percentEncode(name) + '=' + percentEncode(value);
    }
    return out;
}
} // namespace accueil::web
