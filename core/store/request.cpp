#include "core/store/request.h"

namespace accueil::store::detail
{
std::optional<std::string> recall(Connection& connection, const Request& request)
{
    const auto row = reading(connection, [&](soci::session& session) {
        return one<std::string, std::string>(session, "CALL recall_request(:key)", request.key);
    });
    if (!row) return {};
    const auto& [hash, result] = *row;
    if (hash != request.contentHash) throw Refused(Refusal::requestConflict);
    return result;
}

void remember(soci::session& session, const Request& request, const std::string& result)
{
    exec(session, "CALL remember_request(:key, :hash, :result)", request.key, request.contentHash, result);
}
} // namespace accueil::store::detail
