#include "kiosk-app/logic/faults.h"
#include "core/base/log.h"
#include "core/printing/print_errors.h"

namespace accueil::kiosk
{
Fact factOf(Refusal why)
{
    switch (why) {
    case Refusal::appointmentGone:
        return Fact::gone;
    case Refusal::alreadyArrived:
        return Fact::arrivedBefore;
    case Refusal::wrongDay:
        return Fact::anotherDay;
    case Refusal::wrongSite:
        return Fact::otherSite;
    case Refusal::tooManyAttempts:
        return Fact::tooManyTries;
    case Refusal::tooLate:
        return Fact::tooLate;
    case Refusal::notThisState:
        return Fact::arrivedAndCalled;
    case Refusal::walkInsStopped:
        return Fact::noWalkIn;
    default:
        return Fact::notNow;
    }
}

void logFault(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const ForeignSchema& e) {
        log::error(
            "kiosk.schema.foreign",
            "database version {} is not version {} of this program: install the matching program or run "
            "accueil-admin db migrate",
            e.found(), e.expected());
    } catch (const AccessDenied&) {
        log::error("kiosk.account.refused",
                   "the database refuses this kiosk's account: check database.user and its password");
    } catch (const NotAllowed& e) {
        log::error("kiosk.account.rights",
                   "this account may not do what a kiosk does (accueil-admin device add): {}", e.what());
    } catch (const ConnectionLost&) {
        log::warning("kiosk.database.lost",
                     "no database answers; visitors are sent to the reception until one does");
    } catch (const std::exception& e) {
        log::error("kiosk.failed", "{}", e.what());
    }
}

std::string printerTrouble(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const printing::PaperOut& e) {
        log::warning("kiosk.print.paper", "put paper in the ticket printer: {}", e.what());
        return "paper";
    } catch (const std::exception& e) {
        log::warning("kiosk.print.failed", "look at the ticket printer and its queue: {}", e.what());
        return "printer";
    }
}
} // namespace accueil::kiosk
