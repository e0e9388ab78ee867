#include "staff-desktop/logic/keys.h"
#include <boost/test/unit_test.hpp>
#include <algorithm>
#include <set>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(keys)

BOOST_AUTO_TEST_CASE(no_key_of_a_page_does_two_things_in_any_language)
{
    for (const Language language : languages) {
        const Messages m(language);
        for (const char* page : {"F2", "F3", "F4", "F5", "F6", "F12", "Ctrl+I"}) {
            std::set<std::string> seen;
            auto all = keysOfPage(m, page, Role::supervisor);
            const auto everywhere = keysOfProgram(m);
            all.insert(all.end(), everywhere.begin(), everywhere.end());
            for (const auto& [keys, does] : all) {
                BOOST_TEST(!does.empty(), keys);
                for (std::size_t from = 0; from < keys.size();) {
                    const auto to = std::min(keys.find(", ", from), keys.size());
                    const auto key = keys.substr(from, to - from);
                    BOOST_TEST(seen.insert(key).second, page << " has " << key << " twice, language " << static_cast<int>(language));
                    from = to + 2;
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_page_and_every_window_before_it_tells_its_keys)
{
    const Messages english(Language::en);
    for (const char* page : {"F2", "F3", "F4", "F5", "F6", "F12", "Ctrl+I"}) BOOST_TEST(!keysOfPage(english, page, Role::reception).empty(), page);
    for (const Language language : languages)
        for (const auto& window : {keysOfWalkIn(Messages(language)), keysOfPreview(Messages(language)), keysOfBar(Messages(language))}) {
            std::set<std::string> seen;
            for (const auto& [keys, does] : window) {
                BOOST_TEST(!does.empty(), keys);
                BOOST_TEST(seen.insert(keys).second, keys);
            }
        }
}

BOOST_AUTO_TEST_CASE(the_letters_of_a_card_are_those_that_it_answers_to)
{
    const Messages english(Language::en);
    const std::pair<char, const char*> acts[] = {{cardKey::move, "Move the appointment"},
                                                 {cardKey::cancel, "Cancel the appointment"},
                                                 {cardKey::edit, "Add a note, correct the person’s data"},
                                                 {cardKey::history, "History: who did what, and when"}};
    for (const char* page : {"F3", "F4"}) {
        const auto keys = keysOfPage(english, page, Role::reception);
        for (const auto& [letter, does] : acts)
            BOOST_TEST(std::ranges::count(keys, KeyHelp{std::string(1, letter), does}) == 1, page << " " << does);
    }
}

BOOST_AUTO_TEST_CASE(the_bar_tells_its_own_keys_and_none_of_a_page)
{
    const Messages english(Language::en);
    const auto with = sheetOfBar(english, "Super+F9"), without = sheetOfBar(english, "");
    BOOST_REQUIRE(with.size() == 2 && without.size() == 2);
    BOOST_TEST((with[0].keys == keysOfBar(english)));
    const auto has = [](const KeyGroup& group, const std::string& key) { return std::ranges::count(group.keys, key, &KeyHelp::key); };
    BOOST_TEST(has(with[1], "Super+F9") == 1);
    BOOST_TEST(has(with[1], "F1") == 1);
    BOOST_TEST(has(with[1], "F2 … F12") == 0);
    BOOST_TEST(without[1].keys.size() + 1 == with[1].keys.size());
    BOOST_TEST(sheetOfPage(english, "Book", "F2", Role::reception).size() == 4);
}

BOOST_AUTO_TEST_CASE(only_supervisors_read_of_full_places)
{
    const Messages english(Language::en);
    BOOST_TEST(keysOfPage(english, "F2", Role::supervisor).size() == keysOfPage(english, "F2", Role::reception).size() + 1);
}

BOOST_AUTO_TEST_CASE(the_letter_after_the_sign_is_the_key)
{
    BOOST_TEST(mnemonicOf("Q&ui") == 'U');
    BOOST_TEST(mnemonicOf("&Démarche") == 'D');
    BOOST_TEST(mnemonicOf("plain") == '?');
}

BOOST_AUTO_TEST_SUITE_END()
