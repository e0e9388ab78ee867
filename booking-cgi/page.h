// booking-cgi/page.h - what every page has: title, town, languages, help, and the list of what is to be
// corrected.
#pragma once
#include "booking-cgi/choice.h"
#include "booking-cgi/links.h"
#include "booking-cgi/person_form.h"
#include "booking-cgi/view.h"
#include "core/base/messages.h"
#include <memory>
#include <optional>

namespace accueil::web
{
/// One visitor's request as the pages see it.
struct PageContext
{
    Messages m;
    Links links;
    std::shared_ptr<const Catalogue> catalogue; ///< null while the database was never seen
    std::string path = "/";                     ///< of this page, for the language links
    Fields query;                               ///< of this page, without the language
    std::string bookingUrl;                     ///< as the citizen types it; empty: the site's own

    const std::string& in(const LocalizedText& text) const { return text.in(m.language()); }
};

/// How the other languages are reached: by a link, or (so that nothing typed is lost) by sending the form to
/// `path`.
enum class LanguageSwitch { links, buttons };

struct PageHead
{
    std::string title;  ///< the heading
    int step = 0;       ///< "Step 2 of 4"; 0: none
    std::string notice; ///< one sentence on top, in a box
    std::vector<FieldError> errors;
    LanguageSwitch languages = LanguageSwitch::links;
    bool indexed = false; ///< search engines may keep it
};

/// The view of a page with its frame; the page adds its own.
View framed(const PageContext& page, const PageHead& head);

enum class Times { shown, unknown };

/// What a visit is for (partial "parts"): "Carte d’identité : retrait", "1 personne, 10 minutes". Two services stand one
/// below the other, each under its name, with their times.
View visitView(const PageContext& page, const std::vector<PlacedPart>& parts, Times times);
/// Nobody has to change the waiting area.
bool sameArea(const Catalogue& catalogue, const std::vector<PlacedPart>& parts);
/// "09:00 Population", then "09:20 Passeports"; nothing for a visit to one service.
std::vector<View> turnViews(const PageContext& page, const std::vector<PlacedPart>& parts);

/// Hidden inputs.
std::vector<View> hiddenInputs(const Fields& fields);
} // namespace accueil::web
