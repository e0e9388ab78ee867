// core/store/sql.h - typed one-call helpers over SOCI, and transactions.
//
// Values are taken by const reference and live until the call is over, so nothing dangles. SQL text knows '...'
// only: no double quotes, no comments. After a CALL the extra results are drained.
#pragma once
#include "core/base/local_time.h"
#include "core/store/connection.h"
#include "core/store/conversions.h"
#include <tuple>

namespace accueil::store
{
/// Texts for as many placeholders, one after the other: where a statement is put together of parts.
struct Values
{
    std::vector<std::string> all;
};

namespace detail
{
void drain(soci::session& session);

template <class T>
void bindOne(soci::details::prepare_temp_type& statement, const T& value)
{
    statement, soci::use(value);
}
inline void bindOne(soci::details::prepare_temp_type& statement, const Values& values)
{
    for (const auto& value : values.all) statement, soci::use(value);
}

template <class... Args>
void bindAll(soci::details::prepare_temp_type& statement, const Args&... args)
{
    (void)statement;
    (bindOne(statement, args), ...);
}
} // namespace detail

/// Turns what SOCI threw into one of core/base/errors.h; the text never carries values.
[[noreturn]] void rethrow(const soci::soci_error& error, soci::session& session, const char* what);

/// Runs a statement. @return rows matched (CLIENT_FOUND_ROWS)
template <class... Args>
long long exec(soci::session& session, const char* sql, const Args&... args)
try {
    auto prepared = (session.prepare << sql);
    detail::bindAll(prepared, args...);
    soci::statement statement(prepared);
    statement.execute(true);
    const long long rows = statement.get_affected_rows();
    statement.clean_up();
    detail::drain(session);
    return rows;
} catch (const soci::soci_error& e) {
    rethrow(e, session, sql);
}

/// All rows of a query, or of the first result of a CALL.
template <class... Columns, class... Args>
std::vector<std::tuple<Columns...>> rows(soci::session& session, const char* sql, const Args&... args)
try {
    std::vector<std::tuple<Columns...>> all;
    std::tuple<Columns...> row;
    auto prepared = (session.prepare << sql);
    detail::bindAll(prepared, args...);
    std::apply([&prepared](auto&... column) { ((prepared, soci::into(column)), ...); }, row);
    soci::statement statement(prepared);
    statement.execute(false);
    while (statement.fetch()) all.push_back(row);
    statement.clean_up();
    detail::drain(session);
    return all;
} catch (const soci::soci_error& e) {
    rethrow(e, session, sql);
}

/// The first row, if there is one.
template <class... Columns, class... Args>
std::optional<std::tuple<Columns...>> one(soci::session& session, const char* sql, const Args&... args)
{
    auto all = rows<Columns...>(session, sql, args...);
    if (all.empty()) return {};
    return std::move(all.front());
}

/// "(1,5,9)": identifiers for an IN list, which SOCI cannot bind. "(0)" for none: ids begin at 1.
template <class Id>
std::string idList(const std::vector<Id>& ids)
{
    std::string list;
    for (const auto& id : ids) list += (list.empty() ? "" : ",") + std::to_string(id.value());
    return "(" + (list.empty() ? "0" : list) + ")";
}

/// How long inTx repeats before it gives up.
inline constexpr std::chrono::milliseconds txBudget{8000};

namespace detail
{
/// Waits a random moment that grows with `attempt`, unless `deadline` has passed: then false.
bool mayRetry(int attempt, std::chrono::steady_clock::time_point deadline);
} // namespace detail

/// Runs `body(session)` in a transaction and commits. Deadlocks and lost connections are repeated within `budget`
/// (the body must be able to run again); everything else rolls back and is thrown.
/// @throws CommitUnknown  when the COMMIT itself was lost: only a request key can tell what happened
template <class Body>
auto inTx(Connection& connection, Body&& body, std::chrono::milliseconds budget = txBudget)
{
    const auto deadline = std::chrono::steady_clock::now() + budget;
    for (int attempt = 0;; ++attempt) {
        bool committing = false;
        try {
            soci::session& session = connection.session();
            try {
                soci::transaction transaction(session);
                if constexpr (std::is_void_v<decltype(body(session))>) {
                    body(session);
                    committing = true;
                    transaction.commit();
                    return;
                } else {
                    auto result = body(session);
                    committing = true;
                    transaction.commit();
                    return result;
                }
            } catch (const soci::soci_error& e) {
                rethrow(e, session, committing ? "COMMIT" : "BEGIN");
            }
        } catch (const Deadlock&) {
            if (!detail::mayRetry(attempt, deadline)) throw;
        } catch (const ConnectionLost& e) {
            connection.failOver();
            if (committing) throw CommitUnknown(e.what(), e.number());
            if (!detail::mayRetry(attempt, deadline)) throw;
        }
    }
}

/// A read outside a transaction, repeated once on a fresh connection when the old one turns out to be dead.
template <class Body>
auto reading(Connection& connection, Body&& body)
{
    const bool wasOpen = connection.isOpen();
    try {
        return body(connection.session());
    } catch (const ConnectionLost&) {
        connection.failOver();
        if (!wasOpen) throw;
    }
    try {
        return body(connection.session());
    } catch (const ConnectionLost&) {
        connection.failOver();
        throw;
    }
}
} // namespace accueil::store
