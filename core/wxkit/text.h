// core/wxkit/text.h - the one border between our UTF-8 strings and wx.
#pragma once
#include <string>
#include <string_view>
#include <wx/string.h>

namespace accueil
{
inline wxString to_wx(std::string_view text)
{
    return wxString::FromUTF8(text.data(), text.size());
}

inline std::string from_wx(const wxString& text)
{
    return text.utf8_string();
}
} // namespace accueil
