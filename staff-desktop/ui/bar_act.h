// staff-desktop/ui/bar_act.h - what can be pressed in the agent's bar.
#pragma once

namespace accueil
{
/// Logical pixels that a part of the bar keeps free at its sides, for the ring around what has the focus.
inline constexpr int ringRoom = 6;

enum class BarAct { sit, call, here, finish, goOn, recall, noShow, park, transfer, pause, help, undo, fold };
} // namespace accueil
