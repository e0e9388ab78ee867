#include "staff-desktop/logic/status_line.h"
#include "core/base/date_words.h"
#include "core/base/describe.h"

namespace accueil
{
namespace
{
std::string withSeconds(const Desk& desk, Instant at)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count() % 60;
    return fmt::format("{}:{:02}", clockText(desk.local(at).minute), seconds);
}
} // namespace

StatusLine statusLine(const Desk& desk)
{
    const Messages& m = desk.messages();
    StatusLine line{.good = desk.link.up()};
    const Instant last = desk.link.lastAnswer();
    switch (desk.link.health()) {
    case Link::Health::up:
        line.text = m.tr("Connected · up to date at {0}", withSeconds(desk, last));
        break;
    case Link::Health::lost:
        line.text =
            m.tr("No connection since {0}. What you typed is kept.", clockText(desk.local(last).minute));
        break;
    case Link::Health::closed:
        line.text = describe(m, std::make_exception_ptr(AccessDenied("", 0)));
        break;
    case Link::Health::foreign:
        line.text = describe(m, std::make_exception_ptr(ForeignSchema(0, 0)));
        break;
    }
    const LocalTime now = desk.now();
    line.clock = capitalised(dayWithYear(m, now.day)) + " · " + clockText(now.minute);
    return line;
}
} // namespace accueil
