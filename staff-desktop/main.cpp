// accueil-desk: booking, today's appointments and the counter.
#include "staff-desktop/app.h"
#include <CLI/CLI.hpp>

int main(int argc, char** argv)
{
    CLI::App line("Accueil: the desk of the reception and of the counters.");
    std::string file = "/etc/accueil/accueil-desk.ini";
    line.add_option("--config", file, "configuration (docs/configuration.md)")->capture_default_str();
    bool full = false;
    line.add_flag("--full", full, "the whole desk for agents too, instead of their bar");
    CLI11_PARSE(line, argc, argv);
    wxApp::SetInstance(new accueil::DeskApp(file, full));
    int wxArguments = 1; // ours are read; wx gets the name only
    return wxEntry(wxArguments, argv);
}
