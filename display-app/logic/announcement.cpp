#include "display-app/logic/announcement.h"

namespace accueil::display
{
std::string spokenNumber(const std::string& number)
{
    const auto digits = number.find_first_of("0123456789");
    if (digits == std::string::npos) return number;
    const auto significant = std::min(number.find_first_not_of('0', digits), number.size() - 1);
    const std::string prefix = number.substr(0, digits);
    return prefix.empty() ? number.substr(significant) : prefix + ", " + number.substr(significant);
}

Spoken spokenCall(const ShownCall& call, Language language)
{
    const Messages messages(language);
    return {language, messages.tr("Ticket {0}, counter {1}", spokenNumber(call.number), call.counter)};
}

Announcement announcementOf(const ShownCall& call, Language first, bool sound, bool voice)
{
    Announcement announcement{.chime = sound, .voices = {}};
    if (!voice) return announcement;
    announcement.voices.push_back(spokenCall(call, call.language));
    if (call.language != first) announcement.voices.push_back(spokenCall(call, first));
    return announcement;
}
} // namespace accueil::display
