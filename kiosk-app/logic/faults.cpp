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
    case Refusal::walkInQuota:
        return Fact::laterTickets;
    case Refusal::walkInsOver:
        return Fact::overToday;
    default:
        return Fact::notNow;
    }
}

namespace
{
struct Fault
{
    const char* id;
    log::Level level;
    std::string text;
};

Fault faultOf(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const ForeignSchema& e) {
        return {
            "kiosk.schema.foreign", log::Level::error,
            fmt::format(
                "database version {} is not version {} of this program: install the matching program or run "
                "accueil-admin db migrate",
                e.found(), e.expected())};
    } catch (const AccessDenied&) {
        return {"kiosk.account.refused", log::Level::error,
                "the database refuses this kiosk's account: check database.user and its password"};
    } catch (const NotAllowed& e) {
        return {"kiosk.account.rights", log::Level::error,
                fmt::format("this account may not do what a kiosk does (accueil-admin device add): {}",
                            e.what())};
    } catch (const ConnectionLost&) {
        return {"kiosk.database.lost", log::Level::warning,
                "no database answers; visitors are sent to the reception until one does"};
    } catch (const std::exception& e) {
        return {"kiosk.failed", log::Level::error, e.what()};
    }
}
} // namespace

std::string logFault(const std::exception_ptr& error, const std::string& known)
{
    const Fault fault = faultOf(error);
    if (fault.id != known) log::write(fault.level, fault.id, fault.text);
    return fault.id;
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
