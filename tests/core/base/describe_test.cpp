#include "core/base/describe.h"
#include <boost/test/unit_test.hpp>
#include <set>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(describe_errors)

BOOST_AUTO_TEST_CASE(every_refusal_has_a_sentence_of_its_own_in_each_language)
{
    for (const Language language : languages) {
        const Messages messages(language);
        std::set<std::string> sentences;
        for (int number = 31001; number <= 31024; ++number) sentences.insert(describe(messages, static_cast<Refusal>(number)));
        BOOST_TEST(sentences.size() == 24U);
        for (const auto& sentence : sentences) BOOST_TEST(sentence.ends_with("."), sentence);
    }
}

BOOST_AUTO_TEST_CASE(errors_become_sentences_and_never_show_their_own_text)
{
    const Messages messages(Language::fr);
    const std::string secret = "SELECT 'camille@exemple.be'";
    for (const auto& error :
         {std::make_exception_ptr(ConnectionLost(secret, 2013)), std::make_exception_ptr(AccessDenied(secret, 1045)),
          std::make_exception_ptr(StoreError(secret, 1)), std::make_exception_ptr(ForeignSchema(3, 4)),
          std::make_exception_ptr(PrintFailed(secret)), std::make_exception_ptr(std::runtime_error(secret))}) {
        const std::string sentence = describe(messages, error);
        BOOST_TEST(sentence.find("SELECT") == std::string::npos);
        BOOST_TEST(sentence.find("base de données") == std::string::npos);
        BOOST_TEST(!sentence.empty());
    }
    BOOST_TEST(describe(messages, std::make_exception_ptr(CommitUnknown("", 2013))) !=
               describe(messages, std::make_exception_ptr(ConnectionLost("", 2013))));
}

BOOST_AUTO_TEST_SUITE_END()
