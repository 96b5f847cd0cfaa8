// emulator/hosttools/keytool/ring/ring_sink.hpp - changing a SAF key ring: what keytool's commands do to RACF when they
// store.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Refuses, by name, a command that IBM's Java has not for key rings.
void refuse_unless_ring_command(const Tool& tool);

/// Brings the ring to what the command has made of the store, entry by entry and all or nothing: an entry that is gone
/// is disconnected and stays in the database, a new one is added and connected. Throws Refusal.
void store_ring(Tool& tool);

}  // namespace ringside::keytool
