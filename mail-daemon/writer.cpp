#include "mail-daemon/writer.h"
#include "mail-daemon/mime.h"

namespace accueil::maild
{
namespace
{
constexpr std::chrono::minutes freshFor{1};
}

const Catalogue& MailWriter::catalogue(SiteId site)
{
    const auto now = std::chrono::steady_clock::now();
    auto found = loaded_.find(site);
    if (found == loaded_.end() || now - found->second.at > freshFor)
        found = loaded_.insert_or_assign(site, Loaded{Catalogue::load(connection_, site), now}).first;
    return found->second.catalogue;
}

MailTransport::Mail MailWriter::write(const LeasedMail& mail, Instant now)
{
    const Catalogue& town = catalogue(mail.site);
    const Site& site = town.site();
    const std::string from = options_.from.empty() ? site.email : options_.from;
    if (!looksLikeEmail(from)) throw ConfigError("mail.from and the site's e-mail are empty or no address");
    if (!looksLikeEmail(mail.email)) throw InvalidInput("the address is none");

    Envelope envelope;
    envelope.fromName = site.name.in(mail.language);
    envelope.from = from;
    envelope.to = mail.email;
    envelope.replyTo = looksLikeEmail(site.email) ? site.email : "";
    envelope.messageId = messageId(mail, from.substr(from.find('@') + 1));
    envelope.date = now;
    envelope.language = mail.language;
    try {
        const auto notice = makeNotice(town, mail.language, mail.notice, options_.bookingUrl);
        return {from, mail.email, mimeMessage(envelope, composeMail(notice, mail.mail, now))};
    } catch (const std::exception&) { // whatever it is, the other mails must not wait for it
        throw InvalidInput("this mail cannot be written");
    }
}
} // namespace accueil::maild
