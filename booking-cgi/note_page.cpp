#include "booking-cgi/note_page.h"

namespace accueil::web
{
View noteView(const PageContext& page, const Note& note)
{
    PageHead head;
    head.title = note.title;
    if (!note.retryAction.empty()) head.languages = LanguageSwitch::buttons;
    return framed(page, head)
        .texts("sentences", note.sentences)
        .text("link", note.linkAddress)
        .text("t_link", note.linkLabel)
        .text("retry_action", note.retryAction)
        .list("retry", hiddenInputs(note.retry))
        .text("t_retry", page.m.tr("Try again"));
}
} // namespace accueil::web
