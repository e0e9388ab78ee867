#include "kiosk-app/ui/icon_view.h"

namespace accueil::kiosk
{
wxkit::Icon iconOf(Sign sign)
{
    switch (sign) {
    case Sign::people:
        return wxkit::Icon::people;
    case Sign::clock:
        return wxkit::Icon::clock;
    case Sign::printer:
        return wxkit::Icon::printer;
    case Sign::place:
        return wxkit::Icon::pin;
    case Sign::papers:
        return wxkit::Icon::identityCard;
    case Sign::reception:
        return wxkit::Icon::person;
    case Sign::phone:
        return wxkit::Icon::phone;
    case Sign::web:
        return wxkit::Icon::globe;
    case Sign::ticket:
        return wxkit::Icon::ticket;
    case Sign::calendar:
        return wxkit::Icon::calendar;
    case Sign::warning:
        return wxkit::Icon::warning;
    }
    return wxkit::Icon::info;
}

IconView::IconView(wxWindow* parent, wxkit::Icon icon, const wxColour& colour, int px, double stroke)
    : wxStaticBitmap(parent, wxID_ANY, wxkit::icon(icon, colour, px, stroke))
{
}
} // namespace accueil::kiosk
