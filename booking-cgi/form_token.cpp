#include "booking-cgi/form_token.h"
#include "core/base/errors.h"
#include <sodium.h>

namespace accueil::web
{
namespace
{
constexpr std::size_t seedDigits = 32, macDigits = 32;

std::string_view name(Purpose purpose)
{
    switch (purpose) {
    case Purpose::choose:
        return "choose";
    case Purpose::held:
        return "held";
    default:
        return "change";
    }
}

const unsigned char* bytes(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}
} // namespace

Signer::Signer(std::string secret) : secret_(std::move(secret))
{
    if (sodium_init() < 0) throw ConfigError("libsodium does not start");
    if (secret_.size() < minSecret) throw ConfigError("web.secret is shorter than 32 letters");
}

Sha256 Signer::mac(std::string_view kind, std::string_view text) const
{
    Sha256 result;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(secret_), secret_.size());
    crypto_auth_hmacsha256_update(&state, bytes(kind), kind.size());
    crypto_auth_hmacsha256_update(&state, bytes("|"), 1); // kinds are fixed words without a bar
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    crypto_auth_hmacsha256_final(&state, result.data());
    return result;
}

std::string Signer::sign(Purpose purpose, const FormToken& token) const
{
    const std::string content = token.seed.hex() + std::string(code(token.language));
    return content + hexOf(mac(name(purpose), content)).substr(0, macDigits);
}

std::optional<FormToken> Signer::verify(Purpose purpose, std::string_view text) const
{
    if (text.size() != seedDigits + 2 + macDigits) return {};
    const auto seed = Seed::fromHex(text.substr(0, seedDigits));
    const auto language = parseLanguage(text.substr(seedDigits, 2));
    if (!seed || !language) return {};
    const FormToken token{*seed, *language};
    const std::string expected = sign(purpose, token);
    if (sodium_memcmp(expected.data(), text.data(), expected.size()) != 0) return {};
    return token;
}

Seed Signer::derive(const Seed& seed, std::string_view words) const
{
    const std::string digits = hexOf(mac("derive", seed.hex() + std::string(words)));
    return *Seed::fromHex(digits.substr(0, seedDigits));
}

std::string Signer::source(std::string_view network) const
{
    return hexOf(mac("source", network)).substr(0, 32);
}
} // namespace accueil::web
