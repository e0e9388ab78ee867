// tests/web/scripted_town.h - a small town without database: its offer, and a service that does as it is
// told.
#pragma once
#include "booking-cgi/booking_service.h"
#include "core/base/errors.h"
#include <algorithm>
#include <map>

namespace accueil::test
{
inline LocalizedText text(const std::string& fr, const std::string& nl, const std::string& de,
                          const std::string& en)
{
    LocalizedText all;
    all.set(Language::fr, fr);
    all.set(Language::nl, nl);
    all.set(Language::de, de);
    all.set(Language::en, en);
    return all;
}

inline Procedure procedure(long long id, long long service, const char* code, int minutes, int persons,
                           const LocalizedText& name)
{
    Procedure procedure;
    procedure.id = ProcedureId(id);
    procedure.service = ServiceId(service);
    procedure.code = code;
    procedure.minutes = minutes;
    procedure.maxPersons = persons;
    procedure.name = name;
    procedure.documents = {DocumentId(1)};
    return procedure;
}

inline Catalogue scriptedCatalogue()
{
    CatalogueParts parts;
    parts.site = {SiteId(1),
                  text("Ville de Verviers", "Stad Verviers", "Stadt Verviers", "City of Verviers"),
                  "55 place du Marché, 4800 Verviers",
                  "Europe/Brussels",
                  "087 325 240",
                  "population@verviers.be",
                  "https://www.verviers.be/rendez-vous",
                  "https://verviers.guichet-citoyen.be"};
    parts.areas = {{WaitingAreaId(1), "A"}, {WaitingAreaId(2), "B"}};
    Service population{ServiceId(1),
                       "POP",
                       WaitingAreaId(1),
                       'A',
                       10,
                       0,
                       60,
                       text("Population", "Bevolking", "Bevölkerungsdienst", "Population register"),
                       {}};
    Service civil{ServiceId(2),
                  "CIV",
                  WaitingAreaId(2),
                  'B',
                  10,
                  0,
                  60,
                  text("État civil", "Burgerlijke stand", "Standesamt", "Civil registry"),
                  {}};
    Service passports{ServiceId(3),
                      "PPC",
                      WaitingAreaId(1),
                      'P',
                      10,
                      0,
                      60,
                      text("Passeports", "Paspoorten", "Reisepässe", "Passports"),
                      {}};
    parts.services = {population, civil, passports};
    parts.documents = {
        {DocumentId(1), "id_card",
         text("Votre carte d’identité", "Uw identiteitskaart", "Ihr Personalausweis", "Your identity card")}};
    parts.procedures = {
        procedure(1, 1, "POP-EID", 10, 4,
                  text("Carte d’identité : demande", "Identiteitskaart: aanvraag", "Personalausweis: Antrag",
                       "Identity card: application")),
        procedure(2, 1, "POP-MOVE", 20, 1,
                  text("Changement d’adresse", "Adreswijziging", "Adressänderung", "Change of address")),
        procedure(3, 2, "CIV-MARRIAGE", 40, 1,
                  text("Déclaration de mariage", "Huwelijksaangifte", "Anmeldung der Eheschließung",
                       "Declaration of marriage")),
        procedure(4, 2, "CIV-DEATH", 30, 1,
                  text("Déclaration de décès", "Overlijdensaangifte", "Sterbefallanzeige",
                       "Declaration of death")),
        procedure(5, 3, "PPC-PASSPORT", 20, 1,
                  text("Passeport : demande", "Paspoort: aanvraag", "Reisepass: Antrag", "Passport: application"))};
    parts.procedures[1].eguichet = true;
    parts.procedures[3].online = false;
    return Catalogue(parts);
}

/// Monday 23 November 2026, 09:00 in Verviers. Holds and bookings live in `visits`, by manage token.
class ScriptedService : public web::BookingService
{
public:
    FixedClock clock{*parseUtc("2026-11-23 08:00:00.000")};
    std::shared_ptr<const Catalogue> offer = std::make_shared<Catalogue>(scriptedCatalogue());
    std::map<std::string, ManagedAppointment> visits;
    std::vector<HoldRequest> held; ///< every place taken, in order
    std::vector<Person> booked;    ///< every booking made, in order
    int cancelled = 0, released = 0;
    bool away = false; ///< no database
    bool seen = true;  ///< the offer was read before it went away
    std::map<RequestKey, LocalTime> moves;
    std::optional<Refusal> refuseHold, refuseBook, refuseCancel, refuseMove;

    std::shared_ptr<const Catalogue> catalogue() override
    {
        ask();
        return offer;
    }
    std::shared_ptr<const Catalogue> lastCatalogue() const override { return seen ? offer : nullptr; }
    Instant now() const override { return clock.now(); }

    /// The parts of a visit that begins then: the services in order, without a gap.
    std::vector<PlacedPart> parts(const std::vector<Wanted>& wanted, MinuteOfDay start) const
    {
        std::vector<PlacedPart> all;
        for (const VisitPart& part : visitParts(*offer, wanted)) {
            all.push_back({part.service, start, part.minutes, part.wanted});
            start = start + part.minutes;
        }
        return all;
    }
    std::vector<DayOfStarts> startsToMove(const ManagedAppointment& visit) override
    {
        return freeStarts(visit.wanted);
    }
    std::vector<DayOfStarts> freeStarts(const std::vector<Wanted>& wanted) override
    {
        ask();
        std::vector<DayOfStarts> days;
        for (int i = 0; i < 60; ++i) {
            DayOfStarts day{makeDay(2026, 11, 23) + std::chrono::days(i), false, 0, 0, {}};
            day.open = isoWeekday(day.day) <= 5;
            if (day.open && i != 1) // Tuesday is full
                for (int minute = 510; minute < (i == 0 ? 540 : 700); minute += 10)
                    day.starts.push_back(start(wanted, {minute}));
            if (isoWeekday(day.day) == 3) day.starts.push_back(start(wanted, {13 * 60 + 30}));
            days.push_back(day);
        }
        return days;
    }
    std::vector<StoredClosure> closed;
    std::vector<StoredClosure> closures() override
    {
        ask();
        return closed;
    }
    Hold hold(const HoldRequest& request) override
    {
        ask();
        const std::string token = request.seed.manageToken();
        if (const auto found = visits.find(token); found != visits.end())
            return {found->second.appointment, found->second.reference, found->second.minutes,
                    found->second.holdExpiresAt, found->second.parts};
        if (refuseHold) throw Refused(*refuseHold);
        held.push_back(request);
        ManagedAppointment visit;
        visit.appointment = AppointmentId(static_cast<long long>(held.size()));
        visit.reference = makeReference(request.seed);
        visit.held = true;
        visit.holdExpiresAt = clock.now() + std::chrono::minutes(10);
        visit.service = offer->find(request.wanted.front().procedure)->service;
        visit.day = request.day;
        visit.start = request.start;
        visit.parts = parts(request.wanted, request.start);
        visit.minutes = visitMinutes(*offer, request.wanted);
        visit.wanted = request.wanted;
        visits[token] = visit;
        return {visit.appointment, visit.reference, visit.minutes, visit.holdExpiresAt, visit.parts};
    }
    void release(const Seed& seed, AppointmentId) override
    {
        ask();
        ++released;
        visits.erase(seed.manageToken());
    }
    Booked book(const Seed& seed, AppointmentId, const Person& person) override
    {
        ask();
        ManagedAppointment& visit = visits.at(seed.manageToken());
        if (refuseBook) throw Refused(*refuseBook);
        if (visit.held) {
            booked.push_back(person);
            visit.held = false;
            visit.checkInToken = seed.checkInToken();
            visit.mailGoesOut = !person.email.empty();
        }
        return {visit.appointment, visit.reference};
    }
    ManagedAppointment appointment(const std::string& manageToken) override
    {
        ask();
        const auto found = visits.find(manageToken);
        if (found == visits.end()) throw Refused(Refusal::codeUnknown);
        return found->second;
    }
    void move(const RequestKey& key, const std::string& manageToken, int revision,
              const LocalTime& start) override
    {
        ask();
        if (moves.contains(key)) return;
        if (refuseMove) throw Refused(*refuseMove);
        ManagedAppointment& visit = visits.at(manageToken);
        if (visit.revision != revision) throw Refused(Refusal::changedMeanwhile);
        moves[key] = start;
        visit.day = start.day;
        visit.start = start.minute;
        visit.parts = parts(visit.wanted, start.minute);
        ++visit.revision;
    }
    void cancel(const RequestKey&, const std::string& manageToken) override
    {
        ask();
        if (refuseCancel) throw Refused(*refuseCancel);
        ++cancelled;
        visits.at(manageToken).cancelled = true;
        visits.at(manageToken).checkInToken.clear();
    }
    void countForm(const std::string& source, int most) override
    {
        ask();
        if (forms[source] >= most) throw Refused(Refusal::tooManyAttempts);
        ++forms[source];
    }
    std::map<std::string, int> forms; ///< by source

private:
    FreeStart start(const std::vector<Wanted>& wanted, MinuteOfDay at) const
    {
        return {at, 1, visitMinutes(*offer, wanted), false, parts(wanted, at).back().start};
    }
    void ask() const
    {
        if (away) throw ConnectionLost("no server", 2002);
    }
};
} // namespace accueil::test
