// kiosk-app/ui/date_field_view.h - one part of a date: its name, a box with what is typed, a word below.
#pragma once
#include "kiosk-app/logic/page_views.h"
#include "kiosk-app/ui/look.h"
#include <wx/panel.h>

class wxGraphicsContext;

namespace accueil::kiosk
{
/// No text field: keys and keypad write into the kiosk's own model.
class DateFieldView : public wxPanel
{
public:
    DateFieldView(wxWindow* parent, const Look& look, const DateField& field, int digits, int width);
    void show(const DateField& field);

private:
    void paint(wxGraphicsContext& canvas);
    int labelHeight() const;
    int boxHeight() const { return look_.px(look_.wide() && look_.low() ? 120 : 156); }

    Look look_;
    DateField field_;
    int digits_;
};
} // namespace accueil::kiosk
