// tests/desk/fake_walk_in.h - gives tickets as the test says.
#pragma once
#include "staff-desktop/logic/walk_in_service.h"
#include "tests/desk/fake_calls.h"

namespace accueil
{
struct FakeWalkIn : virtual WalkInService, virtual FakeCalls
{
    struct Press
    {
        RequestKey key;
        ProcedureId procedure;
        Language language;
        bool priority;
    };
    std::vector<Press> presses;
    IssuedTicket walkInTicket;

    IssuedTicket walkIn(const RequestKey& key, ProcedureId procedure, Language language,
                        bool priority) override
    {
        presses.push_back({key, procedure, language, priority});
        ask("walkIn");
        return walkInTicket;
    }
};
} // namespace accueil
