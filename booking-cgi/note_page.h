// booking-cgi/note_page.h - a page that only says something and shows the way on.
#pragma once
#include "booking-cgi/page.h"

namespace accueil::web
{
struct Note
{
    std::string title;
    std::vector<std::string> sentences;
    std::string linkAddress, linkLabel; ///< empty: no link
    std::string retryAction;            ///< sends `retry` once more by a button; empty: none
    Fields retry;
};

View noteView(const PageContext& page, const Note& note); ///< template "note"
} // namespace accueil::web
