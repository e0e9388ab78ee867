// mail-daemon/mime.h - a message as it travels (RFC 5322 and MIME).
#pragma once
#include "core/base/clock.h"
#include "core/notification/message.h"
#include <string>
#include <string_view>

namespace accueil::maild
{
/// Who writes to whom. Addresses are bare, ASCII, and were checked with looksLikeEmail().
struct Envelope
{
    std::string fromName; ///< UTF-8: "Ville de Verviers"
    std::string from, to;
    std::string replyTo;   ///< empty: answers go to `from`
    std::string messageId; ///< with its angle brackets
    Instant date{};
    Language language = Language::fr;
};

/// multipart/mixed of the two texts (the HTML together with its picture) and the calendar file. Seven-bit,
/// CRLF, no line over 78 characters; a dot at the beginning of a line is not doubled yet.
std::string mimeMessage(const Envelope& envelope, const Message& message);

/// RFC 2047: as it is when plain ASCII and short, else encoded words that never cut a character in two.
/// Control characters become blanks, so no value can begin a header of its own.
std::string encodedHeader(std::string_view text);

/// "Thu, 26 Nov 2026 07:30:00 +0000"
std::string rfc5322Date(Instant at);
} // namespace accueil::maild
