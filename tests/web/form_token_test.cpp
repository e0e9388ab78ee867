#include "booking-cgi/form_token.h"
#include "core/base/errors.h"
#include <boost/test/unit_test.hpp>

using namespace accueil;
using namespace accueil::web;

namespace
{
struct Signing
{
    Signer signer{std::string(32, 's')};
    FormToken token{*Seed::fromHex("000102030405060708090a0b0c0d0e0f"), Language::de};
};
} // namespace

BOOST_FIXTURE_TEST_SUITE(form_token, Signing)

BOOST_AUTO_TEST_CASE(what_was_signed_reads_back)
{
    const std::string text = signer.sign(Purpose::held, token);
    BOOST_TEST(text.size() == 66U);
    BOOST_TEST((signer.verify(Purpose::held, text) == token));
    BOOST_TEST((Signer(std::string(32, 's')).verify(Purpose::held, text) == token),
               "any web server of the town takes it");
}

BOOST_AUTO_TEST_CASE(every_changed_letter_is_noticed)
{
    const std::string text = signer.sign(Purpose::held, token);
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = changed[i] == '0' ? '1' : '0';
        BOOST_TEST(!signer.verify(Purpose::held, changed), i);
    }
    BOOST_TEST(!signer.verify(Purpose::held, text + "0"));
    BOOST_TEST(!signer.verify(Purpose::held, text.substr(1)));
    BOOST_TEST(!signer.verify(Purpose::held, ""));
    BOOST_TEST(!signer.verify(Purpose::held, std::string(66, '\'')));
}

BOOST_AUTO_TEST_CASE(language_purpose_and_secret_belong_to_the_signature)
{
    std::string french = signer.sign(Purpose::held, token);
    french.replace(32, 2, "fr");
    BOOST_TEST(!signer.verify(Purpose::held, french));
    BOOST_TEST(!signer.verify(Purpose::change, signer.sign(Purpose::held, token)));
    BOOST_TEST(!signer.verify(Purpose::choose, signer.sign(Purpose::change, token)));
    BOOST_TEST(!Signer(std::string(32, 'x')).verify(Purpose::held, signer.sign(Purpose::held, token)));
}

BOOST_AUTO_TEST_CASE(a_wish_has_one_seed)
{
    const Seed first = signer.derive(token.seed, "POP-EID:1|2026-11-26T08:30");
    BOOST_TEST((first == signer.derive(token.seed, "POP-EID:1|2026-11-26T08:30")));
    BOOST_TEST(!(first == signer.derive(token.seed, "POP-EID:1|2026-11-26T08:40")));
    BOOST_TEST(!(first == signer.derive(Seed::random(), "POP-EID:1|2026-11-26T08:30")));
    BOOST_TEST(!(first == token.seed));
}

BOOST_AUTO_TEST_CASE(a_short_secret_is_refused_at_start)
{
    BOOST_CHECK_THROW(Signer(std::string(31, 's')), ConfigError);
}

BOOST_AUTO_TEST_SUITE_END()
