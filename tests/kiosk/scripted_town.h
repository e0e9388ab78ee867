// tests/kiosk/scripted_town.h - a town, a printer, a voice and a kiosk in one process.
#pragma once
#include "core/printing/print_errors.h"
#include "kiosk-app/logic/kiosk_presenter.h"
#include <map>

namespace accueil::kiosk
{
/// Answers what the test put there, and remembers what it was asked.
struct ScriptedTown : KioskService
{
    KioskSite site;
    std::map<std::string, Found> byToken;
    std::vector<Found> born;
    std::vector<MinuteOfDay> times;
    std::exception_ptr refuses; ///< thrown by the next question, whatever it is
    bool lost = false;          ///< no database
    bool loseAnswer = false;    ///< the next ticket is made, but its answer gets lost
    std::string nextArea; ///< of linked visits
    std::vector<std::pair<RequestKey, KioskTicket>> made;
    std::vector<std::string> troubles;
    std::vector<Language> languages_;
    int asked = 0;
    Outlook busy{7, {20, 30}};

    void question()
    {
        ++asked;
        if (lost) throw ConnectionLost("gone", 2013);
        if (refuses) std::rethrow_exception(std::exchange(refuses, nullptr));
    }
    KioskSite refresh(const std::string& trouble) override
    {
        if (lost) throw ConnectionLost("gone", 2013);
        troubles.push_back(trouble);
        return site;
    }
    Found findByToken(const std::string& token) override
    {
        question();
        if (!byToken.contains(token)) throw Refused(Refusal::codeUnknown);
        return byToken.at(token);
    }
    std::vector<Found> findByBirthDate(const BirthDate&) override
    {
        question();
        if (born.empty()) throw Refused(Refusal::nobodyFound);
        return born;
    }
    std::vector<MinuteOfDay> timesToAsk(const std::vector<Found>&) override { return times; }
    Outlook outlook(ServiceId) override
    {
        question();
        return busy;
    }
    KioskTicket make(const RequestKey& key, bool late)
    {
        question();
        for (const auto& [old, ticket] : made)
            if (old == key) return ticket;
        KioskTicket ticket{{.ticket = TicketId(static_cast<long long>(made.size()) + 1),
                            .number = "A04" + std::to_string(made.size() + 1),
                            .area = "A",
                            .ahead = 3,
                            .wait = {5, 10},
                            .late = late,
                            .service = ServiceId(1),
                            .procedures = {ProcedureId(2)},
                            .appointment = MinuteOfDay{540},
                            .arrivedAt = {}},
                           {}};
        ticket.papers.resize(1);
        ticket.nextArea = nextArea;
        for (const auto language : languages)
        {
            ticket.papers[0].set(language, "card-" + std::string(code(language)));
            ticket.next.set(language, "next-" + std::string(code(language)));
        }
        made.emplace_back(key, ticket);
        if (std::exchange(loseAnswer, false)) {
            lost = true;
            throw CommitUnknown("gone", 2013);
        }
        return ticket;
    }
    KioskTicket checkIn(const RequestKey& key, AppointmentId) override { return make(key, false); }
    KioskTicket walkIn(const RequestKey& key, ProcedureId, Language language) override
    {
        languages_.push_back(language);
        return make(key, false);
    }
    KioskTicket ticketAgain(TicketId ticket) override
    {
        question();
        for (const auto& [key, old] : made)
            if (old.issued.ticket == ticket) return old;
        throw Refused(Refusal::notThisState);
    }
};

struct ScriptedPrinter : KioskPrinter
{
    std::vector<std::pair<std::string, Language>> sheets;
    std::exception_ptr fails;
    void print(const IssuedTicket& ticket, Language language) override
    {
        if (fails) std::rethrow_exception(fails);
        sheets.emplace_back(ticket.number, language);
    }
};

struct ScriptedVoice : KioskVoice
{
    std::string said;
    bool talks = false, there = true;
    bool available() const override { return there; }
    void say(const std::string& text, Language) override
    {
        said = text;
        talks = true;
    }
    void stop() override { talks = false; }
    bool speaking() const override { return talks; }
};

/// Monday 23 November 2026, 08:50 in Verviers.
struct Hall
{
    ScriptedTown town;
    ScriptedPrinter printer;
    ScriptedVoice voice;
    ManualTaskRunner tasks, printing;
    FixedClock clock{*parseUtc("2026-11-23 07:50:00.000")};
    KioskPresenter presenter;

    static constexpr const char* token = "BCDFGHJKLNPRSTVXBCDF";
    static constexpr const char* otherToken = "XVTSRPNLKJHGFDCBXVTS";
    const Day today = makeDay(2026, 11, 23);

    Hall()
        : presenter({.database = tasks,
                     .printing = printing,
                     .service = town,
                     .printer = printer,
                     .voice = voice,
                     .clock = clock})
    {
        for (const auto language : languages)
            town.site.town.set(language, "Verviers " + std::string(code(language)));
        town.site.phone = "087 325 240";
        town.site.bookingUrl = "https://example.test/rendez-vous";
        LocalizedText name, service;
        name.set(Language::fr, "Certificat de vie");
        service.set(Language::fr, "Population");
        town.site.walkIns.push_back({ProcedureId(9), name, service});
        presenter.tick();
        tasks.finishAll();
    }

    Found at(int hour, int minute, long long id = 5) const
    {
        return {AppointmentId(id), ServiceId(1), today, MinuteOfDay{hour * 60 + minute}, {}, false, {}};
    }
    void scan(const char* code = token)
    {
        presenter.scanned(code);
        tasks.finishAll();
    }
    void typeDate(const std::string& digits)
    {
        for (const char c : digits) presenter.digit(c - '0');
    }
    /// Time goes by as the window lets it: by quarter seconds.
    void wait(std::chrono::milliseconds time)
    {
        using namespace std::chrono_literals;
        for (auto left = time; left > 0ms; left -= 250ms) {
            clock.advance(std::min(left, std::chrono::milliseconds(250)));
            presenter.tick();
            tasks.finishAll();
        }
    }
    template <class View>
    const View& shows() const
    {
        const auto* view = std::get_if<View>(&presenter.state().page);
        if (!view)
            throw std::runtime_error("page " + std::to_string(presenter.state().page.index()) + " is shown");
        return *view;
    }
    template <class View>
    bool isOn() const
    {
        return std::holds_alternative<View>(presenter.state().page);
    }
};

inline std::exception_ptr refusal(Refusal why)
{
    return std::make_exception_ptr(Refused(why));
}
} // namespace accueil::kiosk
