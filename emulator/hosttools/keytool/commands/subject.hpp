// emulator/hosttools/keytool/commands/subject.hpp - the six questions after a name.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

/// Asks until the answer is confirmed. Throws Refusal after too many rounds.
base::Bytes ask_for_subject(Tool& tool);

}  // namespace ringside::keytool
