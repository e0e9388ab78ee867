#include "booking-cgi/page.h"
#include "core/notification/notice.h"
#include <algorithm>

namespace accueil::web
{
namespace
{
std::string telLink(const std::string& phone)
{
    std::string digits;
    std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
                 [](char c) { return (c >= '0' && c <= '9') || c == '+'; });
    return digits.empty() ? "" : "tel:" + digits;
}

std::string upper(std::string_view text)
{
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
    return out;
}

View languageView(const PageContext& page, const PageHead& head, Language language)
{
    const bool current = language == page.m.language();
    const std::string address = Links(page.links.base(), language).to(page.path, page.query);
    const bool button = !current && head.languages == LanguageSwitch::buttons;
    return View()
        .text("code", std::string(code(language)))
        .text("label", upper(code(language)))
        .text("name", std::string(ownName(language)))
        .flag("current", current)
        .text("href", current || button ? "" : address)
        .text("action", button ? address : "");
}

void addLanguages(View& view, const PageContext& page, const PageHead& head)
{
    std::vector<View> all;
    for (const Language language : languages) all.push_back(languageView(page, head, language));
    view.list("languages", all).flag("language_buttons", head.languages == LanguageSwitch::buttons);
}

void addErrors(View& view, const Messages& m, const std::vector<FieldError>& errors)
{
    std::vector<View> all;
    for (const FieldError& error : errors)
        all.push_back(View().text("input", error.inputs.front()).text("summary", error.summary));
    view.flag("has_errors", !errors.empty()).list("errors", all);
    if (!errors.empty())
        view.text("t_errors",
                  m.trn("{0} answer to correct", "{0} answers to correct", static_cast<long>(errors.size())));
}

std::string areaOf(const Catalogue& catalogue, ServiceId service)
{
    return catalogue.find(catalogue.find(service)->area)->code;
}

View partView(const PageContext& page, const PlacedPart& part)
{
    Notice notice; // the mail's own words
    notice.minutes = part.minutes;
    for (const Wanted& one : part.wanted)
        if (const Procedure* procedure = page.catalogue->find(one.procedure))
            notice.items.push_back({page.in(procedure->name), one.persons});
    return View()
        .texts("procedures", proceduresInWords(page.m, notice))
        .text("facts", lengthInWords(page.m, notice));
}

std::string placeOf(const PageContext& page, ServiceId service)
{
    Notice notice;
    notice.area = areaOf(*page.catalogue, service);
    return placeInWords(page.m, notice);
}

std::string documentTitle(const PageContext& page, const PageHead& head)
{
    std::string title = head.title;
    if (!head.errors.empty())
        title = page.m.trn("{0} answer to correct", "{0} answers to correct",
                           static_cast<long>(head.errors.size())) +
                " – " + title;
    return page.catalogue ? title + " – " + page.in(page.catalogue->site().name) : title;
}
} // namespace

View framed(const PageContext& page, const PageHead& head)
{
    const Messages& m = page.m;
    View view;
    view.text("lang", std::string(code(m.language())))
        .text("title", documentTitle(page, head))
        .text("heading", head.title)
        .flag("private", !head.indexed)
        .text("css", page.links.asset("accueil.css"))
        .text("favicon", page.links.asset("icon.svg"))
        .text("home", page.links.to("/"))
        .text("t_skip", m.tr("Go to the content"))
        .text("t_languages", m.tr("Language"))
        .text("town", page.catalogue ? page.in(page.catalogue->site().name) : m.tr("Appointments"))
        .text("step", head.step ? m.tr("Step {0} of {1}", head.step, 4) : "")
        .text("notice", head.notice);
    addLanguages(view, page, head);
    addErrors(view, m, head.errors);
    if (page.catalogue) {
        const std::string& phone = page.catalogue->site().phone;
        view.text("phone", phone)
            .text("phone_link", telLink(phone))
            .text("t_help", m.tr("Need help? The reception answers you:"));
    }
    return view;
}

bool sameArea(const Catalogue& catalogue, const std::vector<PlacedPart>& parts)
{
    return std::all_of(parts.begin(), parts.end(), [&](const PlacedPart& part) {
        return areaOf(catalogue, part.service) == areaOf(catalogue, parts.front().service);
    });
}

View visitView(const PageContext& page, const std::vector<PlacedPart>& parts, Times times)
{
    const bool linked = parts.size() > 1, timesToo = linked && times == Times::shown;
    const bool placesToo = timesToo && !sameArea(*page.catalogue, parts);
    std::vector<View> views;
    for (const PlacedPart& part : parts) {
        const bool named = linked || part.wanted.empty(); // of an imported visit nothing else may be known
        views.push_back(partView(page, part)
                            .text("time", timesToo ? clockText(part.start) : "")
                            .text("service", named ? page.in(page.catalogue->find(part.service)->name) : "")
                            .text("place", placesToo ? placeOf(page, part.service) : ""));
    }
    return View().list("visit_parts", views);
}

std::vector<View> turnViews(const PageContext& page, const std::vector<PlacedPart>& parts)
{
    std::vector<View> views;
    if (parts.size() < 2) return views;
    for (const PlacedPart& part : parts)
        views.push_back(View()
                            .text("time", clockText(part.start))
                            .text("then", views.empty() ? "" : page.m.trc("one service after another", "then"))
                            .text("service", page.in(page.catalogue->find(part.service)->name)));
    return views;
}

std::vector<View> hiddenInputs(const Fields& fields)
{
    std::vector<View> inputs;
    for (const auto& [name, value] : fields) inputs.push_back(View().text("name", name).text("value", value));
    return inputs;
}
} // namespace accueil::web
