// tests/support/private_database.h - a MariaDB server of the test's own, with Accueil's schema.
#pragma once
#include "tests/support/child_process.h"
#include "tests/support/temporary_folder.h"
#include <memory>
#include <string>
#include <vector>

namespace accueil::test
{
/// Starts in its constructor, ends and is forgotten in its destructor. Any number may live at once.
class PrivateDatabase
{
public:
    struct Options
    {
        std::string at; ///< UTC, "2026-11-24 07:40:00": the server lives from then on; empty: the true time
        bool schema = true; ///< accueil-admin db create
        std::string sample; ///< folder below sql/sample to load: "verviers"
        int days = 0;       ///< slots to publish
        bool durable = false; ///< every commit is on the disk: for measures
    };

    PrivateDatabase() : PrivateDatabase(Options{}) {}
    explicit PrivateDatabase(
        const Options& options); ///< @throws std::runtime_error with the program's own words
    ~PrivateDatabase();

    std::string socket() const; ///< for database.hosts
    std::string host() const;   ///< "127.0.0.1:61234", the same after a restart
    const std::string& rootPassword() const { return password_; }
    const std::filesystem::path& folder() const { return folder_.path(); }

    /// A configuration file for `account`; more lines may follow ("[kiosk]\nprinter = t\n"). @return its path
    std::string config(const std::string& account, const std::string& password,
                       const std::string& more = {}) const;
    /// `accueil-admin` as root. @throws std::runtime_error if it fails  @return what it printed
    std::string admin(const std::vector<std::string>& arguments) const;
    /// A device's account of this kind (kiosk, display, web, mail). @return its configuration file
    std::string device(const std::string& name, const std::string& kind, const std::string& area = {},
                       const std::string& more = {}) const;
    /// A person's account. @return the password
    std::string staff(const std::string& account, const std::string& role) const;

    void execute(const std::string& sql) const; ///< one statement, as root, in the database `accueil`
    std::string
    value(const std::string& sql) const; ///< first column of the first row; empty for none or NULL

    void kill();                            ///< SIGKILL: as a power cut
    void stop();                            ///< in good order
    void start(const std::string& at = {}); ///< again, on the same port, data and clock, or on another clock

private:
    TemporaryFolder folder_;
    std::string password_;
    bool durable_ = false;
    std::unique_ptr<ChildProcess> server_;
};
} // namespace accueil::test
