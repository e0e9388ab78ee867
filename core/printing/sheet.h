// core/printing/sheet.h - what goes on paper.
#pragma once
#include <string>

namespace accueil::printing
{
/// A4, or the roll of a ticket printer, on which a page is as long as what stands on it.
enum class Paper { a4, roll };

struct Sheet
{
    std::string pdf;                  ///< the file's bytes; its texts can be selected
    double widthMm = 0, heightMm = 0; ///< of each page, as it is read
    int pages = 1;
};

/// A file whose pages are A4 upright. @param pages  how many: a printer is given time for each
inline Sheet a4Sheet(std::string pdf, int pages)
{
    return {.pdf = std::move(pdf), .widthMm = 210, .heightMm = 297, .pages = pages};
}
} // namespace accueil::printing
