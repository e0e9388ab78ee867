#include "core/base/describe.h"

namespace accueil
{
std::string describe(const Messages& m, Refusal why)
{
    switch (why) {
    case Refusal::slotTaken: return m.tr("That place has just been taken. Here are the nearest ones.");
    case Refusal::holdExpired: return m.tr("The place was held for ten minutes and is free again. Please choose it once more.");
    case Refusal::noSuchSlot: return m.tr("This time is not offered. Please choose another one.");
    case Refusal::appointmentGone: return m.tr("This appointment has been cancelled.");
    case Refusal::alreadyArrived: return m.tr("This arrival is already recorded.");
    case Refusal::wrongDay: return m.tr("This appointment is on another day.");
    case Refusal::wrongSite: return m.tr("This appointment is in another building.");
    case Refusal::codeUnknown: return m.tr("We do not recognise this code. Please try your date of birth.");
    case Refusal::nobodyFound: return m.tr("We cannot find an appointment today for this date. The reception will help you.");
    case Refusal::tooManyAttempts: return m.tr("Please go to the reception: they will find your appointment.");
    case Refusal::tooLate: return m.tr("It is too late to do this here. Please call the reception.");
    case Refusal::ticketNotWaiting: return m.tr("A colleague has just called this number.");
    case Refusal::counterBusy: return m.tr("A visitor is still at this counter. Finish first.");
    case Refusal::counterClosed: return m.tr("This counter is closed. Choose your counter first.");
    case Refusal::notThisState: return m.tr("This is no longer possible: the ticket has changed meanwhile.");
    case Refusal::walkInsStopped: return m.tr("Today this service receives by appointment only.");
    case Refusal::requestConflict: return m.tr("This form was already sent with other details. Please start again.");
    case Refusal::notYourCounter: return m.tr("A colleague is already at this counter.");
    case Refusal::outsideHorizon: return m.tr("This time cannot be booked online. Please call the reception.");
    case Refusal::foreignClock: return m.tr("The date of this device is wrong. Please call the administrator.");
    case Refusal::nobodyWaiting: return m.tr("Nobody is waiting for this counter.");
    case Refusal::notBookableOnline: return m.tr("This is not given online. Please call the reception.");
    case Refusal::changedMeanwhile: return m.tr("A colleague has changed this appointment. Here is how it stands now.");
    case Refusal::counterPaused: return m.tr("This counter is paused. Continue first.");
    case Refusal::inOrderOnly: return m.tr("Here visitors are called in order only.");
    case Refusal::keptForOther: return m.tr("This visitor is kept for another counter.");
    case Refusal::helpIsComing: return m.tr("A colleague is on the way already, or help is no longer needed.");
    case Refusal::walkInQuota: return m.tr("No more tickets without appointment in this half-hour. Please come back a little later.");
    case Refusal::walkInsOver: return m.tr("The service closes before it would be your turn. The reception will help you find an appointment.");
    case Refusal::granuleInUse: return m.tr("There are appointments on these days. The length of the places can change only after the last of them.");
    case Refusal::callAgainFirst: return m.tr("Call again first: the visitor may be on the way.");
    case Refusal::limitReached:
        return m.tr("There are already several appointments in this name or with this e-mail address. Please call the reception.");
    case Refusal::reasonNeeded: return m.tr("Please say why this exception is made.");
    case Refusal::supervisorOnly: return m.tr("Only a supervisor may add a visit beyond the places.");
    }
    return m.tr("This is not possible at the moment.");
}

std::string describe(const Messages& m, const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const Refused& e) {
        return describe(m, e.why());
    } catch (const AccessDenied&) {
        return m.tr("The name or the password is not right. Please try again.");
    } catch (const CommitUnknown&) {
        return m.tr("The connection broke while saving. Try again: nothing will be done twice.");
    } catch (const ConnectionLost&) {
        return m.tr("No connection at the moment. What you typed is kept.");
    } catch (const NotAllowed&) {
        return m.tr("Your account may not do this. Please ask the administrator.");
    } catch (const ForeignSchema&) {
        return m.tr("This program and the shared data are of different versions. Please ask the administrator to update this post.");
    } catch (const ConfigError&) {
        return m.tr("This post is not set up correctly. Please ask the administrator.");
    } catch (const PrintFailed&) {
        return m.tr("The ticket cannot be printed. The number is enough.");
    } catch (const InvalidInput&) {
        return m.tr("Please check what you typed.");
    } catch (...) {
        return m.tr("This did not work. Please try again; if it persists, call the administrator.");
    }
}
} // namespace accueil
