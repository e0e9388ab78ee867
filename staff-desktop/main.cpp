#include "staff-desktop/app.h"

wxIMPLEMENT_APP(accueil::DeskApp);
