// staff-desktop/ui/page.h - one tab of the desk.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/ui/box.h"
#include <string>

namespace accueil
{
class Page : public Box
{
public:
    explicit Page(wxWindow* parent) : Box(parent) {}
    virtual void shown() = 0; ///< it is the front page now: caret where work begins
    virtual void hidden() = 0;
    virtual std::string foot() const { return {}; } ///< said in the line at the foot of the window
    virtual bool key(const wxkit::FrameKey& key) = 0; ///< true when the key was this page's
};
} // namespace accueil
