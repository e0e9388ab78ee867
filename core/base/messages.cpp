#include "core/base/messages.h"
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/message.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>

namespace accueil
{
namespace
{
constexpr const char* domain = "accueil";
std::mutex mutex;
std::string chosenFolder;
std::map<Language, std::shared_ptr<const std::locale>> loaded;

std::string catalogueFolder()
{
    if (!chosenFolder.empty()) return chosenFolder;
    if (const char* fromEnvironment = std::getenv("ACCUEIL_LOCALE_DIR")) return fromEnvironment;
    if (std::filesystem::exists(ACCUEIL_BUILD_LOCALE_DIR)) return ACCUEIL_BUILD_LOCALE_DIR;
    return ACCUEIL_INSTALL_LOCALE_DIR;
}

std::shared_ptr<const std::locale> load(Language language)
{
    namespace gettext = boost::locale::gnu_gettext;
    gettext::messages_info info;
    info.language = code(language);
    info.encoding = "UTF-8";
    info.domains.push_back(gettext::messages_info::domain(domain));
    info.paths.push_back(catalogueFolder());
    // The facet alone, without boost's back-ends: no locale of the operating system is needed.
    return std::make_shared<std::locale>(std::locale::classic(), gettext::create_messages_facet<char>(info));
}
} // namespace

void Messages::setCatalogueFolder(const std::string& folder)
{
    const std::lock_guard lock(mutex);
    chosenFolder = folder;
    loaded.clear();
}

Messages::Messages(Language language) : language_(language)
{
    const std::lock_guard lock(mutex);
    auto& locale = loaded[language];
    if (!locale) locale = load(language);
    locale_ = locale;
}

std::string Messages::translate(const char* context, const char* msgid) const
{
    return context ? boost::locale::pgettext<char>(context, msgid, *locale_)
                   : boost::locale::gettext<char>(msgid, *locale_);
}

std::string Messages::translatePlural(const char* one, const char* many, long n) const
{
    return boost::locale::ngettext<char>(one, many, static_cast<int>(n), *locale_);
}
} // namespace accueil
