// core/queue/reasons.h - why a counter pauses, a visitor is set aside, a ticket is closed: words of a list, never free text,
// because a ticket holds nothing of a person.
#pragma once
#include "core/base/messages.h"
#include <span>
#include <string>

namespace accueil
{
enum class PauseReason { rest, lunch, meeting, files, other };
enum class ParkReason { document, photo, payment, form, companion, other };
enum class CloseReason { left, servedOtherwise, newAppointment, dayOver };

/// In the order in which they are offered.
std::span<const PauseReason> pauseReasons();
std::span<const ParkReason> parkReasons();
std::span<const CloseReason> closeReasons();

/// As stored: "lunch".
std::string codeOf(PauseReason reason);
std::string codeOf(ParkReason reason);
std::string codeOf(CloseReason reason);
/// An unknown word is the list's last one: a newer version may have written it.
PauseReason parsePauseReason(const std::string& code);
ParkReason parseParkReason(const std::string& code);

/// "midi", "cherche une photo", "parti": begins with a small letter where the language does so.
std::string inWords(const Messages& messages, PauseReason reason);
std::string inWords(const Messages& messages, ParkReason reason);
std::string inWords(const Messages& messages, CloseReason reason);
} // namespace accueil
