// core/agenda/channel.h - by which way an appointment came.
#pragma once

namespace accueil
{
enum class Channel { online, phone, desk, import };
} // namespace accueil
