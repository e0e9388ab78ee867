// core/queue/act.h - what every act at a counter shares; internal to this domain.
#pragma once
#include "core/queue/counter.h"
#include "core/store/request.h"

namespace accueil
{
/// A mis-click on "finish" or "no-show" can be taken back so long.
inline constexpr std::chrono::seconds undoTime{60};

/// On the site's wall clock.
Day today(const store::Connection& connection, const Catalogue& catalogue);
/// A counter that was opened before this and has no visitor was left open by somebody who has gone home: the beginning of
/// today, and for those who work past midnight six hours ago. Inside a transaction or reading: the clock is the server's then.
Instant forgottenBefore(const store::Connection& connection, const Catalogue& catalogue);
/// @throws Refused  counterClosed  there is no such counter
const Counter& counterOf(const Catalogue& catalogue, CounterId id);
/// As it is now. @throws Refused  notThisState  it is gone
Ticket ticketOf(store::Connection& connection, TicketId id);

/// One act at a counter: alone in its site, remembered by its key. @param what  says all that was asked, besides the counter
template <class Act>
std::string atCounter(store::Connection& connection, const RequestKey& key, const std::string& what, CounterId counter, Act&& body)
{
    const store::Request request{hexOf(key), hexOf(sha256(what + std::to_string(counter.value())))};
    return store::once(connection, request, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        return body(session);
    });
}
} // namespace accueil
