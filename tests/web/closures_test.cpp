// The calendar says why the town is closed, in the words of the town.
#include "tests/web/browser.h"

using namespace accueil;
using namespace accueil::test;

namespace
{
/// Today is Monday 23 November 2026; the calendar shows two weeks from there on.
struct ClosedTown : Browser
{
    static constexpr const char* oneService = "/when?p=POP-EID%3A1&lang=";
    static constexpr MinuteOfDay whole{1440};
    const LocalizedText inventory = text("inventaire", "inventaris", "Inventur", "stocktaking");

    void close(Day from, Day to, MinuteOfDay begin = {0}, MinuteOfDay end = whole, long long of = 0)
    {
        service.closed.push_back({1, ServiceId(of), {from, to, begin, end}, inventory});
    }
};

std::string notes(const web::Response& page)
{
    static const std::regex list("<ul class=\"closures\">([^]*?)</ul>"), tag("<[^>]*>"), blanks("[ \\n]+");
    std::smatch found;
    if (!std::regex_search(page.body, found, list)) return "";
    return std::regex_replace(std::regex_replace(found[1].str(), tag, ""), blanks, " ");
}
} // namespace

BOOST_FIXTURE_TEST_SUITE(closures_of_the_town, ClosedTown)

BOOST_AUTO_TEST_CASE(a_closure_is_told_with_its_days_its_hours_and_its_reason)
{
    struct Case
    {
        Day from, to;
        MinuteOfDay begin, end;
        const char *language, *sentence;
    };
    const Day thursday = makeDay(2026, 11, 26), friday = makeDay(2026, 11, 27), first = makeDay(2026, 12, 1), newYear = makeDay(2027, 1, 1);
    for (const Case& c : {
             Case{thursday, thursday, {0}, whole, "fr", " Fermé le 26 novembre 2026\u202f: inventaire "},
             Case{thursday, friday, {0}, whole, "fr", " Fermé du 26 au 27 novembre 2026\u202f: inventaire "},
             Case{friday, first, {0}, whole, "fr", " Fermé du 27 novembre au 1er décembre 2026\u202f: inventaire "},
             Case{friday, newYear, {0}, whole, "fr", " Fermé du 27 novembre 2026 au 1er janvier 2027\u202f: inventaire "},
             Case{thursday, thursday, {720}, {960}, "fr", " Fermé le 26 novembre 2026 de 12:00 à 16:00\u202f: inventaire "},
             Case{thursday, friday, {720}, whole, "fr",
                  " Fermé du 26 au 27 novembre 2026, chaque jour de 12:00 à 24:00\u202f: inventaire "},
             Case{thursday, friday, {0}, whole, "nl", " Gesloten van 26 tot en met 27 november 2026: inventaris "},
             Case{thursday, friday, {0}, whole, "de", " Geschlossen vom 26. bis zum 27. November 2026: Inventur "},
             Case{thursday, thursday, {720}, {960}, "de", " Geschlossen am 26. November 2026 von 12:00 bis 16:00 Uhr: Inventur "},
             Case{friday, first, {0}, whole, "en", " Closed from 27 November to 1 December 2026: stocktaking "},
         }) {
        BOOST_TEST_CONTEXT(c.sentence)
        {
            service.closed.clear();
            close(c.from, c.to, c.begin, c.end);
            BOOST_TEST(notes(get(oneService + std::string(c.language))) == c.sentence);
        }
    }
}

BOOST_AUTO_TEST_CASE(only_closures_of_the_weeks_shown_and_of_the_visit_are_told)
{
    struct Case
    {
        Day from, to;
        long long service;
        bool told;
        const char* context;
    };
    for (const Case& c : {
             Case{makeDay(2026, 11, 20), makeDay(2026, 11, 22), 0, false, "over"},
             Case{makeDay(2026, 11, 20), makeDay(2026, 11, 23), 0, true, "its last day is today"},
             Case{makeDay(2026, 12, 6), makeDay(2026, 12, 9), 0, true, "it begins on the last day shown"},
             Case{makeDay(2026, 12, 7), makeDay(2026, 12, 7), 0, false, "on the page after"},
             Case{makeDay(2026, 11, 26), makeDay(2026, 11, 26), 1, true, "of the service"},
             Case{makeDay(2026, 11, 26), makeDay(2026, 11, 26), 2, false, "of another service"},
         }) {
        BOOST_TEST_CONTEXT(c.context)
        {
            service.closed.clear();
            close(c.from, c.to, {0}, whole, c.service);
            BOOST_TEST(notes(get(oneService + std::string("fr"))).empty() == !c.told);
        }
    }
    service.closed.clear();
    close(makeDay(2026, 12, 7), makeDay(2026, 12, 7));
    BOOST_TEST(notes(get("/when?p=POP-EID%3A1&from=2026-12-07&lang=fr")) == " Fermé le 7 décembre 2026\u202f: inventaire ");
}

BOOST_AUTO_TEST_CASE(of_two_services_the_closed_one_is_named)
{
    close(makeDay(2026, 11, 26), makeDay(2026, 11, 26), {0}, whole, 2);
    BOOST_TEST(notes(get("/when?p=POP-EID%3A1&p=CIV-MARRIAGE%3A1&lang=fr")) ==
               " État civil – Fermé le 26 novembre 2026\u202f: inventaire ");
}

BOOST_AUTO_TEST_CASE(a_reason_in_another_language_is_better_than_none_and_no_reason_says_nothing)
{
    LocalizedText french;
    french.set(Language::fr, "<inventaire>");
    const Day thursday = makeDay(2026, 11, 26);
    service.closed.push_back({1, ServiceId(), {thursday, thursday}, {}});
    BOOST_TEST(notes(get(oneService + std::string("de"))).empty());
    service.closed.push_back({2, ServiceId(), {thursday, thursday}, french});
    BOOST_TEST(notes(get(oneService + std::string("de"))) == " Geschlossen am 26. November 2026: &lt;inventaire&gt; ");
}

BOOST_AUTO_TEST_CASE(who_moves_a_visit_reads_it_too)
{
    close(makeDay(2026, 11, 26), makeDay(2026, 11, 26));
    const auto done = post("/book?lang=fr", together(hidden(hold().body), camille));
    const std::string address = *done.header("Location");
    const auto page = get(std::string(address).insert(address.find('?'), "/move"));
    BOOST_TEST(notes(page) == " Fermé le 26 novembre 2026\u202f: inventaire ");
}

BOOST_AUTO_TEST_SUITE_END()
