// staff-desktop/logic/import_state.h - what the import page shows, in words. Every text is UTF-8.
#pragma once
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/import_sheet.h"
#include <memory>

namespace accueil
{
struct ImportState
{
    enum class Stage { empty, reading, ready, importing };
    enum class Filter { all, wrong, look };
    enum Column { date, time, who, what }; ///< where a fault stands
    struct Row
    {
        int line = 0;
        bool canChoose = false, chosen = false;
        std::array<std::string, 4> cells{};
        std::optional<Column> wrong{}; ///< the cell at fault
        std::string verdict{};
        Tone tone = Tone::plain; ///< of the verdict
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct FilterButton
    {
        Filter filter = Filter::all;
        std::string label{}; ///< "À corriger (3)"
        bool on = false;
        friend bool operator==(const FilterButton&, const FilterButton&) = default;
    };
    struct Form
    {
        int line = 0;
        std::string title{}, verdict{}; ///< "Ligne 5"
        Tone tone = Tone::plain;
        bool canEdit = true;
        std::array<std::string, importFields.size()> texts{}, problems{};
        friend bool operator==(const Form&, const Form&) = default;
    };

    Stage stage = Stage::empty;
    std::string path{};
    std::string problem{}; ///< of the file, or why nothing goes on
    std::string unused{};  ///< columns that are left aside
    std::string summary{}; ///< "112 à importer · 3 à corriger · 5 déjà là"
    std::vector<FilterButton> filters{};
    std::shared_ptr<const std::vector<Row>> rows{}; ///< the same object as long as nothing in it changes
    std::string nothing{};                          ///< why there are no rows
    int chosen = 0;
    std::optional<Form> form{};
    ImportOptions options{};
    std::string
        import{}; ///< the primary button: "Importer 112 rendez-vous"; empty: nothing is left to import
    bool canImport = false, canChange = true;
    int progressDone = 0, progressTotal = 0;
    std::string progress{}; ///< "340 lignes sur 10 000"
    std::string said{};     ///< what was done
    Tone saidTone = Tone::good;
    std::string withoutBirthDate{}; ///< label of the button that prints them; empty: everybody has one
    bool canSave = false;           ///< the report
};
} // namespace accueil
