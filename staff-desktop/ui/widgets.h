// staff-desktop/ui/widgets.h - native controls that show a state's texts and change only when these do.
#pragma once
#include "core/wxkit/fonts.h"
#include "staff-desktop/logic/keys.h"
#include "staff-desktop/ui/box.h"
#include "staff-desktop/ui/look.h"
#include <string>
#include <wx/button.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tglbtn.h>

namespace accueil
{
/// A label. `&` in a text set by setMnemonic() marks the key that jumps to its field; elsewhere it is a
/// letter.
class Text : public wxStaticText
{
public:
    explicit Text(wxWindow* parent, double px = 15, wxkit::Weight weight = wxkit::Weight::text,
                  const char* style = nullptr);
    /// @returns whether the text changed, so that the caller lays out again
    bool set(const std::string& text);
    bool setMnemonic(const std::string& text);
    void setUnderlined(const std::string& text); ///< `&` marks the letter of a key that its page owns
    bool wrap(int width);                        ///< from now on; 0 not at all
    void tone(Tone tone);                        ///< colour of ok, warn or error

private:
    bool put(const std::string& text, bool mnemonic);
    std::string text_;
    bool mnemonic_ = false;
    int width_ = 0;
    Tone tone_ = Tone::plain;
};

/// "Confirmer  Ctrl+Entrée": the key is written in the button, the screen reader says the label alone.
class KeyButton : public wxButton
{
public:
    explicit KeyButton(wxWindow* parent, const char* style = nullptr, long flags = 0);
    bool set(const std::string& label, const std::string& key = {});
    /// @param markup  Pango; @param name  what the screen reader says
    bool setMarkup(const std::string& markup, const std::string& name);
    void setStyle(const char* style, bool on);

private:
    std::string shown_;
    const char* style_ = nullptr;
};

class Toggle : public wxToggleButton
{
public:
    Toggle(wxWindow* parent, const char* style = "choice");
    bool set(const std::string& label,
             const std::string& name = {}); ///< @param name  for the ear, where the label is a letter
    /// `&` marks the letter of its key, always underlined; who owns the key presses the toggle.
    bool setMnemonic(const std::string& label, const std::string& name = {});
    /// With the key beside it, smaller, as a KeyButton has it.
    bool setKey(const std::string& label, const std::string& key, const std::string& name = {});
    void check(bool on)
    {
        if (GetValue() != on) SetValue(on);
    }

private:
    bool named(const std::string& label, const std::string& name);
    std::string label_, name_;
};

/// A coloured word with its icon.
class Chip : public Box
{
public:
    explicit Chip(wxWindow* parent, double px = 14);
    void set(const Look& look, VisitState state, const std::string& word);
    void setFree(const Look& look, const std::string& word); ///< a place that nobody has
    void setPlain(const std::string& word);                  ///< no state: "Prochain"

private:
    void draw(const Look& look, const char* style, wxkit::Icon icon, wxkit::StateTint tint);
    void show(const char* style, const std::string& word);
    wxStaticBitmap* icon_;
    Text* word_;
    const char* style_ = nullptr;
    std::string drawn_;
};

/// A label, its field, and room kept below it for what is wrong.
struct Field
{
    Text* label = nullptr;
    Text* optional = nullptr; ///< "facultatif", right of the label; may be null
    wxTextCtrl* input = nullptr;
    Text* problem = nullptr;

    /// What is typed, without an event; the caret stays when nothing changes.
    void show(const std::string& text, const std::string& wrong, bool readOnly);

private:
    bool wrong_ = false;
};

wxPanel* makeLine(wxWindow* parent, bool vertical); ///< a separator of one pixel
std::string escapeMarkup(const std::string& text);
std::string underlined(const std::string& text); ///< "&Matin" as markup with the M underlined
} // namespace accueil
