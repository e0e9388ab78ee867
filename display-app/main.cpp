// accueil-display: the call screen of a waiting area.
#include "display-app/display_app.h"

wxIMPLEMENT_APP(accueil::display::DisplayApp);
