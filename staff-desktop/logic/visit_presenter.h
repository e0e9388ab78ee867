// staff-desktop/logic/visit_presenter.h - one appointment: what it is, what can be done with it, and who else
// was here.
#pragma once
#include "staff-desktop/logic/visit_card.h"
#include "staff-desktop/logic/visit_changes.h"
#include "staff-desktop/logic/visit_service.h"
#include <map>
#include <set>

namespace accueil
{
/// Where the caret belongs now.
enum class VisitFocus { acts, starts, reason, form, confirm };

/// Facts only; state() puts them into words of the present language. Beside any list: whoever owns the list
/// chooses. An act is sent with one key until its outcome is known, after a loss by itself; nothing typed is
/// lost, and nothing of a colleague is written over unseen. GUI thread.
class VisitPresenter
{
public:
    explicit VisitPresenter(Desk& desk);

    VisitCard state() const; ///< visit_card.cpp
    AppointmentId chosen() const { return chosen_; }

    /// @param known  as a list has it: shown until all of it has come. 0: nobody
    void choose(AppointmentId appointment, const Appointment* known = nullptr);
    void show(bool visible);
    void changed(); ///< somebody changed the agenda or the queue
    void tick();

    /// What the window does with paper; without it there is no button. The ticket is offered after an
    /// arrival.
    std::function<void(AppointmentId)> printSheet;
    std::function<void(const IssuedTicket&, Language)> printTicket;
    std::function<void(const IssuedTicket&, Language)> printTicketAgain; ///< asked for by a button

    void print();                 ///< the sheet, or the ticket once the person has one
    void setPriority(bool first); ///< of the check-in to come: wheelchair, pregnancy, great age
    void checkIn();               ///< a late one by decision of the reception
    void putBack();               ///< who missed the calls has turned up
    void sendAgain();
    void startMoving();
    void startCancelling();
    void startEditing();
    void confirm(); ///< of what was started
    void leave();   ///< back to the facts; what was typed can be brought back
    void bringBack();

    StartChooser& starts() { return starts_; }
    void chooseLine(std::size_t line); ///< of the starts shown; too many is nothing
    void giveReason(const std::string& reason);
    void giveUsualReason(std::size_t which);
    void type(PersonField field, const std::string& text);
    void leaveField(PersonField field);
    void setLanguage(Language language);

    void keepMine(); ///< both answers to a conflict
    void takeTheirs();

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    Listening onFocus(std::function<void(VisitFocus)> listener)
    {
        return focus_.connect(std::move(listener));
    }

private:
    enum class Act { checkIn, putBack, ticket, move, cancel, sendAgain, change };
    struct Doing ///< on its way, or waiting for the link
    {
        Act act;
        AppointmentId of;
        bool mail = false; ///< something goes out by e-mail
        Language language = Language::fr;
        std::function<std::optional<IssuedTicket>()> work;
    };
    struct Outcome
    {
        Act act;
        bool mail = false;
        std::optional<IssuedTicket> ticket;
        std::exception_ptr problem;
    };
    struct Draft
    {
        PersonInput input;
        VisitFile seen;
    };

    void reload();
    void arrived(VisitFile file);
    void meet();
    void enter(VisitMode mode);
    void run(Act act, bool mail,
             std::function<std::optional<IssuedTicket>(DeskService&, const RequestKey&)> work);
    void send();
    void done(const std::optional<IssuedTicket>& ticket);
    void failed(const std::exception_ptr& error);
    void stopWaiting();
    void keepDraft();
    void sendMove();
    void sendCancel();
    void sendChange();

    const Appointment* first() const; ///< of the parts; null for nothing
    const Appointment* shown() const; ///< the part that was chosen
    bool busy() const { return doing_.has_value(); }
    bool sending() const { return doing_ && !waits_; } ///< what is typed now would be thrown away
    bool contested() const;
    bool allowed(VisitMode mode) const;
    bool canCheckIn() const;
    TicketId ticketIn(std::initializer_list<VisitState> states) const;
    VisitCard::Acts acts() const;
    std::optional<SoughtVisit> sought() const;
    StartChooser::Marks marks() const;
    std::string problemOf(PersonField field) const;

    void fillFacts(VisitCard& card) const;
    void fillNotice(VisitCard& card) const;
    void fillOutcome(VisitCard& card) const;
    void fillMode(VisitCard& card) const;
    VisitCard::Moving moving() const;
    VisitCard::Cancelling cancelling() const;
    VisitCard::Editing editing() const;
    std::optional<VisitCard::Conflict> conflict() const;
    std::string whatGoesOut(bool mail) const;

    Desk& desk_;
    Inquiry visit_, act_;
    StartChooser starts_;

    AppointmentId chosen_;
    VisitFile file_;
    bool complete_ = false; ///< `file_` was read, and is not only what a list knows
    bool again_ = false, stale_ = false, visible_ = true;
    std::exception_ptr problem_; ///< of reading it

    VisitMode mode_ = VisitMode::facts;
    VisitFile seen_; ///< as it stood when the mode was entered, or the last change was answered
    std::optional<VisitFile> takenOver_;   ///< as it stood before a change that met nothing typed here
    std::optional<Offer> offer_, refused_; ///< to move to
    std::exception_ptr refusal_;
    std::string reason_;
    PersonInput form_;
    std::set<PersonField> left_; ///< fields whose problem may be said
    std::map<AppointmentId, Draft> drafts_;

    std::optional<Doing> doing_;
    bool waits_ = false; ///< for the link
    std::optional<Outcome> outcome_;
    bool tooLate_ = false, priority_ = false;
    LocalTime shownAt_;

    Signal<> changed_;
    Signal<VisitFocus> focus_;
    Listening offered_, restored_;
};
} // namespace accueil
