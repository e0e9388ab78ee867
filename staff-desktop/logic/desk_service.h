// staff-desktop/logic/desk_service.h - what the desk asks of the shared data, page by page.
#pragma once
#include "core/people/session.h"
#include "staff-desktop/logic/agenda_service.h"
#include "staff-desktop/logic/book_service.h"
#include "staff-desktop/logic/calls_service.h"
#include "staff-desktop/logic/counter_service.h"
#include "staff-desktop/logic/day_service.h"
#include "staff-desktop/logic/find_service.h"
#include "staff-desktop/logic/import_service.h"
#include "staff-desktop/logic/print_service.h"
#include "staff-desktop/logic/supervision_service.h"
#include "staff-desktop/logic/visit_service.h"
#include "staff-desktop/logic/walk_in_service.h"
#include <memory>
#include <string>
#include <vector>

namespace accueil
{
/// Who sits at this desk, and what the town offers.
struct DeskSession
{
    StaffMember staff;
    std::shared_ptr<const Catalogue> catalogue;
};

/// What happened at the site since the last time.
struct News
{
    bool queue = false, agenda = false, settings = false;
    bool help = false; ///< somebody asks for help, comes, or needs none any more
    std::vector<std::pair<TicketId, CounterId>> called;
};

/// Every call waits for the database: worker thread only. All but logIn() need a log-in before.
/// All may throw ConnectionLost, AccessDenied, ForeignSchema, NotAllowed; refusals are those of core's
/// function.
class DeskService : public virtual BookService,
                    public virtual CallsService,
                    public virtual DayService,
                    public virtual AgendaService,
                    public virtual FindService,
                    public virtual VisitService,
                    public virtual CounterService,
                    public virtual ImportService,
                    public virtual PrintService,
                    public virtual SupervisionService,
                    public virtual WalkInService
{
public:
    virtual DeskSession logIn(const std::string& account, const std::string& password) = 0;
    virtual std::shared_ptr<const Catalogue> catalogue() = 0; ///< read again
    virtual News news() = 0; ///< the first after a log-in says everything changed
};
} // namespace accueil
