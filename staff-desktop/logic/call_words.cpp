#include "staff-desktop/logic/call_words.h"

namespace accueil
{
namespace
{
/// "Motif : travaux." with one full stop.
std::string reasonSentence(const Messages& m, const std::string& reason)
{
    if (reason.empty()) return {};
    const bool ended = std::string_view(".!?").find(reason.back()) != std::string_view::npos;
    return " " + m.tr("Reason: {0}", reason) + (ended ? "" : ".");
}

std::string cancelledSentence(const Messages& m, const PersonToCall& person)
{
    return m.tr("We are sorry: we had to cancel your appointment of {0}.",
                dayAndTime(m, person.wasDay, person.wasStart)) +
           reasonSentence(m, person.cancelReason) + " " + m.tr("Would you like another appointment?");
}
} // namespace

std::string reasonWord(const Messages& m, CallReason reason)
{
    switch (reason) {
    case CallReason::stranded:
        return m.trc("to call", "No place any more");
    case CallReason::moved:
        return m.trc("to call", "Moved");
    case CallReason::cancelled:
        return m.trc("to call", "Cancelled");
    case CallReason::mailFailed:
        return m.trc("to call", "E-mail came back");
    }
    return "";
}

std::string standsNow(const Messages& m, const PersonToCall& person)
{
    if (person.cancelled)
        return person.cancelReason.empty()
                   ? m.tr("Cancelled by the town.")
                   : m.tr("Cancelled by the town.") + reasonSentence(m, person.cancelReason);
    switch (person.reason) {
    case CallReason::stranded:
        return m.tr("There is no place any more at this time.");
    case CallReason::moved:
        return capitalised(dayAndTime(m, person.day, person.start));
    default:
        return m.tr("The appointment stands: {0}.", dayAndTime(m, person.day, person.start));
    }
}

std::string spokenTo(const Messages& m, const Catalogue& catalogue, const PersonToCall& person,
                     const std::optional<Offer>& offer)
{
    const std::string was = dayAndTime(m, person.wasDay, person.wasStart);
    const std::string hello = m.tr("Hello, this is {0}.", catalogue.site().name.in(m.language())) + " ";
    if (person.cancelled) return hello + cancelledSentence(m, person);
    switch (person.reason) {
    case CallReason::moved:
        return hello + m.tr("We had to move your appointment of {0} to {1}. Does this suit you?", was,
                            dayAndTime(m, person.day, person.start));
    case CallReason::stranded:
        return hello + m.tr("We are sorry: we can no longer receive you on {0}.", was) + " " +
               (offer ? m.tr("Could you come on {0}?", dayAndTime(m, offer->day, offer->start))
                      : m.tr("When would another time suit you?"));
    default:
        return hello + m.tr("Your appointment stands: {0}.", dayAndTime(m, person.day, person.start)) + " " +
               m.tr("Our e-mail came back. What is your e-mail address, please?");
    }
}

std::string digitByDigit(const std::string& phone)
{
    std::string spoken;
    for (const char c : phone) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit && c != '+') {
            if (!spoken.empty() && spoken.back() != ',') spoken += ',';
            continue;
        }
        if (!spoken.empty()) spoken += ' ';
        spoken += c;
    }
    if (!spoken.empty() && spoken.back() == ',') spoken.pop_back();
    return spoken;
}

std::string doneInWords(const Messages& m, const Catalogue& catalogue, const PersonToCall& person, Day today)
{
    const LocalTime at = catalogue.zone().toLocal(person.doneAt);
    const std::string when = at.day == today ? m.tr("at {0}", clockText(at.minute))
                                             : m.tr("on {0}", dayAndTime(m, at.day, at.minute));
    const std::string& who = person.doneByName;
    // The web page or a program: no colleague.
    if (who == person.doneBy && person.outcome == CallOutcome::settled)
        return m.trc("to call", "Settled {0}.", when);
    switch (person.outcome) {
    case CallOutcome::called:
        return m.tr("{0} called this person {1}.", who, when);
    case CallOutcome::letter:
        return m.tr("{0} wrote a letter to this person {1}.", who, when);
    case CallOutcome::kept:
        return m.tr("{0} decided {1} that the appointment stands.", who, when);
    default:
        return m.tr("{0} settled this {1}.", who, when);
    }
}
} // namespace accueil
