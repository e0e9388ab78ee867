// Invented bookings for a demonstration: real places, invented people.
#include "core/agenda/free_starts.h"
#include "core/booking/booking.h"
#include "core/store/sql.h"
#include "installer/admin/commands.h"
#include <array>

namespace accueil::admin
{
namespace
{
constexpr std::array lastNames{"Exemple", "Modèle", "Essai", "Témoin", "Croquis", "Patron", "Esquisse", "Maquette", "Ébauche", "Échantillon"};
constexpr std::array firstNames{"Camille", "Noé", "Louise", "Adam", "Élise", "Hugo", "Jeanne", "Amine", "Sofia", "Victor"};

/// The n-th invented person: no two of them share a birth date.
Person inventedPerson(int n)
{
    Person person;
    const auto i = static_cast<std::size_t>(n);
    person.lastName = lastNames[i % lastNames.size()];
    person.firstName = firstNames[(i / lastNames.size() + i) % firstNames.size()];
    person.birthDate = {1940 + n % 60, 1 + n % 12, 1 + n % 28};
    person.phone = "087 00 00 " + std::string(n % 100 < 10 ? "0" : "") + std::to_string(n % 100);
    return person;
}

/// Books the procedure at the n-th free start of today; false when the day is full.
bool bookOne(store::Connection& connection, const Catalogue& catalogue, const Procedure& procedure, const LocalTime& now, int n)
{
    const std::vector<Wanted> wanted{{procedure.id, 1}};
    const StartQuery query{procedure.service, now.day, 1, visitMinutes(catalogue, wanted), Channel::desk, now};
    const auto starts = freeStarts(connection, query).front().starts;
    if (starts.empty()) return false;
    const MinuteOfDay start = starts[static_cast<std::size_t>(n * 7) % starts.size()].start;
    const Seed seed = Seed::random();
    const Hold held = hold(connection, catalogue, {seed, wanted, now.day, start, Channel::desk, Language::fr});
    book(connection, catalogue, seed, held.appointment, inventedPerson(n));
    return true;
}
} // namespace

int makeBookings(store::Connection& connection, const Catalogue& catalogue, int count)
{
    connection.session();
    const LocalTime now = catalogue.zone().toLocal(connection.clock().now());
    int made = 0;
    const auto& procedures = catalogue.procedures();
    for (int n = 0; n < count; ++n) {
        const auto step = static_cast<std::size_t>(n) * 5;
        if (bookOne(connection, catalogue, procedures[step % procedures.size()], now, n)) ++made;
    }
    return made;
}
} // namespace accueil::admin
