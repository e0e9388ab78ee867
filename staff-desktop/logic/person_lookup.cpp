#include "staff-desktop/logic/person_lookup.h"

namespace accueil
{
namespace
{
constexpr int fieldsNeeded = 2;

bool whole(const Person& person)
{
    return !person.lastName.empty() && !person.firstName.empty() && person.birthDate.year != 0;
}

bool enough(const Person& person)
{
    const int filled = !person.lastName.empty() + !person.firstName.empty() + (person.birthDate.year != 0) +
                       !person.phone.empty() + !person.email.empty();
    return filled >= fieldsNeeded;
}

bool sameIdentity(const Person& a, const Person& b)
{
    return a.lastName == b.lastName && a.firstName == b.firstName && a.birthDate == b.birthDate;
}
} // namespace

PersonLookup::PersonLookup(Desk& desk)
    : desk_(desk), inquiry_(desk.tasks, desk.link), restored_(desk.link.onRestored([this] { ask(); }))
{
}

PersonLookup::Key PersonLookup::keyOf(const Person& person)
{
    return {person.lastName, person.firstName, person.birthDate, person.phone, person.email};
}

void PersonLookup::look(const Person& typed)
{
    if (!wanted_ || !sameIdentity(*wanted_, typed))
        upcoming_.clear(); // nobody else's appointments, not for a moment
    if (!enough(typed)) {
        wanted_.reset();
        found_.reset();
        again_ = away_ = false;
        known_.clear();
        inquiry_.forget();
        return;
    }
    wanted_ = typed;
    ask();
}

void PersonLookup::lookAgain()
{
    if (!wanted_ || !whole(*wanted_)) return;
    again_ = true;
    ask();
}

void PersonLookup::ask()
{
    if (settled() || inquiry_.pending()) return; // its answer comes here again
    again_ = away_ = false;
    found_.reset();
    inquiry_.ask(
        [&service = desk_.service, person = *wanted_, today = desk_.today()] {
            Answer answer{.known = service.knownPeople(person), .upcoming = {}};
            if (whole(person)) answer.upcoming = service.upcomingVisits(person, today);
            return answer;
        },
        [this, asked = keyOf(*wanted_)](Answer answer) { answered(asked, std::move(answer)); },
        [this, asked = keyOf(*wanted_)](const std::exception_ptr& error) {
            if (!isLoss(error)) return answered(asked, {}); // a help, not a duty: booking goes on without it
            away_ = true;
            changed_();
        });
}

void PersonLookup::answered(const Key& asked, Answer answer)
{
    found_ = asked;
    if (wanted_ && keyOf(*wanted_) == asked) {
        known_ = std::move(answer.known);
        upcoming_ = std::move(answer.upcoming);
    }
    ask();
    changed_();
}
} // namespace accueil
