// staff-desktop/ui/book_notices.h - below the person's fields: who was here before, and what this person has
// booked already.
#pragma once
#include "staff-desktop/logic/book_presenter.h"
#include "staff-desktop/ui/widgets.h"

namespace accueil
{
/// Keeps its room when there is nothing to say, so that nothing moves under the caret.
class BookNotices : public Box
{
public:
    BookNotices(wxWindow* parent, BookPresenter& presenter, const Look& look, const Speech& speech);
    /// @returns whether the room it needs has changed
    bool show(const BookState::Who& state);
    void fit(const BookState::Who& state); ///< its width has changed
    void relabel();
    void choose(); ///< the one person proposed, or the caret to the first of several
    bool hasCaret() const;
    bool chooseLine(std::size_t line);

    std::function<void()> onDone; ///< a button has done its work and goes away: the caret needs a place

private:
    struct Notice
    {
        wxPanel* panel = nullptr;
        wxStaticBitmap* icon = nullptr;
        Text *title = nullptr, *detail = nullptr;
        wxSizer* words = nullptr;
        KeyButton* button = nullptr;
    };
    Notice makeNotice(const char* style);
    void showKnown(const std::vector<std::string>& known);

    BookPresenter& presenter_;
    const Look& look_;
    const Speech& speech_;
    Text* rest_ = nullptr;
    Notice known_, twin_;
    std::vector<KeyButton*> lines_; ///< of several people
    std::vector<std::string> shownKnown_;
    std::string shownTwin_;
    bool shownOpen_ = false, fresh_ = true;
};
} // namespace accueil
