#include "core/base/date_words.h"
#include "core/base/describe.h"
#include "core/booking/visit_words.h"
#include "staff-desktop/logic/supervision_presenter.h"
#include "staff-desktop/logic/supervision_words.h"
#include <algorithm>

namespace accueil
{
namespace
{
constexpr std::size_t shownAlarms = 2;

CounterLook lookOf(const CounterNow& counter)
{
    if (counter.help) return CounterLook::help;
    if (!counter.staff) return counter.absentFor.empty() ? CounterLook::closed : CounterLook::absent;
    if (counter.ticket)
        return counter.ticket->state == TicketState::serving ? CounterLook::serving : CounterLook::called;
    return counter.pausedAt == Instant{} ? CounterLook::free : CounterLook::paused;
}

std::string stateWords(const Messages& m, const CounterNow& counter, CounterLook look)
{
    switch (look) {
    case CounterLook::help:
        return counter.help->comingBy ? m.tr("Help: {0} is coming", counter.help->comingByName)
                                      : m.trc("counter", "Help");
    case CounterLook::absent:
        return m.trc("counter", "Absent today");
    case CounterLook::closed:
        return m.trc("counter", "Closed");
    case CounterLook::paused:
        return m.tr("Pause: {0}", inWords(m, counter.pause));
    case CounterLook::called:
        return stateWord(m, VisitState::called);
    case CounterLook::serving:
        return stateWord(m, VisitState::serving);
    case CounterLook::free:
        break;
    }
    return m.trc("state", "Free");
}

std::string joined(const Catalogue& catalogue, Language language, const std::vector<ServiceId>& services)
{
    std::string line;
    for (const ServiceId id : services)
        if (const Service* service = catalogue.find(id))
            line += (line.empty() ? "" : " · ") + service->shortName.in(language);
    return line;
}
} // namespace

std::string SupervisionPresenter::tabName() const
{
    const std::string name = desk_.messages().trc("tab", "Supervision");
    const auto alarms = shown().size();
    return alarms == 0 ? name : fmt::format("{} ({})", name, alarms);
}

SupervisionState SupervisionPresenter::state() const
{
    const Messages& m = desk_.messages();
    SupervisionState state{.loaded = loaded_, .service = service_, .counter = counter_};
    if (!loaded_) {
        state.nothing = roomProblem_ ? describe(m, roomProblem_) : m.tr("One moment …");
        return state;
    }
    const auto alarms = shown();
    for (const auto& one : alarms)
        if (state.alarms.size() < shownAlarms) state.alarms.push_back(one ? inWords(*one) : closingInWords());
    if (const long more = std::ssize(alarms) - std::ssize(state.alarms); more > 0)
        state.moreAlarms = m.trn("and {0} more", "and {0} more", more);
    for (const auto& one : now_.room.services) state.services.push_back(rowOf(one));
    for (const auto& one : now_.room.counters) state.counters.push_back(rowOf(one));
    for (const auto& one : now_.room.devices) state.devices.push_back(rowOf(one));
    for (const auto& one : now_.room.messages)
        if (one.until == Instant{} || one.until > desk_.clock.now()) state.messages.push_back(rowOf(one));
    if (counter_) state.chosen = m.tr("Counter {0}:", numberOf(counter_));
    if (service_) state.chosen = m.tr("{0}:", nameOf(service_));
    state.acts = acts();
    state.form = form();
    state.said = problem_ && draft_.kind == SupervisionForm::none ? describe(m, problem_) : said_;
    state.saidTone = problem_ ? Tone::look : saidTone_;
    state.foot = foot();
    return state;
}

std::string SupervisionPresenter::foot() const
{
    const auto open =
        std::ranges::count_if(now_.room.counters, [](const CounterNow& one) { return bool(one.staff); });
    return desk_.messages().tr("{0} of {1} counters open", open, now_.room.counters.size());
}

// ---- what asks for the eye

SupervisionState::Alarm SupervisionPresenter::inWords(const Alarm& alarm) const
{
    const Messages& m = desk_.messages();
    SupervisionState::Alarm words{.seen = m.trc("alarm", "Seen")};
    const auto device = std::ranges::find(now_.room.devices, alarm.device, &DeviceNow::account);
    if (device != now_.room.devices.end()) words.strong = deviceName(m, desk_.catalogue(), *device);
    if (alarm.service) {
        words.strong = nameOf(alarm.service);
        const CounterId closed = closedCounterFor(alarm.service);
        words.remedy = closed ? m.tr("Open counter {0} …", numberOf(closed)) : m.tr("Announce the delay …");
    }
    switch (alarm.kind) {
    case Alarm::Kind::help: {
        const HelpCall& help = *find(alarm.counter)->help;
        words.help = true;
        words.tone = help.comingBy ? Tone::look : Tone::wrong;
        words.strong = m.tr("Counter {0} asks for help", numberOf(alarm.counter));
        words.rest = help.comingBy ? m.tr("{0} is coming", help.comingByName)
                                   : m.tr("{0} ago", forHowLong(m, desk_.clock.now() - help.askedAt));
        words.remedy = help.comingBy ? m.tr("Settled") : m.tr("I am coming");
        words.seen = help.comingBy ? words.seen : "";
        break;
    }
    case Alarm::Kind::longWait:
        words.rest = m.tr("a wait of more than {0} min", desk_.catalogue().policy().alarmWait);
        break;
    case Alarm::Kind::manyWaiting:
        words.rest = m.tr("{0} people are waiting", find(alarm.service)->waiting);
        break;
    case Alarm::Kind::deviceTrouble:
        words.rest = troubleInWords(m, device->trouble);
        break;
    case Alarm::Kind::deviceSilent:
        words.rest = m.tr("no sign of life since {0}", clockText(desk_.local(device->seenAt).minute));
        break;
    }
    return words;
}

SupervisionState::Alarm SupervisionPresenter::closingInWords() const
{
    const Messages& m = desk_.messages();
    const auto before = std::ranges::count_if(
        left_, [this](const Ticket& one) { return desk_.local(one.arrivedAt).day < desk_.today(); });
    SupervisionState::Alarm words{.remedy = m.tr("Close the day …"), .seen = m.trc("alarm", "Seen")};
    words.strong = m.trn("{0} ticket has no end", "{0} tickets have no end", std::ssize(left_));
    words.rest = before > 0 ? m.tr("from yesterday or before") : m.tr("the last opening of today is over");
    return words;
}

// ---- the lists

SupervisionState::ServiceRow SupervisionPresenter::rowOf(const ServiceNow& service) const
{
    const Messages& m = desk_.messages();
    SupervisionState::ServiceRow row{.id = service.service, .name = nameOf(service.service)};
    const Service* found = desk_.catalogue().find(service.service);
    if (const WaitingArea* area = found ? desk_.catalogue().find(found->area) : nullptr)
        row.area = area->code;
    row.waiting = std::to_string(service.waiting);
    if (service.waiting > 0) {
        row.longest = m.tr("{0} min", service.longestMinutes);
        row.median = m.tr("{0} min", service.medianMinutes);
    } else {
        row.longest = row.median = "–";
    }
    row.estimate = waitShort(m, service.estimate);
    row.toCome = std::to_string(service.toCome);
    row.open = service.walkIns;
    row.walkIns = walkInWords(m, service.walkIns, service.walkInQuota);
    const QueuePolicy& policy = desk_.catalogue().policy();
    row.tooLong = policy.alarmWait > 0 && service.longestMinutes > policy.alarmWait;
    row.tooMany = policy.alarmWaiting > 0 && service.waiting > policy.alarmWaiting;
    return row;
}

SupervisionState::CounterRow SupervisionPresenter::rowOf(const CounterNow& counter) const
{
    const Messages& m = desk_.messages();
    SupervisionState::CounterRow row{
        .id = counter.counter, .number = numberOf(counter.counter), .look = lookOf(counter)};
    if (const Counter* found = desk_.catalogue().find(counter.counter)) {
        row.services = joined(desk_.catalogue(), desk_.language(), found->serves);
        if (!found->helps.empty())
            row.services += (row.services.empty() ? "" : " ") +
                            m.tr("(helps: {0})", joined(desk_.catalogue(), desk_.language(), found->helps));
    }
    row.agent = counter.staff ? counter.name : "–";
    row.state = stateWords(m, counter, row.look);
    if (row.look != CounterLook::absent && !counter.absentFor.empty())
        row.state += " · " + m.tr("noted absent");
    if (counter.ticket) row.ticket = counter.ticket->number;
    if (counter.staff) row.since = forHowLong(m, desk_.clock.now() - counter.since);
    return row;
}

SupervisionState::DeviceRow SupervisionPresenter::rowOf(const DeviceNow& device) const
{
    const Messages& m = desk_.messages();
    SupervisionState::DeviceRow row{.name = deviceName(m, desk_.catalogue(), device)};
    const auto seen = desk_.local(device.seenAt);
    const auto silent = desk_.clock.now() - device.seenAt;
    const bool inRoom = device.kind == "kiosk" || device.kind == "display";
    if (device.seenAt == Instant{}) {
        row.says = m.tr("not used yet");
        row.tone = Tone::plain;
        return row;
    }
    row.ago = m.tr("{0} ago", forHowLong(m, silent));
    row.says = m.tr("up to date");
    if (device.kind == "mail" && now_.room.mailsWaiting > 0)
        row.says = m.trn("{0} waiting to go", "{0} waiting to go", now_.room.mailsWaiting);
    if (inRoom && silent > std::chrono::seconds(desk_.catalogue().policy().alarmSilent)) {
        row.tone = Tone::look;
        row.says = m.tr("no sign of life since {0}",
                        (seen.day == desk_.today() ? "" : shortDay(seen.day) + " ") + clockText(seen.minute));
    } else if (!device.trouble.empty()) {
        row.tone = Tone::look;
        row.says = troubleInWords(m, device.trouble);
    }
    return row;
}

SupervisionState::MessageRow SupervisionPresenter::rowOf(const ScreenMessage& message) const
{
    const Messages& m = desk_.messages();
    SupervisionState::MessageRow row{.area = message.area};
    const WaitingArea* area = desk_.catalogue().find(message.area);
    int written = 0;
    for (const Language language : languages) {
        written += message.text.in(language).empty() ? 0 : 1;
        if (row.text.empty()) row.text = message.text.in(language);
    }
    if (!message.text.in(desk_.language()).empty()) row.text = message.text.in(desk_.language());
    const std::string since = clockText(desk_.local(message.shownAt).minute);
    row.title = m.tr("Area {0}", area ? area->code : "") + " · ";
    row.title += message.until == Instant{}
                     ? m.tr("since {0}", since)
                     : m.tr("since {0}, until {1}", since, clockText(desk_.local(message.until).minute));
    row.title += " · " + (written == std::ssize(languages) ? m.tr("all four languages")
                                                           : m.trn("{0} language", "{0} languages", written));
    return row;
}

std::vector<SupervisionState::Button> SupervisionPresenter::acts() const
{
    const Messages& m = desk_.messages();
    std::vector<SupervisionState::Button> all;
    const bool rests = loaded_ && !act_.pending() && !wish_;
    const auto add = [&](SupervisionAct act, std::string label, bool enabled = true) {
        all.push_back({act, std::move(label), enabled && rests});
    };
    if (const CounterNow* counter = find(counter_)) {
        add(SupervisionAct::openCounter, m.trc("supervision", "&Open …"), !counter->staff);
        add(SupervisionAct::closeCounter, m.trc("supervision", "&Close"), bool(counter->staff));
        add(SupervisionAct::services, m.trc("supervision", "Change its &services …"));
        if (counter->absentFor.empty())
            add(SupervisionAct::absent, m.trc("supervision", "&Absent today …"));
        else
            add(SupervisionAct::back, m.trc("supervision", "&Back again"));
    }
    if (const ServiceNow* service = find(service_)) {
        add(SupervisionAct::walkIns, service->walkIns
                                         ? m.trc("supervision", "Sto&p tickets without appointment")
                                         : m.trc("supervision", "Give tickets without a&ppointment again"));
        add(SupervisionAct::quota, m.trc("supervision", "&Limit …"));
        add(SupervisionAct::delay, m.trc("supervision", "Announce a &delay …"));
    }
    add(SupervisionAct::message, m.trc("supervision", "Write a &message …"));
    add(SupervisionAct::closing, m.trc("supervision", "Close the da&y …"));
    return all;
}
} // namespace accueil
