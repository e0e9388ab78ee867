#include "staff-desktop/logic/person_entry.h"
#include "core/booking/phone.h"
#include "core/catalogue/search.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr std::size_t mostProposals = 3;

bool sameName(const Person& a, const Person& b)
{
    return folded(a.lastName) == folded(b.lastName) && folded(a.firstName) == folded(b.firstName);
}
} // namespace

PersonEntry::PersonEntry(Desk& desk)
    : desk_(desk), lookup_(desk), looked_(lookup_.onChanged([this] { changed_(); }))
{
}

bool PersonEntry::type(PersonField field, const std::string& text)
{
    if (input_[field] == text) return false;
    input_[field] = text;
    inputChanged();
    return true;
}

void PersonEntry::leave(PersonField field)
{
    if (input_[field].empty()) return; // nobody has begun to write it
    left_.insert(field);
    input_[field] = tidied(field, input_[field], desk_.today());
    inputChanged();
}

void PersonEntry::leaveAll()
{
    left_.insert(personFields.begin(), personFields.end());
    for (const auto field : personFields) input_[field] = tidied(field, input_[field], desk_.today());
    inputChanged();
}

void PersonEntry::setLanguage(Language language)
{
    input_.language = language;
    languageChosen_ = true;
}

void PersonEntry::inputChanged()
{
    lookup_.look(personSoFar(input_, desk_.today()));
}

bool PersonEntry::takeOver(std::size_t line)
{
    const auto proposed = proposals();
    if (line >= proposed.size() || !lookup_.settled()) return false;
    const Person known = proposed[line]->person;
    input_[PersonField::lastName] = known.lastName;
    input_[PersonField::firstName] = known.firstName;
    if (known.birthDate.year != 0) input_[PersonField::birthDate] = birthDateText(known.birthDate);
    if (input_[PersonField::phone].empty()) input_[PersonField::phone] = known.phone;
    if (input_[PersonField::email].empty()) input_[PersonField::email] = known.email;
    if (!languageChosen_) input_.language = known.language;
    inputChanged();
    return true;
}

void PersonEntry::clear()
{
    input_ = {};
    languageChosen_ = false;
    left_.clear();
    inputChanged();
}

void PersonEntry::restore(const PersonInput& input)
{
    input_ = input;
    inputChanged();
}

std::string PersonEntry::problemOf(PersonField field) const
{
    return fieldProblem(desk_.messages(), input_, field, desk_.today());
}

std::optional<PersonField> PersonEntry::firstProblem() const
{
    const auto wrong =
        std::ranges::find_if(personFields, [this](PersonField field) { return !problemOf(field).empty(); });
    return wrong == personFields.end() ? std::nullopt : std::optional(*wrong);
}

bool PersonEntry::wouldChange(const Person& known) const
{
    const Person typed = personSoFar(input_, desk_.today());
    return typed.lastName != known.lastName || typed.firstName != known.firstName ||
           typed.birthDate != known.birthDate ||
           (input_[PersonField::phone].empty() && !known.phone.empty()) ||
           (input_[PersonField::email].empty() && !known.email.empty());
}

/// Whoever is meant already leaves no room for others of a similar name; and nobody is proposed who stands
/// there.
std::vector<const KnownPerson*> PersonEntry::proposals() const
{
    const Person typed = personSoFar(input_, desk_.today());
    std::vector<const KnownPerson*> proposed;
    for (const auto& one : lookup_.known()) {
        if (sameName(one.person, typed) && one.person.birthDate == typed.birthDate) {
            proposed = {&one};
            break;
        }
        if (proposed.size() < mostProposals) proposed.push_back(&one);
    }
    std::erase_if(proposed, [this](const KnownPerson* one) { return !wouldChange(one->person); });
    return proposed;
}

/// One a visit, in order of time.
std::vector<const Appointment*> PersonEntry::others(const std::optional<PlannedVisit>& planned) const
{
    std::vector<const Appointment*> visits;
    std::string own;
    for (const auto& one : lookup_.upcoming())
        if (planned && one.id == planned->held) own = one.reference;
    for (const auto& one : lookup_.upcoming()) {
        const bool again = std::ranges::any_of(
            visits, [&](const Appointment* other) { return other->reference == one.reference; });
        if (!again && one.reference != own) visits.push_back(&one);
    }
    return visits;
}

const Appointment* PersonEntry::twin(const std::optional<PlannedVisit>& planned) const
{
    const auto visits = others(planned);
    if (visits.empty()) return nullptr;
    if (planned)
        for (const auto& one : lookup_.upcoming())
            if (overlap(one, planned->at.day, planned->at.start, planned->minutes) &&
                std::ranges::any_of(
                    visits, [&](const Appointment* visit) { return visit->reference == one.reference; }))
                return &one;
    return visits.front();
}

std::string PersonEntry::whatFor(const Appointment& visit) const
{
    std::string words;
    for (const auto& wanted : visit.wanted)
        if (const auto* procedure = desk_.catalogue().find(wanted.procedure))
            words += (words.empty() ? "" : ", ") + procedure->name.in(desk_.language());
    const auto* service = desk_.catalogue().find(visit.service);
    return words.empty() && service ? service->shortName.in(desk_.language()) : words;
}

void PersonEntry::fillTwin(BookState::Who& who, const std::optional<PlannedVisit>& planned) const
{
    const Messages& m = desk_.messages();
    const auto* visit = twin(planned);
    if (!visit) return;
    const bool same = planned && overlap(*visit, planned->at.day, planned->at.start, planned->minutes);
    who.twinTitle =
        same ? m.tr("Already has an appointment at the same time") : m.tr("Already has an appointment");
    // TRANSLATORS: {0} day and time, {1} what for
    who.twin = m.tr("{0}: {1}", dayAndTime(m, visit->day, visit->start), whatFor(*visit));
    if (const auto more = static_cast<long>(others(planned).size()) - 1; more > 0)
        who.twin += " " + m.trn("(and {0} other)", "(and {0} others)", more);
}

BookState::Who PersonEntry::state(const std::optional<PlannedVisit>& planned) const
{
    const Messages& m = desk_.messages();
    BookState::Who who{.input = input_};
    for (const auto field : left_) who.problems[static_cast<std::size_t>(field)] = problemOf(field);
    if (const auto born = parseBirthDate(input_[PersonField::birthDate], desk_.today()))
        if (const auto age = ageOn(*born, desk_.today()))
            who.age = m.trn("{0} year of age", "{0} years of age", *age);
    who.phoneFine = left_.contains(PersonField::phone) && !input_[PersonField::phone].empty() &&
                    who.problems[static_cast<std::size_t>(PersonField::phone)].empty();
    for (const auto* one : proposals())
        who.known.push_back(one->person.firstName + " " + one->person.lastName + ", " +
                            birthDateText(one->person.birthDate));
    fillTwin(who, planned);
    return who;
}
} // namespace accueil
