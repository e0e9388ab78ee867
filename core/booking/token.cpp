#include "core/booking/token.h"
#include <algorithm>
#include <sodium.h>
#include <stdexcept>

namespace accueil
{
namespace
{
void startSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("libsodium does not start");
}

/// Keyed BLAKE2b of a purpose: without the seed nothing of it can be guessed.
template <std::size_t N>
std::array<std::uint8_t, N> derive(const std::array<std::uint8_t, 16>& seed, std::string_view purpose)
{
    startSodium();
    std::array<std::uint8_t, std::max<std::size_t>(N, crypto_generichash_BYTES_MIN)> out{};
    const std::string text(purpose);
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), seed.data(),
                       seed.size());
    std::array<std::uint8_t, N> first{};
    std::copy_n(out.begin(), N, first.begin());
    return first;
}

std::string letters(const std::uint8_t* bytes, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t byte = bytes[i / 2];
        text += tokenAlphabet[i % 2 == 0 ? byte >> 4 : byte & 15];
    }
    return text;
}

/// Upper case, without blanks and dashes; nothing if another character is there.
std::optional<std::string> lettersOnly(std::string_view text)
{
    std::string clean;
    for (char c : text) {
        if (c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (tokenAlphabet.find(c) == std::string_view::npos) return {};
        clean += c;
    }
    return clean;
}

/// Times x in GF(16), modulo x^4 + x + 1.
unsigned timesX(unsigned value)
{
    value <<= 1;
    return value & 16 ? value ^ 19 : value;
}

/// Weights are powers of x, all different over eight letters: one wrong letter and two swapped ones are noticed.
char checkLetter(std::string_view seven)
{
    unsigned sum = 0, power = 1;
    for (const char c : seven) {
        power = timesX(power);
        unsigned product = 0, factor = power;
        for (auto value = static_cast<unsigned>(tokenAlphabet.find(c)); value != 0; value >>= 1, factor = timesX(factor))
            if (value & 1) product ^= factor;
        sum ^= product;
    }
    return tokenAlphabet[sum];
}
} // namespace

Seed Seed::random()
{
    startSodium();
    Seed seed;
    randombytes_buf(seed.bytes_.data(), seed.bytes_.size());
    return seed;
}

std::optional<Seed> Seed::fromHex(std::string_view hex)
{
    Seed seed;
    std::size_t length = 0;
    const bool read = hex.size() == 32 && sodium_hex2bin(seed.bytes_.data(), seed.bytes_.size(), hex.data(), hex.size(), nullptr,
                                                         &length, nullptr) == 0;
    if (!read || length != seed.bytes_.size()) return {};
    return seed;
}

std::string Seed::hex() const
{
    return hexOf(bytes_.data(), bytes_.size());
}

RequestKey Seed::requestKey(std::string_view act) const
{
    return derive<16>(bytes_, "request:" + std::string(act));
}

std::string Seed::token(std::string_view purpose) const
{
    const auto bytes = derive<tokenLength / 2>(bytes_, "token:" + std::string(purpose));
    return letters(bytes.data(), tokenLength);
}

std::string Seed::checkInToken() const
{
    return token("check-in");
}

std::string Seed::manageToken() const
{
    return token("manage");
}

std::optional<std::string> parseToken(std::string_view text)
{
    auto token = lettersOnly(text);
    if (!token || token->size() != tokenLength) return {};
    return token;
}

std::optional<std::string> parseScannedCode(std::string_view text)
{
    if (auto token = parseToken(text)) return token;
    constexpr std::size_t longest = 200;
    std::string code;
    for (char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if ((c >= 0 && c < ' ') || c == 127) return {};
        code += c;
    }
    if (code.empty() || code.size() > longest) return {};
    return code;
}

Sha256 tokenHash(std::string_view token)
{
    return sha256(token);
}

Sha256 sha256(std::string_view text)
{
    Sha256 hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size());
    return hash;
}

std::string makeReference(const Seed& seed, int attempt)
{
    const RequestKey bytes = seed.requestKey("reference:" + std::to_string(attempt));
    const std::string seven = letters(bytes.data(), 7);
    return seven + checkLetter(seven);
}

std::optional<std::string> parseReference(std::string_view text)
{
    auto reference = lettersOnly(text);
    if (!reference || reference->size() != 8) return {};
    if (checkLetter(reference->substr(0, 7)) != reference->back()) return {};
    return reference;
}

std::string referenceInWords(const std::string& reference)
{
    return reference.size() == 8 ? reference.substr(0, 4) + "-" + reference.substr(4) : reference;
}

std::string hexOf(const std::uint8_t* bytes, std::size_t count)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += digits[bytes[i] >> 4];
        text += digits[bytes[i] & 15];
    }
    return text;
}
} // namespace accueil
