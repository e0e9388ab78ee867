// staff-desktop/logic/desk.h - what the presenters of one log-in share.
#pragma once
#include "core/base/task_runner.h"
#include "staff-desktop/logic/desk_service.h"
#include "staff-desktop/logic/link.h"
#include "staff-desktop/logic/speech.h"

namespace accueil
{
/// Outlives the presenters; `tasks`, `service`, `clock` and `speech` outlive it. GUI thread.
class Desk
{
public:
    Desk(TaskRunner& taskRunner, DeskService& deskService, const Clock& serverClock, Speech& windowSpeech,
         DeskSession session)
        : tasks(taskRunner), service(deskService), clock(serverClock), speech(windowSpeech),
          link(serverClock), session_(std::move(session))
    {
    }

    TaskRunner& tasks;
    DeskService& service;
    const Clock& clock;
    Speech& speech;
    Link link;

    const StaffMember& staff() const { return session_.staff; }
    const Catalogue& catalogue() const { return *session_.catalogue; }
    std::shared_ptr<const Catalogue> sharedCatalogue() const
    {
        return session_.catalogue;
    } ///< for work on another thread
    void renew(std::shared_ptr<const Catalogue> catalogue) { session_.catalogue = std::move(catalogue); }

    const Messages& messages() const { return speech.messages(); }
    Language language() const { return speech.language(); }

    LocalTime local(Instant at) const { return catalogue().zone().toLocal(at); }
    LocalTime now() const { return local(clock.now()); }
    Day today() const { return now().day; }

private:
    DeskSession session_;
};
} // namespace accueil
