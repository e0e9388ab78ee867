// staff-desktop/logic/history_words.h - what has happened to an appointment, one line each.
#pragma once
#include "core/base/local_time.h"
#include "core/base/messages.h"
#include "core/booking/history.h"

namespace accueil
{
/// "22.11 10:50 · rappel envoyé par e-mail", "13.11 09:12 · changé : note, Marie".
std::string historyLine(const Messages& messages, const HistoryEntry& entry, const TimeZone& zone, Day today);
} // namespace accueil
