// core/printing/letter_pdf.h - letters on A4, for an envelope with a window.
#pragma once
#include "core/printing/letter_text.h"

namespace accueil::printing
{
/// One page a letter. The name stands in the window as DIN 5008 and ISO 11180 place it (20 mm from the left, 45 mm from the
/// top), above empty lines for the address. Any thread. @return the file's bytes; its texts can be selected
/// @throws PrintFailed
std::string lettersPdf(const std::vector<LetterText>& letters);
} // namespace accueil::printing
