// staff-desktop/logic/start_chooser.h - when a visit could be: filters, the first free starts, the calendar.
#pragma once
#include "staff-desktop/logic/desk.h"
#include "staff-desktop/logic/inquiry.h"
#include "staff-desktop/logic/offers.h"
#include "staff-desktop/logic/tone.h"

namespace accueil
{
/// The visit that looks for a place.
struct SoughtVisit
{
    ServiceId service; ///< of its first part
    int minutes = 0;
    StartQuery query; ///< from now on
};

/// Reads the free starts and chooses among them what is shown; what is done with a start is its owner's. GUI
/// thread.
class StartChooser
{
public:
    static constexpr int fewestWeeks = 3, mostWeeks = 6;
    static constexpr std::size_t startsShown = 5;

    struct Start
    {
        Offer offer{};
        std::string day{}, time{}; ///< "jeudi 26 novembre", "08:30"
        std::string brief{};       ///< "jeudi 26.11", where a word about the place stands behind it
        bool held = false, onItsWay = false, chosen = false;
        bool present = false; ///< where the visit stands already
        bool full = false;    ///< a supervisor may take it all the same
        friend bool operator==(const Start&, const Start&) = default;
    };
    struct Cell
    {
        Day day{};
        std::string title{}, detail{}, name{}; ///< "26", "28 libres", and both in full for the ear
        double share = 0;                      ///< left of the day, 0 to 1
        bool open = false, canChoose = false, chosen = false;
        friend bool operator==(const Cell&, const Cell&) = default;
    };
    struct State
    {
        std::string title{}; ///< "Premières places libres", or what has happened to the wished one
        Tone tone = Tone::plain;
        bool ofOneDay = false;
        bool wished = false; ///< the title names a free place that was chosen on another page
        std::vector<Start> starts{};
        std::string nothing{}; ///< why there are no starts
        OfferFilter filter{};
        std::string from{};
        bool fromWrong = false;
        std::string months{}; ///< "Novembre – décembre"
        std::vector<int> weekdays{};
        std::vector<Cell> cells{}; ///< row by row, one a weekday
        bool canGoBack = false, canGoOn = false;
        std::optional<bool> beyond{}; ///< full places are offered too; nothing: not to this person
        friend bool operator==(const State&, const State&) = default;
    };
    /// What has become of the start that was chosen.
    struct Marks
    {
        std::optional<Offer> held{}, onItsWay{};
        std::optional<Offer> chosen{};  ///< without holding it
        std::optional<Offer> present{}; ///< where the visit stands already
        std::exception_ptr problem{};   ///< why the last one failed
        std::optional<Offer> refused{}; ///< the nearest to it are shown

        const std::optional<Offer>& kept() const { return onItsWay ? onItsWay : held ? held : chosen; }
    };

    /// @param sought  asked whenever it matters; nothing: no visit is chosen yet
    StartChooser(Desk& desk, std::function<std::optional<SoughtVisit>()> sought);

    State state(const Marks& marks) const;

    void toggleWeekday(int isoWeekday); ///< 0: all of them
    void chooseHalf(HalfDay half);
    void from(const std::string& typed);
    void turnPage(int pages);
    void showWeeks(int weeks); ///< as many rows as the calendar has room for
    void chooseDay(Day day);
    void showFirst(); ///< back from one day's times to the first free starts
    /// A place of the agenda: its day is shown, and onWished() has it as soon as a visit to that service can
    /// begin there.
    void wishFor(ServiceId service, const Offer& at);

    void offerBeyond(bool may) { mayGoBeyond_ = may; } ///< who works here may take full places
    void toggleBeyond();
    bool isFull(const Offer& offer) const;

    void reload();        ///< free starts anew; they stay on the screen meanwhile
    void agendaChanged(); ///< a hidden one is read again when it is shown
    void show(bool visible);
    void reset(); ///< as at the beginning

    Listening onChanged(std::function<void()> listener) { return changed_.connect(std::move(listener)); }
    Listening onWished(std::function<void(const Offer&)> listener)
    {
        return wished_.connect(std::move(listener));
    }

private:
    struct Wished
    {
        ServiceId service;
        Offer at;
        bool missing = false; ///< too short for this visit, or taken meanwhile
    };
    void read();
    void forgetDays();
    void grantWish();
    std::string wishInWords() const;
    void fillStarts(State& state, const Marks& marks, const std::optional<SoughtVisit>& sought) const;
    void fillCalendar(State& state, const Marks& marks, const std::optional<SoughtVisit>& sought) const;
    Cell cellOf(Day day, const Marks& marks, const std::optional<SoughtVisit>& sought) const;

    Desk& desk_;
    std::function<std::optional<SoughtVisit>()> sought_;
    Inquiry starts_;
    std::vector<DayOfStarts> days_;
    ServiceId daysOf_;
    std::exception_ptr problem_;
    OfferFilter filter_;
    std::string fromText_;
    std::optional<Day> day_; ///< whose times are shown; none: the first free starts
    std::optional<Wished> wish_;
    int page_ = 0, weeks_ = fewestWeeks;
    bool mayGoBeyond_ = false, beyond_ = false;
    bool stale_ = false, visible_ = true;
    Signal<> changed_;
    Signal<const Offer&> wished_;
};
} // namespace accueil
