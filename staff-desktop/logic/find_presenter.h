// staff-desktop/logic/find_presenter.h - one field finds an appointment while it is typed; its card stands
// beside.
#pragma once
#include "staff-desktop/logic/find_service.h"
#include "staff-desktop/logic/visit_presenter.h"

namespace accueil
{
struct FindState
{
    struct Row
    {
        AppointmentId id{};
        VisitState state = VisitState::booked;
        std::string day{}, time{}, word{}, name{}, born{}, what{}, reference{};
        bool over = false; ///< nobody is waiting for it any more
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Choice
    {
        std::string name{};
        bool on = false;
        friend bool operator==(const Choice&, const Choice&) = default;
    };

    std::string typed{}, day{};
    bool dayWrong = false;
    std::vector<Choice> services{}, states{}; ///< the first: all of them
    std::vector<Row> rows{};
    std::string nothing{}; ///< why there are no rows, and what to do
    std::string summary{}; ///< "3 rendez-vous", "50 premiers rendez-vous. Précisez …"
    AppointmentId chosen{};
};

/// Asks for what was typed last; answers to what was typed before are not waited for. GUI thread.
class FindPresenter
{
public:
    static constexpr int mostRows = 50;

    explicit FindPresenter(Desk& desk);

    FindState state() const;
    VisitPresenter& card() { return card_; }

    void type(const std::string& text);
    void onDay(const std::string& typed);
    void ofService(std::size_t choice);
    void inState(std::size_t choice);
    void choose(AppointmentId appointment);
    void walk(int rows); ///< down or up in the list
    void show(bool visible);
    void changed(); ///< somebody changed the agenda or the queue
    void tick() { card_.tick(); }

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    void queryChanged();
    void ask();
    void answered(const FindQuery& query, FoundVisits found);
    bool asksNothing() const;
    std::string nothingFound() const;
    FindState::Row rowOf(const Appointment& visit) const;

    Desk& desk_;
    Inquiry find_;
    VisitPresenter card_;
    FindQuery query_;
    std::string dayText_;
    FoundVisits found_;
    bool answered_ = false; ///< `found_` is the answer to `query_`
    bool again_ = false;    ///< something newer is to be asked
    bool stale_ = false, visible_ = false;
    std::exception_ptr problem_;
    Signal<> changed_;
    Listening restored_;
};
} // namespace accueil
