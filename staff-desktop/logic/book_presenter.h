// staff-desktop/logic/book_presenter.h - booking by telephone and at the desk: what, when, who, confirm.
#pragma once
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/hold_keeper.h"
#include "staff-desktop/logic/person_form.h"
#include <set>

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

    // the whole
    /// Begins with a free place of the agenda: it is held as soon as a procedure of the service is chosen.
    void startAt(ServiceId service, const Offer& at);
    void confirm();
    void prolong();
    void restart();     ///< gives the place back and empties the form
    void undoRestart(); ///< what was typed comes back; the place does not
    void tick();        ///< a few times a second: the hold runs
    void show(bool visible) { starts_.show(visible); }
    void agendaChanged() { starts_.agendaChanged(); }
    void renewed(); ///< the catalogue was read again
    bool holdsNothing() const { return keeper_.atRest(); }

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
        std::string reference;
        bool mail = false;
    };

    BookState::What what() const;
    StartChooser::Marks marks() const;
    BookState::Who who() const;
    BookState::Foot foot() const;

    const Service* service() const;              ///< of what is chosen, the first; null for nothing
    std::vector<Service> chosenServices() const; ///< one, or two: linked appointments
    std::string partsInWords(const Wish& wish) const;
    int minutes() const;
    std::optional<SoughtVisit> sought() const;
    std::optional<Wish> wish() const; ///< held, or on its way
    void chosenChanged();
    void holdChanged();
    void emptyForm();
    void send();
    void stopWaiting();
    void confirmed(const Wish& wish, bool mail, const Booked& booked);
    void refused(const std::exception_ptr& error);
    std::string problemOf(PersonField field) const;

    Desk& desk_;
    HoldKeeper keeper_;
    StartChooser starts_;
    Inquiry booking_;

    std::string typed_;
    std::vector<ProcedureId> found_;
    Form form_;
    std::optional<ProcedureId> elsewhere_; ///< chosen last, but of another service
    std::chrono::seconds shownLeft_{};
    std::set<PersonField> left_; ///< fields whose problem may be said
    bool confirmWaits_ = false;  ///< for the link
    std::exception_ptr bookingProblem_;
    std::optional<Done> done_;
    std::optional<Form> thrownAway_;

    Signal<> changed_;
    Signal<BookFocus> focus_;
    Listening held_, offered_, wished_, restored_;
};
} // namespace accueil
