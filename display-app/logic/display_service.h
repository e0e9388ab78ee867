// display-app/logic/display_service.h - where a call screen gets what it shows. No name, no procedure.
#pragma once
#include "core/queue/screen.h"
#include <optional>
#include <string>
#include <vector>

namespace accueil::display
{
struct WaitOfService
{
    LocalizedText name; ///< the short one
    WaitRange wait;
};

/// Everything that one screen shows, at one moment.
struct Contents
{
    LocalizedText town;
    std::string area;             ///< "A"
    std::string timeZone;         ///< IANA
    std::vector<ShownCall> calls; ///< newest first
    std::vector<WaitOfService> waits;
    std::string message; ///< of the supervisor; a line for each language; empty when there is none
};

class DisplayService
{
public:
    virtual ~DisplayService() = default;
    /// On the worker thread. Nothing when all is as at the poll before; the first poll, and the first after
    /// an error, always answers.
    /// @param trouble  of this screen in one word ("sound"), or empty: the supervision hears of it
    /// @throws ConnectionLost, AccessDenied, NotAllowed, ForeignSchema, ConfigError, StoreError
    virtual std::optional<Contents> poll(const std::string& trouble) = 0;
};
} // namespace accueil::display
