// staff-desktop/logic/grid_view.h - what a grid of a day or of a week shows, cell by cell, in words.
#pragma once
#include "core/booking/appointment.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
struct GridView
{
    enum class Fill {
        blank,   ///< nothing can be here
        free,    ///< a hole to fill
        past,    ///< was free
        visit,   ///< in the colours of its state
        figures, ///< of a half-hour of a week
    };
    struct Cell
    {
        Fill fill = Fill::blank;
        std::optional<VisitState> state{}; ///< colours, and the icon where there is a word
        std::string word{}, rest{};        ///< "Réservé", "Modèle N."
        bool struck = false;               ///< the rest; a cancelled visit
        bool continued = false;            ///< "suite": a further row of the visit above
        double share = -1;                 ///< taken of a half-hour, 0 to 1; below 0 there is no bar
        std::string said{};                ///< the cell in full, for the ear and as a hint
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct Row
    {
        int minute = 0; ///< tells the row again after a refresh
        std::string time{};
        bool past = false, pause = false;
        std::vector<Cell> cells{};
        friend bool operator==(const Row&, const Row&) = default;
    };

    std::vector<std::string> columns{}; ///< "Place 1", "lundi 23.11 · 28 libres"
    std::vector<Row> rows{};
    std::optional<std::size_t> now{}; ///< the row of the present
    std::size_t row = 0, column = 0;  ///< of the cell under the cursor
    friend bool operator==(const GridView&, const GridView&) = default;
};
} // namespace accueil
