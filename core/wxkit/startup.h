// core/wxkit/startup.h - what every window program of the suite does when it starts.
#pragma once
#include "core/base/task_runner.h"
#include <chrono>
#include <functional>

class wxTopLevelWindow;

namespace accueil::wxkit
{
/// First line of wxApp::OnInit. Without it a narrow string with an accent becomes an empty wxString, and a
/// figure may be written with a comma.
void prepareLocale();

/// A broken promise inside wx becomes the log line "ui.assert": a citizen must not meet a programmer's
/// dialog.
void logAsserts();

/// Logs "ui.font.missing" when Inter is not installed: the windows then fall back to the system's face.
/// @returns whether it is there
bool checkFonts();

/// Shows a frame that has its final size from the first layout on (an ordinary Show() lays it out at 1x1
/// first).
void showFrame(wxTopLevelWindow& frame);
/// Shows a frame over the whole screen that it stands on.
void showFullScreen(wxTopLevelWindow& frame);

/// Calls `act` once, as soon as the frame has been drawn for the first time and the toolkit has nothing left
/// to do: from then on it can be used. `act` outlives the frame, perhaps.
void whenUsable(wxTopLevelWindow& frame, std::function<void()> act);
/// Since the kernel started this process, libraries and all; in steps of 10 ms. 0 where the system does not
/// tell.
std::chrono::milliseconds sinceProcessStart();

/// False when the person has asked the system for less motion.
bool wantsMotion();

/// For WorkerThread: runs a function on the GUI thread; drops it when the application is ending.
/// A task's `done` guards its own window (a weak_ptr of a member), as presenters do.
WorkerThread::Post postToGui();
} // namespace accueil::wxkit
