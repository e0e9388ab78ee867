// core/printing/print_errors.h - why a ticket did not come out.
#pragma once
#include "core/base/errors.h"

namespace accueil::printing
{
/// The printer says that its paper has run out: a person puts in a roll, then the next ticket prints.
class PaperOut : public PrintFailed
{
public:
    using PrintFailed::PrintFailed;
};
} // namespace accueil::printing
