#include "core/base/date_words.h"
#include "staff-desktop/logic/counter_presenter.h"
#include "staff-desktop/logic/counter_words.h"
#include <algorithm>
#include <tuple>

namespace accueil
{
namespace
{
constexpr std::chrono::seconds comingShown{
    20}; // whoever was about to get up reads that a colleague is faster
}

std::vector<CounterPresenter::Line> CounterPresenter::lines() const
{
    std::vector<Line> lines;
    for (const auto* list : {&now_.own, &now_.helped})
        for (const auto& ticket : *list) {
            const bool kept =
                now_.counter && keptForAnother(orderOf(ticket), now_.counter, desk_.clock.now());
            const Counter* by = kept ? desk_.catalogue().find(ticket.keptFor) : nullptr;
            lines.push_back({&ticket, list == &now_.helped, by ? by->number : 0});
        }
    std::ranges::stable_sort(lines, {},
                             [](const Line& line) { return std::tuple(line.keptFor != 0, line.helped); });
    return lines;
}

Standing CounterPresenter::standing(const Line& line) const
{
    const Ticket& one = *line.ticket;
    return {one.number, one.due, one.appointmentStart, one.arrivedAt, line.helped, line.keptFor};
}

void CounterPresenter::fillWaiting(CounterState& state) const
{
    const Messages& m = desk_.messages();
    const Instant now = desk_.clock.now();
    const auto all = lines();
    for (const auto& line : all) {
        const Ticket& ticket = *line.ticket;
        const auto waits =
            std::max<long>(std::chrono::floor<std::chrono::minutes>(now - ticket.arrivedAt).count(), 0);
        state.waiting.push_back(
            {.id = ticket.id,
             .number = ticket.number,
             .due = clockOf(desk_, ticket.due.at),
             .arrived = clockOf(desk_, ticket.arrivedAt),
             .waits = m.tr("{0} min", waits),
             .why = capitalised(whyOf(desk_, ticket)),
             .brief = line.keptFor ? m.tr("For counter {0}", line.keptFor) : whyInAColumn(desk_, ticket),
             .what = proceduresOf(m, desk_.catalogue(), ticket),
             .dim = line.helped || line.keptFor != 0});
        if (ticket.id != chosen_) continue;
        state.chosen = chosen_;
        state.whyChosen = ticket.id == all.front().ticket->id
                              ? m.tr("{0} is next: {1}.", ticket.number, whyOf(desk_, ticket))
                              : whyBefore(m, desk_.catalogue().zone(), standing(all.front()), standing(line));
    }
    state.waitingTitle = state.phase == CounterPhase::away ? m.tr("Waiting in the building")
                                                           : m.tr("Waiting for this counter");
    if (state.waiting.empty()) state.nobody = loaded_ ? m.tr("Nobody is waiting.") : m.tr("One moment …");
}

std::string CounterPresenter::asideInWords(const Ticket& ticket) const
{
    const Messages& m = desk_.messages();
    std::string words = inWords(m, ticket.parked);
    if (ticket.backAt != Instant{})
        words += ", " + m.tr("back around {0}", clockOf(desk_, ticket.backAt));
    else
        words += ", " + m.tr("since {0}", clockOf(desk_, ticket.parkedAt));
    if (const auto* by = ticket.keptFor == now_.counter ? nullptr : desk_.catalogue().find(ticket.keptFor))
        words += " · " + m.tr("Counter {0}", by->number);
    return words;
}

void CounterPresenter::fillParked(CounterState& state) const
{
    const Messages& m = desk_.messages();
    state.parkedTitle = m.tr("Set aside by me");
    for (const auto& ticket : now_.parked)
        state.parked.push_back({ticket.id, ticket.number, asideInWords(ticket)});
    const bool busy = state.phase != CounterPhase::free;
    state.resume = busy ? m.tr("Back to the waiting room") : m.tr("Resume");
}

void CounterPresenter::fillHelp(CounterState& state) const
{
    const Messages& m = desk_.messages();
    using Help = CounterState::Help;
    for (const auto& call : now_.help) {
        const auto* counter = desk_.catalogue().find(call.counter);
        if (!counter) continue;
        if (call.counter == now_.counter && now_.counter) {
            state.help.push_back(
                {call.counter,
                 call.comingBy
                     ? m.tr("{0} is coming to help you.", call.comingByName)
                     : m.tr("Help asked for at {0}. Nobody has answered yet.", clockOf(desk_, call.askedAt)),
                 call.comingBy ? m.trc("help", "Done") : m.trc("help", "Withdraw"), Help::Act::end});
        } else if (call.comingBy == desk_.staff().id) {
            state.help.push_back({call.counter, m.tr("You are going to help counter {0}.", counter->number),
                                  m.trc("help", "Done"), Help::Act::end});
        } else if (!call.comingBy) {
            state.help.push_back({call.counter,
                                  m.tr("Counter {0} asks for help ({1}).", counter->number, call.askedByName),
                                  m.tr("I am coming"), Help::Act::come});
        } else if (const auto since = helpedSince_.find(call.counter);
                   since != helpedSince_.end() && desk_.clock.now() - since->second < comingShown) {
            state.help.push_back({call.counter,
                                  m.tr("{0} goes to help counter {1}.", call.comingByName, counter->number),
                                  "", Help::Act::none});
        }
    }
}

TransferChoices CounterPresenter::transferChoices() const
{
    TransferChoices choices;
    const Language language = desk_.language();
    for (const auto& service : desk_.catalogue().services()) {
        TransferChoices::To to{service.id, service.shortName.in(language)};
        const bool present = now_.visitor && now_.visitor->service == service.id;
        choices.services.insert(present ? choices.services.begin() : choices.services.end(), std::move(to));
    }
    const Messages& m = desk_.messages();
    for (const auto& seat : now_.seats)
        if (const auto* counter = desk_.catalogue().find(seat.counter); counter && seat.open && !seat.mine)
            choices.counters.push_back(
                {seat.counter, m.tr("Counter {0} ({1})", counter->number, seat.staff)});
    return choices;
}
} // namespace accueil
