// core/catalogue/policy.h - the site's rules for "who is next" and for booking; a town edits them (site_setting).
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
    int presenceStep = 1;       ///< 1: called, then "is here" by a click; 0: served at once
    int pickFrom = 1;           ///< who may call out of order: 0 nobody, 1 agents, 2 supervisors
    int alarmWait = 30;         ///< a longer wait raises an alarm in the supervision; 0: never
    int alarmWaiting = 15;      ///< people; more waiting for one service raise an alarm; 0: never
    int alarmSilent = 60;       ///< seconds; a kiosk or screen without a sign of life for longer
};

/// The site's rules of booking.
struct BookingPolicy
{
    int holdMinutes = 10;         ///< a chosen place is kept so long while the person is typed in
    int opensAt = 7 * 60;         ///< minute of the day at which the next day of the horizon opens online
    int citizenLimitMinutes = 0;  ///< citizens may move or cancel until so long before the start
    int mostPerEmail = 8;         ///< upcoming visits for one e-mail address; a family may share one. 0: no limit
    int mostPerPerson = 3;        ///< upcoming visits of one name and birth date. 0: no limit
};
} // namespace accueil
