// core/base/errors.h - errors named after what the caller does next. No error text ever carries a personal value.
#pragma once
#include <stdexcept>
#include <string>

namespace accueil
{
/// Why the engine said no. Not a fault: the caller tells the person (describe() in describe.h) and goes on.
/// The numbers are those that the routines in sql/routines signal (MYSQL_ERRNO).
enum class Refusal {
    slotTaken = 31001,         ///< the place was given to somebody else a moment ago
    holdExpired = 31002,       ///< the ten minutes are over and the place went back
    noSuchSlot = 31003,        ///< not a start of an opening, or the span leaves the opening
    appointmentGone = 31004,   ///< cancelled meanwhile, or never there
    alreadyArrived = 31005,    ///< checked in before: the ticket exists
    wrongDay = 31006,          ///< the appointment is on another day
    wrongSite = 31007,         ///< the appointment is in another building
    codeUnknown = 31008,       ///< no appointment has this code
    nobodyFound = 31009,       ///< no appointment today for this birth date
    tooManyAttempts = 31010,   ///< the brake on guessed birth dates
    tooLate = 31011,           ///< the limit for this act has passed
    ticketNotWaiting = 31012,  ///< a colleague was faster
    counterBusy = 31013,       ///< this counter still has a visitor
    counterClosed = 31014,     ///< nobody has opened this counter
    notThisState = 31015,      ///< the ticket's state does not allow the act
    walkInsStopped = 31016,    ///< this service takes no visitors without appointment now
    requestConflict = 31017,   ///< the same request key came with other content
    notYourCounter = 31018,    ///< a colleague sits at this counter
    outsideHorizon = 31019,    ///< too early or too far ahead for online booking
    foreignClock = 31020,      ///< the caller's day is more than one away from the server's
    nobodyWaiting = 31021,     ///< the queue of this counter is empty
    notBookableOnline = 31022, ///< this procedure is given by telephone or at the desk only
    callAgainFirst = 31023,    ///< a no-show needs the calls that the site asks for
    changedMeanwhile = 31024,  ///< a colleague changed this appointment while it was on the screen
    limitReached = 31025,      ///< this person or e-mail address has as many upcoming visits as the site allows
    reasonNeeded = 31026,      ///< who overrules the engine says why
    supervisorOnly = 31027,    ///< only a supervisor may go over the capacity
    counterPaused = 31028,     ///< this counter is paused: continue first
    inOrderOnly = 31029,       ///< the site lets nobody of this role call out of order
    granuleInUse = 31030,      ///< appointments stand on the days whose granule should change
    keptForOther = 31031,      ///< this visitor is kept for the counter that set him aside, or where he was sent
    helpIsComing = 31032,      ///< a colleague has answered already, or nobody asks any more
    walkInQuota = 31033,       ///< as many visitors without appointment in this half-hour as the service takes
    walkInsOver = 31034,       ///< it would be closing time before this visitor's turn
};

class Refused : public std::runtime_error
{
public:
    explicit Refused(Refusal why) : std::runtime_error("refused: " + std::to_string(static_cast<int>(why))), why_(why) {}
    Refusal why() const { return why_; }

private:
    Refusal why_;
};

/// What a person typed cannot be used; `what()` names the rule, never the value.
class InvalidInput : public std::invalid_argument
{
public:
    using std::invalid_argument::invalid_argument;
};

/// The configuration file cannot be used; `what()` names the file and the key.
class ConfigError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Anything the database says. The subclasses below say what to do.
class StoreError : public std::runtime_error
{
public:
    StoreError(const std::string& what, unsigned number) : std::runtime_error(what), number_(number) {}
    unsigned number() const { return number_; } ///< the server's or the connector's error number

private:
    unsigned number_;
};

/// No server answers: show it, keep what is typed, try again later.
class ConnectionLost : public StoreError
{
public:
    using StoreError::StoreError;
};

/// COMMIT died on the way: it may or may not have happened. Repeat with the same request key.
class CommitUnknown : public ConnectionLost
{
public:
    using ConnectionLost::ConnectionLost;
};

/// Account or password refused, or locked: ask to log in again.
class AccessDenied : public StoreError
{
public:
    using StoreError::StoreError;
};

/// The account may not do this: a fault of the set-up, to be told to the administrator.
class NotAllowed : public StoreError
{
public:
    using StoreError::StoreError;
};

/// The server rolled back; store::inTx repeats it, nobody else sees it.
class Deadlock : public StoreError
{
public:
    using StoreError::StoreError;
};

/// A unique key is taken. `key()` is the name of the key.
class Duplicate : public StoreError
{
public:
    Duplicate(const std::string& what, unsigned number, std::string key) : StoreError(what, number), key_(std::move(key)) {}
    const std::string& key() const { return key_; }

private:
    std::string key_;
};

/// The database was made by another version of Accueil: say so and stop.
class ForeignSchema : public std::runtime_error
{
public:
    ForeignSchema(int found, int expected);
    int found() const { return found_; } ///< 0: no Accueil database at all
    int expected() const { return expected_; }

private:
    int found_, expected_;
};

/// No printer, no paper, no answer from the print server. `what()` is the spooler's own reason, for the log.
class PrintFailed : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};
} // namespace accueil
