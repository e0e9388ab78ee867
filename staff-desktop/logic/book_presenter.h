// staff-desktop/logic/book_presenter.h - booking by telephone and at the desk: what, when, who, confirm.
#pragma once
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/hold_keeper.h"
#include "staff-desktop/logic/person_entry.h"

namespace accueil
{
/// Facts only; state() puts them into words of the present language. GUI thread.
class BookPresenter
{
public:
    explicit BookPresenter(Desk& desk);

    BookState state() const; ///< book_state.cpp

    // what
    void search(const std::string& text);
    void add(ProcedureId procedure);
    void setPersons(std::size_t line, int persons);
    void remove(std::size_t line);

    // when
    StartChooser& starts() { return starts_; }
    void choose(const Offer& offer);
    void chooseLine(std::size_t line); ///< of the starts shown; too many is nothing

    // who
    void type(PersonField field, const std::string& text);
    void leave(PersonField field);
    void setLanguage(Language language);
    void takeOver(std::size_t line); ///< of the people seen before
    void openTwin();                 ///< the appointment that this person has already

    // the whole
    /// Begins with a free place of the agenda: it is held as soon as a procedure of the service is chosen.
    void startAt(ServiceId service, const Offer& at);
    void confirm();
    void typeReason(const std::string& text); ///< why the staff overrules
    bool waiveOverruling();                   ///< @returns whether anybody had begun to overrule
    void print();                             ///< the sheet of what has just been booked
    void prolong();
    void restart();     ///< gives the place back and empties the form
    void undoRestart(); ///< what was typed comes back; the place does not
    void tick();        ///< a few times a second: the hold runs
    void show(bool visible) { starts_.show(visible); }
    void agendaChanged();
    void renewed(); ///< the catalogue was read again
    bool holdsNothing() const { return keeper_.atRest(); }

    std::function<void(AppointmentId)> onOpen, onPrint; ///< of other pages; may stay empty

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    /// Where the caret belongs now: after a confirmation, or at the first field to correct.
    Listening onFocus(std::function<void(BookFocus)> listener) { return focus_.connect(std::move(listener)); }

private:
    struct Form
    {
        std::vector<Wanted> chosen;
        PersonInput input;
    };
    struct Done
    {
        Wish wish;
        Booked booked;
        bool mail = false;
        bool asFirstTyped = false; ///< what was changed after the loss of the answer is not in it
    };
    struct Overruling
    {
        bool limit = false; ///< this person has as many visits as allowed
        bool full = false;  ///< the place is given in addition
        bool asked = false; ///< confirmed without a reason
        std::string reason{}; ///< kept as long as it may serve for the same person

        bool needed() const { return limit || full; }
    };

    BookState::What what() const;
    StartChooser::Marks marks() const;
    BookState::Who who() const;
    BookState::Overruling overruling() const;
    BookState::Foot foot() const;
    void fillOutcome(BookState::Foot& foot) const;

    const Service* service() const;              ///< of what is chosen, the first; null for nothing
    std::vector<Service> chosenServices() const; ///< one, or two: linked appointments
    std::string partsInWords(const Wish& wish) const;
    int minutes() const;
    std::optional<SoughtVisit> sought() const;
    std::optional<Wish> wish() const; ///< held, or on its way
    std::optional<PlannedVisit> planned() const;
    bool holdsLess() const; ///< a longer visit was refused, and the place for the former one kept
    std::string tooShort() const;
    void chosenChanged();
    void placeFollows();
    std::vector<Wanted> stillOffered(const std::vector<Wanted>& chosen) const;
    void holdChanged();
    void emptyForm();
    void send();
    void stopWaiting();
    void typedAnother(const PersonInput& before);
    void lookedUp();
    void confirmed(const Wish& wish, bool mail, const Booked& booked);
    void refused(const std::exception_ptr& error);
    void bookedEarlier(const HeldPlace& place);

    Desk& desk_;
    HoldKeeper keeper_;
    StartChooser starts_;
    PersonEntry who_;
    Inquiry booking_;

    std::string typed_;
    std::vector<ProcedureId> found_;
    std::vector<Wanted> chosen_;
    std::optional<ProcedureId> elsewhere_; ///< chosen last, but of another service
    std::chrono::seconds shownLeft_{};
    bool confirmWaits_ = false;  ///< for the link
    bool confirmIsNext_ = false; ///< as soon as it is known what this person has booked already
    bool twinWasNew_ = false;    ///< it has come up while confirming: whoever confirms again has seen it
    Overruling overruling_;
    std::exception_ptr bookingProblem_;
    std::optional<Done> done_;
    std::optional<Form> thrownAway_;

    Signal<> changed_;
    Signal<BookFocus> focus_;
    Listening held_, offered_, wished_, looked_, restored_;
};
} // namespace accueil
