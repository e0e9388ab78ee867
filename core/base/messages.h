// core/base/messages.h - the suite's own texts in four languages, from one gettext catalogue.
#pragma once
#include "core/base/language.h"
#include <fmt/format.h>
#include <memory>
#include <string>

namespace accueil
{
/// The texts of one language. Immutable, cheap to copy, any thread. msgids are plain English; extraction finds
/// calls of `tr`, `trn` and `trc` (see core/po/README.md).
class Messages
{
public:
    /// Once, before the first Messages: the folder that holds fr/LC_MESSAGES/accueil.mo and the others. Without it
    /// $ACCUEIL_LOCALE_DIR, then the build's folder, then the installed one are used.
    static void setCatalogueFolder(const std::string& folder);

    explicit Messages(Language language);

    Language language() const { return language_; }

    /// `tr("Call next")`; with arguments, `{0}` and `{1}` of the translation take them, in any order.
    template <class... Args>
    std::string tr(const char* msgid, const Args&... args) const
    {
        return format(translate(nullptr, msgid), args...);
    }
    /// The same msgid with another meaning elsewhere: `trc("ticket", "Free")`.
    template <class... Args>
    std::string trc(const char* context, const char* msgid, const Args&... args) const
    {
        return format(translate(context, msgid), args...);
    }
    /// `trn("{0} person ahead of you", "{0} people ahead of you", n)`; {0} is n, further arguments follow.
    template <class... Args>
    std::string trn(const char* one, const char* many, long n, const Args&... args) const
    {
        return format(translatePlural(one, many, n), n, args...);
    }

private:
    std::string translate(const char* context, const char* msgid) const;
    std::string translatePlural(const char* one, const char* many, long n) const;
    template <class... Args>
    static std::string format(const std::string& text, const Args&... args)
    {
        if constexpr (sizeof...(args) == 0)
            return text;
        else
            return fmt::format(fmt::runtime(text), args...);
    }

    Language language_;
    std::shared_ptr<const std::locale> locale_;
};
} // namespace accueil
