// display-app/logic/announcement.h - a call as it is said aloud.
#pragma once
#include "core/queue/screen.h"
#include "display-app/logic/announcer.h"

namespace accueil::display
{
/// "A042" as a voice reads it well: "A, 42". The comma keeps English from saying "a forty-two".
std::string spokenNumber(const std::string& number);

/// "Ticket A, 42, guichet 3"
Spoken spokenCall(const ShownCall& call, Language language);

/// Chime, then the call in the visitor's language, then in the site's first, if that is another one.
Announcement announcementOf(const ShownCall& call, Language first, bool sound, bool voice);
} // namespace accueil::display
