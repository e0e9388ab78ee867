// core/wxkit/style.h - colours, borders and radius of native controls. Sizes of type are set by SetFont
// (fonts.h): sizers do not know a size that stands in a style sheet.
#pragma once
#include "core/wxkit/palette.h"
#include <memory>
#include <string>

class wxWindow;

namespace accueil::wxkit
{
/// One sheet for the whole program, until it ends. A later sheet wins over an earlier one.
class StyleSheet
{
public:
    explicit StyleSheet(const std::string& css);
    ~StyleSheet();
    StyleSheet(const StyleSheet&) = delete;
    StyleSheet& operator=(const StyleSheet&) = delete;

    void replace(const std::string& css);

private:
    struct Provider;
    std::unique_ptr<Provider> provider_;
};

void addClass(wxWindow& window, const char* name);
void removeClass(wxWindow& window, const char* name);
void setClass(wxWindow& window, const char* name, bool on);

/// The desk's sheet: buttons "primary" and "toggle-on", radius 6, focus ring, tabular figures. Native
/// controls keep the theme's own text and field colours.
std::string deskSheet(Theme theme);
} // namespace accueil::wxkit
