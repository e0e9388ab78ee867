#include "core/notification/notice.h"
#include "core/base/date_words.h"
#include "core/base/errors.h"

namespace accueil
{
namespace
{
std::string personsInWords(const Messages& messages, int persons)
{
    return messages.trn("{0} person", "{0} people", persons);
}

std::string withoutSlash(std::string url)
{
    while (!url.empty() && url.back() == '/') url.pop_back();
    return url;
}
} // namespace

Notice makeNotice(const Catalogue& catalogue, Language language, const NoticeFacts& facts,
                  const std::string& bookingUrl)
{
    const Site& site = catalogue.site();
    Notice notice;
    notice.language = language;
    notice.appointment = facts.appointment;
    notice.reference = facts.reference;
    notice.revision = facts.revision;
    notice.day = facts.day;
    notice.start = facts.start;
    notice.minutes = facts.minutes;

    std::vector<ProcedureId> procedures;
    for (const auto& [id, persons] : facts.wanted) {
        const Procedure* procedure = catalogue.find(id);
        if (!procedure) throw InvalidInput("a procedure is no longer in the catalogue");
        notice.items.push_back({procedure->name.in(language), persons});
        procedures.push_back(id);
    }
    notice.papers = catalogue.papers(procedures, language);
    const Service* service = catalogue.find(facts.service);
    const WaitingArea* area = service ? catalogue.find(service->area) : nullptr;
    if (!area) throw InvalidInput("a service is no longer in the catalogue");
    notice.area = area->code;
    // An imported appointment may name its service only.
    if (notice.items.empty()) notice.items.push_back({service->name.in(language), 1});

    notice.town = site.name.in(language);
    notice.address = site.address;
    notice.phone = site.phone;
    notice.email = site.email;
    notice.timeZone = site.timeZone;
    notice.bookingUrl = withoutSlash(bookingUrl.empty() ? site.bookingUrl : bookingUrl);
    if (!facts.manageToken.empty() && !notice.bookingUrl.empty()) {
        notice.manageUrl = manageUrl(notice.bookingUrl, facts.manageToken, language);
        notice.moveUrl = manageUrl(notice.bookingUrl, facts.manageToken, language, "/move");
        notice.cancelUrl = manageUrl(notice.bookingUrl, facts.manageToken, language, "/cancel");
    }
    return notice;
}

std::string manageUrl(const std::string& bookingUrl, const std::string& manageToken, Language language,
                      std::string_view act)
{
    return fmt::format("{}/rdv/{}{}?lang={}", bookingUrl, manageToken, act, code(language));
}

std::string whenInWords(const Messages& messages, const Notice& notice)
{
    return messages.tr("{0} at {1}", dayWithYear(messages, notice.day), clockText(notice.start));
}

std::string placeInWords(const Messages& messages, const Notice& notice)
{
    return messages.tr("Town hall, area {0}", notice.area);
}

std::vector<std::string> proceduresInWords(const Messages& messages, const Notice& notice)
{
    std::vector<std::string> lines;
    for (const auto& item : notice.items) {
        // With one procedure the number of people stands beside the minutes.
        const bool alone = notice.items.size() == 1 || item.persons == 1;
        lines.push_back(alone ? item.procedure
                              : item.procedure + ", " + personsInWords(messages, item.persons));
    }
    return lines;
}

std::string lengthInWords(const Messages& messages, const Notice& notice)
{
    const auto minutes = messages.trn("{0} minute", "{0} minutes", notice.minutes);
    if (notice.items.size() != 1) return minutes;
    return personsInWords(messages, notice.items.front().persons) + ", " + minutes;
}
} // namespace accueil
