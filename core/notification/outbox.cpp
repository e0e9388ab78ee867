#include "core/notification/outbox.h"
#include "core/store/sql.h"
#include <sstream>

namespace accueil
{
namespace
{
constexpr int maxAttempts = 100;

MailKind kindOf(const std::string& word)
{
    if (word == "confirmation") return MailKind::confirmation;
    if (word == "reminder") return MailKind::reminder;
    if (word == "change") return MailKind::change;
    return MailKind::cancellation;
}

const char* wordOf(Outbox::Outcome outcome)
{
    switch (outcome) {
    case Outbox::Outcome::sent:
        return "sent";
    case Outbox::Outcome::failed:
        return "failed";
    case Outbox::Outcome::dropped:
        return "dropped";
    case Outbox::Outcome::retry:
        break;
    }
    return "waiting";
}

/// "12:1 15:2": procedure and persons.
std::vector<Wanted> wantedOf(std::istream& in)
{
    std::vector<Wanted> all;
    long long procedure = 0;
    int persons = 0;
    for (char colon; in >> procedure >> colon >> persons;) all.push_back({ProcedureId(procedure), persons});
    return all;
}

/// "2 530 20 12:1": service, start, minutes and what is wanted.
PlacedPart partOf(const std::string& text)
{
    std::istringstream in(text);
    PlacedPart part;
    long long service = 0;
    in >> service >> part.start.value >> part.minutes;
    part.service = ServiceId(service);
    part.wanted = wantedOf(in);
    return part;
}

/// The columns of mail_lease, in its order.
using Row = std::tuple<MailId, AppointmentId, std::string, int, int, int, Instant, SiteId, ServiceId,
                       std::string, int, Language, std::string, Day, MinuteOfDay, int, std::string,
                       std::string, std::string, std::string, std::string, std::string, std::string, int, int,
                       std::string>;

LeasedMail mailOf(Row row)
{
    LeasedMail mail;
    std::string kind, wanted, second;
    PlacedPart first;
    int reminderFollows = 0, byTown = 0;
    std::tie(mail.id, mail.notice.appointment, kind, mail.revision, mail.copy, mail.attempts, mail.createdAt,
             mail.site, first.service, mail.appointmentState, mail.notice.revision, mail.language,
             mail.notice.reference, mail.notice.day, first.start, first.minutes, wanted, second,
             mail.mail.firstName, mail.mail.lastName, mail.email, mail.mail.checkInToken,
             mail.notice.manageToken, reminderFollows, byTown, mail.mail.reason) = std::move(row);
    mail.mail.byTown = byTown != 0;
    mail.mail.kind = kindOf(kind);
    mail.mail.reminderFollows = reminderFollows != 0;
    std::istringstream in(wanted);
    first.wanted = wantedOf(in);
    mail.notice.parts.push_back(std::move(first));
    if (!second.empty()) mail.notice.parts.push_back(partOf(second));
    return mail;
}

template <class... Columns>
std::vector<std::tuple<Columns...>> leasedRows(soci::session& session, const std::string& owner, int seconds,
                                               int most, std::type_identity<std::tuple<Columns...>>)
{
    return store::rows<Columns...>(session, "CALL mail_lease(:owner, :seconds, :most)", owner, seconds, most);
}

int countOf(const std::optional<std::tuple<int>>& answer)
{
    return answer ? std::get<0>(*answer) : 0;
}
} // namespace

std::optional<std::string> reasonToDrop(const LeasedMail& mail, const LocalTime& now)
{
    const auto& [notice, kind] = std::tie(mail.notice, mail.mail.kind);
    const bool cancelled = mail.appointmentState == "cancelled";
    if (!mail.site) return "erased";
    if (mail.email.empty()) return "no_address";
    if (now >= LocalTime{notice.day, notice.end()}) return "too_late";
    if (kind == MailKind::cancellation)
        return cancelled ? std::nullopt : std::optional<std::string>("superseded");
    if (cancelled || mail.appointmentState == "missed") return "cancelled";
    if (mail.revision < notice.revision) return "superseded";
    if (kind == MailKind::reminder) {
        if (mail.appointmentState == "arrived") return "arrived";
        if (now >= LocalTime{notice.day, notice.start()}) return "too_late";
    }
    return {};
}

std::string messageId(const LeasedMail& mail, const std::string& domain)
{
    // The moment of its making keeps it unique when a database is made anew and counts from 1.
    return fmt::format("<{}.{}.accueil@{}>", mail.id.value(), mail.createdAt.time_since_epoch().count(),
                       domain);
}

std::optional<std::chrono::seconds> retryDelay(int attempts)
{
    if (attempts >= maxAttempts) return {};
    constexpr std::chrono::seconds longest = std::chrono::hours(1);
    return std::min(longest, std::chrono::seconds(60 << std::clamp(attempts, 0, 10)));
}

Outbox::Outbox(store::Connection& connection, std::string owner, std::chrono::seconds lease)
    : connection_(connection), owner_(std::move(owner)), leaseSeconds_(static_cast<int>(lease.count()))
{
}

std::vector<LeasedMail> Outbox::lease(int most)
{
    auto found = store::inTx(connection_, [&](soci::session& session) {
        return leasedRows(session, owner_, leaseSeconds_, most, std::type_identity<Row>());
    });
    std::vector<LeasedMail> mails;
    for (auto& row : found) mails.push_back(mailOf(std::move(row)));
    return mails;
}

bool Outbox::renew(MailId mail)
{
    return store::inTx(connection_, [&](soci::session& session) {
        return countOf(store::one<int>(session, "CALL mail_renew(:mail, :owner, :seconds)", mail, owner_,
                                       leaseSeconds_)) == 1;
    });
}

bool Outbox::record(MailId mail, Outcome outcome, const std::string& error, std::chrono::seconds delay)
{
    const std::string word = wordOf(outcome);
    const int seconds = static_cast<int>(delay.count());
    return store::inTx(connection_, [&](soci::session& session) {
        return countOf(store::one<int>(session, "CALL mail_result(:mail, :owner, :outcome, :error, :seconds)",
                                       mail, owner_, word, error, seconds)) == 1;
    });
}

int Outbox::freeAll()
{
    return store::inTx(connection_, [&](soci::session& session) {
        return countOf(store::one<int>(session, "CALL mail_free(:owner)", owner_));
    });
}
} // namespace accueil
