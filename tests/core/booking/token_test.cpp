#include "core/booking/token.h"
#include <boost/test/unit_test.hpp>
#include <set>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(tokens)

BOOST_AUTO_TEST_CASE(a_seed_gives_the_same_tokens_again_and_another_seed_others)
{
    const Seed seed = Seed::random();
    const Seed same = Seed::fromHex(seed.hex()).value();
    BOOST_TEST(same.checkInToken() == seed.checkInToken());
    BOOST_TEST(same.manageToken() == seed.manageToken());
    BOOST_TEST((same.requestKey("book") == seed.requestKey("book")));
    std::set<std::string> all;
    for (int i = 0; i < 200; ++i) {
        const Seed other = Seed::random();
        all.insert({other.checkInToken(), other.manageToken(), hexOf(other.requestKey("hold")), hexOf(other.requestKey("book"))});
    }
    BOOST_TEST(all.size() == 800U);
}

BOOST_AUTO_TEST_CASE(tokens_are_twenty_letters_that_survive_every_keyboard)
{
    for (int i = 0; i < 100; ++i) {
        const std::string token = Seed::random().checkInToken();
        BOOST_TEST(token.size() == 20U);
        BOOST_TEST(token.find_first_not_of("BCDFGHJKLNPRSTVX") == std::string::npos);
        BOOST_TEST(parseToken(" " + token + "\r\n").value() == token);
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_token_or_seed_is_not_taken_for_one)
{
    for (const char* wrong : {"", "BCDFG", "BCDFGHJKLNPRSTVXBCDFG", "ACDFGHJKLNPRSTVXBCDF", "BCDFGHJKLNPRSTVXBCD1"})
        BOOST_TEST(!parseToken(wrong), wrong);
    BOOST_TEST(parseToken("bcdfghjklnprstvxbcdf").has_value(), "caps lock may be on");
    for (const char* wrong : {"", "00", "zz112233445566778899aabbccddeeff", "00112233445566778899aabbccddeeff00"})
        BOOST_TEST(!Seed::fromHex(wrong), wrong);
}

BOOST_AUTO_TEST_CASE(what_a_reader_has_read_is_our_token_or_a_code_of_an_older_system)
{
    for (const auto& [text, code] : {std::pair{" bcdf-ghjk-lnpr-stvx-bcdf\r\n", "BCDFGHJKLNPRSTVXBCDF"}, {"rdv 2026-000123", "RDV2026-000123"},
                                     {"https://ancien.exemple/?c=A1", "HTTPS://ANCIEN.EXEMPLE/?C=A1"}, {"é1", "é1"}})
        BOOST_TEST(parseScannedCode(text).value() == code, text);
    for (const std::string& none : {std::string(), std::string(" \n"), std::string("A\x01"), std::string(201, 'A')})
        BOOST_TEST(!parseScannedCode(none));
}

BOOST_AUTO_TEST_CASE(hash_is_sha_256)
{
    BOOST_TEST(hexOf(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-2, B.1
}

BOOST_AUTO_TEST_CASE(every_wrong_letter_and_every_swap_of_neighbours_in_a_reference_is_noticed)
{
    for (int round = 0; round < 50; ++round) {
        const std::string reference = makeReference(Seed::random());
        BOOST_REQUIRE(reference.size() == 8U);
        BOOST_TEST(parseReference(referenceInWords(reference)).value() == reference);
        for (std::size_t at = 0; at < 8; ++at) {
            std::string wrong = reference;
            for (const char letter : tokenAlphabet) {
                wrong[at] = letter;
                BOOST_TEST(parseReference(wrong).has_value() == (wrong == reference));
            }
            if (at == 7) continue;
            std::string swapped = reference;
            std::swap(swapped[at], swapped[at + 1]);
            BOOST_TEST(parseReference(swapped).has_value() == (swapped == reference));
        }
    }
    const Seed seed = Seed::random();
    BOOST_TEST(makeReference(seed, 0) != makeReference(seed, 1));
}

BOOST_AUTO_TEST_SUITE_END()
