// staff-desktop/logic/calendar_words.h - the short names that a calendar has room for.
#pragma once
#include "core/base/date_words.h"

namespace accueil
{
std::string shortWeekday(const Messages& messages, int isoWeekday);  ///< "lun"
std::string weekdayLetter(const Messages& messages, int isoWeekday); ///< "L"
std::string shortMonth(const Messages& messages, unsigned month);    ///< "déc."
/// "Noël"; empty where it is no legal holiday of Belgium.
std::string holidayName(const Messages& messages, Day day);

/// What people type for a day to come: 26, 26.11, 26/11/2026. Without month or year the next such day from
/// `today`.
std::optional<Day> parseComingDay(std::string_view text, Day today);
/// The same where one looks back as often as ahead: without month or year the nearest such day.
std::optional<Day> parseNearestDay(std::string_view text, Day today);
} // namespace accueil
