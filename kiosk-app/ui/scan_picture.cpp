#include "kiosk-app/ui/scan_picture.h"
#include "core/wxkit/startup.h"
#include <cmath>
#include <cstdint>
#include <memory>
#include <wx/dcbuffer.h>
#include <wx/graphics.h>

namespace accueil::kiosk
{
namespace
{
// The drawing's own measures; the picture is scaled into its place.
constexpr double drawnWidth = 420, drawnHeight = 530;
constexpr double moveS = 1.2, restS = 1.5, liftBy = 40;
constexpr int rounds = 3, frameMs = 33;
constexpr int modules = 21;

wxColour mixed(const wxColour& a, const wxColour& b, double share)
{
    const auto mix = [share](unsigned char x, unsigned char y) {
        return static_cast<unsigned char>(std::lround(x + (y - x) * share));
    };
    return {mix(a.Red(), b.Red()), mix(a.Green(), b.Green()), mix(a.Blue(), b.Blue())};
}

/// Looks like a code and is none: nothing can be read from it.
bool darkModule(int row, int column)
{
    const auto finder = [](int r, int c) {
        const int ring = std::max(std::abs(r - 3), std::abs(c - 3));
        return ring == 3 || ring <= 1;
    };
    if (row < 8 && column < 8) return row < 7 && column < 7 && finder(row, column);
    if (row < 8 && column >= modules - 8)
        return row < 7 && column > modules - 8 && finder(row, column - (modules - 7));
    if (row >= modules - 8 && column < 8)
        return row > modules - 8 && column < 7 && finder(row - (modules - 7), column);
    std::uint32_t mixedUp = static_cast<std::uint32_t>(row * 73 + column * 151 + 7) * 2654435761U;
    mixedUp ^= mixedUp >> 15;
    return (mixedUp & 4U) != 0;
}
} // namespace

ScanPicture::ScanPicture(wxWindow* parent, const Look& look, Surroundings::Reader reader, const wxSize& size)
    : look_(look), reader_(reader)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY);
    SetCanFocus(false);
    SetMinSize(size);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        dc.SetBackground(GetParent()->GetBackgroundColour());
        dc.Clear();
        const std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::Create(dc));
        paint(*canvas);
    });
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begun_;
        if (since.count() >= rounds * (moveS + restS)) timer_.Stop();
        Refresh(false);
    });
    play();
}

void ScanPicture::play()
{
    if (timer_.IsRunning() || !wxkit::wantsMotion()) return;
    begun_ = std::chrono::steady_clock::now();
    timer_.Start(frameMs);
}

/// How far the phone has come, in the drawing's measures.
double ScanPicture::lift() const
{
    if (!timer_.IsRunning()) return liftBy;
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begun_;
    const double inRound = std::fmod(since.count(), moveS + restS);
    return liftBy * std::min(1.0, inRound / moveS);
}

void ScanPicture::paint(wxGraphicsContext& canvas) const
{
    const wxSize size = GetClientSize();
    const double scale = std::min(size.x / drawnWidth, size.y / drawnHeight);
    canvas.Translate((size.x - drawnWidth * scale) / 2, (size.y - drawnHeight * scale) / 2);
    canvas.Scale(scale, scale);
    canvas.Clip(0, 0, drawnWidth, drawnHeight);
    const double turned = reader_ == Surroundings::Reader::under  ? 0
                          : reader_ == Surroundings::Reader::left ? M_PI_2
                                                                  : -M_PI_2;
    if (turned != 0) { // a lying drawing is wider than its place
        const double fit = drawnWidth / drawnHeight;
        canvas.Translate(drawnWidth * (1 - fit) / 2, drawnHeight * (1 - fit) / 2);
        canvas.Scale(fit, fit);
    }
    canvas.PushState();
    canvas.Translate(drawnWidth / 2, drawnHeight / 2);
    canvas.Rotate(turned);
    canvas.Translate(-drawnWidth / 2, -drawnHeight / 2);
    canvas.Translate((drawnWidth - 390) / 2, 0); // the terminal is drawn on 390
    paintTerminal(canvas);
    canvas.PopState();
    const double way = 295 - lift() + liftBy; // from the upper edge, when the reader is below
    switch (reader_) {
    case Surroundings::Reader::under:
        return paintPhone(canvas, drawnWidth / 2, way);
    case Surroundings::Reader::left:
        return paintPhone(canvas, drawnWidth / 2 - (way - drawnHeight / 2) - 60, drawnHeight / 2 - 116);
    case Surroundings::Reader::right:
        return paintPhone(canvas, drawnWidth / 2 + (way - drawnHeight / 2) + 60, drawnHeight / 2 - 116);
    }
}

void ScanPicture::paintTerminal(wxGraphicsContext& canvas) const
{
    const auto& p = look_.colours();
    const bool contrast = look_.theme() == wxkit::Theme::highContrast;
    const wxColour light = contrast ? p.bg : wxColour(255, 226, 138);
    canvas.SetPen(canvas.CreatePen(wxGraphicsPenInfo(p.ink, 5)));
    canvas.SetBrush(p.surface);
    canvas.DrawRoundedRectangle(33, -60, 324, 231, 20);
    canvas.SetPen(canvas.CreatePen(wxGraphicsPenInfo(p.ink, 4)));
    canvas.SetBrush(p.primarySoft);
    canvas.DrawRoundedRectangle(66, -60, 258, 199, 10);
    paintArrow(canvas, 195, 20, 195, 95);
    canvas.SetPen(wxNullGraphicsPen);
    auto beam = canvas.CreatePath();
    beam.MoveToPoint(122, 229);
    beam.AddLineToPoint(267, 229);
    beam.AddLineToPoint(318, 330);
    beam.AddLineToPoint(71, 330);
    beam.CloseSubpath();
    canvas.SetBrush(contrast ? mixed(p.bg, p.primary, 0.55) : light);
    canvas.FillPath(beam);
    canvas.SetBrush(p.ink);
    canvas.DrawRoundedRectangle(92, 168, 205, 61, 8);
    canvas.SetBrush(light);
    canvas.DrawRoundedRectangle(125, 190, 140, 16, 8);
    paintArrow(canvas, 36, 476, 36, 348);
    paintArrow(canvas, 353, 476, 353, 348);
}

void ScanPicture::paintArrow(wxGraphicsContext& canvas, double x, double y, double toX, double toY) const
{
    const double head = 34, back = toY < y ? head : -head;
    canvas.SetPen(
        canvas.CreatePen(wxGraphicsPenInfo(look_.colours().primary, 12).Cap(wxCAP_ROUND).Join(wxJOIN_ROUND)));
    auto path = canvas.CreatePath();
    path.MoveToPoint(x, y);
    path.AddLineToPoint(toX, toY);
    path.MoveToPoint(toX - head, toY + back);
    path.AddLineToPoint(toX, toY);
    path.AddLineToPoint(toX + head, toY + back);
    canvas.StrokePath(path);
}

/// @param x  middle of the phone @param y  its upper edge
void ScanPicture::paintPhone(wxGraphicsContext& canvas, double x, double y) const
{
    const auto& p = look_.colours();
    const wxColour ink = look_.theme() == wxkit::Theme::highContrast ? p.bg : p.ink;
    canvas.SetPen(canvas.CreatePen(wxGraphicsPenInfo(p.ink, 6)));
    canvas.SetBrush(*wxWHITE);
    canvas.DrawRoundedRectangle(x - 88, y, 176, 232, 20);
    paintCode(canvas, x - 52, y + 34, 104);
    canvas.SetPen(wxNullGraphicsPen);
    canvas.SetBrush(ink);
    canvas.DrawRoundedRectangle(x - 34, y + 170, 68, 8, 4);
}

void ScanPicture::paintCode(wxGraphicsContext& canvas, double x, double y, double side) const
{
    canvas.SetPen(wxNullGraphicsPen);
    canvas.SetBrush(*wxBLACK);
    const double module = side / modules;
    for (int row = 0; row < modules; ++row)
        for (int column = 0; column < modules; ++column)
            if (darkModule(row, column))
                canvas.DrawRectangle(x + column * module, y + row * module, module + 0.3, module + 0.3);
}
} // namespace accueil::kiosk
