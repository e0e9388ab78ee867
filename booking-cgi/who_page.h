// booking-cgi/who_page.h - step 3: who is coming? And step 4: everything once more before it is sent.
#pragma once
#include "booking-cgi/page.h"

namespace accueil::web
{
/// The place that the visitor holds.
struct HeldPlace
{
    Choice choice;
    LocalTime start;
    std::string token; ///< Purpose::held
    std::vector<PlacedPart> parts;
    std::optional<LocalTime> until; ///< nothing while the database is away: nor are the starts of the parts known
};

struct WhoState
{
    HeldPlace place;
    PersonForm form;
    std::vector<FieldError> errors;
    std::string notice;
};

View whoView(const PageContext& page, const WhoState& state);

/// @param person  checked
View reviewView(const PageContext& page, const WhoState& state, const Person& person);
} // namespace accueil::web
