// staff-desktop/logic/today_presenter.h - today's appointments, and the arrival of those without a code.
#pragma once
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include <map>

namespace accueil
{
struct TodayState
{
    struct Row
    {
        AppointmentId id{};
        VisitState state = VisitState::booked;
        std::string time{}, word{}, name{}, what{}, service{}, ticket{};
        bool past = false; ///< its time is over
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Filter
    {
        ServiceId id{}; ///< 0 for all of them
        std::string name{};
        bool on = false;
        friend bool operator==(const Filter&, const Filter&) = default;
    };
    enum class Act { none, checkIn, admitLate }; ///< late ones come in by decision of the reception
    struct Details
    {
        VisitState state = VisitState::booked;
        std::string word{}, reference{}, name{}, born{}, what{}, where{}, note{};
        std::vector<std::string> papers{};
        Act act = Act::none;
        bool canAct = false;
        std::string ticket{}, ticketLine{}; ///< "A042", "Zone A · 3 personnes avant · 5 à 10 min"
        std::string notice{};
        Tone tone = Tone::plain;
        friend bool operator==(const Details&, const Details&) = default;
    };

    std::string title{}; ///< "Lundi 23 novembre"
    std::vector<Filter> services{};
    std::string looked{}; ///< the name that is looked for
    std::vector<Row> rows{};
    std::size_t soon = 0;  ///< the first row whose time is not over
    std::string nothing{}; ///< why there are no rows
    std::string summary{}; ///< "23 rendez-vous · 12 attendus"
    AppointmentId chosen{};
    std::optional<Details> details{};
};

/// GUI thread. The list stays as it is while it is read anew; the chosen row stays chosen.
class TodayPresenter
{
public:
    explicit TodayPresenter(Desk& desk);

    TodayState state() const;

    void filter(ServiceId service); ///< 0 for all
    void look(const std::string& name);
    void choose(AppointmentId appointment); ///< 0 for none
    void act();                             ///< what the panel's button says
    void show(bool visible);
    void changed(); ///< somebody changed the agenda or the queue
    void tick();

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    struct Outcome ///< of the last act on the chosen appointment
    {
        std::optional<IssuedTicket> ticket;
        std::exception_ptr problem;
    };
    void reload();
    bool suits(const Appointment& appointment) const;
    TodayState::Row rowOf(const Appointment& appointment) const;
    TodayState::Details detailsOf(const Appointment& appointment) const;
    void addOutcome(TodayState::Details& details) const;
    const Appointment* chosen() const;
    TodayState::Act actFor(const Appointment& appointment) const;
    RequestKey keyFor(AppointmentId appointment);
    bool isOver(const Appointment& appointment) const;

    Desk& desk_;
    Inquiry list_, act_;
    std::vector<Appointment> appointments_;
    bool loaded_ = false, stale_ = false, visible_ = false;
    std::exception_ptr listProblem_;
    ServiceId service_;
    std::string looked_;
    AppointmentId chosen_;
    Outcome outcome_;
    bool tooLate_ = false;
    std::map<AppointmentId, Seed> wishes_; ///< one wish an appointment: the same click twice is one arrival
    LocalTime shownAt_;
    Signal<> changed_;
    Listening restored_;
};
} // namespace accueil
