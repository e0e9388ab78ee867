#include "staff-desktop/logic/import_words.h"

namespace accueil
{
namespace
{
std::string columnName(const Messages& m, const std::string& column)
{
    return column == "procedure or service" ? m.tr("Procedure or service") : importFieldName(m, column);
}

std::string notUnderstood(const Messages& m, const std::string& field)
{
    if (field == "date") return m.tr("This day does not exist. Write it as 26/11/2026.");
    if (field == "time") return m.tr("This time is not possible. Write it as 08:30.");
    if (field == "birth_date")
        return m.tr("This date of birth is not possible. Write it as 14/03/1958, or leave it empty.");
    if (field == "email")
        return m.tr("This is no e-mail address. Write it as name@example.be, or leave it empty.");
    if (field == "phone") return m.tr("This is no telephone number. Correct it, or leave it empty.");
    if (field == "minutes") return m.tr("Write whole minutes, from 1 to 480, or leave it empty.");
    if (field == "code") return m.tr("No reader can read this code. Correct it, or leave it empty.");
    return m.tr("This cannot be used. Write it shorter, in plain letters.");
}

std::string whyUnreadable(const Messages& m, UnreadableCsv::Why why)
{
    using Why = UnreadableCsv::Why;
    switch (why) {
    case Why::missing:
        return m.tr("There is no such file. Please choose it again.");
    case Why::locked:
        return m.tr(
            "This file cannot be opened. Close it in the other program, or ask for access to its folder.");
    case Why::tooLarge:
        return m.tr("This file is too large to be a list of appointments.");
    case Why::noText:
        return m.tr("This is no CSV file. Open it in the spreadsheet program and save it as \"CSV UTF-8\".");
    case Why::empty:
        return m.tr("This file is empty.");
    case Why::notCsv:
        return m.tr("A quotation mark in this file is never closed. Save the list as CSV once more.");
    }
    return "";
}
} // namespace

std::string importFieldName(const Messages& m, const std::string& field)
{
    if (field == "date") return m.tr("Date");
    if (field == "time") return m.tr("Time");
    if (field == "procedure") return m.tr("Procedure");
    if (field == "service") return m.tr("Service");
    if (field == "last_name") return m.tr("Name");
    if (field == "first_name") return m.tr("First name");
    if (field == "birth_date") return m.tr("Date of birth");
    if (field == "email") return m.tr("E-mail");
    if (field == "phone") return m.tr("Phone");
    if (field == "code") return m.trc("import", "Code");
    if (field == "minutes") return m.trc("import", "Minutes");
    if (field == "language") return m.tr("Language");
    if (field == "note") return m.tr("Note");
    return "";
}

std::string faultInWords(const Messages& m, ImportFault fault, const std::string& field)
{
    switch (fault) {
    case ImportFault::none:
        break;
    case ImportFault::missing:
        return m.tr("Nothing is written here. Please complete it.");
    case ImportFault::notUnderstood:
        return notUnderstood(m, field);
    case ImportFault::unknown:
        if (field == "language") return m.tr("Write fr, nl, de or en, or leave it empty.");
        return field == "service" ? m.tr("No service has this name. Correct it, or leave it empty.")
                                  : m.tr("No procedure has this name. Write the name or the code used here.");
    case ImportFault::ambiguous:
        return m.tr("Several procedures have this name. Write the service too.");
    case ImportFault::contradictory:
        return m.tr("This service does not offer this procedure. Leave the service empty.");
    case ImportFault::past:
        return m.tr("This day is over.");
    case ImportFault::tooManyFields:
        return m.tr("This line has more fields than the first one. Look at each field and correct it.");
    case ImportFault::notPublished:
        return m.tr(
            "No places are offered on this day. Correct it, or tick \"Also outside the opening hours\".");
    case ImportFault::outsideHours:
        return m.tr("It is closed at this time. Correct it, or tick \"Also outside the opening hours\".");
    case ImportFault::codeTaken:
        return m.tr("Another appointment has this code. Correct it, or leave it empty.");
    }
    return "";
}

std::string warningInWords(const Messages& m, ImportWarning warning)
{
    switch (warning) {
    case ImportWarning::overCapacity:
        return m.tr("All places are taken then: one person more than planned.");
    case ImportWarning::outsideHours:
        return m.tr("Outside the opening hours.");
    case ImportWarning::noBirthDate:
        return m.tr("No date of birth: the kiosk does not find this person, the reception does.");
    case ImportWarning::samePersonThen:
        return m.tr("The same person has another appointment at that time.");
    case ImportWarning::codeNotReadable:
        return m.tr("The kiosk cannot read this code.");
    case ImportWarning::cancelledHere:
        return m.tr("It was cancelled here meanwhile, and stays so.");
    }
    return "";
}

std::string fileProblem(const Messages& m, const std::exception_ptr& error)
{
    try {
        if (error) std::rethrow_exception(error);
    } catch (const UnreadableCsv& unreadable) {
        return whyUnreadable(m, unreadable.why());
    } catch (const MissingColumns& missing) {
        std::string names;
        for (const auto& column : missing.columns())
            names += (names.empty() ? "" : ", ") + columnName(m, column);
        return m.tr("The first line of this file must name its columns. These are missing: {0}.", names);
    } catch (...) {
    }
    return "";
}
} // namespace accueil
