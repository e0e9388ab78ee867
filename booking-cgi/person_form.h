// booking-cgi/person_form.h - "who is coming": what was typed, kept as typed, and what is to be corrected.
#pragma once
#include "booking-cgi/fields.h"
#include "core/base/messages.h"
#include "core/booking/booking.h"
#include <vector>

namespace accueil::web
{
/// The form's fields as typed (UTF-8), so that a page can show them again unchanged.
struct PersonForm
{
    std::string lastName, firstName, birthDay, birthMonth, birthYear, email, emailAgain, phone;
    Language language = Language::fr; ///< of the mails

    static constexpr int maxName = 100, maxEmail = 254, maxPhone = 40; ///< letters, what inputs take

    /// @param page  the language of the mails where the form says none
    static PersonForm from(const Fields& form, Language page);
    Fields fields() const;
    bool empty() const; ///< nothing typed at all
};

/// One thing to correct: a sentence for the list on top, and one beside the field.
struct FieldError
{
    std::vector<std::string> inputs; ///< ids to mark; the first is where the link of the list leads
    std::string summary, sentence;

    bool marks(std::string_view input) const;
};

struct CheckedForm
{
    Person person;                  ///< good only without errors
    std::vector<FieldError> errors; ///< in the order of the form
};

CheckedForm check(const PersonForm& form, const Messages& messages, Day today);
} // namespace accueil::web
