#include "staff-desktop/logic/link.h"
#include "core/base/log.h"
#include <algorithm>
#include <optional>

namespace accueil
{
namespace
{
/// Nothing when the error came from an answer, so that the link says nothing.
std::optional<Link::Health> healthAfter(const std::exception_ptr& error)
{
    if (!error) return Link::Health::up;
    try {
        std::rethrow_exception(error);
    } catch (const ConnectionLost&) {
        return Link::Health::lost;
    } catch (const AccessDenied&) {
        return Link::Health::closed;
    } catch (const ForeignSchema&) {
        return Link::Health::foreign;
    } catch (const Refused&) {
        return Link::Health::up;
    } catch (...) {
        return {};
    }
}
} // namespace

bool isLoss(const std::exception_ptr& error)
{
    return healthAfter(error) == Link::Health::lost;
}

bool isRefusal(const std::exception_ptr& error, Refusal why)
{
    try {
        if (error) std::rethrow_exception(error);
    } catch (const Refused& refused) {
        return refused.why() == why;
    } catch (...) {
        return false;
    }
    return false;
}

void Link::heard(const std::exception_ptr& error)
{
    const auto health = healthAfter(error);
    if (!health) return;
    if (*health == Health::up) lastAnswer_ = clock_.now();
    failures_ = *health == Health::up ? 0 : failures_ + 1;
    become(*health);
}

void Link::become(Health health)
{
    const Health before = health_;
    health_ = health;
    if (health != before && log_ == Log::yes) {
        if (health == Health::lost)
            log::warning("desk.link.lost", "the database does not answer; the desk keeps trying");
        if (health == Health::foreign)
            log::error("desk.schema.foreign", "the database is of another version of Accueil");
        if (health == Health::closed)
            log::warning("desk.account.closed", "the account no longer opens the database");
        if (health == Health::up) log::info("desk.link.restored", "the database answers again");
    }
    changed_();
    if (before != Health::up && health == Health::up) restored_();
}

std::chrono::milliseconds Link::pause() const
{
    using namespace std::chrono_literals;
    return std::min<std::chrono::milliseconds>(500ms * (1 << std::min(failures_, 4)), 5s);
}
} // namespace accueil
