// core/printing/day_list_text.h - the appointments of a day for the hands of the staff, for when nothing else
// works.
#pragma once
#include "core/agenda/free_starts.h"
#include "core/booking/appointment.h"
#include <map>
#include <string>
#include <vector>

namespace accueil::printing
{
struct DayListLine
{
    std::string time;                    ///< "08:30"
    std::string name, born;              ///< "Exemple Camille", "14.03.1958"
    std::vector<std::string> procedures; ///< "Carte d’identité (2 pers.)"; what a linked visit goes on to
    std::string phone, reference;
    std::string note;
    std::string state; ///< "Réservé", "Arrivé, A042"
    bool gone = false; ///< cancelled: struck out
    bool free = false; ///< room to write: nobody has these places of a half-hour
};

/// One service; it begins a page, so that each can be handed to its counter.
struct DayListSection
{
    std::string title;              ///< "Population"
    std::string summary;            ///< "23 rendez-vous", or that there is none
    std::vector<DayListLine> lines; ///< in order of start
};

struct DayListText
{
    std::string town;                                           ///< "Ville de Verviers"
    std::string day;                                            ///< "Lundi 23 novembre 2026"
    std::string printed;                                        ///< "Imprimé le 23.11.2026 à 10:42"
    std::string time, person, procedures, contact, note, state; ///< heads of the columns
    std::vector<DayListSection> sections;
    std::string page; ///< "Page", before "2/5"
};

/// A day as it is read for the paper.
struct DayOnPaper
{
    std::vector<Appointment> appointments;
    std::map<ServiceId, std::vector<SlotRow>> places; ///< of the day, in order of time
};

/// In the language of the staff. Places that are only held are left out, and those that are over. @param
/// service 0: all that the town has, each once
DayListText dayListText(const Messages& messages, const Catalogue& catalogue, const DayOnPaper& read, Day day,
                        ServiceId service, const LocalTime& now);
} // namespace accueil::printing
