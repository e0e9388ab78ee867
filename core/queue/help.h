// core/queue/help.h - an agent asks for help; a colleague says that he comes.
#pragma once
#include "core/catalogue/catalogue.h"
#include <string>

namespace accueil
{
struct HelpCall
{
    CounterId counter;
    StaffId askedBy;
    std::string askedByName;
    Instant askedAt;
    StaffId comingBy; ///< 0: nobody yet
    std::string comingByName;
};

/// Open ones of the site, the oldest first.
std::vector<HelpCall> helpCalls(store::Connection& connection, const Catalogue& catalogue);

/// From the counter where this account sits; asking twice is asking once. @throws Refused  notYourCounter, counterClosed
void askForHelp(store::Connection& connection, CounterId counter);
/// "I am coming": any colleague of the site. @throws Refused  helpIsComing  somebody was faster, or nobody asks any more
void comeToHelp(store::Connection& connection, CounterId counter);
/// Said by the one who asked, the one who came, or a supervisor. @throws Refused  notThisState
void endHelp(store::Connection& connection, CounterId counter);
} // namespace accueil
