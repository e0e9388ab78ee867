// staff-desktop/logic/book_state.h - what the booking page shows, in words. Every text is UTF-8.
#pragma once
#include "core/base/language.h"
#include "staff-desktop/logic/person_form.h"
#include "staff-desktop/logic/start_chooser.h"
#include <array>
#include <string>
#include <vector>

namespace accueil
{
enum class BookFocus { search, when, lastName, firstName, birthDate, phone, email, note };

struct BookState
{
    struct Hit
    {
        ProcedureId id{};
        std::string name{}, minutes{}; ///< "10 min"
        friend bool operator==(const Hit&, const Hit&) = default;
    };
    struct Line
    {
        ProcedureId id{};
        std::string name{};
        int persons = 1, maxPersons = 1;
        friend bool operator==(const Line&, const Line&) = default;
    };
    struct What
    {
        std::string typed{}, count{}; ///< "3 trouvées"
        std::vector<Hit> hits{};
        std::vector<Line> chosen{};
        std::string summary{};  ///< "20 min en tout · Population"
        std::string problem{};  ///< why the last one could not be added
        std::string fromHome{}; ///< can be done from home: a sentence, or empty
        std::string fromHomeUrl{};
        std::vector<std::string> papers{};
        friend bool operator==(const What&, const What&) = default;
    };

    struct Who
    {
        PersonInput input{};
        std::array<std::string, personFields.size()> problems{};
        std::string age{}; ///< "68 ans"
        std::string advice{};
        friend bool operator==(const Who&, const Who&) = default;
    };

    struct Foot
    {
        std::string sentence{}, detail{}; ///< to be read aloud
        Tone tone = Tone::plain;
        std::string notice{}; ///< what is to be done about a refusal or a lost link
        Tone noticeTone = Tone::plain;
        std::string held{}, left{}; ///< "Place retenue", "encore 8 min 40"
        bool urgent = false;
        bool canConfirm = false, canRestart = false, canProlong = false, canUndo = false;
        friend bool operator==(const Foot&, const Foot&) = default;
    };

    What what;
    StartChooser::State when;
    Who who;
    Foot foot;
};
} // namespace accueil
