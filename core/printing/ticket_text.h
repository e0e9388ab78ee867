// core/printing/ticket_text.h - what stands on a ticket, in the visitor's language. No name, no birth date.
#pragma once
#include "core/queue/arrival.h"
#include <string>
#include <vector>

namespace accueil::printing
{
struct TicketText
{
    std::string town, when;      ///< "Ville de Verviers", "Lundi 23 novembre 2026, 10:31"
    std::string areaLabel, area; ///< "Zone d’attente", "A"
    std::string number;          ///< "A044"
    std::vector<std::string> procedures;
    std::string appointment;         ///< "Rendez-vous de 10:40"; empty for a walk-in
    std::string afterwards = {};     ///< "Ensuite : Passeports, zone B, avec le même numéro."; empty: nothing follows
    std::string ahead, wait;         ///< "2 personnes avant vous", "Attente estimée : 5 à 10 minutes"
    std::string papersTitle;         ///< "Ayez en main :"
    std::vector<std::string> papers; ///< empty: nothing to have ready
    std::string foot;                ///< "L’écran et une voix annoncent votre numéro."
};

TicketText ticketText(const Messages& messages, const Catalogue& catalogue, const IssuedTicket& ticket);
} // namespace accueil::printing
