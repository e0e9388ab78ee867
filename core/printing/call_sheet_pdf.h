// core/printing/call_sheet_pdf.h - the list for the telephone, with boxes to tick.
#pragma once
#include "core/printing/letter_text.h"

namespace accueil::printing
{
/// On as many A4 pages as it takes; nobody is torn across two. Any thread. @return the file's bytes  @throws PrintFailed
std::string callSheetPdf(const CallSheetText& sheet);
} // namespace accueil::printing
