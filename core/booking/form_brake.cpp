#include "core/booking/form_brake.h"
#include "core/store/sql.h"

namespace accueil
{
void countForm(store::Connection& connection, const std::string& source, int most)
{
    constexpr int tries = 3;
    for (int i = 1;; ++i) {
        try {
            return store::reading(connection, [&](soci::session& session) {
                store::exec(session, "CALL count_form(:source, :most, :minutes)", source, most, brakeMinutes);
            });
        } catch (const Deadlock&) { // several at once on one row; a brake that fails must not stop anybody
            if (i == tries) return;
        }
    }
}
} // namespace accueil
