// tests/desk/fake_agenda.h - the places of a day and of a week, as the test wrote them down.
#pragma once
#include "staff-desktop/logic/agenda_service.h"
#include "tests/desk/fake_calls.h"

namespace accueil
{
struct FakeAgenda : virtual AgendaService, virtual FakeCalls
{
    ServiceDay places; ///< of any service and day
    std::vector<SlotRow> week;
    ServiceId askedService;
    Day askedDay;

    ServiceDay serviceDay(ServiceId service, Day day) override
    {
        askedService = service;
        askedDay = day;
        ask("serviceDay");
        return places;
    }
    std::vector<SlotRow> serviceWeek(ServiceId service, Day monday) override
    {
        askedService = service;
        askedDay = monday;
        ask("serviceWeek");
        return week;
    }
};
} // namespace accueil
