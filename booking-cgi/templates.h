// booking-cgi/templates.h - the pages' HTML, parsed once at start.
#pragma once
#include "booking-cgi/view.h"
#include <map>
#include <string>

namespace accueil::web
{
/// One thread.
class Templates
{
public:
    /// @throws std::logic_error  if a built-in template is broken; names it
    Templates();

    /// @param name  "what" for templates/what.mustache
    std::string render(const std::string& name, const View& view);

private:
    std::map<std::string, kainjow::mustache::mustache> parsed_;
};
} // namespace accueil::web
