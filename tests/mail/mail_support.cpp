#include "tests/mail/mail_support.h"
#include "tests/support/wait.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <random>
#include <sstream>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace accueil::test
{
void patiently(const std::string& what, const std::function<bool()>& happened)
{
    waitFor(what, happened, std::chrono::seconds(100));
}

int freePort()
{
    std::random_device random;
    for (;;) {
        const int port = std::uniform_int_distribution(61000, 65000)(random);
        const int probe = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool free = bind(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
        close(probe);
        if (free) return port;
    }
}

MailCatcher::MailCatcher(const Options& options) : port_(options.port ? options.port : freePort())
{
    const std::string folder = folder_.path();
    std::vector<std::string> command{"/usr/bin/python3", ACCUEIL_MAIL_TESTS "/smtp_catcher.py", folder,
                                     "--port", std::to_string(port_)};
    const auto add = [&command](const std::vector<std::string>& words) {
        command.insert(command.end(), words.begin(), words.end());
    };
    if (options.tls) {
        const auto made = run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                               "ec_paramgen_curve:P-256", "-nodes", "-days", "3650", "-subj",
                               "/CN=" + options.name, "-addext", "subjectAltName=DNS:" + options.name,
                               "-keyout", folder + "/key.pem", "-out", folder + "/cert.pem"});
        if (made.code != 0) throw std::runtime_error(made.output);
        add({"--tls", folder + "/cert.pem", folder + "/key.pem"});
    }
    if (!options.user.empty()) add({"--user", options.user, "--password", options.password});
    if (!options.refuseMail.empty()) add({"--refuse-mail", options.refuseMail});
    for (const auto& hold : options.holds) add({"--hold", hold});
    server_ = std::make_unique<ChildProcess>(command, ChildProcess::Options{{}, folder + "/output"});
    patiently("the mail server", [&] {
        if (!server_->running())
            throw std::runtime_error(contents(folder + "/output") + contents(folder + "/errors"));
        return std::filesystem::exists(folder + "/ready");
    });
}

std::string MailCatcher::settings(const std::string& more) const
{
    return fmt::format("[smtp]\nhost = localhost\nport = {}\n{}\n[mail]\npoll_ms = 20\n", port_, more);
}

std::vector<std::string> MailCatcher::events() const
{
    std::istringstream text(contents(folder_.path() / "events"));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

int MailCatcher::holds() const
{
    int count = 0;
    for (const auto& line : events()) count += line.starts_with("hold ");
    return count;
}

void MailCatcher::go() const
{
    const std::string pipe = folder_.path() / "go";
    patiently("the mail server to read its pipe", [&pipe] {
        const int end = open(pipe.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC); // refused while nobody reads
        if (end >= 0) close(end);
        return end >= 0;
    });
}

std::vector<std::string> MailCatcher::accepted() const
{
    std::vector<std::string> ids;
    for (const auto& line : events()) {
        std::istringstream words(line);
        std::string step, id;
        words >> step >> id;
        if (step == "accepted") ids.push_back(id);
    }
    return ids;
}

void MailCatcher::waitForAccepted(std::size_t count) const
{
    patiently(fmt::format("{} accepted mails", count), [&] { return accepted().size() >= count; });
}

std::string MailCatcher::message(std::size_t number) const
{
    return contents(folder_.path() / fmt::format("{}.eml", number));
}

MailTown::MailTown()
    : database({.at = "2026-11-24 07:40:00", .schema = true, .sample = "verviers", .days = 0}),
      password_("Pw-post-1")
{
    database.device("post", "mail");
}

void MailTown::clear() const
{
    database.execute("DELETE FROM mail");
    database.execute("DELETE FROM appointment"); // and all that belongs to it
}

CleanTown::CleanTown()
    : town([]() -> MailTown& {
          static MailTown only;
          return only;
      }())
{
    town.clear();
}

long long MailTown::order(const Ordered& what) const
{
    const auto literal = [](const std::string& text) {
        std::string safe = "'";
        for (const char c : text) safe += (c == '\'' || c == '\\') ? std::string{'\\', c} : std::string{c};
        return safe + "'";
    };
    const auto id = std::stoll("0" + database.value("SELECT IFNULL(MAX(id), 0) + 1 FROM appointment"));
    const auto letters = [id](std::size_t count) { // a token of its own for every appointment
        std::string text;
        for (auto rest = id; text.size() < count; rest /= 16) text += "BCDFGHJKLNPRSTVX"[rest % 16];
        return text;
    };
    database.execute(fmt::format(
        "INSERT INTO appointment (id, site_id, service_id, day, start_minute, minutes, state, channel, "
        "language, reference,"
        " check_in_hash, manage_hash, created_at, changed_at) SELECT {0}, site_id, id, '{1}', {2}, 10, "
        "'{3}', 'online',"
        " '{4}', '{5}', UNHEX(SHA2('{6}', 256)), UNHEX(SHA2('{7}', 256)), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)"
        " FROM service WHERE code = 'POP'",
        id, what.day, what.start, what.state, what.language, letters(8), letters(20), letters(19) + "X"));
    database.execute(
        fmt::format("INSERT INTO appointment_procedure (appointment_id, position, procedure_id, persons)"
                    " SELECT {}, 1, id, 1 FROM service_procedure WHERE code = 'POP-EID-PICKUP'",
                    id));
    database.execute(
        fmt::format("INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month,"
                    " birth_day, email) VALUES ({}, {}, {}, 1949, 7, 2, {})",
                    id, literal(what.lastName), literal(what.firstName), literal(what.email)));
    database.execute(fmt::format("INSERT INTO attendee_secret (appointment_id, check_in_token, manage_token)"
                                 " VALUES ({}, '{}', '{}')", id, letters(20),
                                 letters(19) + "X"));
    database.execute(
        fmt::format("INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at)"
                    " VALUES ({}, '{}', 0, 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3))",
                    id, what.kind));
    return std::stoll(database.value("SELECT MAX(id) FROM mail"));
}

void MailTown::orderMany(int count) const
{
    // One template, copied by the database: a thousand round trips less.
    const auto first =
        std::stoll(database.value(fmt::format("SELECT appointment_id FROM mail WHERE id = {}", order())));
    database.execute(fmt::format("INSERT INTO appointment (id, site_id, service_id, day, start_minute, "
                                 "minutes, state, channel, language, reference,"
                                 " created_at, changed_at) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
                                 "SELECT i + 1 FROM n WHERE i < {0} - 1)"
                                 " SELECT {1} + i, site_id, service_id, day, start_minute, minutes, state, "
                                 "channel, language, LPAD(i, 8, 'X'),"
                                 " created_at, changed_at FROM appointment JOIN n WHERE id = {1}",
                                 count, first));
    for (const char* copy :
         {"INSERT INTO appointment_procedure SELECT a.id, p.position, p.procedure_id, p.persons FROM "
          "appointment a"
          " JOIN appointment_procedure p ON p.appointment_id = {0} WHERE a.id > {0}",
          "INSERT INTO attendee (appointment_id, last_name, first_name, birth_year, birth_month, birth_day, "
          "email)"
          " SELECT a.id, t.last_name, t.first_name, 1949, 7, 2, t.email FROM appointment a"
          " JOIN attendee t ON t.appointment_id = {0} WHERE a.id > {0}",
          "INSERT INTO attendee_secret (appointment_id, check_in_token, manage_token)"
          " SELECT a.id, s.check_in_token, s.manage_token FROM appointment a"
          " JOIN attendee_secret s ON s.appointment_id = {0} WHERE a.id > {0}",
          "INSERT INTO mail (appointment_id, kind, revision, state, due_at, created_at) SELECT id, "
          "'confirmation', 0,"
          " 'waiting', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) FROM appointment WHERE id > {0}"})
        database.execute(fmt::format(fmt::runtime(copy), first));
}

std::string MailTown::state(long long mail) const
{
    return value(mail, "state");
}

std::string MailTown::value(long long mail, const std::string& column) const
{
    return database.value(fmt::format("SELECT {} FROM mail WHERE id = {}", column, mail));
}

std::string MailTown::config(const std::string& more) const
{
    return database.config("post", password_, more);
}

MailDaemonProcess::MailDaemonProcess(const std::string& config)
    : process_({program("accueil-maild"), "--config", config},
               ChildProcess::Options{{}, folder_.path() / "log"})
{
}

void MailDaemonProcess::waitForLog(const std::string& id) const
{
    patiently(id + " in the log", [&] { return log().find(id) != std::string::npos; });
}
} // namespace accueil::test
