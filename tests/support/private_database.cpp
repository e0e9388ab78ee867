#include "tests/support/private_database.h"
#include "tests/support/wait.h"
#include <csignal>
#include <fmt/format.h>
#include <mysql.h>
#include <stdexcept>

namespace accueil::test
{
namespace
{
struct Closed
{
    void operator()(MYSQL* handle) const { mysql_close(handle); }
    void operator()(MYSQL_RES* result) const { mysql_free_result(result); }
};
using Session = std::unique_ptr<MYSQL, Closed>;

Session connect(const std::string& socket, const std::string& password)
{
    Session session(mysql_init(nullptr));
    mysql_options(session.get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!mysql_real_connect(session.get(), nullptr, "root", password.c_str(), nullptr, 0, socket.c_str(), 0))
        throw std::runtime_error(mysql_error(session.get()));
    mysql_select_db(session.get(), "accueil"); // not there yet: the first statement says so
    return session;
}

void query(MYSQL* session, const std::string& sql)
{
    if (mysql_real_query(session, sql.data(), sql.size()) != 0)
        throw std::runtime_error(std::string(mysql_error(session)) + " in: " + sql);
}

std::string firstLine(const std::filesystem::path& file)
{
    const std::string text = contents(file);
    return text.substr(0, text.find('\n'));
}
} // namespace

PrivateDatabase::PrivateDatabase(const Options& options) : durable_(options.durable)
{
    start(options.at);
    if (options.schema) admin({"db", "create"});
    if (!options.sample.empty())
        admin({"db", "sample", "--folder", ACCUEIL_SOURCE "/sql/sample/" + options.sample});
    if (options.days > 0) admin({"slots", "publish", "--days", std::to_string(options.days)});
}

PrivateDatabase::~PrivateDatabase() = default;

std::string PrivateDatabase::socket() const
{
    return folder_.path() / "db" / "s.sock";
}

std::string PrivateDatabase::host() const
{
    return "127.0.0.1:" + firstLine(folder_.path() / "db" / "port");
}

void PrivateDatabase::start(const std::string& at)
{
    const auto folder = folder_.path() / "db";
    std::vector<std::string> command{ACCUEIL_SOURCE "/installer/stage/mariadb", folder};
    if (!at.empty()) command.insert(command.end(), {"--at", at});
    if (durable_) command.emplace_back("--durable");
    const std::string output = folder_.path() / "db-start.log";
    server_ = std::make_unique<ChildProcess>(
        command, ChildProcess::Options{{{"ACCUEIL_BUILD", ACCUEIL_BUILD}}, output});
    waitFor("the private MariaDB", [&] {
        if (!server_->running())
            throw std::runtime_error("MariaDB does not start: " + contents(output) +
                                     contents(folder / "server.log"));
        password_ = firstLine(folder / "password");
        try {
            connect(socket(), password_);
            return true;
        } catch (const std::runtime_error&) {
            return false; // not listening yet
        }
    });
}

void PrivateDatabase::kill()
{
    server_->signal(SIGKILL);
    server_->wait();
}

void PrivateDatabase::stop()
{
    server_.reset();
}

std::string PrivateDatabase::config(const std::string& account, const std::string& password,
                                    const std::string& more) const
{
    return folder_.write(
        account + ".ini",
        fmt::format("[database]\nhosts = {}\nuser = {}\npassword = {}\n\n[log]\nfile = {}\n{}", host(),
                    account, password, (folder_.path() / (account + ".log")).string(), more));
}

std::string PrivateDatabase::admin(const std::vector<std::string>& arguments) const
{
    std::vector<std::string> command{program("accueil-admin"), "--config", config("root", password_)};
    command.insert(command.end(), arguments.begin(), arguments.end());
    const Outcome outcome = run(command);
    if (outcome.code != 0)
        throw std::runtime_error(fmt::format("{}: {}", fmt::join(arguments, " "), outcome.output));
    return outcome.output;
}

std::string PrivateDatabase::device(const std::string& name, const std::string& kind, const std::string& area,
                                    const std::string& more) const
{
    const std::string password = "Pw-" + name + "-1";
    std::vector<std::string> arguments{"device",
                                       "add",
                                       name,
                                       "--kind",
                                       kind,
                                       "--password-file",
                                       folder_.write(name + ".password", password + "\n")};
    if (!area.empty()) arguments.insert(arguments.end(), {"--area", area});
    admin(arguments);
    return config(name, password, more);
}

std::string PrivateDatabase::staff(const std::string& account, const std::string& role) const
{
    std::string password = "Pw-" + account + "-1";
    admin({"staff", "add", account, "--name", account, "--role", role, "--password-file",
           folder_.write(account + ".password", password + "\n")});
    return password;
}

void PrivateDatabase::execute(const std::string& sql) const
{
    query(connect(socket(), password_).get(), sql);
}

std::string PrivateDatabase::value(const std::string& sql) const
{
    const Session session = connect(socket(), password_);
    query(session.get(), sql);
    const std::unique_ptr<MYSQL_RES, Closed> result(mysql_store_result(session.get()));
    const MYSQL_ROW row = result ? mysql_fetch_row(result.get()) : nullptr;
    return row && row[0] ? std::string(row[0], mysql_fetch_lengths(result.get())[0]) : std::string();
}
} // namespace accueil::test
