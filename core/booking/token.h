// core/booking/token.h - secrets and keys of one click, and the references that people read aloud.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace accueil
{
/// 16 bytes that name one wish of one person. Stored as BINARY(16); the same wish sent twice is done once.
using RequestKey = std::array<std::uint8_t, 16>;
using Sha256 = std::array<std::uint8_t, 32>;

/// 16 random bytes, made when a form or a button is offered: whatever a click needs is derived from them, so a
/// repeated click gives the same tokens. The seed itself is never stored.
class Seed
{
public:
    static Seed random();
    static std::optional<Seed> fromHex(std::string_view hex); ///< 32 hexadecimal digits
    std::string hex() const;

    /// A key for one act of this wish: requestKey("hold"), requestKey("book").
    RequestKey requestKey(std::string_view act) const;
    std::string checkInToken() const; ///< 20 letters, in the QR code
    std::string manageToken() const;  ///< 20 letters, in the link to move or cancel

    friend bool operator==(const Seed&, const Seed&) = default;

private:
    std::string token(std::string_view purpose) const;
    std::array<std::uint8_t, 16> bytes_{};
};

/// Sixteen consonants that arrive the same from a scanner on every keyboard layout.
inline constexpr std::string_view tokenAlphabet = "BCDFGHJKLNPRSTVX";
inline constexpr std::size_t tokenLength = 20;

/// Upper case, trimmed; nothing if it is not twenty letters of the alphabet.
std::optional<std::string> parseToken(std::string_view text);
/// What a code reader has read: our token as parseToken gives it, or else the code of an older system, in upper case
/// (so do readers type it) and without blanks. Nothing for what is empty, over 200 bytes long, or holds control characters.
std::optional<std::string> parseScannedCode(std::string_view text);
/// Of a token or an older system's code: what the database keeps. @param token  as parseToken or parseScannedCode gives it
Sha256 tokenHash(std::string_view token);
Sha256 sha256(std::string_view text);

/// "KXTRBVLN": eight letters of the alphabet, the last a check letter. Derived from the seed; `attempt` gives
/// another one when the first is taken.
std::string makeReference(const Seed& seed, int attempt = 0);
/// Accepts blanks, dashes and lower case; nothing if the check letter does not fit.
std::optional<std::string> parseReference(std::string_view text);
std::string referenceInWords(const std::string& reference); ///< "KXTR-BVLN"

/// Bytes as the SQL of both servers takes them, without a binary string in a statement: hexadecimal for UNHEX().
std::string hexOf(const std::uint8_t* bytes, std::size_t count);
inline std::string hexOf(const RequestKey& key) { return hexOf(key.data(), key.size()); }
inline std::string hexOf(const Sha256& hash) { return hexOf(hash.data(), hash.size()); }
} // namespace accueil
