// twin/load/rings.hpp - loads the key rings of an unload.
#pragma once

#include <cstdint>

#include "twin/load/loading.hpp"

namespace ringside::twin {

/// After the certificates: adds the rings (0500 of class DIGTRING) with their members in the order of the records 0562,
/// and compares these with the records 0561 and the labels of the certificates. Returns the number of rings.
std::uint64_t load_rings(Loading& loading);

}  // namespace ringside::twin
