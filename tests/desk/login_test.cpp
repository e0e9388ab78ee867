#include "fake_desk.h"
#include "staff-desktop/logic/login_presenter.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace std::chrono_literals;

namespace
{
struct LoginFixture : DeskFixture
{
    LoginPresenter presenter{tasks, town, clock, speech};
    std::vector<DeskSession> sessions;
    Listening in =
        presenter.onLoggedIn([this](DeskSession session) { sessions.push_back(std::move(session)); });
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(login, LoginFixture)

BOOST_AUTO_TEST_CASE(account_and_password_open_the_desk)
{
    presenter.logIn("  marie ", "secret");
    BOOST_TEST(!presenter.state().canLogIn);
    tasks.finishAll();
    BOOST_TEST(sessions.size() == 1u);
    BOOST_TEST(sessions.at(0).staff.account == "marie");
    BOOST_TEST(presenter.state().notice == "");
}

BOOST_AUTO_TEST_CASE(a_double_click_asks_once)
{
    presenter.logIn("marie", "secret");
    presenter.logIn("marie", "secret");
    tasks.finishAll();
    BOOST_TEST(town.count("logIn") == 1);
}

BOOST_AUTO_TEST_CASE(an_empty_field_is_said_without_asking_anybody)
{
    for (const auto& [account, password] :
         {std::pair("", "secret"), std::pair("marie", ""), std::pair("  ", "x")}) {
        presenter.logIn(account, password);
        BOOST_TEST(presenter.state().notice == "Please write your account and your password.");
        BOOST_TEST(presenter.state().problem);
    }
    BOOST_TEST(tasks.waiting() == 0u);
}

BOOST_AUTO_TEST_CASE(each_refusal_has_its_sentence)
{
    const std::vector<std::pair<std::exception_ptr, std::string>> cases{
        {std::make_exception_ptr(AccessDenied("no", 1045)),
         "The name or the password is not right. Please try again."},
        {std::make_exception_ptr(NotAllowed("no", 1142)),
         "Your account may not do this. Please ask the administrator."},
        {std::make_exception_ptr(ForeignSchema(3, 5)),
         "This program and the shared data are of different versions. Please ask the administrator to update "
         "this post."},
        {std::make_exception_ptr(ConfigError("no")),
         "This post is not set up correctly. Please ask the administrator."}};
    for (const auto& [error, sentence] : cases) {
        town.failures["logIn"].push_back(error);
        presenter.logIn("marie", "wrong");
        tasks.finishAll();
        BOOST_TEST(presenter.state().notice == sentence);
        BOOST_TEST(presenter.state().canLogIn);
        clock.advance(1min);
        presenter.tick();
        BOOST_TEST(tasks.waiting() == 0u); // only a person tries again
    }
    BOOST_TEST(sessions.empty());
}

BOOST_AUTO_TEST_CASE(typing_takes_the_refusal_away)
{
    town.failNext("logIn", AccessDenied("no", 1045));
    presenter.logIn("marie", "wrong");
    tasks.finishAll();
    presenter.edited();
    BOOST_TEST(presenter.state().notice == "");
}

BOOST_AUTO_TEST_CASE(without_a_link_it_tries_again_by_itself)
{
    town.loseNext("logIn", 2);
    presenter.logIn("marie", "secret");
    tasks.finishAll();
    BOOST_TEST(presenter.state().notice ==
               "No connection at the moment. What you typed is kept. This post keeps trying by itself.");
    BOOST_TEST(!presenter.state().problem);
    for (int i = 0; i < 20 && sessions.empty(); ++i) {
        clock.advance(500ms);
        presenter.tick();
        tasks.finishAll();
    }
    BOOST_TEST(sessions.size() == 1u);
    BOOST_TEST(town.count("logIn") == 3);
}

BOOST_AUTO_TEST_CASE(another_text_stops_the_trying)
{
    town.loseNext("logIn");
    presenter.logIn("marie", "secret");
    tasks.finishAll();
    presenter.edited();
    clock.advance(1min);
    presenter.tick();
    BOOST_TEST(tasks.waiting() == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
