// emulator/racf/resources/setropts_list.hpp - SETROPTS LIST: prints the options.
#pragma once

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Prints the options of all classes and of the system.
void list_options(Context& context);

}  // namespace ringside::racf
