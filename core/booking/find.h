// core/booking/find.h - one field finds an appointment: name, reference, birth date, phone, e-mail or ticket
// number. Staff accounts only.
#pragma once
#include "core/booking/appointment.h"
#include <optional>

namespace accueil
{
/// What somebody types into the one field, understood. Pure. What could be two things fills more fields than
/// one and is looked for as both; `kind` is the likelier.
struct SearchTerm
{
    enum class Kind { none, words, reference, birthDate, phone, email, ticket };
    Kind kind = Kind::none;
    std::vector<std::string> words{}; ///< of names, as nameKey() has them
    std::optional<BirthDate> birthDate{};
    std::string reference{}; ///< its first letters, "KXTRBV"
    std::string phone{};     ///< the first digits, as phoneKey() has them
    std::string email{};     ///< the beginning of an address
    std::string ticket{};    ///< "A042"
    friend bool operator==(const SearchTerm&, const SearchTerm&) = default;
};
/// "kxtr-bv" is the beginning of a reference, "14.03.1958" and "14031958" birth dates, "0470 12" and "+32
/// 470" a phone number, "camille@" an e-mail address, "a42" a ticket of today; everything else are words of
/// names. Nothing typed, or too little of something ("+3"): none.
SearchTerm understandSearch(const std::string& typed, Day today);

/// A name as it is looked for: without blanks, hyphens, apostrophes, full stops and quotation marks, so that
/// "Van den Berghe" is found as "vandenberghe". Accents and case stay: the database ignores them.
std::string nameKey(const std::string& name);
/// The digits of a phone number as they are dialled at home: "+32 470/12.34.56" gives "0470123456", "+33 1
/// 40" gives "0033140".
std::string phoneKey(const std::string& phone);

struct FindQuery
{
    std::string text{};                ///< as typed; empty: all that the filters let through
    std::optional<Day> day{};          ///< none: today and later first, then the past
    ServiceId service{};               ///< 0: all; of a linked visit either one
    std::optional<VisitState> state{}; ///< none: all but held
    int most = 50;                     ///< rows
};

struct FoundVisits
{
    std::vector<Appointment>
        visits; ///< from today on in order of time, then the past, the latest first; one a visit (part 1)
    bool more = false; ///< there are others: narrow the search
};

/// Answers while somebody types, with a million appointments too. Names are found by the beginning of the
/// last or the first name; several words may be both, in either order. A text that says nothing yet (kind
/// none) finds nothing.
FoundVisits findVisits(store::Connection& connection, SiteId site, const FindQuery& query, Day today);
} // namespace accueil
