#include "kiosk-app/logic/kiosk_presenter.h"
#include "core/base/log.h"
#include "kiosk-app/logic/faults.h"

namespace accueil::kiosk
{
namespace
{
using namespace std::chrono_literals;
constexpr auto sameCodeAgain = 3s; // one sight of a code, read twice
constexpr int earlyMinutes = 60;   // sooner than this the visitor is told that it will be long
} // namespace

KioskPresenter::KioskPresenter(Parts parts) : parts_(parts), language_(parts.firstLanguage)
{
    touchedAt_ = parts_.clock.now();
    publish();
}

// ---- asking
// -------------------------------------------------------------------------------------------------

template <class Work, class Then>
void KioskPresenter::ask(Work work, Then then)
{
    using Result = std::invoke_result_t<Work>;
    run([work = std::move(work)]() -> std::any { return work(); },
        [then = std::move(then)](const std::any& result) { then(std::any_cast<const Result&>(result)); });
}

void KioskPresenter::run(std::function<std::any()> work, std::function<void(const std::any&)> then)
{
    if (busy_) return;
    busy_ = true;
    busySince_ = parts_.clock.now();
    auto result = std::make_shared<std::any>();
    parts_.database.run([result, work = std::move(work)] { *result = work(); },
                        [this, result, then = std::move(then),
                         alive = std::weak_ptr<void>(alive_)](const std::exception_ptr& error) {
                            if (alive.expired()) return; // the program is ending
                            busy_ = false;
                            touchedAt_ = parts_.clock.now();
                            if (error)
                                failed(error);
                            else
                                then(*result);
                            publish();
                        });
}

void KioskPresenter::failed(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const Refused& refusal) {
        refused(refusal.why());
    } catch (...) {
        fault_ = logFault(error, fault_);
        databaseLost();
        show(AwayPage{});
    }
}

void KioskPresenter::refused(Refusal why)
{
    wish_.reset();
    if (why == Refusal::codeUnknown) {
        log::info("kiosk.code.foreign", "a code of {} characters is not one of ours", lastCode_.size());
        return show(HomePage{.unknownCode = true});
    }
    if (auto* page = on<BirthDatePage>(); page && why == Refusal::nobodyFound) {
        page->nobodyFound = true;
        return;
    }
    log::info("kiosk.refused", "refusal {} is shown to the visitor", static_cast<int>(why));
    showFact(factOf(why), found_.value_or(Found{}));
}

// ---- from a code or a birth date to a ticket
// ----------------------------------------------------------------

void KioskPresenter::scanned(const std::string& code)
{
    touched();
    const Instant now = parts_.clock.now();
    if (away_) {
        nextLook_ = Instant{}; // somebody stands here: look again at once
        return;
    }
    if (busy_ || (code == lastCode_ && now - lastCodeAt_ < sameCodeAgain)) return;
    lastCode_ = code;
    lastCodeAt_ = now;
    const auto token = parseScannedCode(code);
    if (!token) {
        log::info("kiosk.code.foreign", "a code of {} characters is not one of ours", code.size());
        show(HomePage{.unknownCode = true});
        return publish();
    }
    found_.reset();
    ask([&service = parts_.service, token = *token] { return service.findByToken(token); },
        [this](const Found& found) { proceed(found); });
}

void KioskPresenter::searchBirthDate()
{
    touched();
    const auto* page = on<BirthDatePage>();
    const auto date = page ? page->entry.date(localNow().day) : std::nullopt;
    if (!date) return;
    ask(
        [&service = parts_.service, date = *date] {
            WhichTimePage result{service.findByBirthDate(date), {}};
            if (result.found.empty()) throw Refused(Refusal::nobodyFound);
            result.times = service.timesToAsk(result.found);
            return result;
        },
        [this](const WhichTimePage& result) { show(result); });
}

void KioskPresenter::chooseTime(std::size_t index)
{
    touched();
    const auto* page = on<WhichTimePage>();
    if (!page || busy_ || index >= page->times.size()) return;
    std::vector<Found> fitting;
    for (const auto& found : page->found)
        if (found.start == page->times[index]) fitting.push_back(found);
    // Nobody is told whether the time was a wrong one or two people share it.
    if (fitting.size() == 1)
        proceed(fitting.front());
    else
        showFact(Fact::cannotTell, {});
    publish();
}

void KioskPresenter::forgotTime()
{
    touched();
    if (!on<WhichTimePage>() || busy_) return;
    showFact(Fact::cannotTell, {});
    publish();
}

void KioskPresenter::proceed(const Found& found)
{
    found_ = found;
    const LocalTime now = localNow();
    if (found.day != now.day) return showFact(Fact::anotherDay, found);
    if (found.alreadyArrived) return showFact(Fact::arrivedBefore, found);
    const int minutesLate = now.minute.value - found.start.value;
    if (minutesLate > site_.policy.receptionAfter) return showFact(Fact::tooLate, found);
    if (-minutesLate > earlyMinutes) return showFact(Fact::early, found);
    if (minutesLate <= site_.policy.lateAfter) return wish(found.appointment, {});
    ask([&service = parts_.service, id = found.service] { return service.outlook(id); },
        [this, found](const Outlook& outlook) {
            showFact(Fact::late, found);
            on<FactPage>()->outlook = outlook;
        });
}

void KioskPresenter::showFact(Fact fact, const Found& found)
{
    show(FactPage{.fact = fact,
                  .appointment = found.appointment,
                  .ticket = found.ticket,
                  .start = {found.day, found.start},
                  .arrival = localNow().minute,
                  .outlook = {}});
}

void KioskPresenter::act()
{
    touched();
    const auto* page = on<FactPage>();
    if (!page || busy_) return;
    switch (page->fact) {
    case Fact::late:
    case Fact::early:
        return wish(page->appointment, {});
    case Fact::arrivedBefore:
        if (page->ticket) {
            ask([&service = parts_.service, id = page->ticket] { return service.ticketAgain(id); },
                [this](const KioskTicket& ticket) { showTicket(ticket); });
            return;
        }
        return done();
    default:
        return done();
    }
}

void KioskPresenter::startWithoutAppointment()
{
    touched();
    if (busy_ || !on<HomePage>()) return;
    if (site_.walkIns.empty())
        showFact(Fact::byAppointment, {});
    else
        show(ChoicePage{});
    publish();
}

void KioskPresenter::chooseProcedure(std::size_t index)
{
    touched();
    if (!on<ChoicePage>() || busy_ || index >= site_.walkIns.size()) return;
    wish({}, site_.walkIns[index].procedure);
}

void KioskPresenter::otherProcedure()
{
    touched();
    if (!on<ChoicePage>() || busy_) return;
    showFact(Fact::byAppointment, {});
    publish();
}

void KioskPresenter::wish(AppointmentId appointment, ProcedureId procedure)
{
    if (!wish_ || wish_->appointment != appointment || wish_->procedure != procedure)
        wish_ = Wish{Seed::random(), appointment, procedure, parts_.clock.now()};
    fulfil();
}

void KioskPresenter::fulfil()
{
    ask(
        [&service = parts_.service, wish = *wish_, language = language_] {
            return wish.appointment
                       ? service.checkIn(wish.seed.requestKey("check-in"), wish.appointment)
                       : service.walkIn(wish.seed.requestKey("walk-in"), wish.procedure, language);
        },
        [this](const KioskTicket& ticket) { showTicket(ticket); });
}

void KioskPresenter::showTicket(KioskTicket ticket)
{
    wish_.reset();
    const IssuedTicket issued = ticket.issued;
    ticketSince_ = parts_.clock.now();
    show(TicketPage{.ticket = std::move(ticket)});
    print(issued);
}

// ---- the printer
// --------------------------------------------------------------------------------------------

void KioskPresenter::print(const IssuedTicket& ticket)
{
    parts_.printing.run(
        [&printer = parts_.printer, ticket, language = language_] { printer.print(ticket, language); },
        [this, id = ticket.ticket, alive = std::weak_ptr<void>(alive_)](const std::exception_ptr& error) {
            if (alive.expired()) return;
            printed(id, error);
        });
}

void KioskPresenter::printed(TicketId ticket, const std::exception_ptr& error)
{
    const std::string before = trouble_;
    trouble_ = error ? printerTrouble(error) : "";
    if (trouble_ != before) nextLook_ = Instant{}; // the supervision hears of it now, and not in a while
    auto* page = on<TicketPage>();
    if (!error || !page || page->ticket.issued.ticket != ticket) return;
    page->printFailed = true;
    ticketSince_ = parts_.clock.now(); // the page says something new: it stays its whole time
    publish();
}

// ---- what stands on every page
// ------------------------------------------------------------------------------

void KioskPresenter::chooseLanguage(Language language)
{
    touched();
    if (language == language_) return;
    language_ = language;
    parts_.voice.stop();
    publish();
}

void KioskPresenter::toggle(Aid aid)
{
    touched();
    bool& on = aid == Aid::lower ? aids_.lower : aid == Aid::contrast ? aids_.contrast : aids_.larger;
    on = !on;
    publish();
}

void KioskPresenter::listen()
{
    touched();
    if (parts_.voice.speaking())
        parts_.voice.stop();
    else
        parts_.voice.say(spokenText(state_.page), language_);
    publish();
}

void KioskPresenter::startBirthDate()
{
    touched();
    if (busy_ || !on<HomePage>()) return;
    show(BirthDatePage{});
    publish();
}

bool KioskPresenter::digit(int value)
{
    auto* page = on<BirthDatePage>();
    if (!page) return false;
    touched();
    page->nobodyFound = false;
    if (!busy_) page->entry.digit(value, localNow().day);
    publish();
    return true;
}

bool KioskPresenter::correct()
{
    auto* page = on<BirthDatePage>();
    if (!page) return false;
    touched();
    page->nobodyFound = false;
    if (!busy_) page->entry.correct();
    publish();
    return true;
}

void KioskPresenter::clearDate()
{
    touched();
    auto* page = on<BirthDatePage>();
    if (!page || busy_) return;
    *page = BirthDatePage{};
    publish();
}

void KioskPresenter::back()
{
    touched();
    if (busy_) return;
    if (const auto* page = on<FactPage>();
        page && page->fact == Fact::byAppointment && !site_.walkIns.empty())
        show(ChoicePage{});
    else if (on<WhichTimePage>())
        show(BirthDatePage{});
    else
        home();
    publish();
}

void KioskPresenter::done()
{
    touched();
    if (busy_) return;
    endVisit();
    publish();
}

void KioskPresenter::home()
{
    found_.reset();
    wish_.reset();
    if (away_)
        show(AwayPage{});
    else
        show(HomePage{});
}

void KioskPresenter::endVisit()
{
    home();
    language_ = parts_.firstLanguage;
    aids_ = {};
    lastCode_.clear();
}

void KioskPresenter::show(Page page)
{
    parts_.voice.stop();
    secondsToAnswer_ = 0;
    page_ = std::move(page);
    ++serial_;
}

LocalTime KioskPresenter::localNow() const
{
    return TimeZone(site_.timeZone).toLocal(parts_.clock.now());
}
} // namespace accueil::kiosk
