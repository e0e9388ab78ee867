#include "kiosk-app/logic/fact_words.h"
#include "core/base/describe.h"

namespace accueil::kiosk
{
namespace
{
FactPanel appointmentAndArrival(const Messages& m, const FactPage& page)
{
    return {.label = m.tr("Your appointment"),
            .value = clockText(page.start.minute),
            .secondLabel = m.tr("Your arrival"),
            .secondValue = clockText(page.arrival)};
}

Line outlookLine(const Messages& m, const Outlook& outlook)
{
    const std::string ahead =
        outlook.ahead == 0 ? m.tr("Nobody ahead of you.")
                           : m.trn("{0} person ahead of you.", "{0} people ahead of you.", outlook.ahead);
    return {Sign::clock, m.tr("Estimated wait: {0}", waitInWords(m, outlook.wait)), ahead};
}

Line toReception(const Messages& m, std::string text)
{
    return {Sign::reception, m.tr("Please go to the reception"), std::move(text)};
}

FactView late(const FactPage& page, const Messages& m)
{
    FactView view{.title = m.tr("You have arrived after your appointment time"),
                  .text = m.tr("It does not matter, we will see you."),
                  .panel = appointmentAndArrival(m, page),
                  .lines = {{Sign::people, m.tr("You will be seen in order of arrival"),
                             m.tr("The people already here go before you.")}},
                  .action = m.tr("Take my ticket"),
                  .actionSign = Sign::ticket,
                  .footnote = m.tr("You cannot wait? The reception will give you another appointment.")};
    if (page.outlook) view.lines.push_back(outlookLine(m, *page.outlook));
    return view;
}

FactView early(const FactPage& page, const Messages& m)
{
    return {.title = m.tr("You are early"),
            .text = m.tr("You can take your ticket now and wait here."),
            .panel = appointmentAndArrival(m, page),
            .lines = {{Sign::clock, m.tr("You will be called around the time of your appointment"),
                       m.tr("You may also come back later and check in here then.")}},
            .action = m.tr("Take my ticket"),
            .actionSign = Sign::ticket,
            .footnote = {}};
}

FactView anotherDay(const FactPage& page, const Messages& m)
{
    return {.title = m.tr("Your appointment is not today"),
            .text = m.tr("Your appointment is not lost."),
            .panel = FactPanel{.label = m.tr("Your appointment"),
                               .value = capitalised(dayAndTime(m, page.start.day, page.start.minute)),
                               .secondLabel = {},
                               .secondValue = {}},
            .lines = {toReception(m, m.tr("They will help you if you need another day."))},
            .action = m.tr("Done"),
            .actionSign = {},
            .footnote = {}};
}

FactView arrivedBefore(const Messages& m)
{
    return {.title = m.tr("You are already checked in"),
            .text = m.tr("Your place is kept. You need not do anything more."),
            .panel = {},
            .lines = {{Sign::place, m.tr("Please watch the screen of your waiting area"),
                       m.tr("Your number will be shown on the screen and called out.")}},
            .action = m.tr("See my number and print it again"),
            .actionSign = Sign::printer,
            .footnote = {}};
}

FactView onlyReception(const Messages& m, std::string title, std::string text, std::string why)
{
    return {.title = std::move(title),
            .text = std::move(text),
            .panel = {},
            .lines = {toReception(m, std::move(why))},
            .action = m.tr("Done"),
            .actionSign = {},
            .footnote = {}};
}

FactView tooLate(const FactPage& page, const Messages& m)
{
    FactView view = onlyReception(m, m.tr("You have arrived after your appointment time"),
                                  m.tr("The reception will find the best way for you."),
                                  m.tr("They will see you today or give you another appointment."));
    view.panel = appointmentAndArrival(m, page);
    return view;
}

FactView cannotTell(const Messages& m)
{
    return onlyReception(m, m.tr("The reception will gladly help you"), m.tr("Your appointment is not lost."),
                         m.tr("They will find your appointment with you."));
}

FactView howToGetAppointment(const Messages& m, const KioskSite& site, std::string title)
{
    FactView view{.title = std::move(title),
                  .text = m.tr("Everybody can get an appointment:"),
                  .panel = {},
                  .lines = {},
                  .action = m.tr("Done"),
                  .actionSign = {},
                  .footnote = {}};
    if (!site.bookingUrl.empty()) view.lines.push_back({Sign::web, m.tr("On the internet"), site.bookingUrl});
    if (!site.phone.empty()) view.lines.push_back({Sign::phone, m.tr("By telephone"), site.phone});
    view.lines.push_back({Sign::reception, m.tr("At the reception"),
                          m.tr("Also if it is urgent: a loss, a theft, a birth, a death.")});
    return view;
}

/// The next half-hour of the clock gives tickets again.
FactView laterTickets(const FactPage& page, const Messages& m)
{
    constexpr int halfHour = 30;
    const MinuteOfDay next{(page.arrival.value / halfHour + 1) * halfHour};
    return {.title = m.tr("Please come back a little later"),
            .text = m.tr("The people who are here now take the time there is."),
            .panel = FactPanel{.label = m.tr("New tickets from"), .value = clockText(next), .secondLabel = {}, .secondValue = {}},
            .lines = {{Sign::reception, m.tr("Is it urgent?"),
                       m.tr("For a loss, a theft, a birth or a death, please go to the reception.")}},
            .action = m.tr("Done"),
            .actionSign = {},
            .footnote = {}};
}

FactView overToday(const Messages& m, const KioskSite& site)
{
    FactView view = howToGetAppointment(m, site, m.tr("Many people are waiting today"));
    view.text = m.tr("The service closes before it would be your turn. You can get an appointment:");
    return view;
}

FactView words(const FactPage& page, const Messages& m, const KioskSite& site)
{
    switch (page.fact) {
    case Fact::late:
        return late(page, m);
    case Fact::early:
        return early(page, m);
    case Fact::anotherDay:
        return anotherDay(page, m);
    case Fact::arrivedBefore:
        return arrivedBefore(m);
    case Fact::arrivedAndCalled:
        return onlyReception(m, m.tr("Your number has already been called"),
                             m.tr("Your visit is known to us."), m.tr("They will tell you where to go."));
    case Fact::gone:
        return onlyReception(m, accueil::describe(m, Refusal::appointmentGone),
                             m.tr("The reception will find the best way for you."),
                             m.tr("They will see you today or give you another appointment."));
    case Fact::otherSite:
        return onlyReception(m, accueil::describe(m, Refusal::wrongSite),
                             m.tr("Your appointment is not lost."), m.tr("They will tell you where to go."));
    case Fact::tooLate:
        return tooLate(page, m);
    case Fact::tooManyTries:
    case Fact::cannotTell:
        return cannotTell(m);
    case Fact::noWalkIn:
        return howToGetAppointment(m, site, accueil::describe(m, Refusal::walkInsStopped));
    case Fact::laterTickets:
        return laterTickets(page, m);
    case Fact::overToday:
        return overToday(m, site);
    case Fact::byAppointment:
        return howToGetAppointment(m, site, m.tr("For this you need an appointment"));
    case Fact::notNow:
        break;
    }
    return onlyReception(m, m.tr("This kiosk cannot help you at the moment."),
                         m.tr("Your appointment is not lost."), m.tr("They will help you straight away."));
}
} // namespace

std::string receptionPlace(const Messages& m, AwayView::Side side)
{
    switch (side) {
    case AwayView::Side::left:
        return m.tr("The reception is on your left");
    case AwayView::Side::right:
        return m.tr("The reception is on your right");
    case AwayView::Side::behind:
        return m.tr("The reception is behind you");
    case AwayView::Side::none:
        break;
    }
    return {};
}

FactView factInWords(const FactPage& page, const Messages& m, const KioskSite& site,
                     const Surroundings& around)
{
    FactView view = words(page, m, site);
    if (const auto where = receptionPlace(m, around.reception); !where.empty())
        for (auto& line : view.lines)
            if (line.sign == Sign::reception) line.text += " " + where + ".";
    return view;
}
} // namespace accueil::kiosk
