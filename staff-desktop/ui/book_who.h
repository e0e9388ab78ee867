// staff-desktop/ui/book_who.h - third column of booking: the person.
#pragma once
#include "core/wxkit/frame_keys.h"
#include "staff-desktop/ui/book_notices.h"
#include <wx/choice.h>

namespace accueil
{
class BookWho : public Box
{
public:
    BookWho(wxWindow* parent, BookPresenter& presenter, const Look& look, const Speech& speech);
    void show(const BookState::Who& state);
    void relabel();
    void focus(PersonField field);
    bool key(const wxkit::FrameKey& key);

private:
    void build(const Look& look);
    wxSizer* makeField(PersonField field, bool optional, long style = 0);
    Field& at(PersonField field) { return fields_[static_cast<std::size_t>(field)]; }
    void wrap();

    BookPresenter& presenter_;
    const Speech& speech_;
    std::optional<BookState::Who> shown_;
    Text *title_ = nullptr, *key_ = nullptr, *age_ = nullptr, *tick_ = nullptr, *languageLabel_ = nullptr,
         *advice_ = nullptr;
    BookNotices* notices_ = nullptr;
    PersonField last_ = PersonField::lastName; ///< where the caret was
    std::array<Field, personFields.size()> fields_;
    wxChoice* language_ = nullptr;
};
} // namespace accueil
