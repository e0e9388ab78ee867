// core/catalogue/settings.h - what a site may set (table site_setting), its range, and what it means.
#pragma once
#include "core/base/ids.h"
#include "core/catalogue/policy.h"
#include <map>
#include <soci/soci.h>
#include <string>
#include <string_view>
#include <vector>

namespace accueil
{
namespace store
{
class Connection;
}

/// The numbers of a site, the standard ones unless it says otherwise.
struct SitePolicies
{
    QueuePolicy queue;
    BookingPolicy booking;
};

struct SettingRule
{
    const char* name;
    const char* unit;    ///< "minutes", "calls", "visits"; "clock": stored as minutes since midnight, written 07:00; "text"
    int least, most;     ///< of a text: its length
    const char* meaning; ///< for the administrator, English
    int& (*of)(SitePolicies&); ///< where it counts; null for a text
};

const std::vector<SettingRule>& settingRules(); ///< by name
const SettingRule* findSetting(std::string_view name); ///< null when there is none

/// What was typed, as it is stored: "07:00" gives "420". @throws InvalidInput  no such setting, or outside its range
std::string checkedSetting(const std::string& name, const std::string& text);
/// The other way round, for people; empty where the site has set nothing usable.
std::string settingInWords(const SettingRule& rule, const std::map<std::string, std::string>& rows);
/// What is in force where nothing is set.
std::string standardInWords(const SettingRule& rule);

/// Rows of the site, by name, as they stand.
std::map<std::string, std::string> siteSettings(soci::session& session, SiteId site);
/// A row that is no number of its range counts as not set.
SitePolicies policiesOf(const std::map<std::string, std::string>& rows);

/// Administrators. Programs hear of it. @throws InvalidInput as checkedSetting(), NotAllowed
void changeSetting(store::Connection& connection, SiteId site, const std::string& name, const std::string& text);
} // namespace accueil
