// core/store/request.h - a request is done once, however often it is sent.
#pragma once
#include "core/store/sql.h"
#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace accueil::store
{
/// A key (32 hexadecimal digits) and the SHA-256 (64) of everything that was asked with it.
struct Request
{
    std::string key, contentHash;
};

namespace detail
{
/// What an earlier run of the same request answered. @throws Refused requestConflict if it asked for something else
std::optional<std::string> recall(Connection& connection, const Request& request);
void remember(soci::session& session, const Request& request, const std::string& result);
} // namespace detail

/// Runs `body(session)` in a transaction that also remembers the request; `body` answers a short text without
/// personal data. A repeated request gives the first answer; a refusal is only thrown when the key is unknown.
template <class Body>
std::string once(Connection& connection, const Request& request, Body&& body)
{
    const auto run = [&] {
        return inTx(connection, [&](soci::session& session) {
            std::string result = body(session);
            detail::remember(session, request, result);
            return result;
        });
    };
    try {
        return run();
    } catch (const Refused&) {
        if (auto earlier = detail::recall(connection, request)) return *earlier;
        throw;
    } catch (const Duplicate&) {
        if (auto earlier = detail::recall(connection, request)) return *earlier;
        throw;
    } catch (const CommitUnknown&) {
        if (auto earlier = detail::recall(connection, request)) return *earlier; // it did happen
    }
    try {
        return run(); // it did not: the key proves it
    } catch (const Duplicate&) {
        if (auto earlier = detail::recall(connection, request)) return *earlier;
        throw;
    }
}
} // namespace accueil::store
