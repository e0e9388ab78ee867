// staff-desktop/logic/live_feed.h - notices what colleagues, kiosks and citizens change.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"

namespace accueil
{
/// Asks for news every half second; after a loss less and less often, and by itself until somebody answers.
/// GUI thread.
class LiveFeed
{
public:
    explicit LiveFeed(Desk& desk) : desk_(desk), inquiry_(desk.tasks, desk.link), due_(desk.clock.now()) {}

    void tick(); ///< a few times a second

    Listening onNews(std::function<void(const News&)> listener) { return news_.connect(std::move(listener)); }
    /// The catalogue was read again.
    Listening onRenewed(std::function<void()> listener) { return renewed_.connect(std::move(listener)); }

private:
    struct Heard
    {
        News news;
        std::shared_ptr<const Catalogue> catalogue; ///< set when it was read again
    };
    void tell(const Heard& heard);

    Desk& desk_;
    Inquiry inquiry_;
    Instant due_;
    bool renewalDue_ = false; ///< until the catalogue was read again, whatever fails in between
    Signal<const News&> news_;
    Signal<> renewed_;
};
} // namespace accueil
