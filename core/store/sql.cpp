#include "core/store/sql.h"
#include <mysql.h>
#include <random>
#include <soci/mysql/soci-mysql.h>
#include <thread>

namespace accueil::store
{
namespace
{
/// Shows which statement failed without its values: `sql` is the text before binding.
std::string context(const char* sql, unsigned number)
{
    return std::string(sql).substr(0, 80) + " (" + std::to_string(number) + ")";
}

std::string duplicateKey(const std::string& message)
{
    // "… for key 'appointment_reference'", on MySQL "… for key 'appointment.appointment_reference'"
    const auto end = message.rfind('\'');
    const auto begin = end == std::string::npos || end == 0 ? end : message.rfind('\'', end - 1);
    if (begin == std::string::npos) return {};
    std::string key = message.substr(begin + 1, end - begin - 1);
    if (const auto dot = key.find('.'); dot != std::string::npos) key.erase(0, dot + 1);
    return key;
}

[[noreturn]] void rethrowNumber(unsigned number, const std::string& message, const std::string& what)
{
    switch (number) {
    case 1205: case 1213: case 1020: case 3572: throw Deadlock(what, number);
    case 2002: case 2003: case 2005: case 2006: case 2013: case 2055: case 1047: case 1053: case 1290: case 1927:
    case 4031: case 1040: case 1152: case 1159: case 1161: case 1130: throw ConnectionLost(what, number);
    case 1044: case 1045: case 1698: case 3118: case 4151: case 1227: throw AccessDenied(what, number);
    case 1142: case 1143: case 1370: throw NotAllowed(what, number);
    case 1062: throw Duplicate(what, number, duplicateKey(message));
    default: break;
    }
    if (number >= 31001 && number <= 31099) throw Refused(static_cast<Refusal>(number));
    throw StoreError(what, number);
}
} // namespace

void rethrow(const soci::soci_error& error, soci::session&, const char* what)
{
    const auto* mysql = dynamic_cast<const soci::mysql_soci_error*>(&error);
    const unsigned number = mysql ? mysql->err_num_ : 0;
    rethrowNumber(number, error.what(), context(what, number));
}

namespace detail
{
void drain(soci::session& session)
{
    auto* connection = static_cast<soci::mysql_session_backend*>(session.get_backend())->conn_;
    if (connection == nullptr) return;
    while (mysql_more_results(connection)) {
        const int next = mysql_next_result(connection);
        if (next != 0) {
            if (next > 0) rethrowNumber(mysql_errno(connection), mysql_error(connection), "a result of a CALL");
            return;
        }
        mysql_free_result(mysql_store_result(connection));
    }
}

bool mayRetry(int attempt, std::chrono::steady_clock::time_point deadline)
{
    thread_local std::mt19937 random{std::random_device{}()};
    if (std::chrono::steady_clock::now() >= deadline) return false;
    const int most = std::min(1 << std::min(attempt, 7), 100);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(0, most)(random)));
    return true;
}
} // namespace detail
} // namespace accueil::store
