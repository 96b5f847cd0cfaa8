// emulator/hosttools/keytool/ring/ring_sink.hpp - changing a SAF key ring: what keytool's commands do to RACF when they
// store.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Throws Refusal for a command that IBM's Java does not support on key rings.
void refuse_unless_ring_command(const Tool& tool);

/// Stores the changes of the command in the ring, all or nothing: a removed entry is disconnected and stays in the
/// database, a new one is added and connected. Throws Refusal.
void store_ring(Tool& tool);

}  // namespace ringside::keytool
