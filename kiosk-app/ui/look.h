// kiosk-app/ui/look.h - sizes, type and colours of one moment: the screen, the aids and the theme decide.
#pragma once
#include "core/wxkit/palette.h"
#include "core/wxkit/text_block.h"
#include "kiosk-app/logic/kiosk_state.h"
#include <wx/gdicmn.h>

namespace accueil::kiosk
{
/// All lengths of the pages are written in pixels of a 1080 x 1920 screen (or 1920 x 1080) and scaled from
/// there.
class Look
{
public:
    Look(const wxSize& screen, const Aids& aids);

    bool wide() const { return wide_; } ///< landscape
    bool low() const { return aids_.lower; }
    bool larger() const { return aids_.larger; }
    wxSize screen() const { return screen_; }
    wxkit::Theme theme() const { return theme_; }
    const wxkit::Palette& colours() const { return wxkit::palette(theme_); }

    int px(double design) const;      ///< a length
    double type(double design) const; ///< a size of type: grows with "Agrandir"
    double pick(double upright, double lying) const { return wide_ ? lying : upright; }
    int margin() const { return px(56); }
    int contentWidth() const { return screen_.x - 2 * margin(); }
    int border() const { return px(theme_ == wxkit::Theme::highContrast ? 5 : 4); }

    wxkit::TextStyle title(double design = 72) const;
    wxkit::TextStyle strong(double design) const;    ///< weight of a heading, ink
    wxkit::TextStyle text(double design = 42) const; ///< second ink
    std::string styleSheet() const;

private:
    wxSize screen_;
    Aids aids_;
    bool wide_;
    double unit_;
    wxkit::Theme theme_;
};
} // namespace accueil::kiosk
