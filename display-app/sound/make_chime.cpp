// Writes the chime as a WAV file: make_chime OUT.wav. Run by the build.
#include "display-app/sound/chime.h"
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <numbers>
#include <string>
#include <vector>

namespace
{
using namespace accueil::display;

double sampleAt(double t)
{
    constexpr double attackS = 0.008, fadeS = 0.15; // no click at either end
    double sum = 0;
    for (const auto& note : chimeNotes) {
        const double since = t - note.startS;
        if (since < 0) continue;
        sum += std::sin(2 * std::numbers::pi * note.hertz * since) * std::exp(-since / note.decayS) *
               std::min(1.0, since / attackS);
    }
    return 0.45 * sum * std::min(1.0, (chimeSeconds - t) / fadeS);
}

void number(std::string& out, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string wav()
{
    const auto samples = static_cast<std::uint32_t>(chimeSeconds * soundRate);
    const std::uint32_t bytes = samples * 2, rate = soundRate;
    std::string out = "RIFF";
    number(out, 36 + bytes, 4);
    out += "WAVEfmt ";
    number(out, 16, 4);
    number(out, 1, 2); // PCM
    number(out, 1, 2); // mono
    number(out, rate, 4);
    number(out, rate * 2, 4);
    number(out, 2, 2);
    number(out, 16, 2);
    out += "data";
    number(out, bytes, 4);
    for (std::uint32_t i = 0; i < samples; ++i) {
        const double value = std::clamp(sampleAt(static_cast<double>(i) / soundRate), -1.0, 1.0);
        number(out, static_cast<std::uint32_t>(static_cast<std::int16_t>(std::lround(value * 32767))), 2);
    }
    return out;
}
} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fputs("usage: make_chime OUT.wav\n", stderr);
        return 2;
    }
    std::ofstream out(argv[1], std::ios::binary);
    out << wav();
    return out.flush() ? 0 : 1;
}
