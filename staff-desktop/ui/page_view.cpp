#include "staff-desktop/ui/page_view.h"
#include <algorithm>
#include <cmath>
#include <wx/dcbuffer.h>

namespace accueil
{
namespace
{
constexpr int paperEdge = 16; ///< around the paper
// Logical pixels a millimetre.
constexpr double ownSize = 96 / 25.4, largest = 2 * ownSize, smallest = 0.5;
constexpr double legible = 3.4;   ///< a roll may be long: it is scrolled, not made tiny
constexpr double rollWidth = 120; ///< narrower paper is a roll
} // namespace

PageView::PageView(wxWindow* parent, Look& look) : wxScrolledCanvas(parent, wxID_ANY), look_(look)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(12), FromDIP(12));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit();
    });
    for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
        Bind(type, [this](wxFocusEvent& event) {
            event.Skip();
            Refresh();
        });
}

void PageView::show(const PdfPages* pages, int page)
{
    pages_ = pages;
    page_ = page;
    bitmap_ = {};
    Scroll(0, 0);
    fit();
    Refresh();
}

void PageView::zoom(bool toWidth)
{
    if (toWidth_ == toWidth) return;
    toWidth_ = toWidth;
    Scroll(0, 0);
    fit();
    Refresh();
}

/// The paper's size on the screen. Room for a scroll bar is kept, so that its coming changes nothing.
void PageView::fit()
{
    if (!pages_) {
        paper_ = {};
        SetVirtualSize(0, 0);
        return;
    }
    const auto [width, height] = pages_->sizeMm(page_);
    const int edge = 2 * FromDIP(paperEdge), bar = FromDIP(16);
    const wxSize room = GetSize();
    const double dip = FromDIP(100) / 100.0;
    double scale = (room.x - edge - bar) / width;
    if (!toWidth_) scale = std::min(scale, std::max((room.y - edge) / height, width < rollWidth ? legible * dip : 0));
    scale = std::clamp(scale, smallest * dip, largest * dip);
    const wxSize paper(static_cast<int>(width * scale), static_cast<int>(height * scale));
    SetVirtualSize(paper.x + edge, paper.y + edge);
    if (paper == paper_) return;
    paper_ = paper;
    bitmap_ = {};
    Refresh();
}

void PageView::paint()
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(look_.palette().sunken));
    dc.Clear();
    if (!pages_) return;
    if (!bitmap_.IsOk()) draw();
    DoPrepareDC(dc);
    const wxSize all = GetVirtualSize();
    const wxPoint at(std::max(FromDIP(paperEdge), (all.x - paper_.x) / 2), std::max(FromDIP(paperEdge), (all.y - paper_.y) / 2));
    const int line = HasFocus() ? FromDIP(3) : 1;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(HasFocus() ? look_.palette().primary : look_.palette().edge);
    dc.DrawRectangle(at.x - line, at.y - line, paper_.x + 2 * line, paper_.y + 2 * line);
    dc.DrawBitmap(bitmap_, at);
}

void PageView::draw()
{
    const double sharp = GetContentScaleFactor();
    PdfPages::Picture picture = pages_->draw(page_, static_cast<int>(std::lround(paper_.x * sharp)));
    bitmap_ = wxBitmap(wxImage(picture.width, picture.height, picture.rgb.data(), true), wxBITMAP_SCREEN_DEPTH, sharp);
}
} // namespace accueil
