// staff-desktop/service/bar_file.h - where an agent's bar keeps what it remembers: one small file an account.
#pragma once
#include "staff-desktop/logic/bar_settings.h"

namespace accueil
{
/// $XDG_CONFIG_HOME/accueil/bar-ACCOUNT, readable by its owner only. A home that cannot be written keeps
/// nobody from working.
class BarFile
{
public:
    explicit BarFile(const std::string& account);
    BarSettings load() const;
    void save(const BarSettings& settings) const;
    const std::string& path() const { return path_; } ///< empty: there is no home

private:
    std::string path_;
};
} // namespace accueil
