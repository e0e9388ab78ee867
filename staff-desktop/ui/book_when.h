// staff-desktop/ui/book_when.h - second column of booking: filters, free starts, calendar.
#pragma once
#include "staff-desktop/logic/book_presenter.h"
#include "staff-desktop/ui/widgets.h"
#include <map>
#include <wx/scrolwin.h>
#include <wx/wrapsizer.h>

namespace accueil
{
class BookWhen : public Box
{
public:
    BookWhen(wxWindow* parent, BookPresenter& presenter, const Look& look, const Speech& speech);
    void show(const BookState::When& state);
    void relabel();
    void focus();

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
    void showStarts(const BookState::When& state);
    void showLine(std::size_t at, const BookState::Start& start);
    void showTime(std::size_t at, const BookState::Start& start);
    void showCalendar(const BookState::When& state);
    void showCell(std::size_t at, const BookState::Cell& cell);
    const wxBitmapBundle& bar(double share);

    BookPresenter& presenter_;
    const Look& look_;
    const Speech& speech_;
    BookState::When shown_;
    Text *title_ = nullptr, *key_ = nullptr, *fromLabel_ = nullptr, *startsTitle_ = nullptr,
         *nothing_ = nullptr, *months_ = nullptr;
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
    std::map<std::pair<wxkit::Theme, int>, wxBitmapBundle> bars_;
};
} // namespace accueil
