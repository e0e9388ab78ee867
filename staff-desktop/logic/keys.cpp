#include "staff-desktop/logic/keys.h"
#include <cctype>

namespace accueil
{
namespace
{
std::string alt(const Messages& m, const std::string& label)
{
    return m.tr("Alt+{0}", mnemonicOf(label));
}

std::string control(const Messages& m, const std::string& key)
{
    return m.tr("Ctrl+{0}", key);
}

std::vector<KeyHelp> operator+(std::vector<KeyHelp> keys, const std::vector<KeyHelp>& more)
{
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

std::string altNumbers(const Messages& m, int last = 5)
{
    return m.tr("Alt+{0}", 1) + " … " + m.tr("Alt+{0}", last);
}

/// Of the chooser of free starts, which also stands where an appointment is moved.
std::vector<KeyHelp> weekdayKeys(const Messages& m)
{
    return {{control(m, "1") + " … " + control(m, "5"), m.tr("Only this weekday; again: no longer")},
            {control(m, "0"), m.tr("All weekdays")}};
}

std::vector<KeyHelp> bookKeys(const Messages& m, Role role)
{
    std::vector<KeyHelp> keys{
        {alt(m, m.tr("&What")), m.tr("What: type a few letters, arrows choose, Enter adds")},
        {control(m, "L"), m.tr("Copy the link of the e-counter")},
        {alt(m, m.tr("W&hen")), m.tr("When")},
        {altNumbers(m), m.tr("Hold one of the places shown")}};
    keys = keys + weekdayKeys(m);
    keys = keys + std::vector<KeyHelp>{
                      {alt(m, m.trc("half of the day", "&All day")) + ", " +
                           alt(m, m.trc("half of the day", "&Morning")) + ", " +
                           alt(m, m.trc("half of the day", "A&fternoon")),
                       m.tr("All day, morning, afternoon")},
                      {alt(m, m.trc("day", "f&rom")), m.tr("From which day on")},
                      {m.trc("key", "PgUp") + ", " + m.trc("key", "PgDn"), m.tr("Earlier and later weeks")}};
    if (role >= Role::supervisor) keys.push_back({control(m, "B"), m.tr("Show full places too")});
    return keys +
           std::vector<KeyHelp>{{alt(m, m.tr("Wh&o")), m.tr("Who")},
                                {"F8", m.tr("Take over a person seen before")},
                                {control(m, "O"), m.tr("Open the appointment that this person has already")},
                                {control(m, m.tr("Enter")), m.tr("Confirm")},
                                {control(m, "R"), m.tr("Prolong the hold")},
                                {control(m, "P"), m.tr("Print the sheet of what was just booked")},
                                {m.tr("Esc"), m.tr("Start again")},
                                {control(m, "Z"), m.tr("Bring back what was typed")}};
}

/// Of the appointment beside the list: letters, as nobody types there.
std::vector<KeyHelp> cardKeys(const Messages& m)
{
    return std::vector<KeyHelp>{
               {std::string(1, cardKey::move), m.tr("Move the appointment")},
               {std::string(1, cardKey::cancel), m.tr("Cancel the appointment")},
               {std::string(1, cardKey::again), m.tr("Send the last message again")},
               {std::string(1, cardKey::print), m.tr("Print")},
               {std::string(1, cardKey::edit), m.tr("Add a note, correct the person's data")},
               {std::string(1, cardKey::history), m.tr("History: who did what, and when")},
               {std::string(1, cardKey::priority), m.tr("Priority at the arrival")},
               {altNumbers(m), m.tr("When moving or cancelling: one of what is shown")}} +
           weekdayKeys(m) +
           std::vector<KeyHelp>{{control(m, m.tr("Enter")), m.tr("Confirm")},
                                {control(m, "Z"), m.tr("Bring back what was typed")}};
}

std::vector<KeyHelp> findKeys(const Messages& m)
{
    return std::vector<KeyHelp>{{alt(m, m.tr("&Find")), m.tr("To the name")},
                                {"↑, ↓", m.tr("Through the list, while the caret stays at the name")},
                                {m.tr("Enter"), m.tr("Open the chosen appointment; again: check in")},
                                {m.tr("Esc"), m.tr("Back, without doing anything")}} +
           cardKeys(m);
}

std::vector<KeyHelp> todayKeys(const Messages& m)
{
    return std::vector<KeyHelp>{
               {"↑, ↓, ←, →", m.tr("From place to place")},
               {m.tr("Enter"), m.tr("Open the appointment, or book the free place")},
               {m.tr("Alt+{0}", "←") + ", " + m.tr("Alt+{0}", "→"), m.tr("The day or week before, after")},
               {"1 … 9", m.tr("Type another day")},
               {"T", m.tr("Back to today")},
               {alt(m, m.tr("&Find")), m.tr("To the name, in the list of all services")},
               {control(m, "P"), m.tr("The list of the day, on paper")},
               {m.tr("Esc"), m.tr("Back, without doing anything")}} +
           cardKeys(m);
}

std::vector<KeyHelp> counterKeys(const Messages& m)
{
    return {{alt(m, m.tr("My &counter")), m.tr("Choose the counter")},
            {"F9", m.tr("Call the next one, or call again")},
            {"F10", m.tr("The person is here")},
            {"F11", m.tr("Finish the visit")},
            {"F6", m.tr("Set the visitor aside")},
            {"F7", m.tr("Send the visitor to another service or counter")},
            {"F8", m.tr("Pause, and go on")},
            {"1 … 6", m.tr("The reason with this number")},
            {control(m, "Z"), m.tr("Take back the last finish or no-show")},
            {m.tr("Esc"), m.tr("Back, without doing anything")}};
}

std::vector<KeyHelp> supervisionKeys(const Messages& m)
{
    const auto two = [&](const std::string& first, const std::string& second) { return first + ", " + second; };
    const auto letter = [&](const std::string& label) { return alt(m, label); };
    return {{"↑, ↓", m.tr("From counter to counter, from service to service")},
            {m.tr("Enter"), m.tr("In a list: open the counter, or change its services; the limit of a service")},
            {two(m.tr("Alt+{0}", 1), m.tr("Alt+{0}", 2)), m.tr("Answer the first, the second alarm")},
            {two(control(m, "1"), control(m, "2")), m.tr("The first, the second alarm was seen")},
            {letter(m.trc("supervision", "&Open …")), m.tr("Open the chosen counter")},
            {letter(m.trc("supervision", "&Close")), m.tr("Close the chosen counter")},
            {letter(m.trc("supervision", "Change its &services …")),
             m.tr("Change the services of the chosen counter")},
            {letter(m.trc("supervision", "&Absent today …")), m.tr("The chosen counter is absent today")},
            {letter(m.trc("supervision", "&Back again")), m.tr("The chosen counter is back again")},
            {letter(m.trc("supervision", "Sto&p tickets without appointment")),
             m.tr("Of the chosen service: stop the tickets without appointment, or give them again")},
            {letter(m.trc("supervision", "&Limit …")), m.tr("Of the chosen service: so many in each half-hour")},
            {letter(m.trc("supervision", "Announce a &delay …")), m.tr("Announce that the chosen service is late")},
            {letter(m.trc("supervision", "Write a &message …")), m.tr("Write a message to the screens")},
            {letter(m.trc("supervision", "Close the da&y …")), m.tr("Close the tickets that have no end")},
            {control(m, m.tr("Enter")), m.tr("Do what is being decided")},
            {m.tr("Esc"), m.tr("Back, without doing anything")}};
}

std::vector<KeyHelp> callsKeys(const Messages& m)
{
    return {{"↑, ↓", m.tr("From person to person")},
            {m.tr("Enter"), m.tr("The first of the buttons")},
            {m.tr("Alt+{0}", m.tr("letter")), m.tr("The button that shows this letter")},
            {altNumbers(m, 4), m.tr("Choose one of the free times")},
            {m.tr("Esc"), m.tr("Back, without doing anything")}};
}

std::vector<KeyHelp> importKeys(const Messages& m)
{
    return {{alt(m, m.tr("&File")), m.tr("To the file")},
            {m.tr("Enter"), m.tr("At the file: look at it. In the list: correct the line")},
            {control(m, m.tr("Enter")), m.tr("Import what is ticked")}};
}

std::vector<KeyHelp> keysOfFocus(const Messages& m)
{
    return {{m.trc("key", "Tab"), m.tr("To the next field")},
            {m.trc("key", "Space"), m.tr("Press the button that has the focus")}};
}
} // namespace

char mnemonicOf(const std::string& text)
{
    const auto at = text.find('&');
    if (at == std::string::npos || at + 1 >= text.size()) return '?';
    return static_cast<char>(std::toupper(static_cast<unsigned char>(text[at + 1])));
}

std::vector<KeyHelp> keysOfPage(const Messages& m, const std::string& page, Role role)
{
    if (page == "F2") return bookKeys(m, role);
    if (page == "F3") return findKeys(m);
    if (page == "F4") return todayKeys(m);
    if (page == "F5") return counterKeys(m);
    if (page == "F6") return supervisionKeys(m);
    if (page == "F12") return callsKeys(m);
    if (page == "Ctrl+I") return importKeys(m);
    return {};
}

std::vector<KeyHelp> keysOfProgram(const Messages& m)
{
    return std::vector<KeyHelp>{
               {"F1", m.tr("These keys")},
               {"F2 … F12", m.tr("The pages, as their tabs say; again: back to where work begins")},
               {control(m, "T"), m.tr("Give a ticket without appointment")}} +
           keysOfFocus(m);
}

std::vector<KeyHelp> keysOfWalkIn(const Messages& m)
{
    return {{"↑, ↓", m.tr("Choose, while the caret stays at the word")},
            {m.tr("Enter"), m.tr("Give the ticket")},
            {alt(m, m.tr("&Priority")), m.tr("Priority")},
            {control(m, "P"), m.tr("Print the ticket once more")},
            {m.tr("Esc"), m.tr("Close")}};
}

std::vector<KeyHelp> keysOfBar(const Messages& m)
{
    return counterKeys(m) + std::vector<KeyHelp>{{"F4", m.tr("Ask for help")}, {"F12", m.tr("More, or less")}};
}

std::vector<KeyHelp> keysOfPreview(const Messages& m)
{
    return {{m.tr("Enter"), m.tr("Print; then: close")},
            {control(m, "P"), m.tr("Print once more")},
            {control(m, "S"), m.tr("Save as PDF")},
            {m.trc("key", "PgUp") + ", " + m.trc("key", "PgDn"), m.tr("Previous page, next page")},
            {m.tr("Esc"), m.tr("Close")}};
}

std::vector<KeyGroup> sheetOfPage(const Messages& m, const std::string& tab, const std::string& page, Role role)
{
    return {{tab, keysOfPage(m, page, role)},
            {m.tr("Everywhere"), keysOfProgram(m)},
            {m.tr("Ticket without appointment"), keysOfWalkIn(m)},
            {m.tr("Before printing"), keysOfPreview(m)}};
}

std::vector<KeyGroup> sheetOfBar(const Messages& m, const std::string& everywhere)
{
    std::vector<KeyHelp> all{{"F1", m.tr("These keys")}};
    if (!everywhere.empty()) all.push_back({everywhere, m.tr("The same as F9, from every program")});
    return {{m.trc("tab", "Counter"), keysOfBar(m)}, {m.tr("Everywhere"), all + keysOfFocus(m)}};
}
} // namespace accueil
