// staff-desktop/ui/book_when.h - second column of booking: filters, free starts, calendar.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/logic/start_chooser.h"
#include "staff-desktop/ui/widgets.h"
#include <map>
#include <wx/scrolwin.h>
#include <wx/wrapsizer.h>

namespace accueil
{
class BookWhen : public Box
{
public:
    BookWhen(wxWindow* parent, StartChooser& chooser, const Look& look, const Speech& speech);
    void show(const StartChooser::State& state);
    void relabel();
    void focus();
    bool key(const wxkit::FrameKey& key); ///< filters and weeks; true when it was one of them
    void focusStarts();                   ///< the first of them; before they have come, the filters

    std::function<void(std::size_t)> onChoose; ///< a start, by its place among those shown

private:
    struct StartButton
    {
        wxPanel* panel;
        Text* key;
        KeyButton* button;
    };
    void build();
    void buildFilters(wxSizer& column);
    void buildCalendar(wxSizer& column);
    void showStarts(const StartChooser::State& state);
    void showLine(std::size_t at, const StartChooser::Start& start);
    void showTime(std::size_t at, const StartChooser::Start& start);
    void showCalendar(const StartChooser::State& state);
    void showCell(std::size_t at, const StartChooser::Cell& cell);
    const wxBitmapBundle& bar(double share);
    void fitWeeks();

    StartChooser& chooser_;
    const Look& look_;
    const Speech& speech_;
    StartChooser::State shown_;
    Text *title_ = nullptr, *key_ = nullptr, *fromLabel_ = nullptr, *startsTitle_ = nullptr,
         *nothing_ = nullptr, *months_ = nullptr, *daysKeys_ = nullptr;
    Toggle* beyond_ = nullptr;               ///< full places too
    bool mayGoBeyond_ = false;
    std::vector<Toggle*> weekdays_, halves_; ///< first of the weekdays: all
    wxTextCtrl* from_ = nullptr;
    KeyButton *first_ = nullptr, *back_ = nullptr, *on_ = nullptr;
    wxScrolledWindow* starts_ = nullptr;
    wxSizer* lines_ = nullptr;
    wxSizer* times_ = nullptr;
    std::vector<StartButton> lineButtons_;
    std::vector<KeyButton*> timeButtons_;
    wxPanel* calendar_ = nullptr;
    wxGridSizer *heads_ = nullptr, *cells_ = nullptr;
    std::vector<Text*> headTexts_;
    std::vector<KeyButton*> cellButtons_;
    std::vector<int> columns_;
    std::size_t cellsLaid_ = 0;
    std::map<std::pair<wxkit::Theme, int>, wxBitmapBundle> bars_;
};
} // namespace accueil
