// staff-desktop/logic/visit_changes.h - two people at the same appointment: what a colleague changed, and how
// it meets what is typed here. Pure.
#pragma once
#include "core/booking/appointment.h"
#include "staff-desktop/logic/person_form.h"

namespace accueil
{
/// As the form shows a person on file.
PersonInput inputOf(const Person& person);
/// Name of a field, as its label has it.
std::string fieldName(const Messages& messages, PersonField field);

enum class Whose { mine, theirs };

/// What is typed, together with what the colleague changed meanwhile.
struct MergedInput
{
    PersonInput input;
    bool contested = false; ///< both have changed the same thing, to something else
};
/// What only one of them has touched is as that one wants it.
/// @param before  as it stood when both began  @param winner  of what is contested
MergedInput merge(const PersonInput& before, const PersonInput& mine, const PersonInput& theirs,
                  Whose winner);

/// One short text a change, old → new: "Téléphone : 0470 … → 0471 …", "déplacé au jeudi 26 novembre à 08:30",
/// "annulé".
std::vector<std::string> changesInWords(const Messages& messages, const Appointment& before,
                                        const Appointment& now);
} // namespace accueil
