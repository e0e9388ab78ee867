// display-app/ui/platform/screen_habits.h - what a screen on the wall needs from its desktop.
#pragma once

namespace accueil::display
{
/// False if the system asks for less motion.
bool motionWanted();

/// No screen saver and no power saving while this program runs: a call on a black screen is seen by nobody.
void keepScreenOn();
} // namespace accueil::display
