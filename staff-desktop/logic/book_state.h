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
enum class BookFocus { search, when, lastName, firstName, birthDate, phone, email, note, reason };

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
        bool readOnly = false;        ///< a booking is on its way: what is typed now would be thrown away
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
        bool readOnly = false; ///< see What
        std::array<std::string, personFields.size()> problems{};
        std::string age{};                ///< "68 ans"
        bool phoneFine = false;           ///< the number was read and written as it is kept
        std::vector<std::string> known{}; ///< people seen before: "Camille Exemple, 14.03.1958"
        std::string twinTitle{}, twin{};  ///< an appointment of the same person, or empty
        bool canOpenTwin = false;
        std::string advice{};
        friend bool operator==(const Who&, const Who&) = default;
    };

    /// Why the engine says no, and the field for the reason of who overrules it.
    struct Overruling
    {
        bool shown = false;
        std::string words{}, reason{};
        bool readOnly = false;
        std::string problem{}; ///< the reason is missing
        friend bool operator==(const Overruling&, const Overruling&) = default;
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
        bool overrules = false;                    ///< confirming books all the same
        bool canPrint = false, printsNext = false; ///< the sheet; without a mail it is what comes next
        friend bool operator==(const Foot&, const Foot&) = default;
    };

    What what;
    StartChooser::State when;
    Who who;
    Overruling overruling;
    Foot foot;
};
} // namespace accueil
