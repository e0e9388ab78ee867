#include "core/notification/ics.h"
#include "core/base/errors.h"
#include "core/booking/token.h"
#include <cstdlib>
#include <libical/ical.h>
#include <memory>

namespace accueil
{
namespace
{
using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

Component owned(icalcomponent* component)
{
    if (!component) throw std::bad_alloc();
    return {component, &icalcomponent_free};
}

void add(const Component& component, icalproperty* property)
{
    icalcomponent_add_property(component.get(), property);
}

icaltimetype icalDay(Day day)
{
    const std::chrono::year_month_day date{day};
    icaltimetype time = icaltime_null_time();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return time;
}

icaltimetype icalTime(Day day, int minute)
{
    icaltimetype time = icalDay(day);
    time.hour = minute / 60;
    time.minute = minute % 60;
    return icaltime_normalize(time); // 24:00 is the next day's midnight
}

icaltimetype icalUtc(Instant at)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    return icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_utc_timezone());
}

icalproperty* inZone(icalproperty* time, const std::string& zone)
{
    icalproperty_add_parameter(time, icalparameter_new_tzid(zone.c_str()));
    return time;
}

/// Whether these rules of summer or winter time may be the last ones that took effect before `day`.
bool matters(icalcomponent* rules, Day day)
{
    icalproperty* recurrence = icalcomponent_get_first_property(rules, ICAL_RRULE_PROPERTY);
    if (!recurrence || icaltime_compare(icalcomponent_get_dtstart(rules), icalDay(day)) > 0) return false;
    const icaltimetype until = icalproperty_get_rrule(recurrence).until;
    return icaltime_is_null_time(until) || icaltime_compare(until, icalDay(day - std::chrono::days(366))) > 0;
}

/// The system's rules carry every change since 1880, which some calendars refuse: keep those in force on
/// `day`. A zone without yearly changes keeps all it has.
void keepCurrentRules(icalcomponent* zone, Day day)
{
    std::vector<icalcomponent*> past;
    bool anyMatters = false;
    for (auto* rules = icalcomponent_get_first_component(zone, ICAL_ANY_COMPONENT); rules;
         rules = icalcomponent_get_next_component(zone, ICAL_ANY_COMPONENT)) {
        if (matters(rules, day))
            anyMatters = true;
        else
            past.push_back(rules);
    }
    if (!anyMatters) return;
    for (auto* rules : past) {
        icalcomponent_remove_component(zone, rules);
        icalcomponent_free(rules);
    }
}

Component timeZoneRules(const std::string& name, Day day)
{
    icaltimezone* zone = icaltimezone_get_builtin_timezone(name.c_str());
    icalcomponent* rules = zone ? icaltimezone_get_component(zone) : nullptr;
    if (!rules) throw ConfigError("unknown time zone " + name);
    auto copy = owned(icalcomponent_new_clone(rules));
    // The library's own prefix before the name is not understood elsewhere.
    icalproperty_set_tzid(icalcomponent_get_first_property(copy.get(), ICAL_TZID_PROPERTY), name.c_str());
    keepCurrentRules(copy.get(), day);
    return copy;
}

/// Of the site, not of this machine: the web page and the mail must give the same.
std::string uid(const Notice& notice)
{
    const auto at = notice.email.find('@');
    const auto domain = at == std::string::npos ? "accueil" : notice.email.substr(at + 1);
    return fmt::format("{}-{}@{}", notice.reference, notice.appointment.value(), domain);
}

std::string description(const Messages& messages, const Notice& notice)
{
    std::string text;
    for (const auto& line : proceduresInWords(messages, notice)) text += line + "\n";
    text += lengthInWords(messages, notice) + "\n\n";
    if (!notice.papers.empty()) {
        text += messages.tr("What to bring") + "\n";
        for (const auto& paper : notice.papers) text += "- " + paper + "\n";
        text += "\n";
    }
    text += messages.tr("Reference: {0}", referenceInWords(notice.reference));
    if (!notice.manageUrl.empty()) text += "\n" + notice.manageUrl;
    return text;
}

Component event(const Messages& messages, const Notice& notice, CalendarMethod method, Instant now)
{
    auto event = owned(icalcomponent_new(ICAL_VEVENT_COMPONENT));
    const bool cancelled = method == CalendarMethod::cancel;
    add(event, icalproperty_new_uid(uid(notice).c_str()));
    add(event, icalproperty_new_sequence(notice.revision));
    add(event, icalproperty_new_dtstamp(icalUtc(now)));
    add(event, inZone(icalproperty_new_dtstart(icalTime(notice.day, notice.start.value)), notice.timeZone));
    add(event, inZone(icalproperty_new_dtend(icalTime(notice.day, notice.start.value + notice.minutes)),
                      notice.timeZone));
    add(event, icalproperty_new_summary(messages.tr("Appointment, {0}", notice.town).c_str()));
    add(event, icalproperty_new_location((placeInWords(messages, notice) + ", " + notice.address).c_str()));
    if (!cancelled) add(event, icalproperty_new_description(description(messages, notice).c_str()));
    if (!cancelled && !notice.manageUrl.empty()) add(event, icalproperty_new_url(notice.manageUrl.c_str()));
    add(event, icalproperty_new_status(cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    add(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    if (!notice.email.empty()) {
        icalproperty* organizer = icalproperty_new_organizer(("mailto:" + notice.email).c_str());
        icalproperty_add_parameter(organizer, icalparameter_new_cn(notice.town.c_str()));
        add(event, organizer);
    }
    return event;
}
} // namespace

std::string calendarFile(const Notice& notice, CalendarMethod method, Instant now)
{
    const Messages messages(notice.language);
    auto calendar = owned(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(calendar, icalproperty_new_version("2.0"));
    add(calendar, icalproperty_new_prodid("-//Accueil//Accueil//EN"));
    add(calendar,
        icalproperty_new_method(method == CalendarMethod::cancel ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH));
    icalcomponent_add_component(calendar.get(), timeZoneRules(notice.timeZone, notice.day).release());
    icalcomponent_add_component(calendar.get(), event(messages, notice, method, now).release());
    const std::unique_ptr<char, decltype(&std::free)> text(icalcomponent_as_ical_string_r(calendar.get()),
                                                           &std::free);
    return text.get();
}

std::string calendarFileName(const Messages& messages)
{
    return messages.trc("file name", "appointment") + ".ics";
}
} // namespace accueil
