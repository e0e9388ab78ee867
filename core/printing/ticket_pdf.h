// core/printing/ticket_pdf.h - a ticket as a page of exactly its own length.
#pragma once
#include "core/printing/sheet.h"
#include "core/printing/ticket_text.h"

namespace accueil::printing
{
/// Black on white, made for 203 dots an inch. Any thread.
/// @param paperMm  width of the roll; narrower rolls get a smaller ticket, never a cut one
Sheet ticketPdf(const TicketText& text, int paperMm = 80);
} // namespace accueil::printing
