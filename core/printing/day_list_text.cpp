#include "core/printing/day_list_text.h"
#include "core/base/date_words.h"
#include "core/booking/visit_words.h"
#include <algorithm>
#include <iterator>

namespace accueil::printing
{
namespace
{
/// Where the other half of a linked visit is.
std::string otherHalf(const Messages& m, const Catalogue& catalogue, const Appointment& one,
                      const std::vector<Appointment>& all)
{
    const auto other = std::ranges::find_if(all, [&](const Appointment& candidate) {
        return candidate.reference == one.reference && candidate.part != one.part;
    });
    if (other == all.end()) return m.tr("part {0} of {1}", one.part, one.parts); // on a list of one service
    const Service* service = catalogue.find(other->service);
    const std::string where =
        clockText(other->start) + (service ? " " + service->shortName.in(m.language()) : "");
    return one.start < other->start ? m.tr("then {0}", where) : m.tr("before: {0}", where);
}

DayListLine lineOf(const Messages& m, const Catalogue& catalogue, const Appointment& one,
                   const std::vector<Appointment>& all)
{
    DayListLine line;
    line.time = clockText(one.start);
    line.name = one.person.lastName + (one.person.firstName.empty() ? "" : " ") + one.person.firstName;
    if (one.person.birthDate != BirthDate{})
        line.born = birthDateText(one.person.birthDate); // an old list may lack it
    for (const auto& wanted : one.wanted)
        if (const std::string words = procedureInWords(m, catalogue, wanted); !words.empty())
            line.procedures.push_back(words);
    if (one.parts > 1) line.procedures.push_back(otherHalf(m, catalogue, one, all));
    line.phone = one.person.phone;
    line.reference = referenceInWords(one.reference);
    line.note = one.person.note;
    line.state = stateWord(m, one.state) + (one.ticketNumber.empty() ? "" : ", " + one.ticketNumber);
    line.gone = one.state == VisitState::cancelled;
    return line;
}

/// One line each half-hour that still has places: a booking can be written there while nothing else works.
std::vector<DayListLine> freeLines(const Messages& m, const std::vector<SlotRow>& slots, const LocalTime& now)
{
    constexpr int step = 30;
    std::map<int, int> places; // by half-hour
    for (const auto& slot : slots)
        if (slot.booked < slot.capacity && now <= LocalTime{slot.day, slot.start})
            places[slot.start.value / step] += slot.capacity - slot.booked;
    std::vector<DayListLine> lines;
    for (const auto& [half, free] : places) {
        DayListLine& line = lines.emplace_back();
        line.time = clockText(MinuteOfDay{half * step});
        line.name = m.trn("{0} free place", "{0} free places", free);
        line.free = true;
    }
    return lines;
}

DayListSection sectionOf(const Messages& m, const Catalogue& catalogue, const Service& service,
                         const DayOnPaper& read, const LocalTime& now)
{
    DayListSection section{service.name.in(m.language()), {}, {}};
    int coming = 0;
    for (const auto& one : read.appointments) {
        if (one.service != service.id || one.state == VisitState::held) continue;
        section.lines.push_back(lineOf(m, catalogue, one, read.appointments));
        if (!section.lines.back().gone) ++coming;
    }
    section.summary = section.lines.empty() ? m.tr("No appointment.")
                                            : m.trn("{0} appointment", "{0} appointments", coming);
    if (const auto slots = read.places.find(service.id); slots != read.places.end())
        std::ranges::move(freeLines(m, slots->second, now), std::back_inserter(section.lines));
    std::ranges::stable_sort(section.lines, {},
                             &DayListLine::time); // whoever comes stands before who may come
    return section;
}
} // namespace

DayListText dayListText(const Messages& m, const Catalogue& catalogue, const DayOnPaper& read, Day day,
                        ServiceId service, const LocalTime& now)
{
    DayListText text;
    text.town = catalogue.site().name.in(m.language());
    text.day = capitalised(dayWithYear(m, day));
    text.printed = m.tr("Printed on {0} at {1}", numericDay(now.day), clockText(now.minute));
    text.time = m.tr("Time");
    text.person = m.trc("day list", "Name, born");
    text.procedures = m.tr("Procedure");
    text.contact = m.trc("day list", "Telephone, reference");
    text.note = m.tr("Note");
    text.state = m.tr("State");
    for (const auto& one : catalogue.services())
        if (!service || one.id == service) text.sections.push_back(sectionOf(m, catalogue, one, read, now));
    text.page = m.tr("Page");
    return text;
}
} // namespace accueil::printing
