#include "staff-desktop/logic/supervision_words.h"
#include <algorithm>
#include <functional>

namespace accueil
{
namespace
{
LocalizedText everyLanguage(const std::function<std::string(const Messages&)>& sentence)
{
    LocalizedText text;
    for (const Language language : languages) text.set(language, sentence(Messages(language)));
    return text;
}
} // namespace

std::string forHowLong(const Messages& m, std::chrono::milliseconds time)
{
    const auto seconds = std::max<long>(std::chrono::floor<std::chrono::seconds>(time).count(), 0);
    if (seconds < 60) return m.tr("{0} s", seconds);
    if (seconds < 3600) return m.tr("{0} min", seconds / 60);
    return fmt::format("{} h {:02}", seconds / 3600, seconds / 60 % 60);
}

std::string deviceName(const Messages& m, const Catalogue& catalogue, const DeviceNow& device)
{
    if (!device.name.empty() && device.name != device.account) return device.name;
    const WaitingArea* area = catalogue.find(device.area);
    if (device.kind == "display" && area) return m.tr("Screen of area {0}", area->code);
    if (device.kind == "display") return m.tr("Screen {0}", device.account);
    if (device.kind == "kiosk") return m.tr("Kiosk {0}", device.account);
    if (device.kind == "web") return m.tr("Online page");
    if (device.kind == "mail") return m.tr("E-mails");
    return device.account;
}

std::string troubleInWords(const Messages& m, const std::string& trouble)
{
    if (trouble == "paper") return m.tr("no more paper");
    if (trouble == "printer") return m.tr("the printer does not print");
    if (trouble == "sound") return m.tr("no sound");
    if (trouble == "smtp") return m.tr("e-mails do not go out");
    return m.tr("in trouble ({0})", trouble); // a newer program may know another word
}

std::string quotaWords(const Messages& m, int quota)
{
    return quota == 0 ? m.tr("without limit") : m.tr("{0} in each half-hour", quota);
}

std::string walkInWords(const Messages& m, bool open, int quota)
{
    if (!open) return m.trc("walk-ins", "Stopped");
    return quota == 0 ? m.trc("walk-ins", "Open") : m.tr("Open, {0} per half-hour", quota);
}

std::string closedWords(const Messages& m, long closed, long ticked)
{
    if (closed == 0) return m.tr("Nothing to close: it had all ended already.");
    const std::string done = m.trn("{0} ticket is closed.", "{0} tickets are closed.", closed);
    return closed == ticked ? done : done + " " + m.tr("The rest had ended already.");
}

std::string lastsWords(const Messages& m, int minutes)
{
    if (minutes == 0) return m.tr("until it is withdrawn");
    if (minutes < 60) return m.tr("for {0} min", minutes);
    return m.trn("for {0} hour", "for {0} hours", minutes / 60);
}

std::vector<LocalizedText> readySentences(const Service* service, int minutes)
{
    if (!service)
        return {
            everyLanguage([](const Messages& m) { return m.tr("Please have your ticket ready."); }),
            everyLanguage([](const Messages& m) { return m.tr("We are sorry for the longer wait today."); })};
    const auto name = [service](const Messages& m) { return service->shortName.in(m.language()); };
    return {
        everyLanguage([&](const Messages& m) { return m.tr("{0}: {1} minutes late.", name(m), minutes); }),
        everyLanguage([&](const Messages& m) { return m.tr("{0}: by appointment only today.", name(m)); }),
        everyLanguage([&](const Messages& m) { return m.tr("{0}: one more counter is opening.", name(m)); })};
}

int sayableDelay(int longestMinutes)
{
    return std::max(10, longestMinutes / 5 * 5);
}
} // namespace accueil
