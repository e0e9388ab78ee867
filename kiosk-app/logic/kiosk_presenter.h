// kiosk-app/logic/kiosk_presenter.h - what happens at the kiosk, without a window.
#pragma once
#include "core/base/signal.h"
#include "core/base/task_runner.h"
#include "kiosk-app/logic/kiosk_state.h"
#include "kiosk-app/logic/pages.h"
#include <any>
#include <functional>
#include <memory>
#include <type_traits>

namespace accueil::kiosk
{
/// Lives on the GUI thread. What a press does while an answer is awaited is nothing: an act happens once.
class KioskPresenter
{
public:
    /// All must outlive every task.
    struct Parts
    {
        TaskRunner& database;
        TaskRunner& printing;
        KioskService& service;
        KioskPrinter& printer;
        KioskVoice& voice;
        const Clock& clock;
        Surroundings around = {};
        Language firstLanguage = Language::fr;
    };
    explicit KioskPresenter(Parts parts);

    const KioskState& state() const { return state_; }
    Surroundings::Reader reader() const { return parts_.around.reader; }
    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

    /// Four times a second: clock, time-outs, a look at the database.
    void tick();

    // What a visitor does.
    void scanned(const std::string& code); ///< on any page, whatever has the focus
    void touched();                        ///< anything at all: the page stays
    void chooseLanguage(Language language);
    void toggle(Aid aid);
    void listen();
    void back();
    void stay(); ///< the answer to "do you need more time?"
    void done(); ///< the visit is over: forget it at once
    void startBirthDate();
    void startWithoutAppointment();
    bool digit(int value); ///< false when the page takes no digits
    bool correct();
    void clearDate();
    void searchBirthDate();
    void chooseTime(std::size_t index);
    void forgotTime();
    void act(); ///< the one button of a fact
    void chooseProcedure(std::size_t index);
    void otherProcedure();

private:
    /// One wish of one visitor: repeated after a loss, it is done once.
    struct Wish
    {
        Seed seed;
        AppointmentId appointment; ///< one of the two
        ProcedureId procedure;
        Instant since;
    };
    struct Answer;

    template <class Work, class Then>
    void ask(Work work, Then then);
    void run(std::function<std::any()> work, std::function<void(const std::any&)> then);
    void failed(const std::exception_ptr& error);
    void refused(Refusal why);

    void show(Page page);
    void home();
    void endVisit();
    void proceed(const Found& found);
    void showFact(Fact fact, const Found& found);
    void wish(AppointmentId appointment, ProcedureId procedure);
    void fulfil();
    void showTicket(KioskTicket ticket);
    void print(const IssuedTicket& ticket);
    void printed(TicketId ticket, const std::exception_ptr& error);

    void lookAtDatabase();
    void databaseAnswered(const KioskSite& site);
    void databaseLost();
    void watchIdle(Instant now);
    void publish();
    FrameView frame(const Messages& messages) const;
    std::optional<Question> question(const Messages& messages) const;
    LocalTime localNow() const;
    template <class P>
    P* on()
    {
        return std::get_if<P>(&page_);
    }

    Parts parts_;
    KioskSite site_;
    Page page_ = HomePage{};
    int serial_ = 0;
    Language language_;
    Aids aids_;
    std::optional<Found> found_; ///< the appointment that the page is about
    std::optional<Wish> wish_;
    std::string lastCode_; ///< a reader may send a code twice
    Instant lastCodeAt_{}, touchedAt_{}, busySince_{}, nextLook_{}, ticketSince_{};
    int failures_ = 0;
    bool busy_ = false, looking_ = false, away_ = false, siteKnown_ = false;
    int secondsToAnswer_ = 0; ///< of the question, 0 when it is not asked
    std::string trouble_;     ///< of the printer, in one word
    std::string fault_;       ///< identifier of what keeps the database away
    KioskState state_;
    Signal<> changed_;
    std::shared_ptr<char> alive_ = std::make_shared<char>();
};
} // namespace accueil::kiosk
