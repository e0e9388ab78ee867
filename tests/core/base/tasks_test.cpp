#include "core/base/signal.h"
#include "core/base/task_runner.h"
#include <boost/test/unit_test.hpp>
#include <atomic>
#include <future>
#include <memory>
#include <stdexcept>
#include <vector>

using namespace accueil;

BOOST_AUTO_TEST_SUITE(tasks)

BOOST_AUTO_TEST_CASE(worker_runs_tasks_in_order_and_hands_errors_back)
{
    std::vector<std::string> seen;
    std::promise<void> finished;
    {
        WorkerThread worker([](std::function<void()> f) { f(); }); // here the "GUI thread" is the worker itself
        worker.run([&] { seen.emplace_back("first"); }, [&](std::exception_ptr e) { seen.emplace_back(e ? "error" : "ok"); });
        worker.run([] { throw std::runtime_error("x"); }, [&](std::exception_ptr e) {
            seen.emplace_back(e ? "error" : "ok");
            finished.set_value();
        });
        finished.get_future().wait();
    }
    BOOST_TEST(seen == (std::vector<std::string>{"first", "ok", "error"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_end_waits_for_what_has_begun_and_drops_the_rest)
{
    std::promise<void> begun, goOn;
    std::atomic<bool> firstEnded = false, secondRan = false;
    auto worker = std::make_unique<WorkerThread>([](std::function<void()>) {}); // the window is gone: nobody hears answers
    worker->run([&] { begun.set_value(); goOn.get_future().wait(); firstEnded = true; }, [](std::exception_ptr) {});
    worker->run([&] { secondRan = true; }, [](std::exception_ptr) {});
    begun.get_future().wait();
    WorkerThread* const raw = worker.get();
    auto ending = std::async(std::launch::async, [&worker] { worker.reset(); });
    // The destructor first clears the queue, then joins; only then may the first task go on.
    while (raw->pending() > 0) std::this_thread::yield();
    goOn.set_value();
    ending.wait();
    BOOST_TEST(firstEnded);
    BOOST_TEST(!secondRan);
}

BOOST_AUTO_TEST_CASE(a_listener_hears_until_its_listening_ends)
{
    Signal<int> signal;
    std::vector<int> heard;
    {
        const Listening listening = signal.connect([&](int n) { heard.push_back(n); });
        signal(1);
    }
    signal(2);
    BOOST_TEST(heard == std::vector<int>{1}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_listener_may_end_itself_while_it_hears)
{
    Signal<> signal;
    int calls = 0;
    Listening listening;
    listening = signal.connect([&] {
        ++calls;
        listening = Listening();
    });
    signal();
    signal();
    BOOST_TEST(calls == 1);
}

BOOST_AUTO_TEST_SUITE_END()
