#include "core/base/errors.h"

namespace accueil
{
ForeignSchema::ForeignSchema(int found, int expected)
    : std::runtime_error("schema version " + std::to_string(found) + ", this program needs " + std::to_string(expected)),
      found_(found), expected_(expected)
{
}
} // namespace accueil
