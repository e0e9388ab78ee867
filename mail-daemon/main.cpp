#include "core/base/config.h"
#include "core/base/errors.h"
#include "core/base/log.h"
#include "core/booking/token.h"
#include "mail-daemon/mail_loop.h"
#include "mail-daemon/smtp_transport.h"
#include <Poco/Util/HelpFormatter.h>
#include <Poco/Util/Option.h>
#include <Poco/Util/OptionSet.h>
#include <Poco/Util/ServerApplication.h>
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <future>
#include <iostream>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace accueil::maild
{
namespace
{
constexpr std::chrono::seconds longestGoodbye{20};

/// Two daemons with one name would free each other's leases: the configuration file itself is the lock.
class OnlyOne
{
public:
    explicit OnlyOne(const std::string& path) : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
    {
        if (file_ < 0) throw ConfigError("cannot read " + path);
        if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
            ::close(file_);
            throw ConfigError("another accueil-maild runs with " + path);
        }
    }
    ~OnlyOne() { ::close(file_); }
    OnlyOne(const OnlyOne&) = delete;
    OnlyOne& operator=(const OnlyOne&) = delete;

private:
    int file_;
};

/// The same after a restart, different from every other daemon's.
std::string ownerName(const std::string& configPath)
{
    char host[65] = {};
    ::gethostname(host, sizeof host - 1);
    return std::string(host).substr(0, 40) + ":" + hexOf(sha256(configPath)).substr(0, 16);
}
} // namespace

/// `accueil-maild --config FILE`, in the foreground unless --daemon is given.
class MailDaemon : public Poco::Util::ServerApplication
{
protected:
    void defineOptions(Poco::Util::OptionSet& options) override
    {
        ServerApplication::defineOptions(options);
        options.addOption(Poco::Util::Option("help", "h", "Say how to call this program."));
        options.addOption(
            Poco::Util::Option("config", "c", "Read this file (default: /etc/accueil/accueil-maild.ini).")
                .argument("FILE"));
    }

    void handleOption(const std::string& name, const std::string& value) override
    {
        ServerApplication::handleOption(name, value);
        if (name == "help") {
            help_ = true;
            stopOptionsProcessing();
        } else if (name == "config") {
            configPath_ =
                std::filesystem::absolute(value).lexically_normal(); // before --daemon leaves this folder
        }
    }

    int main(const std::vector<std::string>&) override
    {
        if (help_) return explain();
        try {
            const auto config = Config::fromFile(configPath_);
            log::open("accueil-maild", config.text("log.file", ""));
            const OnlyOne onlyOne(configPath_);
            return serve(config);
        } catch (const ConfigError& e) {
            log::error("maild.config", "{}", e.what());
        } catch (const ForeignSchema& e) {
            log::error("maild.foreign_schema", "{}", e.what());
        }
        return EXIT_CONFIG;
    }

private:
    int explain()
    {
        Poco::Util::HelpFormatter help(options());
        help.setCommand(commandName());
        help.setUsage("--config FILE");
        help.setHeader("Sends the mails of Accueil.");
        help.format(std::cout);
        return EXIT_OK;
    }

    int serve(const Config& config)
    {
        const auto smtp = SmtpSettings::from(config);
        ServerClock clock;
        store::Connection connection(store::DatabaseConfig::from(config), clock);
        Outbox outbox(connection, ownerName(configPath_), smtp.longestDelivery() + std::chrono::minutes(1));
        MailWriter writer(connection, {config.text("mail.from", ""), config.text("web.url", "")});
        SmtpTransport transport(smtp);
        MailLoop loop(connection, outbox, writer, transport,
                      {.poll = std::chrono::milliseconds(config.number("mail.poll_ms", 2000)),
                       .keepDays = std::clamp(config.number("people.keep_days", 30), 0, 365)});
        log::info("maild.started", "host={} port={}", smtp.host, smtp.port);

        auto done = std::async(std::launch::async, [&loop] {
            const struct Alarm // also when the loop ends by itself
            {
                ~Alarm() { terminate(); }
            } alarm;
            loop.run();
        });
        waitForTerminationRequest();
        loop.stop();
        if (done.wait_for(longestGoodbye) == std::future_status::timeout) loop.stop(true);
        done.get();
        log::info("maild.stopped", "in good order");
        return EXIT_OK;
    }

    std::string configPath_ = "/etc/accueil/accueil-maild.ini";
    bool help_ = false;
};
} // namespace accueil::maild

int main(int argc, char** argv)
{
    // Every thread inherits this, so that only waitForTerminationRequest() takes these signals.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGTERM, SIGINT, SIGQUIT}) sigaddset(&signals, number);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a server that hangs up is an error code, not our end
    accueil::maild::MailDaemon daemon;
    return daemon.run(argc, argv);
}
