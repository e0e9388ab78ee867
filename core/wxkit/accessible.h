// core/wxkit/accessible.h - what a screen reader says of a window, and how a test finds it.
#pragma once
#include <string>

class wxWindow;
class wxStaticText;

namespace accueil::wxkit
{
enum class AccessibleRole { unchanged, label, list, image, alert, panel };

/// Buttons, labels, check boxes and menus are named by their text: do not name those (a named wxStaticText
/// hides its live text). Text fields, choices, lists, wxDataViewCtrl (its inner tree is named), bitmap
/// buttons and windows that paint themselves have no name until this gives one. Call it again when what they
/// show changes.
void setAccessible(wxWindow& window, const std::string& name, const std::string& description = {},
                   AccessibleRole role = AccessibleRole::unchanged);

/// The label names the field, and its mnemonic goes to the field.
void labelFor(wxStaticText& label, wxWindow& field);
} // namespace accueil::wxkit
