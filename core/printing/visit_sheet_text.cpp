#include "core/printing/visit_sheet_text.h"
#include "core/base/date_words.h"

namespace accueil::printing
{
namespace
{
/// The blanks around a word hold: "26. November" and "um 08:30 Uhr" stay on one line.
std::string glued(std::string text, const std::string& word, bool before, bool after)
{
    const auto at = text.find(word);
    if (at == std::string::npos) return text;
    const auto end = at + word.size();
    if (after && end < text.size() && text[end] == ' ') text.replace(end, 1, "\u00A0");
    if (before && at > 0 && text[at - 1] == ' ') text.replace(at - 1, 1, "\u00A0");
    return text;
}

std::string whenOf(const Messages& m, const Notice& notice)
{
    const auto month = static_cast<unsigned>(std::chrono::year_month_day(notice.day).month());
    const std::string when = glued(whenInWords(m, notice), clockText(notice.start), true, true);
    return capitalised(glued(when, monthName(m, month), true, false));
}

/// As somebody types it: what every program adds by itself is left out.
std::string typed(std::string url)
{
    if (const auto end = url.find('?'); end != std::string::npos) url.resize(end);
    if (url.starts_with("https://")) url.erase(0, 8);
    return url;
}

NoticeFacts factsOf(const PrintableVisit& visit)
{
    const Appointment& first = visit.parts.front();
    NoticeFacts facts;
    facts.appointment = first.id;
    facts.reference = first.reference;
    facts.revision = first.revision;
    facts.day = first.day;
    for (const auto& part : visit.parts)
        facts.parts.push_back({part.service, part.start, part.minutes, part.wanted});
    facts.manageToken = visit.secrets.manageToken;
    return facts;
}

VisitSheetText::Part partOf(const Messages& m, const Notice& notice, const Notice::Part& part)
{
    VisitSheetText::Part lines;
    if (notice.parts.size() > 1) lines.when = clockText(part.start);
    lines.place = m.tr("Town hall, area {0}", part.area);
    for (const auto& [procedure, persons] : part.items) {
        const bool alone =
            notice.items.size() == 1 || persons == 1; // then the number stands beside the minutes
        const std::string people = m.trn("{0} person", "{0} people", persons);
        lines.procedures.push_back(alone ? procedure : procedure + ", " + glued(people, std::to_string(persons), false, true));
    }
    return lines;
}
} // namespace

VisitSheetText visitSheetText(const Catalogue& catalogue, const PrintableVisit& visit)
{
    return visitSheetText(makeNotice(catalogue, visit.parts.front().person.language, factsOf(visit)), visit.secrets.checkInToken);
}

VisitSheetText visitSheetText(const Notice& notice, const std::string& checkInToken)
{
    const Messages m(notice.language);
    VisitSheetText text;
    text.language = notice.language;
    text.town = notice.town;
    text.address = notice.address;
    text.title = m.tr("Your appointment");
    text.when = whenOf(m, notice);
    text.length = lengthInWords(m, notice);
    for (const auto& part : notice.parts) text.parts.push_back(partOf(m, notice, part));
    text.papersTitle = m.tr("What to bring");
    text.papers = notice.papers;
    text.arrivalTitle = m.tr("On arrival");
    text.arrival = checkInToken.empty()
                       ? m.tr("Give your date of birth at the kiosk by the entrance, or go to the reception.")
                       : m.tr("Show this code at the kiosk by the entrance. Without the code, give your date "
                              "of birth at the kiosk, or go "
                              "to the reception.");
    text.code = checkInToken;
    text.reference = m.tr("Reference: {0}", referenceInWords(notice.reference));
    text.changeTitle = m.tr("Unable to come?");
    text.change = m.tr("Let us know as soon as possible: somebody else can then have your place.");
    if (!notice.phone.empty()) text.call = m.tr("Call us: {0}", notice.phone);
    if (notice.manageUrl.empty()) return text;
    text.pageLabel = m.tr("Or move or cancel it on this page:");
    text.page = typed(notice.manageUrl);
    return text;
}
} // namespace accueil::printing
