#include "core/booking/booking.h"
#include "core/agenda/online_window.h"
#include "core/booking/stranded_visits.h"
#include "core/store/request.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace accueil
{
namespace
{
using std::chrono::days;
using nlohmann::json;
constexpr int mostProcedures = 5;
constexpr int mostParts = 2;
constexpr int granulesBetween = 2; // that may pass between two linked appointments
constexpr int mostReferences = 8; // attempts at a reference that nobody has yet

const Procedure& procedureOf(const Catalogue& catalogue, const Wanted& wanted)
{
    const Procedure* procedure = catalogue.find(wanted.procedure);
    if (!procedure) throw InvalidInput("procedure");
    return *procedure;
}

/// A service may be closed for good while visits to it are still booked.
const Service& serviceOf(const Catalogue& catalogue, ServiceId id)
{
    const Service* service = catalogue.find(id);
    if (!service) throw InvalidInput("service");
    return *service;
}

std::string proceduresJson(const std::vector<Wanted>& wanted)
{
    json list = json::array();
    for (const auto& [procedure, persons] : wanted) list.push_back({{"procedure", procedure.value()}, {"persons", persons}});
    return list.dump();
}

const char* nameOf(Channel channel)
{
    switch (channel) {
    case Channel::online: return "online";
    case Channel::phone: return "phone";
    case Channel::desk: return "desk";
    case Channel::import: return "import";
    }
    return "";
}

std::string hashed(const std::string& content)
{
    return hexOf(sha256(content));
}

/// What online booking may not take. @throws Refused notBookableOnline, outsideHorizon
void checkOnline(const Catalogue& catalogue, const std::vector<ServiceId>& services, const std::vector<Wanted>& wanted,
                 const LocalTime& start, Instant now)
{
    for (const auto& one : wanted)
        if (!procedureOf(catalogue, one).online) throw Refused(Refusal::notBookableOnline);
    for (const ServiceId service : services)
        if (!onlineWindow(catalogue, serviceOf(catalogue, service), now).takes(start)) throw Refused(Refusal::outsideHorizon);
}

/// The desk may book until the start; what has begun can still be given: the person stands at the desk.
void checkPolicy(const Catalogue& catalogue, const HoldRequest& request, Instant now)
{
    if (request.channel == Channel::import) return;
    const Service& service = serviceOf(catalogue, procedureOf(catalogue, request.wanted.front()).service);
    if (request.channel == Channel::online) {
        std::vector<ServiceId> services;
        for (const auto& one : request.wanted) services.push_back(procedureOf(catalogue, one).service);
        return checkOnline(catalogue, services, request.wanted, {request.day, request.start}, now);
    }
    if (LocalTime{request.day, request.start + service.granuleOn(request.day)} <= catalogue.zone().toLocal(now))
        throw Refused(Refusal::outsideHorizon);
}

int minutesBetween(const Catalogue& catalogue, ServiceId one, ServiceId other, Day day)
{
    return granulesBetween * std::min(serviceOf(catalogue, one).granuleOn(day), serviceOf(catalogue, other).granuleOn(day));
}

/// What the visit takes of that day's grid.
int wholeGranules(const Catalogue& catalogue, const VisitPart& part, Day day)
{
    const int granule = serviceOf(catalogue, part.service).granuleOn(day);
    return (part.minutes + granule - 1) / granule * granule;
}

StartQuery queryOf(const Catalogue& catalogue, const std::vector<VisitPart>& parts, Channel channel, Day from, int count)
{
    StartQuery query{parts[0].service, from, count, parts[0].minutes, channel, {}};
    if (parts.size() > 1)
        query.linked = LinkedHalf{parts[1].service, parts[1].minutes, minutesBetween(catalogue, parts[0].service, parts[1].service, from)};
    return query;
}

/// What both channels may be offered, from now on.
StartQuery queryFrom(const Catalogue& catalogue, const std::vector<VisitPart>& parts, Channel channel, Day from, int count, Instant now)
{
    StartQuery query = queryOf(catalogue, parts, channel, from, count);
    query.earliest = catalogue.zone().toLocal(now);
    if (channel == Channel::online)
        for (const auto& part : parts) {
            const OnlineWindow window = onlineWindow(catalogue, serviceOf(catalogue, part.service), now);
            query.earliest = std::max(query.earliest, window.earliest);
            query.days = std::min(query.days, window.daysFrom(from));
        }
    return query;
}

/// Where the second half of a linked visit goes, if the first begins here. @throws Refused slotTaken
FreeStart offerAt(soci::session& session, const StartQuery& query, MinuteOfDay start)
{
    const auto starts = freeStarts(session, query).front().starts;
    const auto found = std::ranges::find(starts, start, &FreeStart::start);
    if (found == starts.end()) throw Refused(Refusal::slotTaken);
    return *found;
}

std::vector<PlacedPart> loadParts(soci::session& session, const std::string& reference)
{
    std::vector<PlacedPart> parts;
    for (const auto& [part, service, start, minutes, procedure, persons] :
         store::rows<int, ServiceId, MinuteOfDay, int, std::optional<ProcedureId>, std::optional<int>>(
             session,
             "SELECT a.part, a.service_id, a.start_minute, a.minutes, p.procedure_id, p.persons FROM appointment a"
             " LEFT JOIN appointment_procedure p ON p.appointment_id = a.id WHERE a.reference = :reference ORDER BY a.part, p.position",
             reference)) {
        if (static_cast<int>(parts.size()) < part) parts.push_back({service, start, minutes, {}});
        if (procedure) parts.back().wanted.push_back({*procedure, *persons}); // an imported one may have none
    }
    return parts;
}

/// A booked visit as it stands.
struct StandingVisit
{
    Day day;
    bool online = false;
    std::vector<PlacedPart> parts; ///< empty when nobody knows the visit: the routine refuses it
};

StandingVisit standing(soci::session& session, AppointmentId appointment)
{
    const auto row = store::one<std::string, Day, int>(
        session, "SELECT reference, day, channel = 'online' FROM appointment WHERE id = :id", appointment);
    if (!row) return {};
    const auto& [reference, day, online] = *row;
    return {day, online != 0, loadParts(session, reference)};
}

/// What a part asks for wherever it goes: what its procedures take, if it stands at that length now; else its own length, as of
/// an imported visit.
VisitPart asked(const Catalogue& catalogue, const PlacedPart& part, Day day)
{
    VisitPart ask{part.service, part.wanted, 0};
    for (const auto& [id, persons] : part.wanted) {
        const Procedure* procedure = catalogue.find(id);
        ask.minutes += procedure ? procedure->minutes * persons : 0;
    }
    if (wholeGranules(catalogue, ask, day) != part.minutes) ask.minutes = part.minutes;
    return ask;
}

std::vector<VisitPart> askedParts(const Catalogue& catalogue, const std::vector<PlacedPart>& parts, Day day)
{
    std::vector<VisitPart> all;
    for (const auto& part : parts) all.push_back(asked(catalogue, part, day));
    return all;
}

std::vector<OwnPlace> ownPlaces(const std::vector<PlacedPart>& parts, Day day)
{
    std::vector<OwnPlace> own;
    for (const auto& part : parts) own.push_back({part.service, day, part.start, part.minutes});
    return own;
}

/// Where a visit goes when it moves. The second part only of a linked one.
struct NewPlace
{
    int minutes = 0, secondMinutes = 0;
    std::optional<MinuteOfDay> second;
};

/// @throws Refused slotTaken  there is no place for the second part
NewPlace newPlace(soci::session& session, const Catalogue& catalogue, AppointmentId appointment, bool online, Day day,
                  MinuteOfDay start)
{
    const StandingVisit visit = standing(session, appointment);
    const auto parts = askedParts(catalogue, visit.parts, visit.day);
    NewPlace place;
    if (!parts.empty()) place.minutes = wholeGranules(catalogue, parts[0], day);
    if (parts.size() < 2) return place;
    StartQuery query = queryOf(catalogue, parts, online || visit.online ? Channel::online : Channel::desk, day, 1);
    query.linked->fixedOrder = true;
    query.own = ownPlaces(visit.parts, visit.day);
    place.second = offerAt(session, query, start).second;
    place.secondMinutes = wholeGranules(catalogue, parts[1], day);
    return place;
}

/// Today, and the start that a citizen can no longer change, nor any before it.
std::pair<Day, LocalTime> citizenLimit(const Catalogue& catalogue, Instant now)
{
    const auto limit = std::chrono::minutes(catalogue.booking().citizenLimitMinutes);
    return {catalogue.zone().toLocal(now).day, catalogue.zone().toLocal(now + limit)};
}

/// The parts in order of time.
std::vector<PlacedPart> placed(soci::session& session, const Catalogue& catalogue, const std::vector<VisitPart>& parts,
                               const HoldRequest& request)
{
    const auto at = [&](const VisitPart& part, MinuteOfDay start) {
        return PlacedPart{part.service, start, wholeGranules(catalogue, part, request.day), part.wanted};
    };
    if (parts.size() == 1) return {at(parts[0], request.start)};
    StartQuery query = queryOf(catalogue, parts, request.channel, request.day, 1);
    query.beyondCapacity = request.beyondCapacity;
    const FreeStart offer = offerAt(session, query, request.start);
    return {at(parts[offer.swapped ? 1 : 0], request.start), at(parts[offer.swapped ? 0 : 1], offer.second)};
}

int minutesOf(const std::vector<PlacedPart>& parts)
{
    return parts.back().start.value + parts.back().minutes - parts.front().start.value;
}

json partsJson(const std::vector<PlacedPart>& parts)
{
    json list = json::array();
    for (const auto& part : parts)
        list.push_back({{"service", part.service.value()}, {"start", part.start.value}, {"minutes", part.minutes}});
    return list;
}

Hold parseHold(const std::string& text, const std::vector<VisitPart>& asked)
{
    const json result = json::parse(text);
    Hold held{AppointmentId(result.at("appointment").get<long long>()), result.at("reference").get<std::string>(), 0,
              parseUtc(result.at("until").get<std::string>()).value(), {}};
    for (const auto& one : result.at("parts")) {
        const ServiceId service(one.at("service").get<long long>());
        const auto part = std::ranges::find(asked, service, &VisitPart::service);
        held.parts.push_back({service, {one.at("start").get<int>()}, one.at("minutes").get<int>(),
                              part == asked.end() ? std::vector<Wanted>() : part->wanted});
    }
    held.minutes = minutesOf(held.parts);
    return held;
}

std::pair<AppointmentId, Instant> holdPart(soci::session& session, const Catalogue& catalogue, const HoldRequest& request,
                                           const PlacedPart& place, int part, int parts, const std::string& reference)
{
    const std::string procedures = proceduresJson(place.wanted), channel = nameOf(request.channel);
    const std::string checkIn = hexOf(tokenHash(request.seed.checkInToken())), manage = hexOf(tokenHash(request.seed.manageToken()));
    const int seconds = catalogue.booking().holdMinutes * 60, beyond = request.beyondCapacity;
    return std::make_from_tuple<std::pair<AppointmentId, Instant>>(
        store::one<AppointmentId, Instant>(session,
                                           "CALL hold_place(:service, :day, :start, :minutes, :channel, :language, :reference,"
                                           " :checkin, :manage, :seconds, :procedures, :part, :parts, :beyond)",
                                           place.service, request.day, place.start, place.minutes, channel, request.language, reference,
                                           checkIn, manage, seconds, procedures, part, parts, beyond)
            .value());
}
} // namespace

std::optional<Instant> reminderAt(const Catalogue& catalogue, Day day, MinuteOfDay start, Instant now)
{
    const Instant at = catalogue.zone().toUtc(day - days(1), start);
    if (at <= now) return {};
    return at;
}

std::vector<VisitPart> visitParts(const Catalogue& catalogue, const std::vector<Wanted>& wanted)
{
    if (wanted.empty() || wanted.size() > mostProcedures) throw InvalidInput("procedure");
    std::vector<VisitPart> parts;
    for (const auto& one : wanted) {
        const Procedure& procedure = procedureOf(catalogue, one);
        if (one.persons < 1 || one.persons > procedure.maxPersons) throw InvalidInput("persons");
        auto part = std::ranges::find(parts, procedure.service, &VisitPart::service);
        if (part == parts.end()) part = parts.insert(part, {procedure.service, {}, 0});
        part->wanted.push_back(one);
        part->minutes += procedure.minutes * one.persons;
    }
    if (parts.size() > mostParts) throw InvalidInput("service");
    return parts;
}

int visitMinutes(const Catalogue& catalogue, const std::vector<Wanted>& wanted)
{
    int minutes = 0;
    for (const auto& part : visitParts(catalogue, wanted)) minutes += part.minutes;
    return minutes;
}

StartQuery startQuery(const Catalogue& catalogue, const std::vector<Wanted>& wanted, Channel channel, Day from, int count, Instant now)
{
    return queryFrom(catalogue, visitParts(catalogue, wanted), channel, from, count, now);
}

StartQuery moveQuery(const Catalogue& catalogue, const std::vector<PlacedPart>& parts, Day day, Channel channel, Day from, int count,
                     Instant now)
{
    StartQuery query = queryFrom(catalogue, askedParts(catalogue, parts, day), channel, from, count, now);
    if (query.linked) query.linked->fixedOrder = true;
    query.own = ownPlaces(parts, day);
    return query;
}

int minutesAfterMove(const Catalogue& catalogue, const PlacedPart& part, Day day, Day to)
{
    return wholeGranules(catalogue, asked(catalogue, part, day), to);
}

Hold hold(store::Connection& connection, const Catalogue& catalogue, const HoldRequest& request)
{
    const auto parts = visitParts(catalogue, request.wanted);
    connection.session(); // the clock is the server's from here on
    checkPolicy(catalogue, request, connection.clock().now());

    const std::string channel = nameOf(request.channel);
    const store::Request once{hexOf(request.seed.requestKey("hold")),
                              hashed(proceduresJson(request.wanted) + isoDay(request.day) + clockText(request.start) + channel +
                                     (request.beyondCapacity ? " beyond" : ""))};
    for (int attempt = 0;; ++attempt) {
        const std::string reference = makeReference(request.seed, attempt);
        try {
            return parseHold(store::once(connection, once, [&](soci::session& session) {
                const auto places = placed(session, catalogue, parts, request);
                json result{{"reference", reference}, {"parts", partsJson(places)}};
                for (std::size_t i = 0; i < places.size(); ++i) {
                    const auto [appointment, until] = holdPart(session, catalogue, request, places[i], static_cast<int>(i) + 1,
                                                             static_cast<int>(places.size()), reference);
                    if (i > 0) continue;
                    result["appointment"] = appointment.value();
                    result["until"] = utcText(until);
                }
                return result.dump();
            }), parts);
        } catch (const Duplicate& e) {
            if (e.key() != "appointment_reference" || attempt == mostReferences) throw;
        }
    }
}

Booked book(store::Connection& connection, const Catalogue& catalogue, const Seed& seed, AppointmentId held, const Person& raw,
            const std::string& overruling)
{
    connection.session();
    const Instant now = connection.clock().now();
    const Day today = catalogue.zone().toLocal(now).day;
    const Person person = checked(raw, today);
    const std::string reason = checkedReason(overruling);
    const int mostPerEmail = catalogue.booking().mostPerEmail, mostPerPerson = catalogue.booking().mostPerPerson;
    const auto& [year, month, day] = person.birthDate;
    const store::Request once{hexOf(seed.requestKey("book")),
                              hashed(std::to_string(held.value()) + '\n' + person.lastName + '\n' + person.firstName + '\n' +
                                     birthDateText(person.birthDate) + '\n' + person.email + '\n' + person.phone + '\n' + person.note)};
    const std::string checkIn = seed.checkInToken(), manage = seed.manageToken();

    const json result = json::parse(store::once(connection, once, [&](soci::session& session) {
        const auto row = store::one<Day, MinuteOfDay, std::string>(
            session, "SELECT day, start_minute, reference FROM appointment WHERE id = :id", held);
        if (!row) throw Refused(Refusal::holdExpired);
        const auto& [on, start, reference] = *row;
        const auto reminder = reminderAt(catalogue, on, start, now);
        store::exec(session,
                    "CALL book_held(:id, :checkin, :manage, :language, :last, :first, :year, :month, :day, :email, :phone, :note,"
                    " :reminder, :today, :most_email, :most_person, :reason)",
                    held, checkIn, manage, person.language, person.lastName, person.firstName, year, month, day, person.email,
                    person.phone, person.note, reminder, today, mostPerEmail, mostPerPerson, reason);
        return json{{"appointment", held.value()}, {"reference", reference}}.dump();
    }));
    return {AppointmentId(result.at("appointment").get<long long>()), result.at("reference").get<std::string>()};
}

void release(store::Connection& connection, const Seed& seed, AppointmentId held)
{
    const std::string manage = hexOf(tokenHash(seed.manageToken()));
    const std::string key = hexOf(seed.requestKey("hold"));
    store::inTx(connection, [&](soci::session& session) { store::exec(session, "CALL release_hold(:id, :manage, :key)", held, manage, key); });
}

void cancel(store::Connection& connection, const RequestKey& key, AppointmentId appointment, const std::string& reason,
            std::optional<int> revision)
{
    const store::Request once{hexOf(key), hashed("cancel " + std::to_string(appointment.value()))};
    store::once(connection, once, [&](soci::session& session) {
        store::exec(session, "CALL cancel_appointment(:id, :revision, :reason)", appointment, revision, reason);
        return std::string("{}");
    });
}

void cancelByCitizen(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, const std::string& manageToken)
{
    const std::string manage = hexOf(tokenHash(manageToken));
    const store::Request once{hexOf(key), hashed("cancel " + manage)};
    store::once(connection, once, [&](soci::session& session) {
        const auto [today, limit] = citizenLimit(catalogue, connection.clock().now());
        store::exec(session, "CALL cancel_by_citizen(:manage, :today, :limit_day, :limit_minute)", manage, today, limit.day, limit.minute);
        return std::string("{}");
    });
}

namespace
{
/// @param routine  takes what move_appointment takes
void moveWith(const char* routine, store::Connection& connection, const Catalogue& catalogue, const RequestKey& key,
              AppointmentId appointment, int revision, Day day, MinuteOfDay start)
{
    const std::string call = "CALL " + std::string(routine) + "(:id, :revision, :day, :start, :minutes, :second, :second_minutes, :reminder)";
    const store::Request once{hexOf(key), hashed("move " + std::to_string(appointment.value()) + " " + std::to_string(revision) +
                                                 isoDay(day) + clockText(start))};
    store::once(connection, once, [&](soci::session& session) {
        const Instant now = connection.clock().now();
        if (LocalTime{day, start} < catalogue.zone().toLocal(now)) throw Refused(Refusal::outsideHorizon);
        const auto reminder = reminderAt(catalogue, day, start, now);
        const auto place = newPlace(session, catalogue, appointment, false, day, start);
        store::exec(session, call.c_str(), appointment, revision, day, start, place.minutes, place.second, place.secondMinutes, reminder);
        return std::string("{}");
    });
}
} // namespace

void move(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment, int revision,
          Day day, MinuteOfDay start)
{
    moveWith("move_appointment", connection, catalogue, key, appointment, revision, day, start);
}

void moveByTown(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, AppointmentId appointment,
                int revision, Day day, MinuteOfDay start)
{
    moveWith("move_by_town", connection, catalogue, key, appointment, revision, day, start);
}

void moveByCitizen(store::Connection& connection, const Catalogue& catalogue, const RequestKey& key, const std::string& manageToken,
                   int revision, Day day, MinuteOfDay start)
{
    const auto visit = appointmentByManageToken(connection, manageToken);
    const std::string manage = hexOf(tokenHash(manageToken));
    const store::Request once{hexOf(key), hashed("move " + manage + " " + std::to_string(revision) + isoDay(day) + clockText(start))};
    store::once(connection, once, [&](soci::session& session) {
        const Instant now = connection.clock().now();
        std::vector<ServiceId> services;
        for (const auto& part : visit.parts) services.push_back(part.service);
        checkOnline(catalogue, services, visit.wanted, {day, start}, now);
        const auto reminder = reminderAt(catalogue, day, start, now);
        const auto place = newPlace(session, catalogue, visit.appointment, true, day, start);
        const auto [today, limit] = citizenLimit(catalogue, now);
        store::exec(session,
                    "CALL move_by_citizen(:manage, :revision, :day, :start, :minutes, :second, :second_minutes, :reminder, :today,"
                    " :limit_day, :limit_minute)",
                    manage, revision, day, start, place.minutes, place.second, place.secondMinutes, reminder, today, limit.day,
                    limit.minute);
        return std::string("{}");
    });
}

ManagedAppointment appointmentByManageToken(store::Connection& connection, const std::string& manageToken)
{
    const std::string manage = hexOf(tokenHash(manageToken));
    return store::reading(connection, [&manage](soci::session& session) {
        const auto row = store::one<AppointmentId, std::string, int, std::string, Instant, ServiceId, Day, MinuteOfDay, int, std::string,
                                    int>(session, "CALL appointment_by_manage_token(:manage)", manage);
        if (!row) throw Refused(Refusal::codeUnknown);
        ManagedAppointment appointment;
        std::string state;
        int mail = 0;
        std::tie(appointment.appointment, appointment.reference, appointment.revision, state, appointment.holdExpiresAt, appointment.service,
                 appointment.day, appointment.start, appointment.minutes, appointment.checkInToken, mail) = *row;
        appointment.cancelled = state == "cancelled";
        appointment.held = state == "held";
        appointment.mailGoesOut = mail != 0;
        appointment.parts = loadParts(session, appointment.reference);
        appointment.minutes = minutesOf(appointment.parts);
        for (const auto& part : appointment.parts) std::ranges::copy(part.wanted, std::back_inserter(appointment.wanted));
        return appointment;
    });
}
} // namespace accueil
