// core/printing/visit_sheet_pdf.h - an appointment on paper.
#pragma once
#include "core/printing/sheet.h"
#include "core/printing/visit_sheet_text.h"

namespace accueil::printing
{
/// Black on white, one page: A4, or a roll's page of exactly its own length. The modules of its QR code are 1
/// mm wide on both (8 dots of a 203 dpi printer), with 4 of white around. Any thread.
/// @param rollMm  width of the roll; a narrower one gets a smaller sheet  @throws PrintFailed
Sheet visitSheetPdf(const VisitSheetText& text, Paper paper, int rollMm = 80);
} // namespace accueil::printing
