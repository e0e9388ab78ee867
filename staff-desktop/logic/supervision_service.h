// staff-desktop/logic/supervision_service.h - what the supervision asks of the shared data, and decides.
#pragma once
#include "core/agenda/absence.h"
#include "core/queue/supervision.h"

namespace accueil
{
/// All that the page shows, of one moment.
struct Supervised
{
    RoomOverview room;
    std::vector<Colleague> colleagues; ///< who may serve, by name
    std::optional<MinuteOfDay>
        dayEnds; ///< end of the last place of today, of any service; none: nothing is open today
};

/// Who loses a place when a counter is absent.
struct StrandedToday
{
    AppointmentId appointment;
    MinuteOfDay start;
    std::string name, phone; ///< UTF-8; no phone: empty
};

struct AbsencePreview
{
    int places = 0;                      ///< fewer than now
    std::vector<StrandedToday> stranded; ///< by start
};

/// Each may be asked twice: the second time changes nothing. Errors: see DeskService. Worker thread.
class SupervisionService
{
public:
    virtual ~SupervisionService() = default;

    virtual Supervised supervision() = 0;
    virtual std::vector<Ticket> ticketsLeftOver() = 0; ///< of today and before

    virtual void goToHelp(CounterId counter) = 0;
    virtual void helpIsOver(CounterId counter) = 0;
    virtual void seatColleague(CounterId counter, StaffId staff) = 0;
    virtual void freeCounter(CounterId counter) = 0;
    virtual void setCounterServices(CounterId counter, const std::vector<ServiceId>& own,
                                    const std::vector<ServiceId>& helps) = 0;
    virtual void setWalkIns(ServiceId service, bool open, int quota) = 0;

    virtual void showMessage(const std::vector<WaitingAreaId>& areas, const LocalizedText& text,
                             std::optional<std::chrono::minutes> lasts) = 0;
    virtual void withdrawMessage(WaitingAreaId area) = 0;

    /// One counter, one absence a service.
    virtual AbsencePreview previewAbsences(const std::vector<CounterAbsence>& absences) = 0;
    virtual void noteAbsences(const std::vector<CounterAbsence>& absences) = 0;
    virtual void endAbsences(const std::vector<CounterAbsence>& absences, MinuteOfDay at) = 0;

    virtual int closeTickets(const std::vector<TicketId>& tickets, CloseReason reason) = 0;
};
} // namespace accueil
