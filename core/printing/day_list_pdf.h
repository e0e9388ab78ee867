// core/printing/day_list_pdf.h - the day on paper, with boxes to tick.
#pragma once
#include "core/printing/day_list_text.h"
#include "core/printing/sheet.h"

namespace accueil::printing
{
/// A4 across, on as many pages as it takes; each has the heading, and nobody is torn across two. Any thread.
/// @throws PrintFailed
Sheet dayListPdf(const DayListText& text);
} // namespace accueil::printing
