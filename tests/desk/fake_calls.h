// tests/desk/fake_calls.h - what a scripted service was asked, and what it is told to answer next.
#pragma once
#include "core/base/errors.h"
#include <algorithm>
#include <exception>
#include <map>
#include <string>
#include <vector>

namespace accueil
{
struct FakeCalls
{
    std::vector<std::string> asked; ///< every call, in order
    std::map<std::string, std::vector<std::exception_ptr>>
        failures; ///< the next answers of a call; null for a good one

    template <class Error>
    void failNext(const std::string& call, const Error& error)
    {
        failures[call].push_back(std::make_exception_ptr(error));
    }
    void loseNext(const std::string& call, int times = 1)
    {
        for (int i = 0; i < times; ++i) failNext(call, ConnectionLost("gone", 2013));
    }
    void refuseNext(const std::string& call, Refusal why) { failNext(call, Refused(why)); }
    long count(const std::string& call) const { return std::ranges::count(asked, call); }

protected:
    void ask(const std::string& call)
    {
        asked.push_back(call);
        auto& next = failures[call];
        if (next.empty()) return;
        const auto error = next.front();
        next.erase(next.begin());
        if (error) std::rethrow_exception(error);
    }
};
} // namespace accueil
