#include "core/queue/arrival.h"
#include "core/agenda/publication.h"
#include "core/queue/act.h"
#include "core/queue/due.h"
#include "core/queue/room.h"
#include "core/queue/ticket_rows.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr int guessesPerMinute = 10;
constexpr int timesShown = 4;

const char* nameOf(DueReason reason)
{
    switch (reason) {
    case DueReason::appointment: return "appointment";
    case DueReason::late: return "late";
    case DueReason::walkIn: return "walk_in";
    case DueReason::back: return "back";
    case DueReason::second: return "second";
    }
    return "";
}

std::vector<Wanted> wantedOf(soci::session& session, AppointmentId appointment)
{
    std::vector<Wanted> wanted;
    for (const auto& [procedure, persons] : store::rows<ProcedureId, int>(
             session, "SELECT procedure_id, persons FROM appointment_procedure WHERE appointment_id = :id ORDER BY position",
             appointment))
        wanted.push_back({procedure, persons});
    return wanted;
}

std::string hashed(const std::string& content)
{
    return hexOf(sha256(content));
}

/// The service would close before the turn of somebody who came now. What is urgent is not asked: a person has judged it.
bool closesBefore(store::Connection& connection, const Catalogue& catalogue, ProcedureId procedure, bool priority)
{
    const Procedure* wanted = catalogue.find(procedure);
    if (!wanted || wanted->walkIn == WalkIn::urgent) return false;
    connection.session(); // the clock is the server's from here on
    const Day day = today(connection, catalogue);
    const auto closes = closingTime(connection, catalogue, wanted->service, day);
    if (!closes) return false; // open today by the reception's will only
    RoomNow room = RoomNow::load(connection, catalogue);
    // A colleague who only helps has come first this morning: the service's own counters will open.
    const auto itsOwn = [service = wanted->service](const ForecastCounter& counter) {
        return std::ranges::find(counter.own, service) != counter.own.end();
    };
    if (std::ranges::none_of(room.room.counters, itsOwn)) room.room.counters.push_back({CounterId(-1), {wanted->service}, {}, room.now});
    const std::chrono::duration<double, std::ratio<60>> wait(room.minutesForNewcomer(catalogue, wanted->service, priority));
    return room.now + wait > catalogue.zone().toUtc({day, *closes});
}

/// Day and start of an appointment that has not arrived yet; the routine guards the rest.
LocalTime startOf(store::Connection& connection, AppointmentId appointment)
{
    const auto row = store::reading(connection, [appointment](soci::session& session) {
        return store::one<Day, MinuteOfDay>(session, "CALL when_is_appointment(:id)", appointment);
    });
    if (!row) throw Refused(Refusal::appointmentGone);
    return {std::get<0>(*row), std::get<1>(*row)};
}
} // namespace

Found findByCheckInToken(store::Connection& connection, const std::string& token)
{
    const std::string hash = hexOf(tokenHash(token));
    return store::reading(connection, [&hash](soci::session& session) {
        const auto row = store::one<AppointmentId, int, std::string, ServiceId, Day, MinuteOfDay, TicketId>(
            session, "CALL find_by_check_in_token(:hash)", hash);
        if (!row) throw Refused(Refusal::codeUnknown);
        const auto& [id, here, state, service, day, start, ticket] = *row;
        if (state == "cancelled" || state == "held" || state == "missed") throw Refused(Refusal::appointmentGone);
        if (!here) throw Refused(Refusal::wrongSite);
        return Found{id, service, day, start, wantedOf(session, id), state == "arrived", ticket};
    });
}

std::vector<Found> findByBirthDate(store::Connection& connection, const Catalogue& catalogue, const BirthDate& date)
{
    return store::reading(connection, [&](soci::session& session) {
        const Day today = catalogue.zone().toLocal(connection.clock().now()).day;
        std::vector<Found> found;
        for (const auto& [id, state, service, start, ticket] : store::rows<AppointmentId, std::string, ServiceId, MinuteOfDay, TicketId>(
                 session, "CALL find_by_birth_date(:day, :year, :month, :birthday, :most)", today, date.year, date.month, date.day,
                 guessesPerMinute))
            found.push_back({id, service, today, start, {}, state == "arrived", ticket});
        if (found.empty()) throw Refused(Refusal::nobodyFound);
        for (auto& one : found) one.wanted = wantedOf(session, one.appointment);
        return found;
    });
}

std::vector<MinuteOfDay> timesToChooseFrom(const std::vector<MinuteOfDay>& truth, AppointmentId appointment, int granule,
                                           MinuteOfDay opens, MinuteOfDay closes)
{
    std::vector<MinuteOfDay> times = truth;
    std::ranges::sort(times);
    times.erase(std::ranges::unique(times).begin(), times.end());
    // A small generator seeded by the appointment: the same person sees the same times at every try.
    auto state = static_cast<std::uint64_t>(appointment.value()) * 6364136223846793005ULL + 1442695040888963407ULL;
    const int places = std::max((closes.value - opens.value) / granule, 1);
    for (int tries = 0; static_cast<int>(times.size()) < timesShown && tries < 200; ++tries) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const MinuteOfDay decoy = opens + static_cast<int>((state >> 33) % static_cast<std::uint64_t>(places)) * granule;
        // Decoys stand well apart: whoever remembers "about ten" must not hesitate between 10:00 and 10:10.
        const bool near = std::ranges::any_of(times, [&](MinuteOfDay t) { return std::abs(t.value - decoy.value) < 2 * granule; });
        if (!near) times.push_back(decoy);
    }
    std::ranges::sort(times);
    return times;
}

IssuedTicket checkIn(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment,
                     Admission admission)
{
    const LocalTime start = startOf(connection, appointment);
    const store::Request request{hexOf(key), hashed("check-in " + std::to_string(appointment.value()))};
    const std::string ticket = store::once(connection, request, [&](soci::session& session) {
        const Instant now = connection.clock().now();
        const Day today = catalogue.zone().toLocal(now).day;
        if (start.day != today) throw Refused(Refusal::wrongDay);
        auto due = dueOfAppointment(catalogue.policy(), catalogue.zone().toUtc(start), now, admission.priority);
        if (!due && admission.byReception) due = dueOfLate(catalogue.policy(), now, admission.priority);
        if (!due) throw Refused(Refusal::tooLate);
        const std::string reason = nameOf(due->reason);
        const int first = admission.priority;
        store::exec(session, "CALL begin_queue()");
        const auto row = store::one<long long>(session, "CALL check_in(:id, :day, :due, :reason, :priority)", appointment, today,
                                               due->at, reason, first);
        return std::to_string(std::get<0>(row.value()));
    });
    return issuedTicket(connection, catalogue, TicketId(std::stoll(ticket)));
}

IssuedTicket walkIn(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, ProcedureId procedure,
                    Language language, bool priority)
{
    const bool over = closesBefore(connection, catalogue, procedure, priority);
    const store::Request request{hexOf(key), hashed("walk-in " + std::to_string(procedure.value()))};
    const std::string ticket = store::once(connection, request, [&](soci::session& session) {
        const Instant now = connection.clock().now();
        const Day today = catalogue.zone().toLocal(now).day;
        const Due due = dueOfWalkIn(catalogue.policy(), now, priority);
        const int first = priority;
        store::exec(session, "CALL begin_queue()");
        const auto row = store::one<long long>(session, "CALL walk_in(:procedure, :day, :due, :priority, :language)", procedure,
                                               today, due.at, first, language);
        if (over) throw Refused(Refusal::walkInsOver); // after the reasons that hold all day
        return std::to_string(std::get<0>(row.value()));
    });
    return issuedTicket(connection, catalogue, TicketId(std::stoll(ticket)));
}

IssuedTicket putBack(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, TicketId id)
{
    const store::Request request{hexOf(key), hashed("put back " + std::to_string(id.value()))};
    store::once(connection, request, [&](soci::session& session) {
        store::exec(session, "CALL begin_queue()");
        const auto found = loadTickets(session, " WHERE t.id = :id", id);
        if (found.empty()) throw Refused(Refusal::notThisState);
        const Instant now = connection.clock().now();
        const Day today = catalogue.zone().toLocal(now).day;
        const Due due = dueOfReturn(catalogue.policy(), now, found.front().due.priority);
        store::exec(session, "CALL put_back(:id, :day, :due)", id, today, due.at);
        return std::string("{}");
    });
    return issuedTicket(connection, catalogue, id);
}

std::string afterwardsInWords(const Messages& m, const std::string& service, const std::string& area)
{
    return m.tr("Afterwards: {0}, area {1}, with the same number.", service, area);
}

IssuedTicket issuedTicket(store::Connection& connection, const Catalogue& catalogue, TicketId id)
{
    const Ticket ticket = ticketOf(connection, id);
    if (ticket.state == TicketState::done || ticket.state == TicketState::closed) throw Refused(Refusal::notThisState);
    const Service* service = catalogue.find(ticket.service);
    if (!service) throw Refused(Refusal::notThisState);
    const RoomNow room = RoomNow::load(connection, catalogue);
    IssuedTicket issued{id, ticket.number, catalogue.find(service->area)->code, 0, {},
                        ticket.due.reason == DueReason::late, ticket.service, ticket.procedures, ticket.appointmentStart,
                        ticket.arrivedAt, ticket.next};
    const auto before = [me = std::tuple(ticket.due.at, orderOf(ticket).number)](const ForecastVisitor& other) {
        return other.here == Instant{} && std::tuple(other.ticket.due.at, other.ticket.number) < me;
    };
    for (const auto& visitor : room.room.visitors)
        if (visitor.ticket.service == ticket.service && before(visitor)) ++issued.ahead;
    issued.wait = rangeOf(room.minutesUntil(orderOf(ticket)));
    return issued;
}
} // namespace accueil
