#include "kiosk-app/ui/viewport.h"
#include "kiosk-app/ui/page_panel.h"
#include <algorithm>

namespace accueil::kiosk
{
Viewport::Viewport(wxWindow* parent, int rim) : wxPanel(parent), body_(nullptr), rim_(rim)
{
    SetBackgroundColour(parent->GetBackgroundColour());
    body_ = plainPanel(this);
}

void Viewport::setContent(wxSizer* sizer)
{
    auto* inset = new wxBoxSizer(wxHORIZONTAL);
    inset->AddSpacer(rim_);
    inset->Add(sizer, expand());
    body_->SetSizer(inset);
}

void Viewport::clear()
{
    body_->SetSizer(nullptr);
    body_->DestroyChildren();
}

int Viewport::naturalHeight() const
{
    return body_->GetSizer()->GetMinSize().y;
}

void Viewport::setHeight(int height, int width)
{
    height_ = height;
    width_ = width + 2 * rim_;
    SetMinSize(wxSize(width_, height));
    place();
}

bool Viewport::canScroll(int direction) const
{
    return direction < 0 ? offset_ > 0 : offset_ + height_ < naturalHeight();
}

void Viewport::scroll(int direction)
{
    // A quarter stays in sight, so that the eye finds where it was.
    const int most = std::max(0, naturalHeight() - height_);
    offset_ = std::clamp(offset_ + direction * height_ * 3 / 4, 0, most);
    place();
}

void Viewport::place()
{
    body_->SetSize(0, -offset_, width_, std::max(height_, naturalHeight()));
    body_->Layout();
}
} // namespace accueil::kiosk
