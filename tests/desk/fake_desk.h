// tests/desk/fake_desk.h - a town hall that answers what the test wrote down.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "tests/desk/fake_agenda.h"
#include "tests/desk/fake_calls.h"
#include "tests/desk/fake_calls_list.h"
#include "tests/desk/fake_counter.h"
#include "tests/desk/fake_import.h"
#include "tests/desk/fake_lookup.h"
#include "tests/desk/fake_print.h"
#include "tests/desk/fake_supervision.h"
#include "tests/desk/fake_visit.h"
#include "tests/desk/fake_walk_in.h"

namespace accueil
{
inline LocalizedText everywhere(const std::string& name)
{
    LocalizedText text;
    for (const Language language : languages) text.set(language, name);
    return text;
}

inline constexpr ServiceId population{1}, foreigners{2}, civil{3};
inline constexpr ProcedureId identityCard{1}, household{2}, residencePermit{3}, marriage{4};

/// Three services, four procedures, three counters.
inline CatalogueParts smallTown()
{
    CatalogueParts town;
    town.site.id = SiteId(1);
    town.site.timeZone = "Europe/Brussels";
    town.site.eguichetUrl = "https://eguichet.example";
    town.areas = {{WaitingAreaId(1), "A"}, {WaitingAreaId(2), "B"}};
    town.services = {{population, "POP", WaitingAreaId(1), 'A', 10, 0, 60, everywhere("Population"),
                      everywhere("Population")},
                     {foreigners, "ETR", WaitingAreaId(2), 'B', 10, 0, 60, everywhere("Foreigners"),
                      everywhere("Foreigners")},
                     {civil, "CIV", WaitingAreaId(2), 'C', 10, 0, 60, everywhere("Civil registry"),
                      everywhere("Civil registry")}};
    town.documents = {{DocumentId(1), "id_card", everywhere("your identity card")},
                      {DocumentId(2), "photo", everywhere("a photo")}};
    town.procedures = {{identityCard,
                        population,
                        "POP-EID",
                        10,
                        true,
                        false,
                        WalkIn::no,
                        4,
                        {DocumentId(1), DocumentId(2)},
                        everywhere("Identity card")},
                       {household,
                        population,
                        "POP-HOUSE",
                        10,
                        true,
                        true,
                        WalkIn::yes,
                        1,
                        {DocumentId(1)},
                        everywhere("Household certificate")},
                       {residencePermit,
                        foreigners,
                        "ETR-RENEW",
                        20,
                        true,
                        false,
                        WalkIn::no,
                        4,
                        {DocumentId(2)},
                        everywhere("Residence permit")},
                       {marriage, civil, "CIV-MARRIAGE", 40, true, false, WalkIn::no, 1, {}, everywhere("Marriage")}};
    town.counters = {{CounterId(1), 1, WaitingAreaId(1), Side::unknown, {population}, {}},
                     {CounterId(2), 2, WaitingAreaId(1), Side::unknown, {population}, {}},
                     {CounterId(3), 3, WaitingAreaId(2), Side::unknown, {foreigners}, {population}}};
    return town;
}

/// A page with questions of its own has a fake of its own, in a file of its own, that FakeDesk takes in as a base.
struct FakeDesk : DeskService,
                  FakeAgenda,
                  FakeCallsList,
                  FakeCounter,
                  FakeFind,
                  FakeImport,
                  FakeLookup,
                  FakePrint,
                  FakeSupervision,
                  FakeVisit,
                  FakeWalkIn,
                  virtual FakeCalls
{
    StaffMember staff{StaffId(7), "marie", "Marie", Role::agent, SiteId(1)};
    std::shared_ptr<const Catalogue> town = std::make_shared<const Catalogue>(smallTown());
    News nextNews;
    std::vector<DayOfStarts> days;
    std::vector<HoldRequest> holds;
    StartQuery lastQuery{};
    std::vector<PlacedPart> heldParts; ///< of every hold
    std::vector<std::pair<Seed, AppointmentId>> released, booked;
    std::vector<Person> persons;
    std::vector<std::string> overrulings;
    Instant holdsUntil;
    long long lastAppointment = 100;
    std::vector<Appointment> appointments;
    IssuedTicket ticket;
    std::vector<Admission> admissions;

    DeskSession logIn(const std::string& account, const std::string&) override
    {
        ask("logIn");
        staff.account = account;
        return {staff, town};
    }
    std::shared_ptr<const Catalogue> catalogue() override
    {
        ask("catalogue");
        return town;
    }
    News news() override
    {
        ask("news");
        return std::exchange(nextNews, {});
    }
    std::vector<DayOfStarts> freeStarts(const StartQuery& query) override
    {
        ask("freeStarts");
        lastQuery = query;
        return days;
    }
    Hold hold(const HoldRequest& request) override
    {
        ask("hold");
        holds.push_back(request);
        return {AppointmentId(++lastAppointment), "KXTRBVLN", 10, holdsUntil, heldParts};
    }
    void release(const Seed& seed, AppointmentId held) override
    {
        ask("release");
        released.emplace_back(seed, held);
    }
    Booked book(const Seed& seed, AppointmentId held, const Person& person, const std::string& overruling) override
    {
        ask("book");
        booked.emplace_back(seed, held);
        persons.push_back(person);
        overrulings.push_back(overruling);
        return {held, "KXTRBVLN"};
    }
    std::vector<Appointment> appointmentsOf(Day) override
    {
        ask("appointmentsOf");
        return appointments;
    }
    IssuedTicket checkIn(const RequestKey& key, AppointmentId, const Admission& admission) override
    {
        keys.push_back(key);
        admissions.push_back(admission);
        ask(admission.byReception ? "admitLate" : "checkIn");
        return ticket;
    }
};

/// A Monday morning at 10:42 in Verviers, in English: the texts are the msgids.
struct DeskFixture
{
    FixedClock clock{*parseUtc("2026-11-23 09:42:00.000")};
    FakeDesk town;
    ManualTaskRunner tasks;
    Speech speech{Language::en};
    Desk desk{tasks, town, clock, speech, {town.staff, town.town}};

    /// Sixty days from today on, with these starts (minutes of the day) and no others.
    void offer(const std::vector<std::pair<Day, int>>& starts)
    {
        const Day today = desk.today();
        town.days.clear();
        for (Day day = today; day < today + std::chrono::days(60); day += std::chrono::days(1)) {
            DayOfStarts one{.day = day, .open = isoWeekday(day) < 6, .capacity = 40, .free = 20, .starts = {}};
            for (const auto& [on, start] : starts)
                if (on == day) one.starts.push_back({MinuteOfDay{start}, 1});
            town.days.push_back(one);
        }
    }
    /// Somebody answers again: whoever listens hears of it.
    void restoreLink() { desk.link.heard(nullptr); }
};
} // namespace accueil
