// Four languages, and no page that mixes them.
#include "tests/web/browser.h"
#include <fstream>

using namespace accueil;
using namespace accueil::test;
using web::Fields;

namespace
{
/// The msgids of a catalogue that are said otherwise in that language: plain English, then.
std::vector<std::string> englishTexts(const std::string& language)
{
    std::ifstream file(std::string(ACCUEIL_PO) + "/" + language + ".po");
    std::vector<std::string> texts;
    static const std::regex idLine("msgid \"(.+)\""), textLine("msgstr \"(.+)\"");
    std::string line, id;
    std::smatch match;
    while (std::getline(file, line)) {
        if (std::regex_match(line, match, idLine)) id = match[1];
        if (std::regex_match(line, match, textLine) && match[1] != id && id.size() > 2) texts.push_back(id);
        if (line.empty()) id.clear();
    }
    return texts;
}

/// What stands between the tags.
std::vector<std::string> visibleTexts(const std::string& html)
{
    std::vector<std::string> texts;
    static const std::regex text(">([^<]+)<|(?:alt|aria-label)=\"([^\"]+)\"");
    for (std::sregex_iterator found(html.begin(), html.end(), text), end; found != end; ++found)
        texts.push_back(Browser::unescaped((*found)[1].matched ? (*found)[1] : (*found)[2]));
    return texts;
}

struct Speaking : Browser
{
    /// Every page of the program, in this language.
    std::vector<web::Response> everyPage(const std::string& language)
    {
        const std::string lang = "?lang=" + language, also = "&lang=" + language;
        std::vector<web::Response> pages{get("/" + lang),
                                         get("/?q=adres&p=POP-EID" + also),
                                         get("/?q=xyzxyz" + also),
                                         get("/when" + lang),
                                         get("/when?p=POP-EID:2" + also),
                                         get("/when?p=POP-EID:1&part=pm&day=2026-11-24" + also),
                                         get("/nowhere" + lang),
                                         get("/rdv/BCDFGHJKLNPRSTVXBCDF" + lang),
                                         post("/book" + lang, {})};
        const auto held = post("/hold" + lang, choose("2026-11-26T08:30", "/when?p=POP-EID:1" + also));
        const auto form = together(hidden(follow(held).body), camille);
        pages.push_back(follow(held));
        pages.push_back(post("/check" + lang, together(hidden(follow(held).body), {{"birth_day", "31"},
                                                                                   {"birth_month", "2"},
                                                                                   {"birth_year", "1"},
                                                                                   {"email", "x"},
                                                                                   {"phone", "x"}})));
        pages.push_back(post("/check" + lang, form));
        pages.push_back(post("/when" + lang, form));
        pages.push_back(post("/hold" + lang, {}));
        service.away = true;
        pages.push_back(get("/" + lang));
        pages.push_back(post("/book" + lang, form));
        service.away = false;
        const auto done = post("/book" + lang, form);
        pages.push_back(follow(done));
        std::string cancel = *done.header("Location");
        cancel.insert(cancel.find('?'), "/cancel");
        std::string move = *done.header("Location");
        move.insert(move.find('?'), "/move");
        pages.push_back(get(move));
        pages.push_back(get(move + "&start=2026-11-25T09:10"));
        pages.push_back(follow(post(move, hidden(pages.back().body))));
        pages.push_back(get(cancel));
        pages.push_back(post(cancel, {}));
        pages.push_back(follow(post(cancel, hidden(get(cancel).body))));
        return pages;
    }
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(languages_of_the_page, Speaking)

BOOST_AUTO_TEST_CASE(no_page_mixes_english_into_another_language)
{
    for (const std::string language : {"fr", "nl", "de"}) {
        const auto english = englishTexts(language);
        BOOST_REQUIRE_GT(english.size(), 50U);
        for (const auto& page : everyPage(language))
            for (const std::string& text : visibleTexts(page.body))
                BOOST_TEST((std::find(english.begin(), english.end(), text) == english.end()),
                           language << ": " << text);
    }
}

BOOST_AUTO_TEST_CASE(every_page_says_its_language_and_offers_the_others)
{
    for (const std::string language : {"fr", "nl", "de", "en"})
        for (const auto& page : everyPage(language)) {
            BOOST_TEST(says(page, "<html lang=\"" + language + "\">"));
            for (const std::string other : {"fr", "nl", "de", "en"})
                BOOST_TEST((other == language || says(page, "lang=" + other + "\"")),
                           language << " to " << other);
        }
}

BOOST_AUTO_TEST_CASE(the_first_visit_follows_the_browser_and_links_carry_the_choice)
{
    acceptLanguage = "de-BE,de;q=0.9";
    const auto german = get("/");
    BOOST_TEST(says(german, "Was möchten Sie erledigen?"));
    BOOST_TEST(*german.header("Vary") == "Accept-Language");
    BOOST_TEST(says(german, "<input type=\"hidden\" name=\"lang\" value=\"de\">"));
    BOOST_TEST(says(get("/?lang=nl"), "Waarvoor komt u?"));
    acceptLanguage = "es";
    BOOST_TEST(says(get("/"), "Pour quelle démarche venez-vous"));
    BOOST_TEST(says(get("/?lang=xx"), "Pour quelle démarche venez-vous"));
}

BOOST_AUTO_TEST_CASE(a_language_link_keeps_the_rest_of_the_address)
{
    BOOST_TEST(says(get("/when?p=POP-EID:1&day=2026-11-26&lang=fr"),
                    "href=\"/rendez-vous/when?p=POP-EID%3A1&amp;day=2026-11-26&amp;lang=nl\""));
}

BOOST_AUTO_TEST_CASE(on_a_form_the_language_is_a_button_that_sends_what_was_typed)
{
    const auto page = hold();
    BOOST_TEST(says(page, "form=\"form\" formaction=\"/rendez-vous/who?lang=nl\""));
    const auto dutch = post("/who?lang=nl", together(hidden(page.body), camille));
    BOOST_TEST(says(dutch, "Wie komt er?"));
    BOOST_TEST(says(dutch, "value=\"camille@exemple.be\""));
}

BOOST_AUTO_TEST_CASE(mails_speak_the_language_that_was_chosen)
{
    const auto form = together(hidden(hold().body), with(camille, {{"mail_language", "de"}}));
    post("/book?lang=fr", form);
    BOOST_REQUIRE_EQUAL(service.booked.size(), 1U);
    BOOST_TEST((service.booked[0].language == Language::de));
}

BOOST_AUTO_TEST_SUITE_END()
