// accueil-kiosk: the check-in terminal of a town hall.
#include "core/base/log.h"
#include "kiosk-app/app.h"
#include <CLI/CLI.hpp>
#include <iostream>
#include <wx/init.h>

int main(int argc, char** argv)
{
    CLI::App line("Accueil: the kiosk where visitors check in.");
    std::string file = "/etc/accueil/accueil-kiosk.ini";
    line.add_option("--config", file, "configuration (docs/configuration.md)")->capture_default_str();
    CLI11_PARSE(line, argc, argv);
    try {
        auto config = accueil::Config::fromFile(file);
        accueil::log::open("accueil-kiosk", config.text("log.file", ""));
        wxApp::SetInstance(new accueil::kiosk::KioskApp(std::move(config)));
    } catch (const std::exception& e) {
        std::cerr << "accueil-kiosk: " << e.what() << '\n';
        return 2;
    }
    int wxArguments = 1; // ours are read; wx gets the name only
    return wxEntry(wxArguments, argv);
}
