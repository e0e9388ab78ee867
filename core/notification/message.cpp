#include "core/notification/message.h"
#include "core/base/date_words.h"
#include "core/booking/token.h"
#include "core/notification/qr.h"
#include "core/notification/templates.h"
#include <kainjow/mustache.hpp>

namespace accueil
{
namespace
{
namespace mustache = kainjow::mustache;

constexpr int qrPixelsPerModule = 12; // shown at 7, so that it is sharp on a telephone

/// The sentences in which the four kinds differ.
struct KindWords
{
    std::string subject, heading, intro;
};

/// What stands before the facts of a cancelled appointment.
std::string cancellationIntro(const Messages& m, const MailFacts& facts)
{
    const std::string plain = m.tr("This appointment will not take place:");
    if (!facts.byTown) return plain;
    std::string intro = m.tr("We are sorry: we have to cancel your appointment.") + " ";
    if (!facts.reason.empty()) {
        const bool ended = std::string_view(".!?").find(facts.reason.back()) != std::string_view::npos;
        intro += m.tr("Reason: {0}", facts.reason) + (ended ? " " : ". ");
    }
    return intro + plain;
}

KindWords wordsOf(const Messages& m, const MailFacts& facts, const std::string& when)
{
    switch (facts.kind) {
    case MailKind::confirmation:
        return {m.tr("Appointment confirmed: {0}", when), m.tr("Your appointment is confirmed"),
                m.tr("We are expecting you:")};
    case MailKind::reminder:
        return {m.tr("Reminder of your appointment: {0}", when), m.tr("Reminder of your appointment"),
                m.tr("We are expecting you:")};
    case MailKind::change:
        return {m.tr("Appointment moved: {0}", when), m.tr("Your appointment has been moved"),
                m.tr("We are now expecting you:")};
    case MailKind::cancellation:
        break;
    }
    return {m.tr("Appointment cancelled: {0}", when), m.tr("Your appointment has been cancelled"),
            cancellationIntro(m, facts)};
}

mustache::data listOf(const std::vector<std::string>& lines)
{
    mustache::data list{mustache::data::type::list};
    for (const auto& line : lines) list << mustache::data{line};
    return list;
}

/// Whether mail programs show this as a name and nothing else. Anybody can type another's address and, as a
/// name, an advertisement with a link: what does not look like a name is left out.
bool looksLikeName(std::string_view text)
{
    if (text.empty() || text.size() > 120) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
        const bool initial =
            c == '.' && (i + 1 == text.size() || text[i + 1] == ' '); // "J. P.", but no "name.be"
        if (!letter && !initial && c != ' ' && c != '-' && c != '\'' && c != ',' && c != '(' && c != ')' &&
            c != '&')
            return false;
    }
    // U+2000 to U+206F hold the marks that turn the direction of writing; of these only ’ and the hyphens are
    // in names.
    for (auto at = text.find('\xE2'); at != std::string_view::npos; at = text.find('\xE2', at + 1)) {
        const auto mark = text.substr(at, 3);
        if (mark != "’" && mark != "‘" && mark != "‐" && mark != "‑" && mark != "–") return false;
    }
    return true;
}

std::string greeting(const Messages& m, const MailFacts& facts)
{
    std::string name = facts.firstName;
    if (!name.empty() && !facts.lastName.empty()) name += ' ';
    name += facts.lastName;
    return looksLikeName(name) ? m.tr("Hello {0},", name) : m.tr("Hello,");
}

mustache::data arrival(const Messages& m, const Notice& notice)
{
    mustache::data part;
    part.set("title", m.tr("On arrival"));
    part.set("text",
             m.tr("Show this code at the kiosk by the entrance, on paper or on your phone. Without the code, "
                  "give your date of birth at the kiosk."));
    part.set("cid", std::string(qrContentId));
    part.set("alt", m.tr("QR code of your appointment"));
    part.set("see", notice.manageUrl); // in the plain text, which can show no picture
    return part;
}

struct Link
{
    std::string label, url;
};

mustache::data buttons(const std::vector<Link>& links)
{
    mustache::data list{mustache::data::type::list};
    for (const auto& link : links) {
        mustache::data button;
        button.set("label", link.label);
        button.set("url", link.url);
        button.set("first", &link == &links.front());
        list << button;
    }
    return list;
}

/// What to do if one cannot come: the page, or else the telephone.
mustache::data impediment(const Messages& m, const Notice& notice)
{
    mustache::data part;
    part.set("title", m.tr("Unable to come?"));
    part.set("text", m.tr("Let us know as soon as possible: somebody else can then have your place."));
    if (notice.manageUrl.empty()) {
        if (!notice.phone.empty()) part.set("call", m.tr("Call us: {0}", notice.phone));
        return part;
    }
    part.set("links", buttons({{m.tr("Move the appointment"), notice.moveUrl},
                               {m.tr("Cancel the appointment"), notice.cancelUrl}}));
    return part;
}

/// After a cancellation: how to come all the same.
mustache::data again(const Messages& m, const Notice& notice)
{
    mustache::data part;
    part.set("title", m.tr("Do you still need to come?"));
    if (notice.bookingUrl.empty()) {
        part.set("text", m.tr("Call us: {0}", notice.phone));
        return part;
    }
    part.set("text", m.tr("You can make a new appointment at any time."));
    part.set("links", buttons({{m.tr("Make a new appointment"),
                                notice.bookingUrl + "?lang=" + std::string(code(notice.language))}}));
    return part;
}

std::string closing(const Messages& m, const MailFacts& facts)
{
    if (facts.kind == MailKind::cancellation)
        return m.tr("The attached file removes the appointment from your calendar.");
    std::string text = m.tr("The attached file adds the appointment to your calendar.");
    if (facts.reminderFollows) text += " " + m.tr("You will receive a reminder the day before.");
    return text;
}

/// Parts that are left out leave their blank lines behind.
std::string withoutGaps(const std::string& text)
{
    std::string tight;
    for (const char c : text)
        if (c != '\n' || !tight.ends_with("\n\n")) tight += c;
    return tight;
}

/// "um 08:30 Uhr" stays on one line.
std::string unbroken(std::string text, const std::string& clock)
{
    const auto at = text.find(clock);
    if (at == std::string::npos) return text;
    const auto end = at + clock.size();
    if (end < text.size() && text[end] == ' ') text.replace(end, 1, "\u00A0");
    if (at > 0 && text[at - 1] == ' ') text.replace(at - 1, 1, "\u00A0");
    return text;
}

mustache::data model(const Messages& m, const Notice& notice, const MailFacts& facts, const KindWords& words)
{
    const bool cancelled = facts.kind == MailKind::cancellation;
    mustache::data all;
    all.set("language", std::string(code(notice.language)));
    all.set("subject", words.subject);
    all.set("town", notice.town);
    all.set("heading", words.heading);
    all.set("greeting", greeting(m, facts));
    all.set("intro", words.intro);
    all.set("when", unbroken(whenInWords(m, notice), clockText(notice.start)));
    all.set("procedures", listOf(proceduresInWords(m, notice)));
    all.set("length", lengthInWords(m, notice));
    all.set("place", placeInWords(m, notice));
    all.set("address", notice.address);
    all.set("reference", m.tr("Reference: {0}", ""));
    all.set("code", referenceInWords(notice.reference));
    if (!cancelled && !notice.papers.empty()) {
        all.set("papers_title", m.tr("What to bring"));
        all.set("papers", listOf(notice.papers));
    }
    if (!cancelled && !facts.checkInToken.empty()) all.set("arrival", arrival(m, notice));
    all.set("act", cancelled ? again(m, notice) : impediment(m, notice));
    all.set("closing", closing(m, facts));
    all.set("sender", notice.town + ", " + notice.address);
    all.set("phone", notice.phone);
    all.set("why", m.tr("You receive this message because an appointment was made with this address. Your "
                        "data are erased "
                        "after your visit."));
    return all;
}
} // namespace

Message composeMail(const Notice& notice, const MailFacts& facts, Instant now)
{
    const Messages m(notice.language);
    const auto words = wordsOf(m, facts, dayAndTime(m, notice.day, notice.start));
    auto texts = model(m, notice, facts, words);

    mustache::mustache plain{std::string(templates::mailText)};
    plain.set_custom_escape([](const std::string& text) { return text; }); // nothing to escape from
    mustache::mustache rich{std::string(templates::mailHtml)};

    Message message;
    message.subject = words.subject;
    message.text = withoutGaps(plain.render(texts));
    message.html = rich.render(texts);
    if (facts.kind != MailKind::cancellation && !facts.checkInToken.empty())
        message.qrPng = QrCode(facts.checkInToken).png(qrPixelsPerModule);
    message.calendarMethod =
        facts.kind == MailKind::cancellation ? CalendarMethod::cancel : CalendarMethod::publish;
    message.calendar = calendarFile(notice, message.calendarMethod, now);
    message.calendarName = calendarFileName(m);
    return message;
}
} // namespace accueil
