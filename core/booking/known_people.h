// core/booking/known_people.h - people who came before, proposed so that nobody has to spell a name twice.
// Staff accounts only.
#pragma once
#include "core/booking/booking.h"

namespace accueil
{
struct KnownPerson
{
    Person person; ///< as it was last written; the note is left out: it was of that visit
    Day lastDay;   ///< of the last or next appointment
};

/// Who fits what is typed so far, each person (name, first name, birth date; accents and case ignored) once,
/// the latest first. Nobody below two filled fields among last name, first name, birth date, phone and
/// e-mail. Names, phone and e-mail may be beginnings; a phone number counts from four digits on, an e-mail
/// address from three letters.
/// Nobody either while thousands of visits fit each part of it: three of them would tell nothing, the next
/// letter does.
/// @param typed  the birth date may be all zeros, any text empty
std::vector<KnownPerson> knownPeople(store::Connection& connection, SiteId site, const Person& typed,
                                     int most = 3);
} // namespace accueil
