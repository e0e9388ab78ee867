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

std::vector<KeyHelp> bookKeys(const Messages& m, Role role)
{
    std::vector<KeyHelp> keys{
        {alt(m, m.tr("&What")), m.tr("What: type a few letters, arrows choose, Enter adds")},
        {control(m, "L"), m.tr("Copy the link of the e-counter")},
        {alt(m, m.tr("W&hen")), m.tr("When")},
        {m.tr("Alt+{0}", 1) + " … " + m.tr("Alt+{0}", 5), m.tr("Hold one of the places shown")},
        {control(m, "1") + " … " + control(m, "5"), m.tr("Only this weekday; again: no longer")},
        {control(m, "0"), m.tr("All weekdays")},
        {alt(m, m.trc("half of the day", "&All day")) + ", " + alt(m, m.trc("half of the day", "&Morning")) +
             ", " + alt(m, m.trc("half of the day", "A&fternoon")),
         m.tr("All day, morning, afternoon")},
        {alt(m, m.trc("day", "f&rom")), m.tr("From which day on")},
        {m.trc("key", "PgUp") + ", " + m.trc("key", "PgDn"), m.tr("Earlier and later weeks")}};
    if (role >= Role::supervisor) keys.push_back({control(m, "B"), m.tr("Show full places too")});
    const std::vector<KeyHelp> rest{
        {alt(m, m.tr("Wh&o")), m.tr("Who")},
        {"F8", m.tr("Take over a person seen before")},
        {control(m, "O"), m.tr("Open the appointment that this person has already")},
        {control(m, m.tr("Enter")), m.tr("Confirm")},
        {control(m, "R"), m.tr("Prolong the hold")},
        {control(m, "P"), m.tr("Print the sheet of what was just booked")},
        {m.tr("Esc"), m.tr("Start again")},
        {control(m, "Z"), m.tr("Bring back what was typed")}};
    keys.insert(keys.end(), rest.begin(), rest.end());
    return keys;
}

std::vector<KeyHelp> counterKeys(const Messages& m)
{
    return {{"F9", m.tr("Call the next one, or call again")},
            {"F10", m.tr("The person is here")},
            {"F11", m.tr("Finish the visit")}};
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
    if (page == "F5") return counterKeys(m);
    return {};
}

std::vector<KeyHelp> keysOfProgram(const Messages& m)
{
    return {{"F1", m.tr("These keys")},
            {"F2 … F12", m.tr("The pages, as their tabs say; again: back to where work begins")},
            {control(m, "T"), m.tr("Give a ticket without appointment")},
            {m.trc("key", "Tab"), m.tr("To the next field")},
            {m.trc("key", "Space"), m.tr("Press the button that has the focus")}};
}
} // namespace accueil
