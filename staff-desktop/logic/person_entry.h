// staff-desktop/logic/person_entry.h - who an appointment is for: what is typed, who that may be, what that
// person has already.
#pragma once
#include "staff-desktop/logic/book_state.h"
#include "staff-desktop/logic/person_lookup.h"
#include <set>

namespace accueil
{
/// When and for how long the visit is that is about to be booked.
struct PlannedVisit
{
    Offer at;
    int minutes = 0;
    AppointmentId held{}; ///< of this window: no double of itself
};

/// Facts; state() puts them into words of the present language. GUI thread.
class PersonEntry
{
public:
    explicit PersonEntry(Desk& desk);

    BookState::Who state(const std::optional<PlannedVisit>& planned) const;

    /// @returns whether anything has changed
    bool type(PersonField field, const std::string& text);
    void leave(PersonField field);
    void leaveAll();
    void setLanguage(Language language);
    bool takeOver(std::size_t line); ///< somebody known; what the caller has just said stays
    void clear();
    void restore(const PersonInput& input);
    void lookAgain() { lookup_.lookAgain(); }

    const PersonInput& input() const { return input_; }
    std::optional<PersonField> firstProblem() const;
    bool settled() const { return lookup_.settled(); }
    bool away() const { return lookup_.away(); }
    /// The appointment that the line about a double speaks of: one at the same time before others.
    const Appointment* twin(const std::optional<PlannedVisit>& planned) const;

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    void inputChanged();
    std::string problemOf(PersonField field) const;
    std::vector<const KnownPerson*> proposals() const;
    bool wouldChange(const Person& known) const;
    std::vector<const Appointment*> others(const std::optional<PlannedVisit>& planned) const;
    std::string whatFor(const Appointment& visit) const;
    void fillTwin(BookState::Who& who, const std::optional<PlannedVisit>& planned) const;

    Desk& desk_;
    PersonLookup lookup_;
    PersonInput input_;
    bool languageChosen_ = false;
    std::set<PersonField> left_; ///< fields whose problem may be said
    Signal<> changed_;
    Listening looked_;
};
} // namespace accueil
