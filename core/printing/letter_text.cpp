#include "core/printing/letter_text.h"
#include "core/base/date_words.h"
#include <algorithm>

namespace accueil::printing
{
namespace
{
std::string whenInWords(const Messages& m, Day day, MinuteOfDay start)
{
    return m.tr("{0} at {1}", dayWithYear(m, day), clockText(start));
}

/// "Motif : travaux." with one full stop.
std::string reasonInWords(const Messages& m, const std::string& reason)
{
    if (reason.empty()) return {};
    const bool ended = std::string_view(".!?").find(reason.back()) != std::string_view::npos;
    return " " + m.tr("Reason: {0}", reason) + (ended ? "" : ".");
}

std::string news(const Messages& m, const PersonToCall& person)
{
    const std::string cancelled = m.tr("We are sorry: we have to cancel your appointment.") + reasonInWords(m, person.cancelReason);
    switch (person.reason) {
    case CallReason::stranded: return m.tr("We are sorry: we can no longer receive you at this time.");
    case CallReason::moved: return m.tr("We are sorry: we had to move your appointment.") + " " + m.tr("We are now expecting you:");
    case CallReason::cancelled: return cancelled;
    case CallReason::mailFailed: break;
    }
    return m.tr("The e-mail that we sent you about this appointment could not be delivered.") + " " +
           (person.cancelled ? cancelled : m.tr("We are expecting you:"));
}

/// How to come all the same, or at another time.
std::string next(const Messages& m, const Site& site, const PersonToCall& person)
{
    if (person.cancelled) {
        std::string text = m.tr("You can make a new appointment by telephone: {0}.", site.phone);
        if (!site.bookingUrl.empty()) text += " " + m.tr("You can also make it online: {0}", site.bookingUrl);
        return text;
    }
    switch (person.reason) {
    case CallReason::stranded: return m.tr("Please call us, so that we can agree on another time: {0}.", site.phone);
    case CallReason::mailFailed: return m.tr("Please call us to give us your e-mail address: {0}.", site.phone);
    default: return m.tr("If this time does not suit you, please call us: {0}.", site.phone);
    }
}

/// Of a visit to two services: when and where for each, "08:50, zone B : Passeport".
std::vector<std::string> partInWords(const Messages& m, const Catalogue& catalogue, const PlacedPart& part)
{
    std::vector<std::string> lines;
    const Service* service = catalogue.find(part.service);
    const WaitingArea* area = service ? catalogue.find(service->area) : nullptr;
    for (const auto& wanted : part.wanted)
        if (const Procedure* procedure = catalogue.find(wanted.procedure))
            lines.push_back(m.tr("{0}, area {1}: {2}", clockText(part.start), area ? area->code : "", procedure->name.in(m.language())));
    return lines;
}

std::vector<std::string> facts(const Messages& m, const Catalogue& catalogue, const PersonToCall& person)
{
    std::vector<std::string> lines{capitalised(whenInWords(m, person.day, person.start))};
    if (person.parts.size() > 1) {
        for (const auto& part : person.parts) std::ranges::copy(partInWords(m, catalogue, part), std::back_inserter(lines));
    } else {
        for (const ProcedureId id : person.procedures)
            if (const Procedure* procedure = catalogue.find(id)) lines.push_back(procedure->name.in(m.language()));
        const Service* service = catalogue.find(person.service);
        if (service) lines.push_back(service->name.in(m.language()));
        const WaitingArea* area = service ? catalogue.find(service->area) : nullptr;
        if (area && !person.cancelled) lines.push_back(m.tr("Town hall, area {0}", area->code));
    }
    lines.push_back(m.tr("Reference: {0}", referenceInWords(person.reference)));
    return lines;
}

std::string toSay(const Messages& m, const PersonToCall& person)
{
    const std::string cancelled = m.tr("Cancelled by the town.") + reasonInWords(m, person.cancelReason);
    switch (person.reason) {
    case CallReason::stranded: return m.tr("No place any more: agree on another time.");
    case CallReason::moved: return m.tr("Moved to {0}.", dayAndTime(m, person.day, person.start));
    case CallReason::cancelled: return cancelled;
    case CallReason::mailFailed: break;
    }
    return (person.cancelled ? cancelled + " " : "") + m.tr("The mail cannot be delivered: ask for the address.");
}
} // namespace

LetterText letterText(const Catalogue& catalogue, const PersonToCall& person, Day today)
{
    const Messages m(person.language);
    const Site& site = catalogue.site();
    const Service* service = catalogue.find(person.service);
    LetterText letter;
    letter.language = person.language;
    letter.town = site.name.in(person.language);
    for (const auto& line : {site.address, site.phone, site.bookingUrl})
        if (!line.empty()) letter.sender.push_back(line);
    letter.name = person.firstName + (person.firstName.empty() ? "" : " ") + person.lastName;
    letter.date = capitalised(dayWithYear(m, today));
    letter.subject = m.tr("Your appointment of {0}", whenInWords(m, person.wasDay, person.wasStart));
    letter.salutation = m.tr("Dear Sir or Madam,");
    letter.news = news(m, person);
    letter.facts = facts(m, catalogue, person);
    letter.next = next(m, site, person);
    letter.closing = m.tr("Yours faithfully,");
    letter.signature = service ? service->name.in(person.language) : letter.town;
    return letter;
}

CallSheetText callSheetText(const Messages& m, const Catalogue& catalogue, const std::vector<PersonToCall>& people, Day today)
{
    CallSheetText sheet;
    sheet.title = m.tr("People to call");
    sheet.subtitle = catalogue.site().name.in(m.language()) + ", " + dayWithYear(m, today);
    sheet.nobody = m.tr("Nobody is to be called.");
    sheet.person = m.trc("people to call", "Person");
    sheet.appointment = m.trc("people to call", "Appointment");
    sheet.toSay = m.tr("To say");
    for (const auto& person : people) {
        const Service* service = catalogue.find(person.service);
        sheet.lines.push_back({person.lastName + (person.firstName.empty() ? "" : " ") + person.firstName,
                               person.phone.empty() ? m.tr("No number: write a letter") : person.phone,
                               service ? service->name.in(m.language()) : "", capitalised(dayAndTime(m, person.wasDay, person.wasStart)),
                               referenceInWords(person.reference), toSay(m, person), std::string(ownName(person.language))});
    }
    return sheet;
}
} // namespace accueil::printing
