// staff-desktop/logic/today_presenter.h - a day of a service place by place, its week, and the list of all
// services.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/grid_words.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/offers.h"
#include "staff-desktop/logic/today_state.h"
#include "staff-desktop/logic/visit_presenter.h"

namespace accueil
{
/// What is shown stays while it is read anew; the cursor and the chosen appointment stay where they are. GUI
/// thread.
class TodayPresenter
{
public:
    explicit TodayPresenter(Desk& desk);

    TodayState state() const; ///< today_state.cpp
    VisitPresenter& card() { return card_; }

    // which day, of which service
    void filter(ServiceId service); ///< 0: the list of all
    void showView(TodayState::View view);
    void turn(int by); ///< days, or weeks
    void goTo(Day day);
    void goToday();                      ///< and to the row of now
    bool goTo(const std::string& typed); ///< false: no day

    // in a grid
    void walk(int rows, int columns); ///< moves the cursor; an appointment under it is shown beside
    void pointAt(std::size_t row, std::size_t column);
    void open(); ///< what is under the cursor: books a free place, opens a day of the week

    // in the list
    void look(const std::string& name);
    void choose(AppointmentId appointment); ///< 0 for none

    std::function<void(Day, ServiceId)> printList; ///< service 0: all
    void print();                                  ///< the list of the day on paper

    void show(bool visible);
    void changed(); ///< somebody changed the agenda or the queue
    void tick();

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    /// A free place was chosen: book it.
    Listening onBook(std::function<void(ServiceId, const Offer&)> listener)
    {
        return book_.connect(std::move(listener));
    }

private:
    struct Subject ///< what is asked for, or what the facts below are of
    {
        Day day;
        ServiceId service;
        bool week = false;
        friend bool operator==(const Subject&, const Subject&) = default;
    };
    struct Cursor
    {
        MinuteOfDay minute;
        int column = 0;
    };
    struct Read
    {
        std::vector<Appointment> appointments;
        ServiceDay places;
        std::vector<SlotRow> week;
    };

    Day day() const { return day_.value_or(desk_.today()); }
    Subject wanted() const;
    void turnTo();
    void reload();
    void take(const Subject& of, Read read);
    void arrange();
    long liveHolds() const;
    bool upToDate() const { return shown_ && *shown_ == wanted(); }
    std::size_t rowsInGrid() const;
    std::size_t columnsInGrid() const;
    std::pair<std::size_t, std::size_t> cursor() const;
    void putCursor(std::size_t row, std::size_t column);
    void chooseUnderCursor();
    const HeldSpan* heldUnderCursor() const; ///< or null

    void fillGrid(TodayState& state) const;
    void fillList(TodayState& state) const;
    std::string whyClosed() const;
    std::string invitation(TodayState::View view) const;
    std::string summaryOfDay() const;
    std::string titleWords() const;
    bool suits(const Appointment& appointment) const;
    TodayState::Row rowOf(const Appointment& appointment) const;
    bool isOver(const Appointment& appointment) const;

    Desk& desk_;
    Inquiry list_;
    VisitPresenter card_;
    std::optional<Day> day_; ///< none: today, also after midnight
    ServiceId service_, lastService_;
    bool week_ = false;
    std::optional<Subject> shown_; ///< of what follows
    std::vector<Appointment> appointments_;
    std::vector<HeldSpan> holds_;
    LocalizedText closed_;       ///< the town's own reason
    std::vector<SlotRow> slots_; ///< of the day, or of the week
    DayGrid grid_;
    WeekGrid weekGrid_;
    long shownHolds_ = 0;
    std::optional<Cursor> cursor_; ///< none: follows the present
    bool stale_ = false, visible_ = false;
    std::exception_ptr problem_;
    std::string looked_;
    LocalTime shownAt_;
    Signal<> changed_;
    Signal<ServiceId, const Offer&> book_;
    Listening restored_;
};
} // namespace accueil
