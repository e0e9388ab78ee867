#include "booking-cgi/who_page.h"
#include "core/base/date_words.h"
#include <algorithm>

namespace accueil::web
{
namespace
{
Fields placeFields(const PageContext& page, const HeldPlace& place)
{
    Fields fields = place.choice.fields(*page.catalogue);
    fields.add("start", startText(place.start));
    fields.add("hold", place.token);
    return fields;
}

void addPlace(View& view, const PageContext& page, const HeldPlace& place)
{
    const Messages& m = page.m;
    view.text("when", capitalised(dayAndTime(m, place.start.day, place.start.minute)))
        .text("until",
              place.until ? m.tr("Place kept for you until {0}", clockText(place.until->minute)) : "")
        .object("visit", visitView(page, place.parts, place.until ? Times::shown : Times::unknown));
}

/// One input: its value as typed, and what is to be corrected.
View inputView(const std::string& value, const std::vector<FieldError>& errors, std::string_view id)
{
    const auto error =
        std::find_if(errors.begin(), errors.end(), [id](const FieldError& e) { return e.marks(id); });
    View view;
    view.text("value", value).flag("wrong", error != errors.end());
    view.text("sentence", error == errors.end() ? "" : error->sentence);
    return view;
}

void addInputs(View& view, const WhoState& state)
{
    const PersonForm& form = state.form;
    const std::vector<std::pair<const char*, const std::string*>> inputs{
        {"last_name", &form.lastName},     {"first_name", &form.firstName}, {"birth_day", &form.birthDay},
        {"birth_month", &form.birthMonth}, {"birth_year", &form.birthYear}, {"email", &form.email},
        {"email_again", &form.emailAgain}};
    for (const auto& [id, value] : inputs) view.object(id, inputView(*value, state.errors, id));
    view.object("phone_input", inputView(form.phone, state.errors, "phone")); // "phone" is the town's
    for (const FieldError& error : state.errors) // the three parts of a date share one sentence
        if (error.inputs.front().starts_with("birth_")) view.text("birth_sentence", error.sentence);
}

void addLabels(View& view, const PageContext& page)
{
    const Messages& m = page.m;
    view.text("t_last_name", m.tr("Last name"))
        .text("t_first_name", m.tr("First name"))
        .text("t_birth", m.tr("Date of birth"))
        .text("t_birth_example", m.tr("Example: 5 6 1962"))
        .text("t_day", m.tr("Day"))
        .text("t_month", m.tr("Month"))
        .text("t_year", m.tr("Year"))
        .text("t_email", m.tr("E-mail (optional)"))
        .text("t_email_why", m.tr("To receive the confirmation, and a reminder the day before."))
        .text("t_email_again", m.tr("E-mail, a second time"))
        .text("t_phone", m.tr("Telephone (optional)"))
        .text("t_phone_why", m.tr("To tell you if the service has to close."))
        .text("t_mail_language", m.tr("Language of your messages"))
        .text("t_check", m.tr("Check my request"))
        .text("t_back", m.tr("Back to the dates"))
        .text("t_data", m.tr("Your data serve for this appointment, then they are erased."));
}

void addMailLanguages(View& view, Language chosen)
{
    std::vector<View> all;
    for (const Language language : languages)
        all.push_back(View()
                          .text("code", std::string(code(language)))
                          .text("name", std::string(ownName(language)))
                          .flag("selected", language == chosen));
    view.list("mail_languages", all);
}

std::string birthInWords(const Messages& m, const BirthDate& date)
{
    if (date.day == 0 || date.month == 0) return birthDateText(date);
    // TRANSLATORS: a birth date: {0} day, {1} month, {2} year
    const std::string day = date.day == 1 ? m.trc("first day of a month", "1") : std::to_string(date.day);
    return m.trc("birth date", "{0} {1} {2}", day, monthName(m, static_cast<unsigned>(date.month)),
                 date.year);
}

View line(const std::string& label, const std::string& value)
{
    return View().text("label", label).text("value", value);
}
} // namespace

View whoView(const PageContext& page, const WhoState& state)
{
    PageHead head;
    head.title = page.m.tr("Who is coming?");
    head.step = 3;
    head.notice = state.notice;
    head.errors = state.errors;
    head.languages = LanguageSwitch::buttons;
    View view = framed(page, head);
    addPlace(view, page, state.place);
    addInputs(view, state);
    addLabels(view, page);
    addMailLanguages(view, state.form.language);
    view.list("place", hiddenInputs(placeFields(page, state.place)))
        .text("check_action", page.links.to("/check"))
        .text("dates_action", page.links.to("/when"))
        .text("max_name", std::to_string(PersonForm::maxName))
        .text("max_email", std::to_string(PersonForm::maxEmail))
        .text("max_phone", std::to_string(PersonForm::maxPhone));
    return view;
}

View reviewView(const PageContext& page, const WhoState& state, const Person& person)
{
    const Messages& m = page.m;
    PageHead head;
    head.title = m.tr("Is everything right?");
    head.step = 4;
    head.notice = state.notice;
    head.languages = LanguageSwitch::buttons;
    View view = framed(page, head);
    addPlace(view, page, state.place);
    Fields all = placeFields(page, state.place);
    all.append(state.form.fields());
    view.list("all", hiddenInputs(all))
        .list("lines", {line(m.tr("Name"), person.firstName + " " + person.lastName),
                        line(m.tr("Date of birth"), birthInWords(m, person.birthDate)),
                        line(m.tr("E-mail"), person.email.empty() ? m.tr("none") : person.email),
                        line(m.tr("Telephone"), person.phone.empty() ? m.tr("none") : person.phone),
                        line(m.tr("Language of your messages"), std::string(ownName(person.language)))})
        .texts("papers", page.catalogue->papers(state.place.choice.procedures(), m.language()))
        .text("no_email", person.email.empty() ? m.tr("Without an e-mail address no confirmation goes out: "
                                                      "print the next page, or note the reference.")
                                               : "")
        .text("book_action", page.links.to("/book"))
        .text("who_action", page.links.to("/who"))
        .text("t_papers", m.tr("What to bring"))
        .text("t_confirm", state.place.parts.size() > 1
                               ? m.tr("Confirm both appointments")
                               : m.tr("Confirm the appointment"))
        .text("t_change", m.tr("Change my answers"));
    return view;
}
} // namespace accueil::web
