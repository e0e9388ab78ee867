// staff-desktop/logic/supervision_presenter.h - the whole room on one live page, and what a supervisor
// decides about it.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/supervision_state.h"
#include <map>
#include <set>

namespace accueil
{
/// GUI thread. An alarm is raised once: what was seen comes back when it has fallen below its limit and
/// crosses it again.
class SupervisionPresenter
{
public:
    explicit SupervisionPresenter(Desk& desk);

    SupervisionState state() const;
    std::string tabName() const; ///< "Supervision (2)": alarms that nobody has seen

    void choose(ServiceId service);
    void choose(CounterId counter);
    void act(SupervisionAct act);
    void setWalkIns(ServiceId service, bool open);
    void withdraw(WaitingAreaId area);

    void remedy(std::size_t alarm); ///< of the shown ones
    void putAway(std::size_t alarm);

    // ---- what is being decided
    void giveUp();
    void submit();
    void pick(long long choice); ///< a colleague; a service that misses the counter, an area: on or off
    void option(std::size_t index);
    void part(ServiceId service, ServicePart part);
    void check(long long line, bool on);
    void checkAll(bool on);
    void take(std::size_t sentence);
    void type(Language language, const std::string& text);

    void show(bool visible);
    void news(const News& news);
    void renewed(); ///< the catalogue was read again
    void tick();

    std::function<void()> openCalls; ///< the page of people to call

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    /// One form at a time.
    struct Draft
    {
        SupervisionForm kind = SupervisionForm::none;
        CounterId counter{};
        ServiceId service{};
        StaffId colleague{};
        std::map<ServiceId, ServicePart> parts{};
        std::vector<CounterAbsence> absences{};
        std::set<ServiceId> missing{};
        std::optional<AbsencePreview> preview{};
        int quota = 0;
        std::set<WaitingAreaId> areas{};
        int minutes = 30;
        LocalizedText text{};
        std::set<TicketId> ticked{};
        std::optional<CloseReason> reason{};
    };
    /// Waits for the link to come back, for a while.
    struct Wish
    {
        std::function<void(SupervisionService&)> work;
        std::function<std::string()> said;
        bool ofForm = false; ///< which closes with it
        Instant asked{};
    };
    /// In the strip: an alarm, or that the day has left somebody over.
    using Shown = std::optional<Alarm>;

    // supervision_presenter.cpp
    void reload();
    void answered(Supervised now);
    void askLeftOver();
    bool dayIsOver() const;
    bool somebodyLeft() const;          ///< and the day is over, or it is yesterday's
    std::vector<Alarm> current() const; ///< seen or not; the worse one where two say the same
    std::vector<Shown> shown() const;   ///< not seen, the first first
    void run(std::function<void(SupervisionService&)> work, std::function<std::string()> said,
             bool ofForm = false);
    void send();
    void done(const Wish& wish);
    void failed(const std::exception_ptr& error);
    void linkIsBack();
    CounterId closedCounterFor(ServiceId service) const;
    const CounterNow* find(CounterId counter) const;
    const ServiceNow* find(ServiceId service) const;
    std::string nameOf(ServiceId service) const;
    std::string numberOf(CounterId counter) const;

    // supervision_forms.cpp
    void begin(Draft draft);
    void openForm(CounterId counter);
    void servicesForm(CounterId counter);
    void quotaForm(ServiceId service);
    void closeCounter(CounterId counter);
    void freeCounter(CounterId counter, bool ofForm);
    void absenceForm(CounterId counter);
    void backAgain(CounterId counter);
    void messageForm(ServiceId service);
    void askPreview();
    void submitMessage();
    void submitServices();
    void submitClosing();
    std::vector<SupervisionState::Choice> options() const;
    std::vector<LocalizedText> sentences() const;

    // supervision_state.cpp
    SupervisionState::Alarm inWords(const Alarm& alarm) const;
    SupervisionState::Alarm closingInWords() const;
    SupervisionState::ServiceRow rowOf(const ServiceNow& service) const;
    SupervisionState::CounterRow rowOf(const CounterNow& counter) const;
    SupervisionState::DeviceRow rowOf(const DeviceNow& device) const;
    SupervisionState::MessageRow rowOf(const ScreenMessage& message) const;
    std::vector<SupervisionState::Button> acts() const;
    std::string foot() const;

    // supervision_form_state.cpp
    SupervisionState::Form form() const;
    void describeOpen(SupervisionState::Form& form) const;
    void describeClose(SupervisionState::Form& form) const;
    void describeServices(SupervisionState::Form& form) const;
    void describeAbsence(SupervisionState::Form& form) const;
    void describeQuota(SupervisionState::Form& form) const;
    void describeMessage(SupervisionState::Form& form) const;
    void describeClosing(SupervisionState::Form& form) const;

    Desk& desk_;
    Inquiry room_, leftOver_, act_, preview_;
    Supervised now_;
    std::vector<Ticket> left_;
    bool loaded_ = false, visible_ = false, stale_ = true, closingSeen_ = false;
    std::exception_ptr roomProblem_;
    Instant nextLook_, nextLeftOver_, shownAt_;
    std::vector<Alarm> seen_;
    ServiceId service_;
    CounterId counter_;
    Draft draft_;
    std::optional<Draft> unsent_; ///< a message that was begun and left
    std::exception_ptr problem_, previewProblem_;
    std::string said_;
    Tone saidTone_ = Tone::good;
    std::optional<Wish> wish_;
    Signal<> changed_;
    Listening restored_;
};
} // namespace accueil
