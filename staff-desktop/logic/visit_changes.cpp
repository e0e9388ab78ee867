#include "staff-desktop/logic/visit_changes.h"
#include "core/base/date_words.h"
#include "staff-desktop/logic/visit_words.h"

namespace accueil
{
PersonInput inputOf(const Person& person)
{
    PersonInput input;
    input[PersonField::lastName] = person.lastName;
    input[PersonField::firstName] = person.firstName;
    if (person.birthDate != BirthDate{}) input[PersonField::birthDate] = birthDateText(person.birthDate);
    input[PersonField::phone] = person.phone;
    input[PersonField::email] = person.email;
    input[PersonField::note] = person.note;
    input.language = person.language;
    return input;
}

std::string fieldName(const Messages& m, PersonField field)
{
    switch (field) {
    case PersonField::lastName:
        return m.tr("Name");
    case PersonField::firstName:
        return m.tr("First name");
    case PersonField::birthDate:
        return m.tr("Date of birth");
    case PersonField::phone:
        return m.tr("Phone");
    case PersonField::email:
        return m.tr("E-mail");
    case PersonField::note:
        return m.tr("Note");
    }
    return "";
}

MergedInput merge(const PersonInput& before, const PersonInput& mine, const PersonInput& theirs, Whose winner)
{
    MergedInput merged;
    const auto meet = [&](const auto& was, const auto& here, const auto& there) {
        if (here == was || here == there) return there;
        if (there == was) return here;
        merged.contested = true;
        return winner == Whose::mine ? here : there;
    };
    for (const auto field : personFields)
        merged.input[field] = meet(before[field], mine[field], theirs[field]);
    merged.input.language = meet(before.language, mine.language, theirs.language);
    return merged;
}

std::vector<std::string> changesInWords(const Messages& m, const Appointment& before, const Appointment& now)
{
    std::vector<std::string> changes;
    const auto change = [&](const std::string& name, const std::string& from, const std::string& to) {
        if (from == to) return;
        changes.push_back(m.tr("{0}: {1} → {2}", name, from.empty() ? "–" : from, to.empty() ? "–" : to));
    };
    if (now.state == VisitState::cancelled && before.state != now.state)
        changes.push_back(m.trc("change", "cancelled"));
    else if (now.state != before.state)
        change(m.trc("change", "State"), stateWord(m, before.state), stateWord(m, now.state));
    if (now.day != before.day || now.start != before.start)
        changes.push_back(m.trc("change", "moved to {0}", dayAndTime(m, now.day, now.start)));
    const PersonInput was = inputOf(before.person), is = inputOf(now.person);
    for (const auto field : personFields) change(fieldName(m, field), was[field], is[field]);
    change(m.tr("Language of the mails"), std::string(ownName(was.language)),
           std::string(ownName(is.language)));
    return changes;
}
} // namespace accueil
