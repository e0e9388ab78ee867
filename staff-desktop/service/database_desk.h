// staff-desktop/service/database_desk.h - the desk's questions, answered by the database through core.
#pragma once
#include "core/store/connection.h"
#include "core/store/site_events.h"
#include "staff-desktop/logic/desk_service.h"

namespace accueil
{
/// One connection, of the person who logged in. Worker thread.
class DatabaseDesk : public DeskService
{
public:
    /// @param database  without account  @param clock  must outlive this
    DatabaseDesk(store::DatabaseConfig database, ServerClock& clock);
    ~DatabaseDesk() override;

    DeskSession logIn(const std::string& account, const std::string& password) override;
    std::shared_ptr<const Catalogue> catalogue() override;
    News news() override;

    std::vector<DayOfStarts> freeStarts(const StartQuery& query) override;
    Hold hold(const HoldRequest& request) override;
    void release(const Seed& seed, AppointmentId held) override;
    Booked book(const Seed& seed, AppointmentId held, const Person& person,
                const std::string& overruling) override;
    std::vector<KnownPerson> knownPeople(const Person& typed) override;
    std::vector<Appointment> upcomingVisits(const Person& person, Day today) override;

    std::vector<Appointment> appointmentsOf(Day day) override;
    IssuedTicket checkIn(const RequestKey& key, AppointmentId appointment,
                         const Admission& admission) override;

    IssuedTicket walkIn(const RequestKey& key, ProcedureId procedure, Language language,
                        bool priority) override;
    ServiceDay serviceDay(ServiceId service, Day day) override;
    std::vector<SlotRow> serviceWeek(ServiceId service, Day monday) override;

    FoundVisits findVisits(const FindQuery& query, Day today) override;

    VisitFile visitFile(AppointmentId appointment) override;
    void moveVisit(const RequestKey& key, AppointmentId first, int revision, Day day,
                   MinuteOfDay start) override;
    void cancelVisit(const RequestKey& key, AppointmentId first, int revision,
                     const std::string& reason) override;
    IssuedTicket putBack(const RequestKey& key, TicketId ticket) override;
    IssuedTicket ticketAgain(TicketId ticket) override;
    void sendAgain(const RequestKey& key, AppointmentId appointment) override;
    void changePerson(const RequestKey& key, AppointmentId appointment, const Person& before,
                      const Person& after) override;
    PeopleToCall peopleToCall() override;
    void nobodyAnswered(const RequestKey& key, AppointmentId appointment, CallReason reason) override;
    void markCalled(const RequestKey& key, AppointmentId appointment, CallReason reason,
                    CallOutcome outcome) override;
    void correctEmail(const RequestKey& key, AppointmentId appointment, const std::string& email) override;
    std::vector<DayOfStarts> startsToMove(AppointmentId appointment, Day from, int days) override;
    void moveStranded(const RequestKey& key, AppointmentId appointment, int revision, const Offer& to,
                      Telling telling) override;
    void cancelStranded(const RequestKey& key, AppointmentId appointment, const std::string& reason,
                        Telling telling) override;
    void keepStranded(const RequestKey& key, AppointmentId appointment) override;
    void callStranded(const RequestKey& key, AppointmentId appointment) override;

    std::vector<ImportResult> planImport(const std::vector<ImportRow>& rows,
                                         const ImportOptions& options) override;
    std::vector<ImportResult> importPlanned(const std::vector<ImportRow>& rows,
                                            const std::vector<ImportResult>& planned,
                                            const ImportOptions& options, const std::string& run) override;

    PrintableVisit printableVisit(AppointmentId any) override;
    printing::DayOnPaper dayOnPaper(Day day, ServiceId service) override;

    CounterSituation situation() override;
    void openCounter(CounterId counter) override;
    void closeCounter(CounterId counter) override;
    Ticket callNext(const RequestKey& key, CounterId counter) override;
    Ticket callAgain(const RequestKey& key, CounterId counter) override;
    void isHere(const RequestKey& key, CounterId counter) override;
    void noShow(const RequestKey& key, CounterId counter) override;
    void finish(const RequestKey& key, CounterId counter) override;
    void pauseCounter(CounterId counter, PauseReason reason) override;
    void continueCounter(CounterId counter) override;
    Ticket callPicked(const RequestKey& key, CounterId counter, TicketId ticket) override;
    Ticket takeEndBack(const RequestKey& key, CounterId counter) override;
    void park(const RequestKey& key, CounterId counter, ParkReason reason,
              std::optional<Instant> back) override;
    Ticket resume(const RequestKey& key, CounterId counter, TicketId ticket) override;
    void unpark(const RequestKey& key, TicketId ticket) override;
    void transfer(const RequestKey& key, CounterId counter, const Transfer& to) override;
    void askForHelp(CounterId counter) override;
    void answerHelp(CounterId counter) override;
    void endHelp(CounterId counter) override;

    Supervised supervision() override;
    std::vector<Ticket> ticketsLeftOver() override;
    void goToHelp(CounterId counter) override;
    void helpIsOver(CounterId counter) override;
    void seatColleague(CounterId counter, StaffId staff) override;
    void freeCounter(CounterId counter) override;
    void setCounterServices(CounterId counter, const std::vector<ServiceId>& own,
                            const std::vector<ServiceId>& helps) override;
    void setWalkIns(ServiceId service, bool open, int quota) override;
    void showMessage(const std::vector<WaitingAreaId>& areas, const LocalizedText& text,
                     std::optional<std::chrono::minutes> lasts) override;
    void withdrawMessage(WaitingAreaId area) override;
    AbsencePreview previewAbsences(const std::vector<CounterAbsence>& absences) override;
    void noteAbsences(const std::vector<CounterAbsence>& absences) override;
    void endAbsences(const std::vector<CounterAbsence>& absences, MinuteOfDay at) override;
    int closeTickets(const std::vector<TicketId>& tickets, CloseReason reason) override;

private:
    struct Session; ///< of one log-in
    Session& session();

    store::DatabaseConfig database_;
    ServerClock& clock_;
    std::unique_ptr<Session> session_;
};
} // namespace accueil
