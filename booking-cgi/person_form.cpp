#include "booking-cgi/person_form.h"
#include "core/base/errors.h"
#include <algorithm>
#include <charconv>

namespace accueil::web
{
namespace
{
std::string trimmed(const std::string& text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string lower(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::optional<int> figures(const std::string& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return {};
    return value;
}

/// Asks the border of core about one field, with everything else beyond doubt.
bool accepted(std::string Person::*field, const std::string& value, Day today)
{
    Person person;
    person.lastName = person.firstName = "A";
    person.birthDate = {1950, 1, 1};
    person.*field = value;
    try {
        checked(person, today);
        return true;
    } catch (const InvalidInput&) {
        return false;
    }
}

class Checker
{
public:
    Checker(const PersonForm& form, const Messages& messages, Day today)
        : form_(form), m_(messages), today_(today)
    {
    }

    CheckedForm run()
    {
        result_.person.language = form_.language;
        takeName(&Person::lastName, "last_name", form_.lastName, m_.tr("Please write the name."));
        takeName(&Person::firstName, "first_name", form_.firstName, m_.tr("Please write the first name."));
        takeBirthDate();
        takeEmail();
        if (!take(&Person::phone, form_.phone))
            refuse({"phone"}, m_.tr("Please check the number: 0470 12 34 56."));
        return std::move(result_);
    }

private:
    void refuse(std::vector<std::string> inputs, const std::string& summary, const std::string& sentence)
    {
        result_.errors.push_back({std::move(inputs), summary, sentence});
    }
    void refuse(std::vector<std::string> inputs, const std::string& sentence)
    {
        refuse(std::move(inputs), sentence, sentence);
    }

    bool take(std::string Person::*field, const std::string& typed)
    {
        result_.person.*field = trimmed(typed);
        return accepted(field, result_.person.*field, today_);
    }

    void takeName(std::string Person::*field, const char* input, const std::string& typed,
                  const std::string& missing)
    {
        if (take(field, typed)) return;
        refuse({input}, trimmed(typed).empty() ? missing : m_.tr("This is too long. Please shorten it."));
    }

    void takeBirthDate()
    {
        const std::string day = trimmed(form_.birthDay), month = trimmed(form_.birthMonth),
                          year = trimmed(form_.birthYear);
        std::vector<std::string> missing, noFigures;
        for (const auto& [input, value] :
             {std::pair{"birth_day", day}, {"birth_month", month}, {"birth_year", year}}) {
            if (value.empty()) missing.emplace_back(input);
            if (!figures(value)) noFigures.emplace_back(input);
        }
        if (missing.size() == 3) return refuse(missing, m_.tr("Please write the date of birth."));
        if (!missing.empty())
            return refuse(missing, m_.tr("Date of birth: something is missing"),
                          m_.tr("Write the day, the month and the year."));
        if (!noFigures.empty())
            return refuse(noFigures, m_.tr("Date of birth: write it in figures"),
                          m_.tr("Write it in figures, for example 5 6 1962."));
        if (const auto date = parseBirthDate(day + "." + month + "." + year, today_))
            result_.person.birthDate = *date;
        else
            refuseDate(*figures(day), *figures(month), *figures(year));
    }

    /// Figures that make no birth date: the month or the day does not exist, or the year cannot be.
    void refuseDate(int day, int month, int year)
    {
        if (month > 12)
            return refuse({"birth_month"}, m_.tr("Date of birth: this month does not exist"),
                          m_.tr("There is no month {0}. Please correct the month.", month));
        const int checkedYear =
            BirthDate{year, 0, 0}.possible() ? year : 2000; // a leap year: in doubt for the day
        if (!BirthDate{checkedYear, month, day}.possible())
            return refuse({"birth_day", "birth_month"}, m_.tr("Date of birth: this day does not exist"),
                          month == 0 ? m_.tr("This date does not exist. Please correct the day or month.")
                                     : m_.tr("{0} does not exist. Please correct the day or month.",
                                             m_.trc("day and month", "{0} {1}", day,
                                                    monthName(m_, static_cast<unsigned>(month)))));
        refuse({"birth_year"}, m_.tr("Date of birth: please check the year"),
               m_.tr("This year is not possible. Please correct the year."));
    }

    void takeEmail()
    {
        if (!take(&Person::email, form_.email))
            return refuse({"email"}, m_.tr("E-mail: please check the address"),
                          m_.tr("Please check the address: name@example.be."));
        const std::string again = trimmed(form_.emailAgain);
        if (lower(result_.person.email) == lower(again)) return;
        refuse({"email_again"}, m_.tr("The two e-mail addresses are different."),
               again.empty()
                   ? m_.tr("Write the address a second time: so the confirmation is sure to reach you.")
                   : m_.tr("This address differs from the first. Please correct one of the two."));
    }

    const PersonForm& form_;
    const Messages& m_;
    Day today_;
    CheckedForm result_;
};
} // namespace

PersonForm PersonForm::from(const Fields& form, Language page)
{
    return {form.one("last_name"),
            form.one("first_name"),
            form.one("birth_day"),
            form.one("birth_month"),
            form.one("birth_year"),
            form.one("email"),
            form.one("email_again"),
            form.one("phone"),
            parseLanguage(form.one("mail_language")).value_or(page)};
}

Fields PersonForm::fields() const
{
    return {{"last_name", lastName},
            {"first_name", firstName},
            {"birth_day", birthDay},
            {"birth_month", birthMonth},
            {"birth_year", birthYear},
            {"email", email},
            {"email_again", emailAgain},
            {"phone", phone},
            {"mail_language", std::string(code(language))}};
}

bool PersonForm::empty() const
{
    return (lastName + firstName + birthDay + birthMonth + birthYear + email + emailAgain + phone).empty();
}

bool FieldError::marks(std::string_view input) const
{
    return std::find(inputs.begin(), inputs.end(), input) != inputs.end();
}

CheckedForm check(const PersonForm& form, const Messages& messages, Day today)
{
    return Checker(form, messages, today).run();
}
} // namespace accueil::web
