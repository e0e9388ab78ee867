#include "core/catalogue/settings.h"
#include "core/store/sql.h"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace accueil
{
namespace
{
template <int QueuePolicy::* Field>
int& queue(SitePolicies& policies)
{
    return policies.queue.*Field;
}

template <int BookingPolicy::* Field>
int& booking(SitePolicies& policies)
{
    return policies.booking.*Field;
}

std::optional<int> numberOf(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

bool isText(const SettingRule& rule)
{
    return rule.of == nullptr;
}

bool isClock(const SettingRule& rule)
{
    return std::string_view(rule.unit) == "clock";
}

/// As stored; none outside the range.
std::optional<int> stored(const SettingRule& rule, const std::string& value)
{
    const auto number = numberOf(value);
    if (!number || *number < rule.least || *number > rule.most) return {};
    return number;
}

std::string numberInWords(const SettingRule& rule, int number)
{
    return isClock(rule) ? clockText({number}) : std::to_string(number);
}
} // namespace

const std::vector<SettingRule>& settingRules()
{
    static const std::vector<SettingRule> rules{
        {"booking.citizen_limit_minutes", "minutes", 0, 10080, "a citizen may move or cancel until so long before the start",
         booking<&BookingPolicy::citizenLimitMinutes>},
        {"booking.hold_minutes", "minutes", 1, 60, "a chosen place is kept so long while the person is typed in",
         booking<&BookingPolicy::holdMinutes>},
        {"booking.most_per_email", "visits", 0, 99, "upcoming appointments for one e-mail address; 0: no limit",
         booking<&BookingPolicy::mostPerEmail>},
        {"booking.most_per_person", "visits", 0, 99, "upcoming appointments of one name and birth date; 0: no limit",
         booking<&BookingPolicy::mostPerPerson>},
        {"booking.opens_at", "clock", 0, 1439, "when the next day of the horizon opens for online booking",
         booking<&BookingPolicy::opensAt>},
        {"queue.alarm_silent", "seconds", 30, 3600, "a kiosk or screen without a sign of life for longer raises an alarm",
         queue<&QueuePolicy::alarmSilent>},
        {"queue.alarm_wait", "minutes", 0, 480, "a longer wait raises an alarm in the supervision; 0: never",
         queue<&QueuePolicy::alarmWait>},
        {"queue.alarm_waiting", "people", 0, 999, "more people waiting for one service raise an alarm; 0: never",
         queue<&QueuePolicy::alarmWaiting>},
        {"queue.appointment_credit", "minutes", 0, 240, "an appointment in time is due so long before its start",
         queue<&QueuePolicy::appointmentCredit>},
        {"queue.calls_before_no_show", "calls", 1, 9, "calls before a no-show is offered", queue<&QueuePolicy::callsBeforeNoShow>},
        {"queue.late_after", "minutes", 0, 240, "later than this: in the order of arrival", queue<&QueuePolicy::lateAfter>},
        {"queue.parked_for", "minutes", 0, 240, "a parked visitor is kept so long for the counter that parked",
         queue<&QueuePolicy::parkedFor>},
        {"queue.pick_from", "role", 0, 2, "who may call out of order: 0 nobody, 1 agents, 2 supervisors", queue<&QueuePolicy::pickFrom>},
        {"queue.presence_step", "step", 0, 1, "1: a called visitor is noted as present by a click; 0: served as soon as called",
         queue<&QueuePolicy::presenceStep>},
        {"queue.priority_credit", "minutes", 0, 240, "wheelchair, pregnancy, age: so much earlier", queue<&QueuePolicy::priorityCredit>},
        {"queue.reception_after", "minutes", 0, 480, "later than this: the reception decides", queue<&QueuePolicy::receptionAfter>},
        {"screen.message", "text", 0, 255, "a line on the call screens; empty: none", nullptr},
    };
    return rules;
}

const SettingRule* findSetting(std::string_view name)
{
    const auto found = std::ranges::find(settingRules(), name, &SettingRule::name);
    return found == settingRules().end() ? nullptr : &*found;
}

std::string checkedSetting(const std::string& name, const std::string& text)
{
    const SettingRule* rule = findSetting(name);
    if (!rule) throw InvalidInput("there is no setting " + name);
    if (isText(*rule)) {
        if (static_cast<int>(text.size()) > rule->most) throw InvalidInput(fmt::format("{} takes {} bytes at most", name, rule->most));
        return text;
    }
    std::optional<int> number = numberOf(text);
    if (isClock(*rule)) {
        const auto clock = parseClock(text);
        number = clock ? std::optional(clock->value) : std::nullopt;
    }
    if (!number || *number < rule->least || *number > rule->most)
        throw InvalidInput(fmt::format("{} takes {} to {}{}", name, numberInWords(*rule, rule->least), numberInWords(*rule, rule->most),
                                       isClock(*rule) ? "" : std::string(" ") + rule->unit));
    return std::to_string(*number);
}

std::string settingInWords(const SettingRule& rule, const std::map<std::string, std::string>& rows)
{
    const auto found = rows.find(rule.name);
    if (found == rows.end()) return "";
    if (isText(rule)) return found->second;
    const auto number = stored(rule, found->second);
    return number ? numberInWords(rule, *number) : "";
}

std::string standardInWords(const SettingRule& rule)
{
    SitePolicies standard;
    return isText(rule) ? "" : numberInWords(rule, rule.of(standard));
}

std::map<std::string, std::string> siteSettings(soci::session& session, SiteId site)
{
    std::map<std::string, std::string> all;
    for (auto& [name, value] : store::rows<std::string, std::string>(
             session, "SELECT name, value FROM site_setting WHERE site_id = :site", site))
        all[name] = value;
    return all;
}

SitePolicies policiesOf(const std::map<std::string, std::string>& rows)
{
    SitePolicies policies;
    for (const auto& rule : settingRules())
        if (const auto found = rows.find(rule.name); !isText(rule) && found != rows.end())
            if (const auto number = stored(rule, found->second)) rule.of(policies) = *number;
    return policies;
}

void changeSetting(store::Connection& connection, SiteId site, const std::string& name, const std::string& text)
{
    const std::string value = checkedSetting(name, text);
    store::inTx(connection,
                [&](soci::session& session) { store::exec(session, "CALL change_setting(:site, :name, :value)", site, name, value); });
}
} // namespace accueil
