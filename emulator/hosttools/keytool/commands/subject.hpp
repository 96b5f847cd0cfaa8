// emulator/hosttools/keytool/commands/subject.hpp - asks for the six parts of a distinguished name.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Asks until the user confirms the name. Throws Refusal after too many rounds.
base::Bytes ask_for_subject(Tool& tool);

}  // namespace ringside::keytool
