#include "tests/support/wait.h"
#include <stdexcept>
#include <thread>

namespace accueil::test
{
void waitFor(const std::string& what, const std::function<bool()>& happened, std::chrono::seconds deadline)
{
    const auto end = std::chrono::steady_clock::now() + deadline;
    while (!happened()) {
        if (std::chrono::steady_clock::now() > end) throw std::runtime_error("waited in vain for " + what);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}
} // namespace accueil::test
