// booking-cgi/form_token.h - signed seeds: a form can only be sent with a token that this town's servers
// issued.
#pragma once
#include "core/base/language.h"
#include "core/booking/token.h"
#include <optional>
#include <string>
#include <string_view>

namespace accueil::web
{
/// What a page carries instead of a cookie.
struct FormToken
{
    Seed seed;
    Language language = Language::fr; ///< in which the page was shown
    friend bool operator==(const FormToken&, const FormToken&) = default;
};

/// What a token is good for; one of another purpose is no token.
enum class Purpose { choose, held, change };

/// Signs with web.secret (HMAC-SHA-256). All web servers of a town share it, so any of them takes any form.
/// Immutable, any thread.
class Signer
{
public:
    static constexpr std::size_t minSecret = 32;

    /// @throws ConfigError  if the secret is shorter than minSecret bytes
    explicit Signer(std::string secret);

    std::string sign(Purpose purpose, const FormToken& token) const; ///< 66 letters and digits
    std::optional<FormToken> verify(Purpose purpose, std::string_view text) const;

    /// Another seed, always the same one for the same seed and words: each start on a page is a wish of its
    /// own, and a start pressed twice is the same wish.
    Seed derive(const Seed& seed, std::string_view words) const;

    /// 32 hexadecimal digits that stand for a visitor's network; nobody without the secret finds it back.
    std::string source(std::string_view network) const;

private:
    Sha256 mac(std::string_view kind, std::string_view text) const;
    std::string secret_;
};
} // namespace accueil::web
