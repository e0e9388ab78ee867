#include "staff-desktop/logic/live_feed.h"

namespace accueil
{
void LiveFeed::tick()
{
    if (inquiry_.pending() || desk_.clock.now() < due_ || desk_.link.health() == Link::Health::closed) return;
    inquiry_.ask(
        [&service = desk_.service, renew = renewalDue_] {
            Heard heard;
            if (renew) heard.catalogue = service.catalogue();
            heard.news = service.news();
            return heard;
        },
        [this](const Heard& heard) {
            due_ = desk_.clock.now() + std::chrono::milliseconds(500);
            tell(heard);
        },
        [this](const std::exception_ptr&) { due_ = desk_.clock.now() + desk_.link.pause(); });
}

void LiveFeed::tell(const Heard& heard)
{
    if (heard.catalogue) {
        renewalDue_ = false;
        desk_.renew(heard.catalogue);
        renewed_();
    }
    if (heard.news.settings) renewalDue_ = true;
    if (heard.news.queue || heard.news.agenda) news_(heard.news);
}
} // namespace accueil
