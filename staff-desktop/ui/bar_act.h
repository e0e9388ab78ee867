// staff-desktop/ui/bar_act.h - what can be pressed in the agent's bar.
#pragma once

namespace accueil
{
enum class BarAct { sit, call, here, finish, goOn, recall, noShow, park, transfer, pause, help, undo, fold };
} // namespace accueil
