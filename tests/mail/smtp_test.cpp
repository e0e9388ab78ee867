#include "core/base/errors.h"
#include "mail-daemon/smtp_transport.h"
#include "tests/mail/mail_support.h"
#include <Poco/Net/ServerSocket.h>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

using namespace accueil;
using namespace accueil::maild;
using test::MailCatcher;
using Tls = SmtpSettings::Tls;
using Kind = Delivery::Kind;
namespace data = boost::unit_test::data;

namespace
{
SmtpSettings settings(int port, Tls tls = Tls::opportunistic)
{
    SmtpSettings result;
    result.host = "localhost";
    result.port = static_cast<std::uint16_t>(port);
    result.tls = tls;
    result.timeout = std::chrono::seconds(20);
    return result;
}

const MailTransport::Mail mail{
    "rdv@verviers.be", "camille@exemple.be",
    "Message-ID: <1@verviers.be>\r\nSubject: x\r\n\r\n.\r\n..two\r\n.one\r\n\r\nlast\r\n"};

bool yes()
{
    return true;
}

std::string downBy(SmtpTransport& transport)
{
    try {
        transport.send(mail, yes);
    } catch (const TransportDown& e) {
        return e.what();
    }
    return "";
}

std::string lastEvent(const MailCatcher& catcher)
{
    const auto events = catcher.events();
    return events.empty() ? "" : events.back();
}
} // namespace

namespace accueil::maild
{
std::ostream& operator<<(std::ostream& out, Delivery::Kind kind)
{
    return out << static_cast<int>(kind);
}
} // namespace accueil::maild

BOOST_AUTO_TEST_SUITE(smtp)

BOOST_AUTO_TEST_CASE(a_message_arrives_byte_for_byte_lines_of_dots_too)
{
    const MailCatcher catcher;
    SmtpTransport transport(settings(catcher.port()));
    BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
    BOOST_TEST(catcher.message(1) == mail.data);
    BOOST_TEST(lastEvent(catcher) == "accepted <1@verviers.be> tls=0 user=-");
}

BOOST_AUTO_TEST_CASE(one_connection_serves_many_mails)
{
    const MailCatcher catcher;
    SmtpTransport transport(settings(catcher.port()));
    for (int i = 0; i < 5; ++i) BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
    transport.close();
    BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
    BOOST_TEST(catcher.accepted().size() == 6u);
}

BOOST_AUTO_TEST_CASE(tls_is_used_when_it_is_offered)
{
    const MailCatcher catcher({.tls = true});
    SmtpTransport transport(settings(catcher.port()));
    BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
    BOOST_TEST(lastEvent(catcher) == "accepted <1@verviers.be> tls=1 user=-");
    BOOST_TEST(catcher.message(1) == mail.data);
}

BOOST_AUTO_TEST_CASE(no_tls_means_none_even_when_it_is_offered)
{
    const MailCatcher catcher({.tls = true});
    SmtpTransport transport(settings(catcher.port(), Tls::none));
    BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
    BOOST_TEST(lastEvent(catcher) == "accepted <1@verviers.be> tls=0 user=-");
}

struct Demand
{
    const char* what;
    bool offered;
    const char* name; ///< in the certificate
    bool ours;        ///< the authority that we trust signed it
    const char* down; ///< empty: the mail goes out
};
std::ostream& operator<<(std::ostream& out, const Demand& demand)
{
    return out << demand.what;
}

BOOST_DATA_TEST_CASE(required_tls_is_strict,
                     data::make({Demand{"right", true, "localhost", true, ""},
                                 Demand{"not offered", false, "localhost", true, "smtp.no_tls"},
                                 Demand{"another's name", true, "relay.example", true, "smtp.tls"},
                                 Demand{"unknown authority", true, "localhost", false, "smtp.tls"}}),
                     demand)
{
    const MailCatcher catcher({.tls = demand.offered, .name = demand.name}), stranger({.tls = true});
    auto careful = settings(catcher.port(), Tls::required);
    careful.ca = demand.ours && demand.offered ? catcher.certificate() : stranger.certificate();
    SmtpTransport transport(careful);
    BOOST_TEST(downBy(transport) == demand.down);
    BOOST_TEST(catcher.accepted().empty() == (*demand.down != '\0'));
}

BOOST_AUTO_TEST_CASE(a_missing_authority_file_is_said_at_once)
{
    auto careful = settings(25, Tls::required);
    careful.ca = "/nonexistent/ca.pem";
    BOOST_CHECK_THROW(SmtpTransport{careful}, ConfigError);
}

BOOST_DATA_TEST_CASE(the_user_logs_in_over_tls, data::make({std::string("short"), std::string(150, 'p')}),
                     password)
{
    const MailCatcher catcher({.tls = true, .user = "accueil", .password = password});
    auto account = settings(catcher.port());
    account.user = "accueil";
    account.password = password;
    SmtpTransport transport(account);
    BOOST_TEST(downBy(transport) == "");
    BOOST_TEST(lastEvent(catcher) == "accepted <1@verviers.be> tls=1 user=accueil");
}

BOOST_AUTO_TEST_CASE(a_wrong_password_blames_no_mail)
{
    const MailCatcher catcher({.tls = true, .user = "accueil", .password = "right"});
    auto account = settings(catcher.port());
    account.user = "accueil";
    account.password = "wrong";
    SmtpTransport transport(account);
    BOOST_TEST(downBy(transport) == "smtp.535");
}

BOOST_AUTO_TEST_CASE(a_password_never_travels_in_plain_text_unasked)
{
    const MailCatcher catcher({.user = "accueil", .password = "right"});
    auto account = settings(catcher.port());
    account.user = "accueil";
    account.password = "right";
    SmtpTransport careful(account);
    BOOST_TEST(downBy(careful) == "smtp.no_tls");
    account.tls = Tls::none; // the operator's own word
    SmtpTransport plain(account);
    BOOST_TEST(downBy(plain) == "");
}

struct Answer
{
    const char* to;
    Kind kind;
    const char* code;
};
std::ostream& operator<<(std::ostream& out, const Answer& answer)
{
    return out << answer.to;
}

BOOST_DATA_TEST_CASE(a_refused_mail_is_told_from_the_next,
                     data::make({Answer{"later@exemple.be", Kind::temporary, "smtp.451"},
                                 Answer{"never@exemple.be", Kind::permanent, "smtp.550"}}),
                     answer)
{
    const MailCatcher catcher;
    SmtpTransport transport(settings(catcher.port()));
    auto refused = mail;
    refused.to = answer.to;
    const auto delivery = transport.send(refused, yes);
    BOOST_TEST(delivery.kind == answer.kind);
    BOOST_TEST(delivery.code == answer.code);
    BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
    BOOST_TEST(catcher.accepted().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_server_that_refuses_our_sender_blames_no_mail)
{
    const MailCatcher catcher({.refuseMail = "553 5.7.1 who are you"});
    SmtpTransport transport(settings(catcher.port()));
    BOOST_TEST(downBy(transport) == "smtp.553");
}

BOOST_AUTO_TEST_CASE(nothing_is_sent_once_the_lease_is_gone)
{
    const MailCatcher catcher;
    SmtpTransport transport(settings(catcher.port()));
    BOOST_TEST(transport.send(mail, [] { return false; }).kind == Kind::notOurs);
    BOOST_CHECK_THROW(transport.send(mail, []() -> bool { throw ConnectionLost("gone", 2013); }),
                      ConnectionLost);
    BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
    BOOST_TEST(catcher.accepted().size() == 1u);
}

BOOST_AUTO_TEST_CASE(nobody_listens)
{
    SmtpTransport transport(settings(test::freePort()));
    BOOST_TEST(downBy(transport) == "smtp.connect");
    auto nowhere = settings(25);
    nowhere.host = "no-such-host.invalid";
    SmtpTransport lost(nowhere);
    BOOST_TEST(downBy(lost) == "smtp.connect");
}

/// Accepts a connection, says its lines one after each that it hears, and then is silent.
class SilentServer
{
public:
    explicit SilentServer(std::vector<std::string> lines, const std::string& address = "127.0.0.1")
        : lines_(std::move(lines)), listening_(Poco::Net::SocketAddress(address, 0))
    {
        thread_ = std::jthread([this] { talk(); });
    }
    int port() const { return listening_.address().port(); }

private:
    void talk()
    {
        try {
            auto wire = listening_.acceptConnection();
            for (const auto& line : lines_) {
                wire.sendBytes(line.data(), static_cast<int>(line.size()));
                char heard[4096];
                if (wire.receiveBytes(heard, sizeof heard) <= 0) return;
            }
            char heard[4096];
            while (wire.receiveBytes(heard, sizeof heard) > 0) {
            }                              // until the other side gives up
        } catch (const Poco::Exception&) { // it gave up the hard way
        }
    }

    std::vector<std::string> lines_;
    Poco::Net::ServerSocket listening_;
    std::jthread thread_;
};

struct Silence
{
    const char* where;
    std::vector<std::string> lines;
    const char* down; ///< or, when empty, the mail is to be tried again
};
std::ostream& operator<<(std::ostream& out, const Silence& silence)
{
    return out << silence.where;
}

BOOST_DATA_TEST_CASE(every_wait_ends,
                     data::make(std::vector<Silence>{
                         {"at once", {}, "smtp.timeout"},
                         {"after the greeting", {"220 hello\r\n"}, "smtp.timeout"},
                         {"in the middle of TLS",
                          {"220 hello\r\n", "250-hello\r\n250 STARTTLS\r\n", "220 go on\r\n"},
                          "smtp.timeout"},
                         {"after MAIL", {"220 hello\r\n", "250 hello\r\n"}, ""},
                         {"after DATA", {"220 hello\r\n", "250 hello\r\n", "250 ok\r\n", "250 ok\r\n"}, ""},
                         {"after the message",
                          {"220 hello\r\n", "250 hello\r\n", "250 ok\r\n", "250 ok\r\n", "354 go on\r\n"},
                          ""},
                     }),
                     silence)
{
    SilentServer server(silence.lines);
    auto impatient = settings(server.port());
    impatient.timeout = std::chrono::seconds(1);
    SmtpTransport transport(impatient);
    if (*silence.down) {
        BOOST_TEST(downBy(transport) == silence.down);
    } else {
        const auto delivery = transport.send(mail, yes);
        BOOST_TEST(delivery.kind == Kind::temporary);
        BOOST_TEST(delivery.code == "smtp.lost");
    }
}

BOOST_AUTO_TEST_CASE(an_address_without_a_name_is_connected_to)
{
    SilentServer server({"421 busy\r\n"}, "127.77.77.77"); // of this machine, and in nobody's list of hosts
    auto unnamed = settings(server.port());
    unnamed.host = "127.77.77.77";
    SmtpTransport transport(unnamed);
    BOOST_TEST(downBy(transport) == "smtp.421");
}

BOOST_AUTO_TEST_CASE(an_interruption_ends_a_wait_at_once)
{
    const MailCatcher catcher({.holds = {"rcpt:0"}});
    SmtpTransport transport(settings(catcher.port()));
    std::jthread other([&] {
        test::patiently("the hold", [&] { return catcher.holds() == 1; });
        transport.interrupt(false);
    });
    BOOST_TEST(transport.send(mail, yes).code == "smtp.lost");
    BOOST_TEST(downBy(transport) == "smtp.interrupted");
    BOOST_TEST(catcher.accepted().empty());
}

BOOST_AUTO_TEST_CASE(an_interruption_lets_a_message_be_finished)
{
    const MailCatcher catcher({.holds = {"message:0"}});
    SmtpTransport transport(settings(catcher.port()));
    std::jthread other([&] {
        test::patiently("the hold", [&] { return catcher.holds() == 1; });
        transport.interrupt(false);
        catcher.go();
    });
    BOOST_TEST(transport.send(mail, yes).kind == Kind::accepted);
}

BOOST_AUTO_TEST_SUITE_END()
