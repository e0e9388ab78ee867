// tests/desk/fake_lookup.h - who is known at the town hall, as the test wrote it down.
#pragma once
#include "staff-desktop/logic/book_service.h"
#include "tests/desk/fake_calls.h"

namespace accueil
{
struct FakeLookup : virtual BookService, virtual FakeCalls
{
    std::vector<KnownPerson> known;
    std::vector<Appointment> upcoming;
    std::vector<Person> lookedUp;

    std::vector<KnownPerson> knownPeople(const Person& typed) override
    {
        lookedUp.push_back(typed);
        ask("knownPeople");
        return known;
    }
    std::vector<Appointment> upcomingVisits(const Person&, Day) override
    {
        ask("upcomingVisits");
        return upcoming;
    }
};
} // namespace accueil
