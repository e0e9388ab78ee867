// tests/support/wait.h - wait for the thing, never for a time.
#pragma once
#include <chrono>
#include <functional>
#include <string>

namespace accueil::test
{
/// Returns as soon as `happened` says so. @throws std::runtime_error naming `what` when the deadline passes
void waitFor(const std::string& what, const std::function<bool()>& happened,
             std::chrono::seconds deadline = std::chrono::seconds(20));
} // namespace accueil::test
