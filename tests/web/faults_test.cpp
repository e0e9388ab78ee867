// No database, broken requests, hostile input: a clear page, and nothing lost.
#include "booking-cgi/assets.h"
#include "tests/web/browser.h"

using namespace accueil;
using namespace accueil::test;
using web::Fields;

BOOST_FIXTURE_TEST_SUITE(faults, Browser)

BOOST_AUTO_TEST_CASE(without_a_database_a_page_says_so_and_offers_to_try_again)
{
    service.away = true;
    for (const char* address : {"/", dates, "/rdv/BCDFGHJKLNPRSTVXBCDF"}) {
        const auto page = get(address);
        BOOST_TEST(page.status == 503, address);
        BOOST_TEST(*page.header("Retry-After") == "30");
        BOOST_TEST(says(page, "Nous ne pouvons pas vous répondre pour le moment."), address);
        BOOST_TEST(says(page, "087 325 240"), "the telephone is still known");
    }
    BOOST_TEST(says(get(dates), "href=\"/rendez-vous/when?p=POP-EID%3A1&amp;lang=fr\""));
}

BOOST_AUTO_TEST_CASE(a_start_pressed_without_a_database_can_be_pressed_again)
{
    const auto form = choose("2026-11-26T08:30");
    service.away = true;
    const auto page = post("/hold?lang=fr", form);
    BOOST_TEST(page.status == 503);
    BOOST_TEST(hidden(page.body).encoded() == form.encoded());
    service.away = false;
    BOOST_TEST(post("/hold?lang=fr", hidden(page.body)).status == 303);
}

BOOST_AUTO_TEST_CASE(answers_typed_without_a_database_stay_in_the_form)
{
    const auto form = together(hidden(hold().body), camille);
    service.away = true;
    const auto who = post("/check?lang=fr", form);
    BOOST_TEST(who.status == 503);
    BOOST_TEST(says(who, "Votre saisie est gardée"));
    BOOST_TEST(says(who, "Jeudi 26 novembre à 08:30"));
    BOOST_TEST(says(who, "value=\"camille@exemple.be\""));
    BOOST_TEST(says(who, "Vérifier ma demande"));

    const auto review = post("/book?lang=fr", form);
    BOOST_TEST(review.status == 503);
    BOOST_TEST(*review.header("Retry-After") == "30");
    BOOST_TEST(says(review, "Votre saisie est gardée"));
    BOOST_TEST(says(review, "Confirmer le rendez-vous"));
    service.away = false;
    BOOST_TEST(post("/book?lang=fr", hidden(review.body)).status == 303, "the same button, pressed again");
    BOOST_TEST(service.booked.size() == 1U);
}

BOOST_AUTO_TEST_CASE(mistakes_are_found_without_a_database_too)
{
    const auto form = together(hidden(hold().body), with(camille, {{"first_name", ""}}));
    service.away = true;
    const auto page = post("/check?lang=fr", form);
    BOOST_TEST(page.status == 422);
    BOOST_TEST(says(page, "Écrivez le prénom."));
}

BOOST_AUTO_TEST_CASE(a_program_that_never_saw_the_database_keeps_the_form_as_well)
{
    const auto form = together(hidden(hold().body), camille);
    service.away = true;
    service.seen = false;
    const auto page = post("/book?lang=fr", form);
    BOOST_TEST(page.status == 503);
    BOOST_TEST(hidden(page.body).encoded() == form.encoded());
    BOOST_TEST(says(page, "action=\"/rendez-vous/book?lang=fr\""));
}

BOOST_AUTO_TEST_CASE(pages_and_methods_that_do_not_exist)
{
    BOOST_TEST(get("/nowhere").status == 404);
    BOOST_TEST(get("/static/../main.cpp").status == 404);
    BOOST_TEST(get("/static/").status == 404);
    BOOST_TEST(get("/templates/what.mustache").status == 404);
    const auto answer = post("/", {});
    BOOST_TEST(answer.status == 405);
    BOOST_TEST(*answer.header("Allow") == "GET, HEAD");
    BOOST_TEST(*get("/book").header("Allow") == "POST");
}

BOOST_AUTO_TEST_CASE(the_style_sheet_is_kept_for_ever_under_its_own_address)
{
    const std::string page = get("/").body;
    const auto from = page.find("/rendez-vous/static/accueil.css?v=");
    BOOST_REQUIRE(from != std::string::npos);
    const auto sheet = get(page.substr(from, page.find('"', from) - from));
    BOOST_TEST(sheet.status == 200);
    BOOST_TEST(sheet.type == "text/css; charset=utf-8");
    BOOST_TEST(sheet.caching == "public, max-age=31536000, immutable");
    BOOST_TEST(get("/static/accueil.css?v=other").caching == "public, max-age=300");
}

BOOST_AUTO_TEST_CASE(hostile_letters_never_become_markup)
{
    const std::string evil = "\"'><script>alert(1)</script>{{title}}{{{title}}}&amp;<img src=x>";
    const auto harmless = [&](const web::Response& page, const std::string& where) {
        BOOST_TEST(!says(page, "<script"), where);
        BOOST_TEST(!says(page, "<img src=x"), where);
        BOOST_TEST(!says(page, "\"'>"), where);
    };
    const std::string query = Fields{{"q", evil},    {"p", evil},    {"lang", evil}, {"day", evil},
                                     {"from", evil}, {"part", evil}, {"hold", evil}, {"start", evil}}
                                  .encoded();
    for (const char* path : {"/?", "/when?p=POP-EID:1&", "/who?", "/nowhere?", "/rdv/BCDFGHJKLNPRSTVXBCDF?"})
        harmless(get(path + query), path);

    const auto place = hidden(hold().body);
    Fields typed;
    for (const auto& [name, value] : camille) typed.add(name, evil + value);
    const auto form = together(place, typed);
    for (const char* path : {"/check?lang=fr", "/book?lang=fr", "/who?lang=fr", "/when?lang=fr"}) {
        const auto page = post(path, form);
        harmless(page, path);
        BOOST_TEST(says(page, "{{title}}"), path); // as typed, not filled in
    }
    service.away = true;
    harmless(post("/hold?lang=fr", form), "retry");
}

BOOST_AUTO_TEST_CASE(no_template_shows_anything_unescaped)
{
    for (const web::Asset& asset : web::assets()) {
        if (!asset.path.ends_with(".mustache")) continue;
        BOOST_TEST(asset.content.find("{{{") == std::string_view::npos, asset.path);
        BOOST_TEST(asset.content.find("{{&") == std::string_view::npos, asset.path);
        BOOST_TEST(asset.content.find(" style=") == std::string_view::npos, asset.path);
        BOOST_TEST(asset.content.find("<script") == std::string_view::npos, asset.path);
    }
}

BOOST_AUTO_TEST_CASE(a_town_that_offers_nothing_yet_has_pages)
{
    CatalogueParts empty;
    empty.site.timeZone = "Europe/Brussels";
    service.offer = std::make_shared<Catalogue>(empty);
    BOOST_TEST(get("/").status == 200);
    BOOST_TEST(get(dates).status == 422);
}

BOOST_AUTO_TEST_CASE(the_border_answers_with_a_page_as_well)
{
    std::map<std::string, std::string> variables{
        {"REQUEST_METHOD", "DELETE"}, {"SCRIPT_NAME", "/rendez-vous"}, {"HTTP_ACCEPT_LANGUAGE", "de"}};
    const web::RequestSource source{[&](const char* name) { return variables[name]; },
                                    [](char*, std::size_t) { return std::size_t(0); }};
    std::string answer = app.answer(source);
    BOOST_TEST(answer.starts_with("Status: 405"));
    BOOST_TEST(answer.find("Allow: GET, HEAD, POST\r\n") != std::string::npos);
    BOOST_TEST(answer.find("Diese Seite gibt es nicht") != std::string::npos);
    variables["REQUEST_METHOD"] = "HEAD";
    answer = app.answer(source);
    BOOST_TEST(answer.starts_with("Status: 200"));
    BOOST_TEST(answer.ends_with("\r\n\r\n"));
}

BOOST_AUTO_TEST_SUITE_END()
