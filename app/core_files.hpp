// app/core_files.hpp - keeps the memory of the program, which holds passwords and keys, out of core files.
#pragma once

namespace ringside::app {

/// Forbids core files of this process, and that other processes of the user read its memory. Only the program calls
/// this: a library never changes its host.
void forbid_core_files();

/// Undoes forbid_core_files() as far as it concerns the programs that this process starts or becomes: they get the
/// limit that this one was started with.
void allow_core_files_again();

}  // namespace ringside::app
