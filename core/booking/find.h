// core/booking/find.h - one field finds an appointment: name, reference, birth date, phone, e-mail or ticket number. Staff
// accounts only.
#pragma once
#include "core/booking/appointment.h"
#include <optional>

namespace accueil
{
/// What somebody types into the one field, understood. Pure.
struct SearchTerm
{
    enum class Kind { none, words, reference, birthDate, phone, email, ticket };
    Kind kind = Kind::none;
    std::vector<std::string> words;     ///< of names, as typed, UTF-8; each must begin a name
    std::string text;                   ///< letters of a reference, digits of a phone number, an e-mail's beginning, "A042"
    std::optional<BirthDate> birthDate; ///< kind birthDate
};
/// "kxtr-bv" is the beginning of a reference, "14.03.1958" and "14031958" birth dates, "0470 12" a phone number,
/// "camille@" an e-mail address, "A042" a ticket of today; everything else are words of names. What could be two things
/// ("BRLN") is looked for as both by findVisits().
SearchTerm understandSearch(const std::string& typed, Day today);

struct FindQuery
{
    std::string text;               ///< as typed; empty: all that the filters let through
    std::optional<Day> day{};       ///< none: today and later first, then the past
    ServiceId service{};            ///< 0: all
    std::optional<VisitState> state{};
    int most = 50;                  ///< rows
};

struct FoundVisits
{
    std::vector<Appointment> visits; ///< from today on in order of time, then the past, the latest first; one a visit (part 1)
    bool more = false;               ///< there are others: narrow the search
};

/// Answers while somebody types, with a million appointments too: every kind of term reads an index.
FoundVisits findVisits(store::Connection& connection, SiteId site, const FindQuery& query, Day today);
} // namespace accueil
