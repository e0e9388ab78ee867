// staff-desktop/ui/visit_facts.h - what is known of one appointment, from its state to who did what with it.
#pragma once
#include "staff-desktop/logic/visit_card.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/scrolwin.h>

namespace accueil
{
class VisitFacts : public wxScrolledWindow
{
public:
    /// @param width  logical pixels for the texts
    VisitFacts(wxWindow* parent, const Look& look, const Speech& speech, int width);
    void show(const VisitCard& card);
    void relabel();
    void turn(int pages);                            ///< scrolls
    void showHistory(bool on) { historyOnly_ = on; } ///< at the next show()

private:
    void build();
    Text* add(double px, wxkit::Weight weight, int above, const char* style = nullptr);
    void showParts(const VisitCard& card, bool on);

    const Look& look_;
    const Speech& speech_;
    int width_;
    wxSizer *column_ = nullptr, *parts_ = nullptr;
    Chip* chip_ = nullptr;
    Text *reference_ = nullptr, *name_ = nullptr, *born_ = nullptr, *contact_ = nullptr, *when_ = nullptr,
         *ticket_ = nullptr, *ticketLine_ = nullptr, *noteTitle_ = nullptr, *note_ = nullptr,
         *papersTitle_ = nullptr, *papers_ = nullptr, *historyTitle_ = nullptr, *history_ = nullptr;
    std::vector<std::pair<Text*, Text*>> partTexts_;
    AppointmentId shown_;
    bool historyOnly_ = false, shownHistory_ = false;
};
} // namespace accueil
