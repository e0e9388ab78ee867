#include "core/notification/notice.h"
#include "core/base/date_words.h"
#include "core/base/errors.h"
#include <algorithm>

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

/// @throws InvalidInput  if the service or a procedure is no longer in the catalogue
Notice::Part makePart(const Catalogue& catalogue, Language language, const PlacedPart& placed)
{
    const Service* service = catalogue.find(placed.service);
    const WaitingArea* area = service ? catalogue.find(service->area) : nullptr;
    if (!area) throw InvalidInput("a service is no longer in the catalogue");
    Notice::Part part{placed.start, placed.minutes, service->shortName.in(language), area->code, {}};
    for (const auto& [id, persons] : placed.wanted) {
        const Procedure* procedure = catalogue.find(id);
        if (!procedure) throw InvalidInput("a procedure is no longer in the catalogue");
        part.items.push_back({procedure->name.in(language), persons});
    }
    // An imported appointment may name its service only.
    if (part.items.empty()) part.items.push_back({service->name.in(language), 1});
    return part;
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
    notice.start = facts.start();
    notice.minutes = facts.end().value - facts.start().value;

    std::vector<ProcedureId> procedures;
    for (const auto& placed : facts.parts) {
        notice.parts.push_back(makePart(catalogue, language, placed));
        std::ranges::copy(notice.parts.back().items, std::back_inserter(notice.items));
        for (const auto& one : placed.wanted) procedures.push_back(one.procedure);
    }
    notice.papers = catalogue.papers(procedures, language);
    notice.area = notice.parts.front().area;

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
    // With one procedure the number of people stands beside the minutes.
    const auto inWords = [&](const Notice::Item& item) {
        const bool alone = notice.items.size() == 1 || item.persons == 1;
        return alone ? item.procedure : item.procedure + ", " + personsInWords(messages, item.persons);
    };
    std::vector<std::string> lines;
    if (notice.parts.size() < 2) std::ranges::transform(notice.items, std::back_inserter(lines), inWords);
    else
        for (const auto& part : notice.parts)
            for (const auto& item : part.items)
                lines.push_back(messages.tr("{0}, area {1}: {2}", clockText(part.start), part.area, inWords(item)));
    return lines;
}

std::string lengthInWords(const Messages& messages, const Notice& notice)
{
    const auto minutes = messages.trn("{0} minute", "{0} minutes", notice.minutes);
    if (notice.items.size() != 1) return minutes;
    return personsInWords(messages, notice.items.front().persons) + ", " + minutes;
}
} // namespace accueil
