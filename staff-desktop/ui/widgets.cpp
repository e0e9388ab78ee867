#include "staff-desktop/ui/widgets.h"
#include "core/wxkit/accessible.h"
#include "core/wxkit/text.h"
#include <cctype>
#include <wx/sizer.h>

namespace accueil
{
using wxkit::setClass;

std::string escapeMarkup(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
    return out;
}

std::string underlined(const std::string& text)
{
    const auto at = text.find('&');
    if (at == std::string::npos || at + 1 >= text.size()) return escapeMarkup(text);
    return escapeMarkup(text.substr(0, at)) + "<u>" + text[at + 1] + "</u>" +
           escapeMarkup(text.substr(at + 2));
}

namespace
{
std::string withKey(const std::string& label, const std::string& key)
{
    const std::string hint =
        key.empty() ? "" : "  <span size=\"smaller\" weight=\"normal\">" + escapeMarkup(key) + "</span>";
    return escapeMarkup(label) + hint;
}
} // namespace

wxPanel* makeLine(wxWindow* parent, bool vertical)
{
    auto* line = new Box(parent);
    line->SetMinSize(vertical ? wxSize(1, -1) : wxSize(-1, 1));
    wxkit::addClass(*line, "line");
    return line;
}

// ---- Text

Text::Text(wxWindow* parent, double px, wxkit::Weight weight, const char* style)
    : wxStaticText(parent, wxID_ANY, wxString())
{
    SetFont(wxkit::font(px, weight));
    if (style) wxkit::addClass(*this, style);
}

bool Text::set(const std::string& text)
{
    return put(text, false);
}

bool Text::setMnemonic(const std::string& text)
{
    return put(text, true);
}

bool Text::put(const std::string& text, bool mnemonic)
{
    if (text == text_ && mnemonic == mnemonic_) return false;
    text_ = text;
    mnemonic_ = mnemonic;
    if (mnemonic)
        SetLabel(to_wx(text));
    else
        SetLabelText(to_wx(text));
    if (width_ > 0) Wrap(width_);
    InvalidateBestSize();
    return true;
}

void Text::setUnderlined(const std::string& text)
{
    text_ = text;
    SetLabelMarkup(to_wx(underlined(text)));
    InvalidateBestSize();
}

bool Text::wrap(int width)
{
    if (width == width_) return false;
    width_ = width;
    SetLabelText(to_wx(text_));
    if (width_ > 0) Wrap(width_);
    InvalidateBestSize();
    return true;
}

void Text::tone(Tone tone)
{
    if (tone == tone_) return;
    if (*classOf(tone_)) setClass(*this, classOf(tone_), false);
    if (*classOf(tone)) setClass(*this, classOf(tone), true);
    tone_ = tone;
}

// ---- KeyButton

KeyButton::KeyButton(wxWindow* parent, const char* style, long flags)
    : wxButton(parent, wxID_ANY, wxS(" "), wxDefaultPosition, wxDefaultSize, flags)
{
    if (style) setStyle(style, true);
}

bool KeyButton::set(const std::string& label, const std::string& key)
{
    return setMarkup(withKey(label, key), label);
}

bool KeyButton::setMarkup(const std::string& markup, const std::string& name)
{
    const std::string both = markup + '\n' + name;
    if (both == shown_) return false;
    shown_ = both;
    SetLabelMarkup(to_wx(markup));
    wxkit::setAccessible(*this, name);
    InvalidateBestSize();
    return true;
}

void KeyButton::setStyle(const char* style, bool on)
{
    if (on == (style_ == style)) return;
    if (style_) wxkit::removeClass(*this, style_);
    style_ = on ? style : nullptr;
    if (style_) wxkit::addClass(*this, style_);
}

// ---- Toggle

Toggle::Toggle(wxWindow* parent, const char* style) : wxToggleButton(parent, wxID_ANY, wxS(" "))
{
    wxkit::addClass(*this, style);
}

bool Toggle::named(const std::string& label, const std::string& name)
{
    if (label == label_ && name == name_) return false;
    label_ = label;
    name_ = name;
    return true;
}

bool Toggle::set(const std::string& label, const std::string& name)
{
    if (!named(label, name)) return false;
    SetLabel(wxControl::EscapeMnemonics(to_wx(label)));
    if (!name.empty()) {
        wxkit::setAccessible(*this, name);
        SetToolTip(to_wx(name));
    }
    InvalidateBestSize();
    return true;
}

bool Toggle::setMnemonic(const std::string& label, const std::string& name)
{
    if (!named(label, name)) return false;
    SetLabelMarkup(to_wx(underlined(label)));
    wxkit::setAccessible(*this, name.empty() ? from_wx(wxControl::RemoveMnemonics(to_wx(label))) : name);
    InvalidateBestSize();
    return true;
}

bool Toggle::setKey(const std::string& label, const std::string& key, const std::string& name)
{
    if (!named(label + '\n' + key, name)) return false;
    SetLabelMarkup(to_wx(withKey(label, key)));
    wxkit::setAccessible(*this, name.empty() ? label : name);
    if (!name.empty()) SetToolTip(to_wx(name));
    InvalidateBestSize();
    return true;
}

// ---- Chip

Chip::Chip(wxWindow* parent, double px) : Box(parent)
{
    icon_ = new wxStaticBitmap(this, wxID_ANY, wxBitmapBundle());
    word_ = new Text(this, px, wxkit::Weight::label);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(icon_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(4)));
    row->AddSpacer(FromDIP(4));
    row->Add(word_, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(4)));
    row->AddSpacer(FromDIP(4));
    SetSizer(row);
}

void Chip::set(const Look& look, VisitState state, const std::string& word)
{
    draw(look, classOf(state), iconOf(state), tintOf(state));
    show(classOf(state), word);
}

void Chip::setFree(const Look& look, const std::string& word)
{
    draw(look, "state-free", wxkit::Icon::plus, wxkit::StateTint::free);
    show("state-free", word);
}

void Chip::draw(const Look& look, const char* style, wxkit::Icon icon, wxkit::StateTint tint)
{
    const std::string drawn = std::string(style) + (look.theme() == wxkit::Theme::dark ? "dark" : "light");
    if (drawn != drawn_)
        icon_->SetBitmap(wxkit::icon(icon, wxkit::stateColours(look.theme(), tint).text, 16));
    drawn_ = drawn;
    icon_->Show();
}

void Chip::setPlain(const std::string& word)
{
    icon_->Hide();
    show("sunken", word);
}

void Chip::show(const char* style, const std::string& word)
{
    if (style != style_) {
        if (style_) {
            wxkit::removeClass(*this, style_);
            wxkit::removeClass(*word_, style_);
        }
        wxkit::addClass(*this, style);
        wxkit::addClass(*word_, style);
        style_ = style;
        Refresh();
    }
    word_->set(word);
    InvalidateBestSize();
    Layout();
}

// ---- Field

void Field::show(const std::string& text, const std::string& wrong, bool readOnly)
{
    if (input->IsEditable() == readOnly) input->SetEditable(!readOnly);
    if (from_wx(input->GetValue()) != text) {
        input->ChangeValue(to_wx(text));
        input->SetInsertionPointEnd(); // who types on goes on behind it
    }
    problem->set(wrong);
    if (wrong_ == !wrong.empty()) return;
    wrong_ = !wrong.empty();
    setClass(*input, "wrong", wrong_);
}
} // namespace accueil
