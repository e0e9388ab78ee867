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
    std::string cancelToken; ///< Purpose::cancel; on the page that cancels
};

/// @throws InvalidInput  if the town no longer offers what the appointment is for
Notice noticeOf(const PageContext& page, const VisitState& state);

enum class VisitKind { confirmed, cancelled, over };
VisitKind kindOf(const VisitState& state);

View visitPageView(const PageContext& page, const VisitState& state); ///< template "visit"
View changeView(const PageContext& page, const VisitState& state);    ///< template "change"
} // namespace accueil::web
