// staff-desktop/logic/today_state.h - what the page of a day shows: its grid, its week, or the list of all
// services.
#pragma once
#include "staff-desktop/logic/grid_view.h"

namespace accueil
{
struct TodayState
{
    enum class View { day, week, list };
    struct Row ///< of the list
    {
        AppointmentId id{};
        VisitState state = VisitState::booked;
        std::string time{}, word{}, name{}, what{}, service{}, ticket{};
        bool past = false; ///< its time is over
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Filter
    {
        ServiceId id{}; ///< 0 for all of them: the list
        std::string name{};
        bool on = false;
        friend bool operator==(const Filter&, const Filter&) = default;
    };

    View view = View::day;
    std::string title{}; ///< "Lundi 23 novembre", "Semaine du 23.11 au 27.11"
    bool today = true;
    std::vector<Filter> services{};
    std::string nothing{};    ///< why there is nothing to show
    std::string invitation{}; ///< for the side, while no appointment is chosen
    std::string summary{};    ///< "7 places libres jusqu’à 12:00 · 12 attendus"

    GridView grid{}; ///< of the day or of the week; without rows in the list

    std::string looked{}; ///< the name that is looked for in the list
    std::vector<Row> rows{};
    std::size_t soon = 0; ///< the first row whose time is not over

    AppointmentId chosen{}; ///< the card beside tells of it
};
} // namespace accueil
