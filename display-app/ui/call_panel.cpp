#include "display-app/ui/call_panel.h"
#include "core/wxkit/accessible.h"
#include "display-app/logic/layout.h"
#include <memory>
#include <wx/dcbuffer.h>

namespace accueil::display
{
namespace
{
constexpr int frameMs = 33;
} // namespace

CallPanel::CallPanel(wxWindow* parent, DisplayPresenter& presenter, bool moves)
    : presenter_(presenter), moves_(moves), painter_(*this), attention_(presenter.state().attention)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY);
    SetCursor(wxCursor(wxCURSOR_BLANK));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        Refresh(false);
        event.Skip();
    });
    frames_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { nextFrame(); });
    changes_ = presenter_.onChanged([this] { changed(); });
    wxkit::setAccessible(*this, presenter_.state().spoken, {}, wxkit::AccessibleRole::label);
}

void CallPanel::changed()
{
    const State& state = presenter_.state();
    wxkit::setAccessible(*this, state.spoken);
    if (state.attention > attention_ && moves_) {
        calledAt_ = std::chrono::steady_clock::now();
        frames_.Start(frameMs);
    }
    attention_ = std::max(attention_, state.attention);
    laidOut_ = wxSize();
    Refresh(false);
}

void CallPanel::layOutIfNeeded()
{
    const wxSize size = GetClientSize();
    if (size == laidOut_ || size.x < 100 || size.y < 100) return;
    scene_ = layOut(presenter_.state(), size.x, size.y, measure_);
    laidOut_ = size;
}

std::chrono::milliseconds CallPanel::sinceCall() const
{
    if (!frames_.IsRunning()) return motionLasts;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - calledAt_);
}

void CallPanel::nextFrame()
{
    const auto since = sinceCall();
    if (since >= motionLasts) frames_.Stop();
    if (since < listMoves + std::chrono::milliseconds(3 * frameMs)) damage(scene_.listBox);
    for (const auto& shape : scene_.page.shapes) {
        if (!shape.pulses) continue;
        const Box& box = shape.box;
        const double b = shape.radius + 1; // only the frame: the large figures inside are not drawn again
        damage({box.x, box.y, box.w, b});
        damage({box.x, box.bottom() - b, box.w, b});
        damage({box.x, box.y, b, box.h});
        damage({box.right() - b, box.y, b, box.h});
    }
}

void CallPanel::damage(const Box& box)
{
    const State& state = presenter_.state();
    const int x = static_cast<int>(box.x + state.shiftX * scene_.unit) - 1;
    const int y = static_cast<int>(box.y + state.shiftY * scene_.unit) - 1;
    RefreshRect(wxRect(x, y, static_cast<int>(box.w) + 3, static_cast<int>(box.h) + 3), false);
}

void CallPanel::paint()
{
    layOutIfNeeded();
    const State& state = presenter_.state();
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(colourOf(Tint::background));
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context) return;
    const double dx = state.shiftX * scene_.unit, dy = state.shiftY * scene_.unit;
    const wxRect damaged = GetUpdateRegion().GetBox();
    context->Translate(dx, dy);
    painter_.paint(*context, scene_, motionAt(sinceCall(), state.movedDown),
                   {damaged.x - dx, damaged.y - dy, static_cast<double>(damaged.width), static_cast<double>(damaged.height)});
}
} // namespace accueil::display
