#include "staff-desktop/logic/visit_words.h"
#include <cstdlib>

namespace accueil
{
std::string inHowLong(const Messages& m, int minutes)
{
    if (minutes == 0) return m.tr("now");
    const int length = std::abs(minutes);
    const std::string words = length < 60 ? m.trn("{0} minute", "{0} minutes", length)
                                          : fmt::format("{} h {:02}", length / 60, length % 60);
    return minutes > 0 ? m.tr("in {0}", words) : m.tr("{0} ago", words);
}
} // namespace accueil
