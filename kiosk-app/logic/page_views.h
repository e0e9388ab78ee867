// kiosk-app/logic/page_views.h - what each page shows, in words; the panels only draw it.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace accueil::kiosk
{
/// The small pictures beside a sentence.
enum class Sign { people, clock, printer, place, papers, reception, phone, web, ticket, calendar, warning };

struct Line
{
    Sign sign = Sign::reception;
    std::string title, text;
    friend bool operator==(const Line&, const Line&) = default;
};

struct Choice
{
    std::string title, text;
    friend bool operator==(const Choice&, const Choice&) = default;
};

struct HomeView
{
    std::string title;
    std::string notice; ///< stands in the place of the title: nothing moves
    std::string scanTitle, scanHow, scanWhere;
    Choice birthDate, noAppointment;
    friend bool operator==(const HomeView&, const HomeView&) = default;
};

struct DateField
{
    std::string label, typed, placeholder, hint;
    bool current = false, wrong = false;
    friend bool operator==(const DateField&, const DateField&) = default;
};

struct BirthDateView
{
    std::string title, example;
    std::string problem; ///< in the place of the example
    std::array<DateField, 3> fields;
    std::string clear, correct, go;
    bool canGo = false;
    friend bool operator==(const BirthDateView&, const BirthDateView&) = default;
};

struct WhichTimeView
{
    std::string title, text;
    std::vector<std::string> times;
    Choice forgotten;
    friend bool operator==(const WhichTimeView&, const WhichTimeView&) = default;
};

struct TicketView
{
    std::string title, areaLabel, area, numberLabel, number;
    std::string ahead, aheadText, waitText, wait;
    std::vector<Line> steps;
    bool printed = true; ///< false: the printer's line says to note the number
    std::string done, clears;
    friend bool operator==(const TicketView&, const TicketView&) = default;
};

/// Two times side by side, or one fact alone.
struct FactPanel
{
    std::string label, value;
    std::string secondLabel, secondValue; ///< empty: one fact
    friend bool operator==(const FactPanel&, const FactPanel&) = default;
};

struct FactView
{
    std::string title, text;
    std::optional<FactPanel> panel;
    std::vector<Line> lines;
    std::string action;               ///< label of the one button, empty when there is none
    std::optional<Sign> actionSign{}; ///< none: the visit ends there
    std::string footnote;
    friend bool operator==(const FactView&, const FactView&) = default;
};

struct ChoiceView
{
    std::string title, text;
    std::vector<Choice> choices;
    Choice other;
    std::string earlier, later; ///< labels of the buttons that turn the pages of a long list
    friend bool operator==(const ChoiceView&, const ChoiceView&) = default;
};

struct AwayView
{
    std::string title, text;
    std::string where; ///< empty when the town has not said where the reception is
    enum class Side { none, left, right, behind } side = Side::none;
    struct Translation
    {
        std::string language, text;
        friend bool operator==(const Translation&, const Translation&) = default;
    };
    std::vector<Translation> others;
    std::string foot;
    friend bool operator==(const AwayView&, const AwayView&) = default;
};

using PageView =
    std::variant<HomeView, BirthDateView, WhichTimeView, TicketView, FactView, ChoiceView, AwayView>;

/// The page as it is read aloud: whole sentences, in the order of the eyes.
std::string spokenText(const PageView& page);
} // namespace accueil::kiosk
