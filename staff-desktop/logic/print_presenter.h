// staff-desktop/logic/print_presenter.h - all that leaves the desk on paper: what is previewed, printed,
// saved.
#pragma once
#include "core/printing/ticket_text.h"
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/printer.h"
#include <list>

namespace accueil
{
/// Something to print that a page has at hand: a letter, the list for the telephone.
struct PrintDocument
{
    std::function<std::string(const Messages&)> title; ///< of the window: "Courriers"
    std::string fileName; ///< proposed when it is saved, without ".pdf"; no name of a person
    std::function<printing::Sheet()>
        draw;                           ///< worker thread: holds values only, asks nothing of the shared data
    std::function<void()> printed = {}; ///< the printer has taken it all; GUI thread
};

/// What the preview shows.
struct PrintState
{
    enum class Phase { closed, preparing, ready, printing, printed, failed };
    struct Format
    {
        printing::Paper paper = printing::Paper::a4;
        std::string name{}; ///< "A4", "Ticket 80 mm"
        bool on = false;
        friend bool operator==(const Format&, const Format&) = default;
    };
    Phase phase = Phase::closed;
    std::string title{};                            ///< "Feuille de rendez-vous KXTR-BVLN"
    std::shared_ptr<const printing::Sheet> sheet{}; ///< its pages; null until they are drawn
    std::vector<Format> formats{};                  ///< to choose from; empty where there is one only
    std::string notice{};                           ///< what happens, or what to do; may be empty
    Tone tone = Tone::plain;
    std::string print{};    ///< the primary button: "Imprimer", "Imprimer encore"
    std::string fileName{}; ///< proposed when it is saved: "rendez-vous-KXTR-BVLN.pdf"
    bool canPrint = false, canSave = false;
};

/// How the last ticket fared, for the page that asked for it.
struct TicketOutcome
{
    TicketId ticket{};  ///< 0: none was asked for
    std::string text{}; ///< "A042 est imprimé.", or what to do
    Tone tone = Tone::plain;
    bool printing = false, failed = false;
    friend bool operator==(const TicketOutcome&, const TicketOutcome&) = default;
};

/// The printers with a worker for each: a slow one keeps no page waiting, and no ticket.
struct PrintRoom
{
    Printer& printer;
    TaskRunner &sheets, &tickets;
};

/// One for the window. GUI thread; what `room` names outlives it.
///
///     prints_.visitSheet(appointment);          // the sheet of somebody without e-mail: opens the preview,
///     Enter prints prints_.dayList(day, service);            // service 0: all, each on pages of its own
///     prints_.document({title, "letters", [letters] { return a4Sheet(lettersPdf(letters), n); }, [this] { …
///     }}); if (prints_.hasTicketPrinter()) prints_.ticket(issued, person.language);   // after an arrival:
///     at once, no window prints_.ticket(issued, language);         // asked for by a button: without a
///     ticket printer the preview opens
class PrintPresenter
{
public:
    PrintPresenter(Desk& desk, const PrintRoom& room);

    // What the pages ask for.
    void visitSheet(AppointmentId appointment);
    void dayList(Day day, ServiceId service = {});
    void document(PrintDocument document);
    void ticket(const IssuedTicket& ticket, Language language);
    bool hasTicketPrinter() const { return room_.printer.has(printing::Paper::roll); }
    TicketOutcome ticketOutcome() const;
    /// Why a ticket, or a sheet whose preview is closed by then, did not come out: for the status line, half a minute; else empty.
    std::string trouble() const;

    // What the preview does.
    PrintState state() const;
    void choose(printing::Paper paper);
    void print();
    void save(const std::string& path); ///< for its owner's eyes only: names may stand in it
    void close();

    /// The preview is wanted: open it, or bring it to the front.
    Listening onWanted(std::function<void()> listener) { return wanted_.connect(std::move(listener)); }
    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    struct Drawn
    {
        printing::Sheet sheet;
        std::string fileName, jobTitle;
    };
    struct Shown ///< what the preview is open with
    {
        std::function<std::string(const Messages&)> title;
        std::vector<printing::Paper> papers;
        std::function<Drawn(printing::Paper)> draw;
        std::function<void()> printed;
        bool asks = false; ///< drawing asks the shared data
    };
    enum class Saved { no, yes, failed };
    void open(Shown shown, printing::Paper paper);
    void draw();
    void drawn(Drawn drawn);
    void failed(const std::exception_ptr& error);
    void tell(PrintState& state) const;
    void sendTicket();
    static Inquiry& newJob(std::list<Inquiry>& running, TaskRunner& printer, Link& link);

    Desk& desk_;
    const PrintRoom room_;
    Link aside_; ///< printers say nothing about the shared data
    Inquiry read_, draw_, save_;
    std::list<Inquiry> sheetJobs_, ticketJobs_; ///< each says how it ended, whatever was sent behind it

    std::optional<Shown> shown_;
    unsigned document_ = 0; ///< counts what was shown: an answer may come after its preview is closed
    printing::Paper paper_ = printing::Paper::a4;
    std::shared_ptr<const printing::Sheet> sheet_;
    std::string fileName_, jobTitle_;
    PrintState::Phase phase_ = PrintState::Phase::closed;
    std::exception_ptr problem_;
    Saved saved_ = Saved::no;

    struct Ticket
    {
        IssuedTicket issued;
        Language language = Language::fr;
    };
    std::optional<Ticket> lastTicket_;
    bool ticketRuns_ = false; ///< the last one
    unsigned tickets_ = 0;    ///< counts them
    struct Trouble
    {
        std::exception_ptr error;
        Instant at;
        std::string ticket{}; ///< its number
    };
    std::vector<Trouble> ticketTroubles_; ///< one a ticket, the newest last
    Trouble sheetTrouble_;

    Signal<> wanted_, changed_;
};
} // namespace accueil
