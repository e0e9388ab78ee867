#include "booking-cgi/gateway.h"
#include "core/base/log.h"
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcgiapp.h>

namespace accueil::web
{
namespace
{
volatile std::sig_atomic_t stopping = 0;

void stop(int)
{
    stopping = 1;
    FCGX_ShutdownPending();
}

void handleSignals()
{
    struct sigaction action
    {
    };
    action.sa_handler = stop; // without SA_RESTART: a waiting accept ends
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGINT, &action, nullptr);
    action.sa_handler = SIG_IGN; // a browser that left
    sigaction(SIGPIPE, &action, nullptr);
}

std::string orEmpty(const char* text)
{
    return text ? text : "";
}

int serveOnce(const std::function<std::string(const RequestSource&)>& answer)
{
    const RequestSource source{[](const char* name) { return orEmpty(std::getenv(name)); },
                               [](char* into, std::size_t most) { return std::fread(into, 1, most, stdin); }};
    const std::string text = answer(source);
    const bool whole =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return whole ? EXIT_SUCCESS : EXIT_FAILURE;
}

int serveMany(const std::function<std::string(const RequestSource&)>& answer)
{
    FCGX_Request request;
    if (FCGX_Init() != 0 || FCGX_InitRequest(&request, 0, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
        log::error("web.gateway.failed",
                   "FastCGI cannot be started: is the program started by the web server?");
        return EXIT_FAILURE;
    }
    while (!stopping && FCGX_Accept_r(&request) == 0) {
        const RequestSource source{
            [&request](const char* name) { return orEmpty(FCGX_GetParam(name, request.envp)); },
            [&request](char* into, std::size_t most) {
                return static_cast<std::size_t>(FCGX_GetStr(into, static_cast<int>(most), request.in));
            }};
        const std::string text = answer(source);
        FCGX_PutStr(text.data(), static_cast<int>(text.size()), request.out);
        FCGX_Finish_r(&request);
    }
    FCGX_Free(&request, 1);
    return EXIT_SUCCESS;
}
} // namespace

int serve(const std::function<std::string(const RequestSource&)>& answer)
{
    handleSignals();
    return FCGX_IsCGI() ? serveOnce(answer) : serveMany(answer);
}
} // namespace accueil::web
