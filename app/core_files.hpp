// app/core_files.hpp - keeps the memory of the program, which holds passwords and keys, out of core files.
#pragma once

namespace ringside::app {

/// Forbids core files of this process, and that other processes of the user read its memory. Only the program calls
/// this: a library never changes its host.
void forbid_core_files();

}  // namespace ringside::app
