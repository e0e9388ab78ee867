// staff-desktop/ui/look.h - the desk's colours as style classes, which follow the system from light to dark.
#pragma once
#include "core/base/signal.h"
#include "core/booking/appointment.h"
#include "core/wxkit/icons.h"
#include "core/wxkit/palette.h"
#include "core/wxkit/style.h"
#include "staff-desktop/logic/book_state.h"

namespace accueil
{
/// One for the program. Panels and labels take classes ("surface", "ink2", "state-booked" …); what draws
/// itself listens. GUI thread.
class Look
{
public:
    Look();

    wxkit::Theme theme() const { return theme_; }
    const wxkit::Palette& palette() const { return wxkit::palette(theme_); }
    void follow(); ///< the system's colours may have changed

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    wxkit::Theme theme_;
    wxkit::StyleSheet common_, own_;
    Signal<> changed_;
};

wxkit::StateTint tintOf(VisitState state);
wxkit::Icon iconOf(VisitState state);
const char* classOf(VisitState state); ///< "state-booked"
const char* classOf(Tone tone);        ///< "", "ok", "warn", "error"
} // namespace accueil
