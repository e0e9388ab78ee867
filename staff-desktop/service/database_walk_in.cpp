#include "staff-desktop/service/desk_session.h"

namespace accueil
{
IssuedTicket DatabaseDesk::walkIn(const RequestKey& key, ProcedureId procedure, Language language,
                                  bool priority)
{
    return accueil::walkIn(session().connection, *session().catalogue, key, procedure, language, priority);
}
} // namespace accueil
