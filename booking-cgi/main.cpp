// accueil-booking - the page on which citizens book. Started by the web server: FastCGI, or plain CGI.
#include "booking-cgi/app.h"
#include "booking-cgi/database_service.h"
#include "booking-cgi/gateway.h"
#include "core/base/config.h"
#include "core/base/log.h"
#include <CLI/CLI.hpp>

using namespace accueil;

namespace
{
std::string withoutSlash(std::string path)
{
    while (!path.empty() && path.back() == '/') path.pop_back();
    return path;
}

int formsPerTenMinutes(const Config& config)
{
    constexpr int mostThatMakesSense = 10000;
    const int forms = config.number("web.forms_per_ten_minutes", 60);
    if (forms < 0 || forms > mostThatMakesSense)
        throw ConfigError("web.forms_per_ten_minutes is not between 0 and 10000");
    return forms;
}

int run(const std::string& file)
{
    const Config config = Config::fromFile(file);
    log::open("accueil-booking", config.text("log.file", ""));
    web::DatabaseService service(store::DatabaseConfig::from(config), config.text("site.code", ""));
    web::App app(service, {withoutSlash(config.text("web.path", "/rendez-vous")), config.secret("web.secret"),
                           config.text("web.url", ""), formsPerTenMinutes(config), config.list("web.proxy")});
    return web::serve([&app](const web::RequestSource& source) { return app.answer(source); });
}
} // namespace

int main(int argc, char** argv)
{
    std::string file = "/etc/accueil/accueil-booking.ini";
    CLI::App options("The page on which citizens book an appointment.");
    options.add_option("--config", file, "settings, see docs/configuration.md")
        ->envname("ACCUEIL_BOOKING_CONFIG");
    CLI11_PARSE(options, argc, argv);
    try {
        return run(file);
    } catch (const std::exception& e) {
        log::error("web.start.failed", "{}", e.what());
        return EXIT_FAILURE;
    }
}
