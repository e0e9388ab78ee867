// tests/desk/fake_supervision.h - a room that does as it is told.
#pragma once
#include "staff-desktop/logic/supervision_service.h"
#include "tests/desk/fake_calls.h"

namespace accueil
{
struct FakeSupervision : virtual SupervisionService, virtual FakeCalls
{
    Supervised supervised;
    std::vector<Ticket> stranded; ///< tickets without an end
    AbsencePreview absencePreview;
    std::string lastAct; ///< in words

    Supervised supervision() override
    {
        ask("supervision");
        return supervised;
    }
    std::vector<Ticket> ticketsLeftOver() override
    {
        ask("ticketsLeftOver");
        return stranded;
    }
    void goToHelp(CounterId counter) override { act("goToHelp", number(counter)); }
    void helpIsOver(CounterId counter) override { act("helpIsOver", number(counter)); }
    void seatColleague(CounterId counter, StaffId staff) override { act("seatColleague", number(staff) + " at " + number(counter)); }
    void freeCounter(CounterId counter) override { act("freeCounter", number(counter)); }
    void setCounterServices(CounterId counter, const std::vector<ServiceId>& own, const std::vector<ServiceId>& helps) override
    {
        act("setCounterServices", number(counter) + " own" + numbers(own) + " helps" + numbers(helps));
    }
    void setWalkIns(ServiceId service, bool open, int quota) override
    {
        act("setWalkIns", number(service) + (open ? " open " : " stopped ") + std::to_string(quota));
    }
    LocalizedText lastMessage;
    void showMessage(const std::vector<WaitingAreaId>& areas, const LocalizedText& text,
                     std::optional<std::chrono::minutes> lasts) override
    {
        lastMessage = text;
        act("showMessage", "areas" + numbers(areas) + (lasts ? " " + std::to_string(lasts->count()) + " min" : " for good"));
    }
    void withdrawMessage(WaitingAreaId area) override { act("withdrawMessage", number(area)); }
    AbsencePreview previewAbsences(const std::vector<CounterAbsence>& absences) override
    {
        act("previewAbsences", inWords(absences));
        return absencePreview;
    }
    void noteAbsences(const std::vector<CounterAbsence>& absences) override { act("noteAbsences", inWords(absences)); }
    void endAbsences(const std::vector<CounterAbsence>& absences, MinuteOfDay at) override
    {
        act("endAbsences", inWords(absences) + " at " + clockText(at));
    }
    int closeTickets(const std::vector<TicketId>& tickets, CloseReason reason) override
    {
        act("closeTickets", codeOf(reason) + numbers(tickets));
        return static_cast<int>(
            std::erase_if(stranded, [&](const Ticket& one) { return std::ranges::find(tickets, one.id) != tickets.end(); }));
    }

private:
    template <class AnyId>
    static std::string number(AnyId id)
    {
        return std::to_string(id.value());
    }
    template <class AnyId>
    static std::string numbers(const std::vector<AnyId>& ids)
    {
        std::string line;
        for (const auto id : ids) line += " " + number(id);
        return line;
    }
    static std::string inWords(const std::vector<CounterAbsence>& absences)
    {
        std::string line;
        for (const auto& one : absences)
            line += (line.empty() ? "" : ", ") + number(one.counter) + " for " + number(one.service) + " from " + clockText(one.from);
        return line;
    }
    void act(const std::string& name, std::string words)
    {
        lastAct = name + " " + std::move(words);
        ask(name);
    }
};
} // namespace accueil
