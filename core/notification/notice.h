// core/notification/notice.h - one appointment as its citizen is told of it: in a mail, on a page, in a
// calendar.
#pragma once
#include "core/base/messages.h"
#include "core/booking/booking.h"
#include "core/catalogue/catalogue.h"
#include <string>
#include <vector>

namespace accueil
{
/// Everything is already in the citizen's language (UTF-8); nothing is looked up any more.
struct Notice
{
    struct Item
    {
        std::string procedure;
        int persons = 1;
    };

    /// One service's part of the visit.
    struct Part
    {
        MinuteOfDay start;
        int minutes = 0;
        std::string service, area; ///< "Population", "A"
        std::vector<Item> items;
    };

    Language language = Language::fr;
    AppointmentId appointment;
    std::string reference; ///< as stored, "KXTRBVLN"
    int revision = 0;      ///< counts the changes that a citizen was told
    Day day{};
    MinuteOfDay start;
    int minutes = 0;                 ///< from the start to the end of the last part
    std::vector<Item> items;         ///< one to five, of all parts
    std::vector<Part> parts;         ///< one, or two in order of time: linked appointments
    std::vector<std::string> papers; ///< to bring, each once
    std::string area;                ///< code of the waiting area where the visit begins, "A"
    std::string town, address, phone, email, timeZone;
    std::string bookingUrl; ///< where a new appointment is made; empty when the town has no page
    std::string manageUrl;  ///< where this one is seen; empty when it cannot be, as the two below
    std::string moveUrl,
        cancelUrl; ///< where one is asked again before anything happens: programs follow links in mails
};

/// The facts of an appointment that do not stand in the catalogue.
struct NoticeFacts
{
    AppointmentId appointment;
    std::string reference;
    int revision = 0;
    Day day{};
    std::vector<PlacedPart> parts; ///< one, or two in order of time
    std::string manageToken;       ///< empty: no link

    MinuteOfDay start() const { return parts.front().start; }
    MinuteOfDay end() const { return parts.back().start + parts.back().minutes; }
};

/// @param bookingUrl  the page as the citizen types it; empty: the site's own
/// @throws InvalidInput  if the service or a procedure is no longer in the catalogue
Notice makeNotice(const Catalogue& catalogue, Language language, const NoticeFacts& facts,
                  const std::string& bookingUrl = {});

/// The address at which a citizen sees an appointment, or acts on it. @param bookingUrl  without a slash at
/// its end
/// @param act  empty, "/move" or "/cancel"
std::string manageUrl(const std::string& bookingUrl, const std::string& manageToken, Language language,
                      std::string_view act = {});

// The same words on every surface.
std::string whenInWords(const Messages& messages, const Notice& notice); ///< "jeudi 26 novembre 2026 à 08:30"
std::string placeInWords(const Messages& messages, const Notice& notice); ///< "Hôtel de ville, zone A"
/// "Carte d’identité, 2 personnes"; of linked appointments with what comes when: "08:50, zone B : Passeport".
std::vector<std::string> proceduresInWords(const Messages& messages, const Notice& notice);
std::string lengthInWords(const Messages& messages, const Notice& notice); ///< "1 personne, 10 minutes"
} // namespace accueil
