// What a person types about himself, checked once.
#include "core/booking/booking.h"
#include "core/booking/phone.h"
#include <algorithm>

namespace accueil
{
namespace
{
std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::size_t characters(const std::string& utf8)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool hasControl(const std::string& text)
{
    return std::ranges::any_of(text, [](char c) { return (c >= 0 && c < 32) || c == 127; });
}

void checkText(const std::string& text, std::size_t most, const char* field)
{
    if (characters(text) > most || hasControl(text)) throw InvalidInput(field);
}
} // namespace

std::string checkedReason(const std::string& reason)
{
    std::string text = trimmed(reason);
    checkText(text, 200, "reason");
    return text;
}

bool looksLikeEmail(std::string_view text)
{
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > 254) return false;
    const auto domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || domain.size() - dot < 3 || domain.find("..") != std::string_view::npos)
        return false;
    // Strict on purpose: what a header or a shell could take for something else is no address of ours.
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) != std::string_view::npos;
    };
    const auto allowedInDomain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    const auto local = text.substr(0, at);
    return std::ranges::all_of(local, allowed) && local.front() != '.' && local.back() != '.' &&
           local.find("..") == std::string_view::npos && std::ranges::all_of(domain, allowedInDomain);
}

Person checkedButBirthDate(Person person)
{
    for (auto* field : {&person.lastName, &person.firstName, &person.email, &person.phone, &person.note}) *field = trimmed(*field);
    std::ranges::replace(person.note, '\n', ' ');
    std::ranges::replace(person.note, '\r', ' ');
    std::ranges::replace(person.note, '\t', ' ');
    if (person.lastName.empty()) throw InvalidInput("last_name");
    if (person.firstName.empty()) throw InvalidInput("first_name");
    checkText(person.lastName, 100, "last_name");
    checkText(person.firstName, 100, "first_name");
    checkText(person.note, 500, "note");
    if (!person.email.empty() && !looksLikeEmail(person.email)) throw InvalidInput("email");
    if (!person.phone.empty()) {
        person.phone = checkPhone(person.phone).number;
        if (person.phone.empty()) throw InvalidInput("phone");
    }
    return person;
}

Person checked(Person person, Day today)
{
    person = checkedButBirthDate(std::move(person));
    const auto& born = person.birthDate;
    const std::chrono::year_month_day now{today};
    if (!born.possible() || std::tuple(born.year, born.month, born.day) >
                                std::tuple(static_cast<int>(now.year()), static_cast<int>(static_cast<unsigned>(now.month())),
                                           static_cast<int>(static_cast<unsigned>(now.day()))))
        throw InvalidInput("birth_date");
    return person;
}
} // namespace accueil
