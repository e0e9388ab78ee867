// core/catalogue/policy.h - the site's minutes for "who is next"; a town edits them.
#pragma once

namespace accueil
{
/// All in minutes, unless said.
struct QueuePolicy
{
    int appointmentCredit = 30; ///< an appointment in time is due so long before its start
    int lateAfter = 10;         ///< later than this: in the order of arrival
    int receptionAfter = 60;    ///< later than this: the reception decides
    int priorityCredit = 60;    ///< wheelchair, pregnancy, age …: so much earlier
    int parkedFor = 10;         ///< a parked visitor is kept so long for the counter that parked
    int callsBeforeNoShow = 3;  ///< calls before a no-show is offered
};
} // namespace accueil
