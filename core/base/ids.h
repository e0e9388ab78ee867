// core/base/ids.h - one type a kind of row, so that a service is never passed where a counter belongs.
#pragma once
#include <compare>
#include <functional>

namespace accueil
{
/// The key of a row. 0 means "none yet" and is never stored.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(long long value) : value_(value) {}
    constexpr long long value() const { return value_; }
    constexpr explicit operator bool() const { return value_ != 0; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;

private:
    long long value_ = 0;
};

using SiteId = Id<struct SiteTag>;
using WaitingAreaId = Id<struct WaitingAreaTag>;
using ServiceId = Id<struct ServiceTag>;
using ProcedureId = Id<struct ProcedureTag>;
using DocumentId = Id<struct DocumentTag>;
using CounterId = Id<struct CounterTag>;
using OpeningId = Id<struct OpeningTag>;
using AppointmentId = Id<struct AppointmentTag>;
using TicketId = Id<struct TicketTag>;
using MailId = Id<struct MailTag>;
using StaffId = Id<struct StaffTag>;
} // namespace accueil

template <class Tag>
struct std::hash<accueil::Id<Tag>>
{
    std::size_t operator()(const accueil::Id<Tag>& id) const noexcept { return std::hash<long long>{}(id.value()); }
};
