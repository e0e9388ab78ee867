#include "core/wxkit/startup.h"
#include "core/base/log.h"
#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"
#include <clocale>
#include <cmath>
#include <fstream>
#include <string>
#include <wx/app.h>
#include <wx/fontenum.h>

namespace accueil::wxkit
{
void prepareLocale()
{
    // wxGTK leaves LC_CTYPE at "C" whatever LANG says; LC_NUMERIC stays "C" on purpose.
    setlocale(LC_CTYPE, "C.UTF-8");
}

void logAsserts()
{
    wxSetAssertHandler([](const wxString& file, int line, const wxString& function, const wxString& condition,
                          const wxString&) {
        log::error("ui.assert", "{}:{} {}: {}", from_wx(file), line, from_wx(function), from_wx(condition));
    });
}

bool checkFonts()
{
    if (wxFontEnumerator::IsValidFacename(to_wx(fontFace))) return true;
    log::warning("ui.font.missing", "the font {} is not installed: texts may be cut; install fonts-inter",
                 fontFace);
    return false;
}

std::chrono::milliseconds sinceProcessStart()
{
    constexpr int startField = 22, ticksPerSecond = 100; // proc(5): USER_HZ
    std::ifstream up("/proc/uptime"), self("/proc/self/stat");
    double seconds = 0;
    std::string field;
    up >> seconds;
    std::getline(self, field, ')'); // the program's name may hold blanks
    for (int i = 2; i < startField && self >> field; ++i) continue;
    if (!up || !self) return {};
    const double start = std::stod(field) / ticksPerSecond;
    return std::chrono::milliseconds(std::lround((seconds - start) * 1000));
}

WorkerThread::Post postToGui()
{
    return [](std::function<void()> task) {
        if (auto* app = wxAppConsole::GetInstance()) app->CallAfter(std::move(task));
    };
}
} // namespace accueil::wxkit
