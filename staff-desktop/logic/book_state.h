// staff-desktop/logic/book_state.h - what the booking page shows, in words. Every text is UTF-8.
#pragma once
#include "core/base/language.h"
#include "staff-desktop/logic/offers.h"
#include "staff-desktop/logic/person_form.h"
#include <array>
#include <string>
#include <vector>

namespace accueil
{
enum class BookFocus { search, when, lastName, firstName, birthDate, phone, email, note };

enum class Tone { plain, good, look, wrong };

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

    struct Start
    {
        Offer offer{};
        std::string day{}, time{}; ///< "jeudi 26 novembre", "08:30"
        bool held = false, onItsWay = false;
        friend bool operator==(const Start&, const Start&) = default;
    };
    struct Cell
    {
        Day day{};
        std::string title{}, detail{}, name{}; ///< "26", "28 libres", and both in full for the ear
        double share = 0;                      ///< left of the day, 0 to 1
        bool open = false, canChoose = false, chosen = false;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct When
    {
        std::string title{}; ///< "Premières places libres", or what has happened to the wished one
        Tone tone = Tone::plain;
        bool ofOneDay = false;
        std::vector<Start> starts{};
        std::string nothing{}; ///< why there are no starts
        OfferFilter filter{};
        std::string from{};
        bool fromWrong = false;
        std::string months{}; ///< "Novembre – décembre"
        std::vector<int> weekdays{};
        std::vector<Cell> cells{}; ///< row by row, one a weekday
        bool canGoBack = false, canGoOn = false;
        friend bool operator==(const When&, const When&) = default;
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
    When when;
    Who who;
    Foot foot;
};
} // namespace accueil
