// tests/desk/fake_calls_list.h - a list of people to call that does as it is told.
#pragma once
#include "staff-desktop/logic/calls_service.h"
#include "tests/desk/fake_calls.h"

namespace accueil
{
struct FakeCallsList : virtual CallsService, virtual FakeCalls
{
    PeopleToCall list;
    std::vector<DayOfStarts> startsElsewhere;
    std::vector<RequestKey> callKeys;
    std::string lastCall; ///< the last act, in words

    PeopleToCall peopleToCall() override
    {
        ask("peopleToCall");
        return list;
    }
    void markCalled(const RequestKey& key, AppointmentId appointment, CallReason reason,
                    CallOutcome outcome) override
    {
        callKeys.push_back(key);
        lastCall = std::to_string(appointment.value()) + " " + nameOf(reason) + " " + nameOf(outcome);
        ask("markCalled");
        std::erase_if(list.open, [&](const PersonToCall& one) {
            return one.appointment == appointment && one.reason == reason;
        });
    }
    Instant answeredAt; ///< when nobody did
    void nobodyAnswered(const RequestKey& key, AppointmentId appointment, CallReason reason) override
    {
        callKeys.push_back(key);
        ask("nobodyAnswered");
        for (auto& one : list.open)
            if (one.appointment == appointment && one.reason == reason) {
                ++one.tries;
                one.triedAt = answeredAt;
            }
    }
    void correctEmail(const RequestKey& key, AppointmentId appointment, const std::string& email) override
    {
        callKeys.push_back(key);
        lastCall = std::to_string(appointment.value()) + " " + email;
        ask("correctEmail");
        std::erase_if(list.open, [&](const PersonToCall& one) {
            return one.appointment == appointment && one.reason == CallReason::mailFailed;
        });
    }
    std::vector<DayOfStarts> startsToMove(AppointmentId, Day, int) override
    {
        ask("startsToMove");
        return startsElsewhere;
    }
    void moveStranded(const RequestKey& key, AppointmentId appointment, int revision, const Offer& to,
                      Telling telling) override
    {
        callKeys.push_back(key);
        lastCall = std::to_string(appointment.value()) + " revision " + std::to_string(revision) + " to " +
                   isoDay(to.day) + " " + clockText(to.start) + said(telling);
        ask("moveStranded");
        forget(appointment);
    }
    void cancelStranded(const RequestKey& key, AppointmentId appointment, const std::string& reason,
                        Telling telling) override
    {
        callKeys.push_back(key);
        lastCall = std::to_string(appointment.value()) + " " + reason + said(telling);
        ask("cancelStranded");
        forget(appointment);
    }
    void keepStranded(const RequestKey& key, AppointmentId appointment) override
    {
        callKeys.push_back(key);
        ask("keepStranded");
        forget(appointment);
    }
    void callStranded(const RequestKey& key, AppointmentId) override
    {
        callKeys.push_back(key);
        ask("callStranded");
    }

private:
    static const char* said(Telling telling) { return telling == Telling::byMe ? " told" : " by town"; }
    void forget(AppointmentId appointment)
    {
        std::erase_if(list.stranded,
                      [&](const StrandedVisit& one) { return one.appointment == appointment; });
        std::erase_if(list.open, [&](const PersonToCall& one) {
            return one.appointment == appointment && one.reason == CallReason::stranded;
        });
    }
};
} // namespace accueil
