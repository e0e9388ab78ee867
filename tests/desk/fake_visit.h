// tests/desk/fake_visit.h - appointments that are found, and what was done to them.
#pragma once
#include "staff-desktop/logic/find_service.h"
#include "staff-desktop/logic/visit_service.h"
#include "tests/desk/fake_calls.h"

namespace accueil
{
struct FakeFind : virtual FindService, virtual FakeCalls
{
    std::vector<FindQuery> queries;
    FoundVisits found;

    FoundVisits findVisits(const FindQuery& query, Day) override
    {
        ask("find");
        queries.push_back(query);
        return found;
    }
};

/// Does what it is asked to `file`, once a key.
struct FakeVisit : virtual VisitService, virtual FakeCalls
{
    VisitFile file;
    std::vector<RequestKey> acts;
    std::string reason;
    Person before, after;

    VisitFile visitFile(AppointmentId) override
    {
        ask("visit");
        return file;
    }
    void moveVisit(const RequestKey& key, AppointmentId, int revision, Day day, MinuteOfDay start) override
    {
        acts.push_back(key);
        ask("move");
        expect(revision);
        for (auto& part : file.parts) {
            part.start.value += start.value - file.parts.front().start.value;
            part.day = day;
        }
        ++file.parts.front().revision;
    }
    void cancelVisit(const RequestKey& key, AppointmentId, int revision, const std::string& why) override
    {
        acts.push_back(key);
        ask("cancel");
        expect(revision);
        reason = why;
        for (auto& part : file.parts) part.state = VisitState::cancelled;
    }
    IssuedTicket queued{};
    TicketId ticketOfAct{}; ///< the ticket of the last act
    IssuedTicket putBack(const RequestKey& key, TicketId ticket) override
    {
        acts.push_back(key);
        ticketOfAct = ticket;
        ask("putBack");
        for (auto& part : file.parts) part.state = VisitState::arrived;
        return queued;
    }
    IssuedTicket ticketAgain(TicketId ticket) override
    {
        ticketOfAct = ticket;
        ask("ticketAgain");
        return queued;
    }
    void sendAgain(const RequestKey& key, AppointmentId) override
    {
        acts.push_back(key);
        ask("sendAgain");
    }
    void changePerson(const RequestKey& key, AppointmentId, const Person& old, const Person& now) override
    {
        acts.push_back(key);
        ask("change");
        before = old;
        after = now;
        for (auto& part : file.parts) part.person = now;
    }

private:
    void expect(int revision) const
    {
        if (revision != file.parts.front().revision) throw Refused(Refusal::changedMeanwhile);
    }
};
} // namespace accueil
