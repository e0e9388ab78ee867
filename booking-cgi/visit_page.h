// booking-cgi/visit_page.h - one appointment through its manage link: confirmed, cancelled, over; and the way
// to cancel it.
#pragma once
#include "booking-cgi/page.h"
#include "core/notification/notice.h"

namespace accueil::web
{
struct VisitState
{
    ManagedAppointment appointment;
    std::string manageToken;
    LocalTime now;
    std::string notice;
    std::string changeToken;           ///< Purpose::change; on the pages that move and cancel
    std::optional<LocalTime> newStart; ///< on the page that asks whether to move
    std::vector<PlacedPart> newParts;  ///< and how each part would stand then
    bool moved = false;                ///< it has just been
};

/// @throws InvalidInput  if the town no longer offers what the appointment is for
Notice noticeOf(const PageContext& page, const VisitState& state);

enum class VisitKind { confirmed, cancelled, over };
VisitKind kindOf(const VisitState& state);

View visitPageView(const PageContext& page, const VisitState& state); ///< template "visit"
View changeView(const PageContext& page, const VisitState& state);    ///< template "change"
View moveView(const PageContext& page, const VisitState& state);      ///< template "move"
} // namespace accueil::web
