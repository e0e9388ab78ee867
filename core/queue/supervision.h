// core/queue/supervision.h - the whole room at a glance, and what a supervisor decides about today.
#pragma once
#include "core/queue/counter.h"
#include "core/queue/estimate.h"
#include "core/queue/help.h"

namespace accueil
{
struct ServiceNow
{
    ServiceId service;
    int waiting = 0;
    int longestMinutes = 0, medianMinutes = 0; ///< of those who wait now, since they arrived
    WaitRange estimate;                        ///< for somebody who came now
    int toCome = 0;                            ///< appointments of today that have not arrived
    bool walkIns = true;
    int walkInQuota = 0; ///< in each half-hour; 0: no limit
};

struct CounterNow
{
    CounterId counter;
    StaffId staff; ///< 0: closed
    std::string name;
    std::optional<Ticket> ticket;
    Instant since;    ///< of what it does now: called, served, paused, or open and free
    Instant pausedAt; ///< epoch: not paused
    PauseReason pause = PauseReason::other;
    std::optional<HelpCall> help;
    std::vector<ServiceId> absentFor; ///< noted as absent today, now
};

struct DeviceNow
{
    std::string account, kind, name; ///< kind: "kiosk", "display", "web", "mail"
    WaitingAreaId area;              ///< of a display
    Instant seenAt;                  ///< epoch: never
    std::string trouble;             ///< one word ("paper", "printer", "sound"), or empty
};

struct ScreenMessage
{
    WaitingAreaId area;
    LocalizedText text;
    Instant shownAt, until; ///< until: epoch, until it is withdrawn
};

struct RoomOverview
{
    Instant now;
    std::vector<ServiceNow> services; ///< in the catalogue's order
    std::vector<CounterNow> counters; ///< by number
    std::vector<DeviceNow> devices;   ///< kiosks, screens, web, mail
    std::vector<ScreenMessage> messages;
    int mailsWaiting = 0; ///< due and not sent
};

RoomOverview roomOverview(store::Connection& connection, const Catalogue& catalogue);

/// What asks for the supervisor's eye.
struct Alarm
{
    enum class Kind { help, longWait, manyWaiting, deviceTrouble, deviceSilent };
    Kind kind = Kind::help;
    ServiceId service;
    CounterId counter;
    std::string device; ///< its account
    friend bool operator==(const Alarm&, const Alarm&) = default;
};
/// Pure. Help first, then services, then devices.
std::vector<Alarm> alarmsOf(const RoomOverview& room, const QueuePolicy& policy);

/// Shown on the screens of an area now: what was withdrawn or is over is not. Screens read it too.
std::vector<ScreenMessage> screenMessages(store::Connection& connection, const Catalogue& catalogue);

struct Colleague
{
    StaffId id;
    std::string name;
    CounterId counter; ///< where he sits, or 0
};
/// Those who may serve at a counter of this site, by name.
std::vector<Colleague> colleagues(store::Connection& connection, const Catalogue& catalogue);

// Supervisors. @throws Refused supervisorOnly, wrongSite, and what stands beside each

void seatColleague(store::Connection& connection, CounterId counter, StaffId staff); ///< notYourCounter (taken), counterBusy
/// Closes a counter that was left open; whoever is there waits again in his place.
void freeCounter(store::Connection& connection, CounterId counter);
/// Its own services and those it only helps, from now on.
void setCounterServices(store::Connection& connection, const Catalogue& catalogue, CounterId counter, const std::vector<ServiceId>& own,
                        const std::vector<ServiceId>& helps);
void setWalkIns(store::Connection& connection, ServiceId service, bool open, int quota);
/// In place of what the area's screens say now. @param text  each language that is written; at least one
void showMessage(store::Connection& connection, WaitingAreaId area, const LocalizedText& text, std::optional<std::chrono::minutes> lasts);
void withdrawMessage(store::Connection& connection, WaitingAreaId area);

/// Tickets of today and before that are not over: waiting, called, served, set aside. By state, then number.
std::vector<Ticket> leftOver(store::Connection& connection, const Catalogue& catalogue);
/// Ends them, each with this reason; those that ended meanwhile are left alone. @return how many were closed
int closeTickets(store::Connection& connection, const std::vector<TicketId>& tickets, CloseReason reason);
} // namespace accueil
