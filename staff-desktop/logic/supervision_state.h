// staff-desktop/logic/supervision_state.h - what the supervision shows, in words. Every text is UTF-8.
#pragma once
#include "core/base/ids.h"
#include "core/base/language.h"
#include "staff-desktop/logic/tone.h"
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace accueil
{
/// How a counter stands; the window gives it a colour and an icon.
enum class CounterLook { closed, free, called, serving, paused, help, absent };

enum class SupervisionAct {
    openCounter,  ///< whom to seat there is asked
    closeCounter, ///< asked first where a visitor is
    services,     ///< of the counter
    absent,       ///< today, from now on
    back,         ///< no longer absent
    walkIns,      ///< stop or restart those of the service
    quota,        ///< of the service in each half-hour
    delay,        ///< a message that the service is late
    message,      ///< to the screens
    closing,      ///< of the day
};

/// What is being decided, in place of the devices and messages.
enum class SupervisionForm { none, open, close, services, absence, quota, message, closing };

/// What a counter does for a service.
enum class ServicePart { own, helps, none };

struct SupervisionState
{
    struct Alarm
    {
        std::string strong{}, rest{}; ///< "Guichet 8 demande de l’aide", "il y a 20 s"
        Tone tone = Tone::look;
        bool help = false;
        std::string remedy{}; ///< label of its one act; `&` marks its key; empty: there is none
        std::string seen{};   ///< likewise; empty where it cannot be put away
        friend bool operator==(const Alarm&, const Alarm&) = default;
    };
    struct ServiceRow
    {
        ServiceId id{};
        std::string name{}, area{}, waiting{}, longest{}, median{}, estimate{}, toCome{}, walkIns{};
        bool open = true;                      ///< walk-ins
        bool tooLong = false, tooMany = false; ///< the figure that raises an alarm
        friend bool operator==(const ServiceRow&, const ServiceRow&) = default;
    };
    struct CounterRow
    {
        CounterId id{};
        std::string number{}, services{}, agent{}, state{}, ticket{}, since{};
        CounterLook look = CounterLook::closed;
        friend bool operator==(const CounterRow&, const CounterRow&) = default;
    };
    struct DeviceRow
    {
        std::string name{}, says{}, ago{};
        Tone tone = Tone::good;
        friend bool operator==(const DeviceRow&, const DeviceRow&) = default;
    };
    struct MessageRow
    {
        WaitingAreaId area{};
        std::string title{}, text{}; ///< "Zone A · depuis 10:35, jusqu’à 11:05 · les quatre langues"
        friend bool operator==(const MessageRow&, const MessageRow&) = default;
    };
    struct Button
    {
        SupervisionAct act = SupervisionAct::message;
        std::string label{}; ///< `&` marks its key
        bool enabled = true;
        friend bool operator==(const Button&, const Button&) = default;
    };
    struct Choice
    {
        long long id = 0;
        std::string label{}, note{};
        bool chosen = false;
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    struct Part
    {
        ServiceId service{};
        std::string name{};
        ServicePart part = ServicePart::none;
        friend bool operator==(const Part&, const Part&) = default;
    };
    struct Line
    {
        long long key = 0;
        std::vector<std::string> cells{};
        bool ticked = false;
        friend bool operator==(const Line&, const Line&) = default;
    };
    struct Form
    {
        SupervisionForm kind = SupervisionForm::none;
        std::string title{}, explains{};
        std::vector<Choice> choices{};    ///< colleagues, services that miss the counter, areas
        std::vector<Part> parts{};        ///< of the counter
        std::vector<Line> lines{};        ///< who is stranded, tickets without an end
        std::vector<Choice> options{};    ///< a quota, how long a message is shown, why tickets are closed
        std::vector<std::string> ready{}; ///< sentences to take over
        std::array<std::string, languages.size()> texts{}; ///< of the message
        bool callsFirst = false;                           ///< the list of people to call can be opened
        std::string note{};
        Tone noteTone = Tone::plain;
        std::string submit{}; ///< label of the one act
        bool canSubmit = false;
        friend bool operator==(const Form&, const Form&) = default;
    };

    bool loaded = false;
    std::string nothing{}; ///< before anything is known
    std::vector<Alarm> alarms{};
    std::string moreAlarms{}; ///< "et 2 autres"
    std::vector<ServiceRow> services{};
    std::vector<CounterRow> counters{};
    std::vector<DeviceRow> devices{};
    std::vector<MessageRow> messages{};
    ServiceId service{}; ///< the chosen row, of one of the two lists
    CounterId counter{};
    std::string chosen{}; ///< "Guichet choisi : 6"
    std::vector<Button> acts{};
    Form form{};
    std::string said{}; ///< what was just done, or why not
    Tone saidTone = Tone::good;
    std::string foot{}; ///< "9 guichets ouverts sur 11"
    friend bool operator==(const SupervisionState&, const SupervisionState&) = default;
};
} // namespace accueil
