// booking-cgi/links.h - addresses of our own pages; the language travels in every one of them.
#pragma once
#include "booking-cgi/fields.h"
#include "core/base/language.h"
#include <string>

namespace accueil::web
{
class Links
{
public:
    /// @param base  web.path, without a slash at its end
    Links(std::string base, Language language) : base_(std::move(base)), language_(language) {}

    /// "/rendez-vous/when?p=POP-EID%3A1&lang=fr"
    std::string to(std::string_view path, Fields query = {}) const
    {
        query.add("lang", std::string(code(language_)));
        return base_ + std::string(path) + "?" + query.encoded();
    }
    std::string visit(const std::string& manageToken, std::string_view below = {}) const
    {
        return to("/rdv/" + manageToken + std::string(below));
    }
    /// A file of ours; its address changes with its content, so browsers may keep it for ever.
    std::string asset(std::string_view name) const;
    const std::string& base() const { return base_; }

private:
    std::string base_;
    Language language_;
};
} // namespace accueil::web
