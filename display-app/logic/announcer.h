// display-app/logic/announcer.h - the chime and the voice, as the presenter sees them.
#pragma once
#include "core/base/language.h"
#include <string>
#include <vector>

namespace accueil::display
{
struct Spoken
{
    Language language = Language::fr;
    std::string text; ///< a sentence, UTF-8
    friend bool operator==(const Spoken&, const Spoken&) = default;
};

struct Announcement
{
    bool chime = true;
    std::vector<Spoken> voices; ///< one after the other
    friend bool operator==(const Announcement&, const Announcement&) = default;
};

class Announcer
{
public:
    virtual ~Announcer() = default;
    /// Returns at once; a missing sound card is no error. Announcements follow each other, never over each
    /// other.
    virtual void announce(const Announcement& announcement) = 0;
    /// The last announcement could not be heard: no sound card answered. Any thread.
    virtual bool isMute() const = 0;
};
} // namespace accueil::display
