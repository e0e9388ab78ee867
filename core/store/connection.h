// core/store/connection.h - one connection to the database, on one thread.
#pragma once
#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/errors.h"
#include <any>
#include <map>
#include <memory>
#include <optional>
#include <soci/soci.h>
#include <string>
#include <typeindex>
#include <vector>

namespace accueil::store
{
/// The schema version that this build reads and writes: the number of the last file in sql/migrations.
inline constexpr int schemaVersion = 10;

struct DatabaseConfig
{
    std::vector<std::string> hosts; ///< "host:port" in order of preference, or "/path/of/socket"
    std::string name = "accueil";
    std::string user, password;
    std::string tlsCa;              ///< CA file; when set, TLS and the host's name are required
    int connectTimeoutS = 2;
    int ioTimeoutS = 5;

    /// Reads database.hosts, name, user, password(_file), tls_ca. @throws ConfigError
    static DatabaseConfig from(const Config& config);
    /// The same without account: the desk asks the person for it.
    static DatabaseConfig withoutAccount(const Config& config);
};

/// Opens on first use, on the first host that answers; after a loss the next use opens again. One thread at a time.
class Connection
{
public:
    enum class Schema { check, ignore }; ///< `ignore` is for accueil-admin, which makes the schema

    /// @param clock  is set from the server at every opening; must outlive this
    Connection(DatabaseConfig config, ServerClock& clock, Schema schema = Schema::check);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The open session. @throws ConnectionLost, AccessDenied, ForeignSchema
    soci::session& session();
    const ServerClock& clock() const { return clock_; }
    bool isOpen() const { return session_ != nullptr; }
    void close() noexcept;

    /// The next opening begins with the host after this one.
    void failOver() noexcept;
    /// True right after a change of host: decisions on a replay must wait for the cluster (wsrep_sync_wait).
    bool freshHost() const { return freshHost_; }
    const std::string& user() const { return config_.user; }

    /// What a domain has read and need not ask twice, one of each type; the domain says when it is stale.
    template <class T>
    std::optional<T>& kept()
    {
        auto& kept = kept_[std::type_index(typeid(T))];
        if (!kept.has_value()) kept.emplace<std::optional<T>>();
        return *std::any_cast<std::optional<T>>(&kept);
    }

private:
    void open();
    std::unique_ptr<soci::session> tryHost(const std::string& host);

    DatabaseConfig config_;
    ServerClock& clock_;
    Schema schema_;
    std::unique_ptr<soci::session> session_;
    std::size_t host_ = 0;
    bool freshHost_ = false;
    std::map<std::type_index, std::any> kept_;
};
} // namespace accueil::store
