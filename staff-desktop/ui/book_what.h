// staff-desktop/ui/book_what.h - first column of booking: for what one comes.
#pragma once
#include "staff-desktop/logic/book_presenter.h"
#include "staff-desktop/ui/table.h"
#include "staff-desktop/ui/widgets.h"
#include <wx/choice.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace accueil
{
class BookWhat : public Box
{
public:
    BookWhat(wxWindow* parent, BookPresenter& presenter, const Look& look, const Speech& speech);
    void show(const BookState::What& state);
    void relabel();
    void focus();
    void copyLink(); ///< to the clipboard

private:
    struct ChosenLine
    {
        ProcedureId id;
        wxPanel* panel;
        Text* name;
        wxChoice* persons;
        KeyButton* remove;
    };
    void build();
    void searchKey(wxKeyEvent& event);
    void showHits(const BookState::What& state);
    void showChosen(const BookState::What& state);
    ChosenLine addLine(const BookState::Line& line);
    void fillLine(ChosenLine& line, const BookState::Line& state);
    void showPapers(const BookState::What& state);
    void wrapLower();

    BookPresenter& presenter_;
    const Look& look_;
    const Speech& speech_;
    BookState::What shown_;
    Text *title_ = nullptr, *key_ = nullptr, *count_ = nullptr, *chosenTitle_ = nullptr, *summary_ = nullptr,
         *problem_ = nullptr, *papersTitle_ = nullptr, *fromHome_ = nullptr;
    wxTextCtrl* search_ = nullptr;
    Table* hits_ = nullptr;
    wxScrolledWindow* lower_ = nullptr;
    wxSizer* chosenSizer_ = nullptr;
    wxFlexGridSizer* papersGrid_ = nullptr;
    std::vector<std::pair<Text*, Text*>> papers_; ///< bullet and paper
    wxPanel *problemBox_ = nullptr, *homeBox_ = nullptr;
    KeyButton* copy_ = nullptr;
    std::vector<ChosenLine> chosen_;
    std::string shownHome_;
    bool browsing_ = false; ///< the list was asked for by an arrow
};
} // namespace accueil
