// staff-desktop/logic/person_lookup.h - who the person being typed may be, and what that person has booked
// already.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include <tuple>

namespace accueil
{
/// One question at a time while somebody types; only the newest answer counts. GUI thread.
class PersonLookup
{
public:
    explicit PersonLookup(Desk& desk);

    /// @param typed  so far: what cannot be read yet is empty (personSoFar())
    void look(const Person& typed);
    void lookAgain(); ///< a colleague may have booked for the same person

    const std::vector<KnownPerson>& known() const { return known_; }
    /// By time, every part; of the whole person only (name, first name, birth date).
    const std::vector<Appointment>& upcoming() const { return upcoming_; }
    /// What is known is of the person as it stands there now.
    bool settled() const { return !wanted_ || (found_ && *found_ == keyOf(*wanted_) && !again_); }

    bool away() const { return away_; } ///< nobody answers; asked again when the link is back

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }

private:
    using Key = std::tuple<std::string, std::string, BirthDate, std::string, std::string>;
    struct Answer
    {
        std::vector<KnownPerson> known;
        std::vector<Appointment> upcoming;
    };
    static Key keyOf(const Person& person);
    void ask();
    void answered(const Key& asked, Answer answer);

    Desk& desk_;
    Inquiry inquiry_;
    std::optional<Person> wanted_; ///< none: too little is typed
    std::optional<Key> found_;     ///< of whom the last answer was
    bool again_ = false, away_ = false;
    std::vector<KnownPerson> known_;
    std::vector<Appointment> upcoming_;
    Signal<> changed_;
    Listening restored_;
};
} // namespace accueil
