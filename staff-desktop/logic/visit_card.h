// staff-desktop/logic/visit_card.h - what the card of one appointment shows, in words. Every text is UTF-8.
#pragma once
#include "core/booking/appointment.h"
#include "staff-desktop/logic/person_form.h"
#include "staff-desktop/logic/start_chooser.h"
#include "staff-desktop/logic/tone.h"

namespace accueil
{
enum class VisitMode { facts, moving, cancelling, editing };

struct VisitCard
{
    struct Part
    {
        std::string what{},
            where{}; ///< "10:50 · Carte d’identité : retrait", "Population, zone A · 10 minutes"
        friend bool operator==(const Part&, const Part&) = default;
    };
    /// Which buttons there are; whether they can be pressed is `busy`.
    struct Acts
    {
        bool checkIn = false, admitLate = false, putBack = false; ///< one of them, or none
        bool move = false, cancel = false, sendAgain = false, edit = false;
        bool print = false, printTicket = false; ///< the sheet before the arrival, the ticket after it
        bool bringBack = false;                  ///< what was typed and not saved
        friend bool operator==(const Acts&, const Acts&) = default;
    };
    /// A colleague was here meanwhile.
    struct Conflict
    {
        std::string sentence{};           ///< "Un collègue a changé : …"
        std::string keepMine{}, theirs{}; ///< the answers; empty where there is nothing to choose
        bool open = false;                ///< an answer is needed before one can go on
        friend bool operator==(const Conflict&, const Conflict&) = default;
    };
    struct Moving
    {
        StartChooser::State when{};
        std::string sentence{}; ///< "jeudi 26 novembre à 08:30 → vendredi 27 novembre à 09:00"
        std::string advice{};   ///< what is left to do, or what will go out
        bool canConfirm = false;
        friend bool operator==(const Moving&, const Moving&) = default;
    };
    struct Cancelling
    {
        std::string reason{}, problem{};
        bool readOnly = false;            ///< it is on its way: what is typed now would be thrown away
        std::vector<std::string> usual{}; ///< reasons to choose from
        std::string advice{};             ///< what will go out, and what is freed
        bool canConfirm = false;
        friend bool operator==(const Cancelling&, const Cancelling&) = default;
    };
    struct Editing
    {
        PersonInput input{};
        bool readOnly = false; ///< see Cancelling
        std::array<std::string, personFields.size()> problems{};
        std::string advice{};
        bool canConfirm = false;
        friend bool operator==(const Editing&, const Editing&) = default;
    };

    AppointmentId id{};    ///< 0: nobody is chosen
    std::string nothing{}; ///< why there is nothing to show
    VisitMode mode = VisitMode::facts;
    bool busy = false;

    VisitState state = VisitState::booked;
    std::string word{}, reference{}, name{};
    std::string born{},
        contact{}; ///< "naissance 02.07.1949 · 77 ans", "0470 12 34 56 · Français", below it the e-mail
    std::string when{}; ///< "Aujourd’hui, lundi 23 novembre à 10:50 · dans 8 minutes"
    std::vector<Part> parts{};
    std::vector<std::string> papers{};
    std::string note{};
    std::string ticket{}, ticketLine{}; ///< "A042", "Zone A · 3 personnes avant · 5 à 10 min"
    std::vector<std::string> history{};
    std::string notice{}; ///< what has happened, and what goes out
    Tone tone = Tone::plain;
    Acts acts{};
    bool priority = false; ///< of the check-in to come
    std::optional<Conflict> conflict{};
    Moving moving{};
    Cancelling cancelling{};
    Editing editing{};
    friend bool operator==(const VisitCard&, const VisitCard&) = default;
};
} // namespace accueil
