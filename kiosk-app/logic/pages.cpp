#include "kiosk-app/logic/pages.h"
#include "core/base/describe.h"
#include "kiosk-app/logic/fact_words.h"

namespace accueil::kiosk
{
namespace
{
using Problem = BirthDateEntry::Problem;

std::string readerPlace(const Messages& m, Surroundings::Reader reader)
{
    switch (reader) {
    case Surroundings::Reader::left:
        return m.tr("The reader is to the left of the screen.");
    case Surroundings::Reader::right:
        return m.tr("The reader is to the right of the screen.");
    case Surroundings::Reader::under:
        break;
    }
    return m.tr("The reader is below the screen.");
}

HomeView home(const HomePage& page, const Messages& m, const Surroundings& around)
{
    return {.title = m.tr("Hello and welcome"),
            .notice = page.unknownCode ? accueil::describe(m, Refusal::codeUnknown) : "",
            .scanTitle = m.tr("Show your QR code"),
            .scanHow = m.tr("On paper or on your phone."),
            .scanWhere = readerPlace(m, around.reader),
            .birthDate = {m.tr("My date of birth"), m.tr("I have an appointment, but no QR code")},
            .noAppointment = {m.tr("I have no appointment"), m.tr("See what is possible today")}};
}

int number(const std::string& digits)
{
    return digits.empty() ? 0 : std::stoi(digits);
}

/// "31 février"
std::string dayAndMonth(const Messages& m, const BirthDateEntry& entry)
{
    return m.trc("day and month", "{0} {1}", number(entry.typed(BirthDateEntry::day)),
                 monthName(m, static_cast<unsigned>(number(entry.typed(BirthDateEntry::month)))));
}

std::string problemInWords(const Messages& m, const BirthDateEntry& entry, Problem problem)
{
    switch (problem) {
    case Problem::noSuchDay:
        return m.tr("There is no day {0}. Please correct the day.", entry.typed(BirthDateEntry::day));
    case Problem::noSuchMonth:
        return m.tr("There is no month {0}. Please correct the month.", entry.typed(BirthDateEntry::month));
    case Problem::dayNotInMonth:
        if (number(entry.typed(BirthDateEntry::day)) == 0 || number(entry.typed(BirthDateEntry::month)) == 0)
            return m.tr("This date does not exist. Please correct the day or month.");
        return m.tr("{0} does not exist. Please correct the day or month.", dayAndMonth(m, entry));
    case Problem::notInThatYear:
        return m.tr("{0} {1} does not exist. Please correct the date.", dayAndMonth(m, entry),
                    entry.typed(BirthDateEntry::year));
    case Problem::yearNotPossible:
        return m.tr("This year is not possible. Please correct the year.");
    case Problem::none:
        break;
    }
    return {};
}

bool isWrong(BirthDateEntry::Field field, Problem problem)
{
    switch (problem) {
    case Problem::noSuchDay:
        return field == BirthDateEntry::day;
    case Problem::noSuchMonth:
        return field == BirthDateEntry::month;
    case Problem::dayNotInMonth:
        return field != BirthDateEntry::year;
    case Problem::yearNotPossible:
        return field == BirthDateEntry::year;
    case Problem::notInThatYear:
        return true;
    case Problem::none:
        break;
    }
    return false;
}

/// Under the month its name, so that an inverted date is seen; under the current field what it still wants.
std::string hintBelow(const Messages& m, const BirthDateEntry& entry, BirthDateEntry::Field field)
{
    const int typed = static_cast<int>(entry.typed(field).size());
    const int missing = BirthDateEntry::length(field) - typed;
    if (field == BirthDateEntry::month && missing == 0) {
        const int month = number(entry.typed(field));
        return month >= 1 && month <= 12 ? monthName(m, static_cast<unsigned>(month)) : "";
    }
    if (typed == 0 || missing == 0) return {};
    return m.trn("{0} more digit", "{0} more digits", missing);
}

DateField dateField(const Messages& m, const BirthDateEntry& entry, BirthDateEntry::Field field,
                    Problem problem)
{
    const std::string labels[] = {m.tr("Day"), m.tr("Month"), m.tr("Year")};
    const std::string placeholders[] = {m.tr("dd"), m.tr("mm"), m.tr("yyyy")};
    return {.label = labels[field],
            .typed = entry.typed(field),
            .placeholder = placeholders[field],
            .hint = hintBelow(m, entry, field),
            .current = problem == Problem::none && field == entry.current() && !entry.whole(),
            .wrong = isWrong(field, problem)};
}

BirthDateView birthDate(const BirthDatePage& page, const Messages& m, Day today)
{
    const Problem problem = page.entry.problem(today);
    BirthDateView view{.title = m.tr("Your date of birth"),
                       .example = m.tr("Example: 05 06 1962 for 5 June 1962."),
                       .problem = problemInWords(m, page.entry, problem),
                       .fields = {},
                       .clear = m.tr("Clear all"),
                       .correct = m.tr("Correct"),
                       .go = m.tr("Continue"),
                       .canGo = page.entry.date(today).has_value()};
    if (page.nobodyFound) view.problem = accueil::describe(m, Refusal::nobodyFound);
    for (const auto field : {BirthDateEntry::day, BirthDateEntry::month, BirthDateEntry::year})
        view.fields[field] = dateField(m, page.entry, field, problem);
    return view;
}

WhichTimeView whichTime(const WhichTimePage& page, const Messages& m)
{
    WhichTimeView view{.title = m.tr("What time is your appointment?"),
                       .text =
                           m.tr("The time is on your confirmation. This question protects your appointment."),
                       .times = {},
                       .forgotten = {m.tr("I don't remember"), m.tr("The reception will gladly help you")}};
    for (const auto time : page.times) view.times.push_back(clockText(time));
    return view;
}

std::string papersInLine(const std::vector<LocalizedText>& papers, Language language)
{
    std::string all;
    for (const auto& paper : papers) all += (all.empty() ? "" : " · ") + paper.in(language);
    return all;
}

TicketView ticket(const TicketPage& page, const Messages& m)
{
    const IssuedTicket& issued = page.ticket.issued;
    TicketView view{.title = m.tr("You are checked in"),
                    .areaLabel = m.tr("Area"),
                    .area = issued.area,
                    .numberLabel = m.tr("Your number"),
                    .number = issued.number,
                    .ahead = issued.ahead == 0 ? m.trc("ahead of you", "Nobody")
                                               : m.trn("{0} person", "{0} people", issued.ahead),
                    .aheadText = m.tr("ahead of you"),
                    .waitText = m.tr("Estimated wait"),
                    .wait = waitInWords(m, issued.wait),
                    .steps = {},
                    .printed = !page.printFailed,
                    .done = m.tr("Done"),
                    .clears = m.trn("This page clears in {0} second.", "This page clears in {0} seconds.",
                                    page.secondsLeft)};
    if (page.printFailed)
        view.steps.push_back({Sign::warning,
                              m.tr("Your ticket cannot be printed. Please note your number: it is enough."),
                              ""});
    else
        view.steps.push_back({Sign::printer, m.tr("Your ticket is printing, please take it"),
                              m.tr("Without a ticket, note or remember your number.")});
    std::string waiting = m.tr("Your number will be shown on the screen and called out.");
    if (!page.ticket.nextArea.empty())
        waiting += " " + afterwardsInWords(m, page.ticket.next.in(m.language()), page.ticket.nextArea);
    view.steps.push_back({Sign::place, m.tr("Please wait in area {0}", issued.area), waiting});
    if (const auto papers = papersInLine(page.ticket.papers, m.language()); !papers.empty())
        view.steps.push_back({Sign::papers, m.tr("Have ready"), papers});
    return view;
}

ChoiceView choices(const Messages& m, const KioskSite& site)
{
    ChoiceView view{.title = m.tr("What do you need to do?"),
                    .text = m.tr("This is possible today without an appointment."),
                    .choices = {},
                    .other = {m.tr("Something else"), m.tr("See how to get an appointment")},
                    .earlier = m.tr("Previous choices"),
                    .later = m.tr("More choices")};
    for (const auto& offer : site.walkIns)
        view.choices.push_back({offer.name.in(m.language()), offer.service.in(m.language())});
    return view;
}

AwayView away(const Messages& m, const Surroundings& around)
{
    AwayView view{.title = m.tr("Please go to the reception"),
                  .text = m.tr("This kiosk cannot help you at the moment.") + " " +
                          m.tr("Your appointment is not lost."),
                  .where = receptionPlace(m, around.reception),
                  .side = around.reception,
                  .others = {},
                  .foot = m.tr("The kiosk resumes by itself as soon as possible.")};
    for (const auto language : languages) {
        if (language == m.language()) continue;
        const Messages other(language);
        std::string text = other.tr("Please go to the reception") + ".";
        if (const auto where = receptionPlace(other, around.reception); !where.empty())
            text += " " + where + ".";
        std::string name(code(language));
        for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
        view.others.push_back({std::move(name), std::move(text)});
    }
    return view;
}
} // namespace

PageView describe(const Page& page, const Messages& m, const KioskSite& site, const Surroundings& around,
                  Day today)
{
    struct Describe
    {
        const Messages& messages;
        const KioskSite& site;
        const Surroundings& around;
        Day today;
        PageView operator()(const HomePage& p) const { return home(p, messages, around); }
        PageView operator()(const BirthDatePage& p) const { return birthDate(p, messages, today); }
        PageView operator()(const WhichTimePage& p) const { return whichTime(p, messages); }
        PageView operator()(const TicketPage& p) const { return ticket(p, messages); }
        PageView operator()(const FactPage& p) const { return factInWords(p, messages, site, around); }
        PageView operator()(const ChoicePage&) const { return choices(messages, site); }
        PageView operator()(const AwayPage&) const { return away(messages, around); }
    };
    return std::visit(Describe{m, site, around, today}, page);
}
} // namespace accueil::kiosk
