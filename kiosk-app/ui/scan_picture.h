// kiosk-app/ui/scan_picture.h - shows where the reader is: a phone moves to it three times, then rests.
#pragma once
#include "kiosk-app/logic/pages.h"
#include "kiosk-app/ui/look.h"
#include <chrono>
#include <wx/panel.h>
#include <wx/timer.h>

class wxGraphicsContext;

namespace accueil::kiosk
{
class ScanPicture : public wxPanel
{
public:
    ScanPicture(wxWindow* parent, const Look& look, Surroundings::Reader reader, const wxSize& size);

    /// Three rounds from now on, unless they are being played or the person wants no motion.
    void play();

private:
    void paint(wxGraphicsContext& canvas) const;
    void paintTerminal(wxGraphicsContext& canvas) const;
    void paintArrow(wxGraphicsContext& canvas, double x, double y, double toX, double toY) const;
    void paintPhone(wxGraphicsContext& canvas, double x, double y) const;
    void paintCode(wxGraphicsContext& canvas, double x, double y, double side) const;
    double lift() const;

    Look look_;
    Surroundings::Reader reader_;
    wxTimer timer_;
    std::chrono::steady_clock::time_point begun_;
};
} // namespace accueil::kiosk
