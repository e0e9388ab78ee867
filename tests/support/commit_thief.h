// tests/support/commit_thief.h - a cable to the database that breaks exactly at a COMMIT.
#pragma once
#include <atomic>
#include <string>
#include <thread>

namespace accueil::test
{
/// Forwards TCP connections to a server. Armed, it cuts the next connection that sends COMMIT: before the server sees
/// it, or after the server has done it but before the answer is passed on. It cuts once, then it is an honest cable.
class CommitThief
{
public:
    enum class Cut { never, before, after };

    explicit CommitThief(const std::string& host); ///< "127.0.0.1:61234"
    ~CommitThief();
    CommitThief(const CommitThief&) = delete;
    CommitThief& operator=(const CommitThief&) = delete;

    std::string host() const; ///< for database.hosts
    void arm(Cut cut) { cut_ = cut; }
    bool hasCut() const { return cut_ == Cut::never; }

private:
    void accept(const std::stop_token& stop);
    void forward(int client, const std::stop_token& stop);

    int port_ = 0, listener_ = -1, serverPort_;
    std::atomic<Cut> cut_{Cut::never};
    std::jthread thread_;
};
} // namespace accueil::test
