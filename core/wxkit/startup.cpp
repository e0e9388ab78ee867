#include "core/wxkit/startup.h"
#include "core/base/log.h"
#include "core/wxkit/fonts.h"
#include "core/wxkit/text.h"
#include <clocale>
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

WorkerThread::Post postToGui()
{
    return [](std::function<void()> task) {
        if (auto* app = wxAppConsole::GetInstance()) app->CallAfter(std::move(task));
    };
}
} // namespace accueil::wxkit
