#include "staff-desktop/logic/print_presenter.h"
#include "core/base/date_words.h"
#include "core/base/describe.h"
#include "core/base/log.h"
#include "core/base/private_file.h"
#include "core/printing/day_list_pdf.h"
#include "core/printing/print_errors.h"
#include "core/printing/ticket_pdf.h"
#include "core/printing/visit_sheet_pdf.h"
#include <algorithm>

namespace accueil
{
using printing::Paper;

namespace
{
constexpr std::chrono::seconds troubleShown{30};

bool isPaperOut(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const printing::PaperOut&) {
        return true;
    } catch (...) {
        return false;
    }
}

bool isPrintFailure(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const PrintFailed&) {
        return true;
    } catch (...) {
        return false;
    }
}

/// For the administrator; the spooler's own words name nobody.
void logFailure(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& e) {
        log::warning("desk.print.failed", "{}", e.what());
    }
}

std::string inWords(const Messages& m, const std::exception_ptr& error)
{
    if (isPaperOut(error)) return m.tr("The printer has no paper. Put paper in, then print again.");
    if (isPrintFailure(error))
        return m.tr("The printer does not answer. See whether it is switched on, then print again.");
    return describe(m, error);
}
} // namespace

PrintPresenter::PrintPresenter(Desk& desk, const PrintRoom& room)
    : desk_(desk), room_(room), aside_(desk.clock, Link::Log::no), read_(desk.tasks, desk.link),
      draw_(desk.tasks, aside_), save_(desk.tasks, aside_)
{
}

// ---- what the pages ask for

void PrintPresenter::visitSheet(AppointmentId appointment)
{
    Shown sheet;
    sheet.title = [](const Messages& m) { return m.tr("Appointment sheet"); };
    sheet.papers = {Paper::a4, Paper::roll};
    sheet.asks = true;
    sheet.draw = [&service = desk_.service, catalogue = desk_.sharedCatalogue(),
                  rollMm = room_.printer.rollMm(), appointment](Paper paper) {
        const PrintableVisit visit = service.printableVisit(appointment);
        const std::string reference = referenceInWords(visit.parts.front().reference);
        return Drawn{visitSheetPdf(printing::visitSheetText(*catalogue, visit), paper, rollMm), reference, reference};
    };
    open(std::move(sheet), room_.printer.has(Paper::a4) || !hasTicketPrinter() ? Paper::a4 : Paper::roll);
}

void PrintPresenter::dayList(Day day, ServiceId service)
{
    Shown list;
    list.title = [day](const Messages& m) { return m.tr("Appointments of {0}", dayInWords(m, day)); };
    list.papers = {Paper::a4};
    list.asks = true;
    list.draw = [&shared = desk_.service, catalogue = desk_.sharedCatalogue(), m = desk_.messages(), day,
                 service, now = desk_.now()](Paper) {
        const auto read = shared.dayOnPaper(day, service);
        const Service* one = catalogue->find(service);
        const std::string name = isoDay(day) + (one ? "-" + one->code : "");
        return Drawn{dayListPdf(printing::dayListText(m, *catalogue, read, day, service, now)), name, name};
    };
    open(std::move(list), Paper::a4);
}

void PrintPresenter::document(PrintDocument document)
{
    Shown shown;
    shown.title = std::move(document.title);
    shown.papers = {Paper::a4};
    shown.printed = std::move(document.printed);
    shown.draw = [draw = std::move(document.draw), name = document.fileName](Paper) {
        return Drawn{draw(), name, name};
    };
    open(std::move(shown), Paper::a4);
}

void PrintPresenter::ticket(const IssuedTicket& ticket, Language language)
{
    lastTicket_ = {ticket, language};
    std::erase_if(ticketTroubles_, [this](const Trouble& one) {
        return one.ticket == lastTicket_->issued.number || desk_.clock.now() - one.at >= troubleShown;
    });
    ++tickets_;
    ticketRuns_ = hasTicketPrinter();
    if (ticketRuns_) return sendTicket();
    Shown shown;
    shown.title = [number = ticket.number](const Messages& m) { return m.tr("Ticket {0}", number); };
    shown.papers = {Paper::roll};
    shown.draw = [text = printing::ticketText(Messages(language), desk_.catalogue(), ticket),
                  rollMm = room_.printer.rollMm()](Paper) {
        return Drawn{ticketPdf(text, rollMm), text.number, text.number};
    };
    open(std::move(shown), Paper::roll);
}

Inquiry& PrintPresenter::newJob(std::list<Inquiry>& running, TaskRunner& printer, Link& link)
{
    running.remove_if([](const Inquiry& one) { return !one.pending(); });
    return running.emplace_back(printer, link);
}

void PrintPresenter::sendTicket()
{
    const auto& [issued, language] = *lastTicket_;
    const auto ended = [this, number = tickets_] {
        if (number == tickets_) ticketRuns_ = false;
    };
    newJob(ticketJobs_, room_.tickets, aside_)
        .ask(
            [&printer = room_.printer,
             text = printing::ticketText(Messages(language), desk_.catalogue(), issued)] {
                printer.print({Paper::roll, ticketPdf(text, printer.rollMm()), text.number});
            },
            [this, ended] {
                ended();
                changed_();
            },
            [this, ended, number = issued.number](const std::exception_ptr& error) {
                ended();
                logFailure(error);
                ticketTroubles_.push_back({error, desk_.clock.now(), number});
                changed_();
            });
    changed_();
}

namespace
{
std::string ticketTrouble(const Messages& m, const std::exception_ptr& error, const std::string& numbers)
{
    return isPaperOut(error) ? m.tr("The ticket printer has no paper. The number is enough: {0}.", numbers)
                             : m.tr("The ticket cannot be printed. The number is enough: {0}.", numbers);
}
} // namespace

TicketOutcome PrintPresenter::ticketOutcome() const
{
    if (!lastTicket_) return {};
    const Messages& m = desk_.messages();
    const std::string& number = lastTicket_->issued.number;
    const auto trouble = std::ranges::find(ticketTroubles_, number, &Trouble::ticket);
    TicketOutcome outcome{.ticket = lastTicket_->issued.ticket,
                          .printing = ticketRuns_,
                          .failed = trouble != ticketTroubles_.end()};
    if (outcome.printing)
        outcome.text = m.tr("The ticket is being printed …");
    else if (outcome.failed) {
        outcome.text = ticketTrouble(m, trouble->error, number);
        outcome.tone = Tone::look;
    } else if (hasTicketPrinter()) {
        outcome.text = m.tr("The ticket is printed.");
        outcome.tone = Tone::good;
    }
    return outcome;
}

std::string PrintPresenter::trouble() const
{
    const Messages& m = desk_.messages();
    const auto fresh = [this](const Trouble& one) { return one.error && desk_.clock.now() - one.at < troubleShown; };
    std::string numbers;
    for (const auto& one : ticketTroubles_)
        if (fresh(one)) numbers += (numbers.empty() ? "" : ", ") + one.ticket;
    if (!numbers.empty()) return ticketTrouble(m, ticketTroubles_.back().error, numbers);
    return fresh(sheetTrouble_) ? inWords(m, sheetTrouble_.error) : "";
}

// ---- the preview

void PrintPresenter::open(Shown shown, Paper paper)
{
    for (Inquiry* inquiry : {&read_, &draw_, &save_}) inquiry->forget(); // what prints goes on
    ++document_;
    shown_ = std::move(shown);
    paper_ = paper;
    draw();
    wanted_();
}

void PrintPresenter::draw()
{
    phase_ = PrintState::Phase::preparing;
    sheet_.reset();
    problem_ = nullptr;
    saved_ = Saved::no;
    (shown_->asks ? read_ : draw_)
        .ask([draw = shown_->draw, paper = paper_] { return draw(paper); },
             [this](Drawn done) { drawn(std::move(done)); },
             [this](const std::exception_ptr& error) { failed(error); });
    changed_();
}

void PrintPresenter::drawn(Drawn drawn)
{
    sheet_ = std::make_shared<const printing::Sheet>(std::move(drawn.sheet));
    fileName_ = std::move(drawn.fileName);
    jobTitle_ = std::move(drawn.jobTitle);
    phase_ = PrintState::Phase::ready;
    changed_();
}

void PrintPresenter::failed(const std::exception_ptr& error)
{
    if (isPrintFailure(error)) logFailure(error);
    problem_ = error;
    phase_ = PrintState::Phase::failed;
    changed_();
}

void PrintPresenter::choose(Paper paper)
{
    if (!shown_ || paper == paper_ || phase_ == PrintState::Phase::printing) return;
    paper_ = paper;
    draw();
}

void PrintPresenter::print()
{
    if (!state().canPrint) return;
    if (!sheet_) return draw(); // it could not be read before
    phase_ = PrintState::Phase::printing;
    problem_ = nullptr;
    saved_ = Saved::no;
    newJob(sheetJobs_, room_.sheets, aside_)
        .ask(
            [&printer = room_.printer, sheet = sheet_, title = jobTitle_, paper = paper_] {
                printer.print({paper, *sheet, title});
            },
            [this, document = document_, told = shown_->printed] {
                if (document == document_) phase_ = PrintState::Phase::printed;
                if (told) told();
                changed_();
            },
            [this, document = document_](const std::exception_ptr& error) {
                if (document == document_) return failed(error);
                logFailure(error); // its preview is closed: the status line says it
                sheetTrouble_ = {error, desk_.clock.now()};
                changed_();
            });
    changed_();
}

void PrintPresenter::save(const std::string& path)
{
    if (!sheet_) return;
    save_.ask([path, sheet = sheet_] { writePrivateFile(path, sheet->pdf); },
              [this] {
                  saved_ = Saved::yes;
                  changed_();
              },
              [this](const std::exception_ptr&) {
                  saved_ = Saved::failed;
                  changed_();
              });
}

void PrintPresenter::close()
{
    for (Inquiry* inquiry : {&read_, &draw_, &save_}) inquiry->forget();
    ++document_;
    shown_.reset();
    sheet_.reset();
    phase_ = PrintState::Phase::closed;
    changed_();
}

PrintState PrintPresenter::state() const
{
    PrintState state{.phase = phase_};
    if (!shown_) return state;
    const Messages& m = desk_.messages();
    state.title = shown_->title(m);
    state.sheet = sheet_;
    if (shown_->papers.size() > 1)
        for (const Paper paper : shown_->papers)
            state.formats.push_back(
                {paper, paper == Paper::a4 ? "A4" : m.tr("Ticket {0} mm", room_.printer.rollMm()),
                 paper == paper_});
    state.canSave = sheet_ && !save_.pending();
    const bool busy = phase_ == PrintState::Phase::preparing || phase_ == PrintState::Phase::printing;
    state.canPrint = !busy && (!sheet_ || room_.printer.has(paper_));
    state.print =
        phase_ == PrintState::Phase::printed || (problem_ && sheet_) ? m.tr("Print again") : m.tr("Print");
    if (!sheet_ && phase_ == PrintState::Phase::failed) state.print = m.tr("Try again");
    state.fileName = fileName_ + ".pdf";
    tell(state);
    return state;
}

void PrintPresenter::tell(PrintState& state) const
{
    const Messages& m = desk_.messages();
    const auto say = [&state](std::string text, Tone tone) {
        state.notice = std::move(text);
        state.tone = tone;
    };
    if (saved_ == Saved::yes) return say(m.tr("The file is saved."), Tone::good);
    if (saved_ == Saved::failed)
        return say(m.tr("The file cannot be saved there. Please choose another folder."), Tone::look);
    switch (phase_) {
    case PrintState::Phase::closed:
        break;
    case PrintState::Phase::preparing:
        return say(m.tr("One moment …"), Tone::plain);
    case PrintState::Phase::printing:
        return say(m.tr("Printing …"), Tone::plain);
    case PrintState::Phase::printed:
        return say(m.tr("The printer has taken it."), Tone::good);
    case PrintState::Phase::failed:
        return say(inWords(m, problem_), Tone::look);
    case PrintState::Phase::ready:
        if (!room_.printer.has(paper_))
            return say(m.tr("This post has no printer for this. Save the page, then print it elsewhere."),
                       Tone::look);
    }
}
} // namespace accueil
