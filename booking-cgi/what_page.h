// booking-cgi/what_page.h - step 1: for which procedure do you come?
#pragma once
#include "booking-cgi/page.h"

namespace accueil::web
{
struct WhatState
{
    Choice choice;
    std::string typed;  ///< in the search field
    bool all = false;   ///< show everything by service, whatever was typed
    bool judge = false; ///< say what is wrong with the choice
};

View whatView(const PageContext& page, const WhatState& state);
} // namespace accueil::web
