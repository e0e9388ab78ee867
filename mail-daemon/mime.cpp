#include "mail-daemon/mime.h"
#include "core/base/local_time.h"
#include <Poco/Base64Encoder.h>
#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Net/QuotedPrintableEncoder.h>
#include <sstream>

namespace accueil::maild
{
namespace
{
constexpr std::size_t longestPlainHeader = 60;
constexpr std::size_t longestEncodedText =
    48; // with the header's name, "=?UTF-8?Q?" and "?=" below RFC 2047's 76

std::string crlf(std::string_view text)
{
    std::string lines;
    for (const char c : text) {
        if (c == '\r') continue;
        if (c == '\n') lines += '\r';
        lines += c;
    }
    return lines;
}

std::string quotedPrintable(std::string_view text)
{
    std::ostringstream out;
    Poco::Net::QuotedPrintableEncoder encoder(out);
    encoder << crlf(text);
    encoder.close();
    return out.str();
}

std::string base64(std::string_view bytes)
{
    std::ostringstream out;
    Poco::Base64Encoder encoder(out);
    encoder << bytes;
    encoder.close();
    return out.str();
}

/// One part with its own header. `headers` without the empty line that ends them.
std::string part(const std::string& headers, const std::string& body)
{
    return headers + "\r\n\r\n" + body;
}

/// "=_" cannot occur in quoted-printable or base64, so no content can hold a boundary.
std::string multipart(const std::string& kind, const std::string& name, const std::vector<std::string>& parts)
{
    const std::string boundary = "=_accueil_" + name;
    std::string body;
    for (const auto& each : parts) body += "--" + boundary + "\r\n" + each + "\r\n";
    return part("Content-Type: multipart/" + kind + ";\r\n boundary=\"" + boundary + "\"",
                body + "--" + boundary + "--");
}

std::string textPart(const std::string& kind, const std::string& text)
{
    return part("Content-Type: text/" + kind +
                    "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                quotedPrintable(text));
}

std::string picturePart(const std::string& png)
{
    const auto id = std::string(qrContentId);
    return part(
        "Content-Type: image/png; name=\"code.png\"\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <" +
            id + ">\r\nContent-Disposition: inline; filename=\"code.png\"",
        base64(png));
}

std::string calendarPart(const Message& message)
{
    const std::string method = message.calendarMethod == CalendarMethod::cancel ? "CANCEL" : "PUBLISH";
    return part(
        "Content-Type: text/calendar; charset=utf-8; method=" + method + ";\r\n name=\"" +
            message.calendarName +
            "\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n filename=\"" +
            message.calendarName + "\"",
        base64(message.calendar));
}

/// How many bytes the UTF-8 character at the front of `text` has.
std::size_t characterLength(std::string_view text)
{
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) ++length;
    return length;
}

/// RFC 2047's Q, as strict as a phrase needs it: letters and figures stay.
std::string encodedCharacter(std::string_view character)
{
    std::string encoded;
    for (const char c : character) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (plain)
            encoded += c;
        else if (c == ' ')
            encoded += '_';
        else
            encoded += fmt::format("={:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

std::string withoutControls(std::string_view text)
{
    std::string clean(text);
    for (char& c : clean)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return clean;
}

/// May stand in a header, also as a display name, without quotes.
bool isPlain(std::string_view text)
{
    for (const char c : text) {
        const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                          c == ' ' || c == '-';
        if (!word) return false;
    }
    return text.size() <= longestPlainHeader;
}

std::string address(const std::string& name, const std::string& bare)
{
    return name.empty() ? "<" + bare + ">" : encodedHeader(name) + "\r\n <" + bare + ">";
}
} // namespace

std::string encodedHeader(std::string_view text)
{
    const std::string clean = withoutControls(text);
    if (isPlain(clean)) return clean;
    std::string header, word;
    const auto finish = [&] {
        header += (header.empty() ? "" : "\r\n ") + ("=?UTF-8?Q?" + word + "?=");
        word.clear();
    };
    for (std::string_view rest = clean; !rest.empty();) {
        const auto length = characterLength(rest);
        const auto encoded = encodedCharacter(rest.substr(0, length));
        if (word.size() + encoded.size() > longestEncodedText) finish();
        word += encoded;
        rest.remove_prefix(length);
    }
    finish();
    return header;
}

std::string rfc5322Date(Instant at)
{
    const Poco::Timestamp stamp(Poco::Timestamp::TimeVal{at.time_since_epoch().count()} * 1000);
    return Poco::DateTimeFormatter::format(stamp, "%w, %d %b %Y %H:%M:%S +0000");
}

std::string mimeMessage(const Envelope& envelope, const Message& message)
{
    std::string html = textPart("html", message.html);
    if (!message.qrPng.empty()) html = multipart("related", "related", {html, picturePart(message.qrPng)});
    const auto texts = multipart("alternative", "alternative", {textPart("plain", message.text), html});

    std::string headers = "From: " + address(envelope.fromName, envelope.from) + "\r\n";
    headers += "To: <" + envelope.to + ">\r\n";
    if (!envelope.replyTo.empty() && envelope.replyTo != envelope.from)
        headers += "Reply-To: <" + envelope.replyTo + ">\r\n";
    headers += "Subject: " + encodedHeader(message.subject) + "\r\n";
    headers += "Date: " + rfc5322Date(envelope.date) + "\r\n";
    headers += "Message-ID: " + envelope.messageId + "\r\n";
    headers += "Content-Language: " + std::string(code(envelope.language)) + "\r\n";
    headers += "Auto-Submitted: auto-generated\r\n"; // no holiday notices in answer (RFC 3834)
    headers += "MIME-Version: 1.0\r\n";
    return headers + multipart("mixed", "mixed", {texts, calendarPart(message)}) + "\r\n";
}
} // namespace accueil::maild
