// emulator/rexx/interpreter/confinement.hpp - what the process of an exec may do: compute, and talk over its socket.
#pragma once

#include <cstddef>

namespace ringside::rexx {

struct Bounds {
  unsigned long cpu_seconds = 0;  ///< of the whole run
  std::size_t memory = 0;         ///< octets of address space
};

/// Limits CPU time and memory, and forbids every system call but those that memory, reading, writing and ending need:
/// no file is opened, no program started, no socket made. Such a call fails with EPERM. Returns false if the kernel
/// does not allow the confinement.
bool confine(const Bounds& bounds);

}  // namespace ringside::rexx
