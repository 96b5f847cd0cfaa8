// app/main.cpp - main: all other code is in the libraries, so that the tests link the released code.
#include <new>

#include <unistd.h>

#include "app/command_line.hpp"
#include "app/program.hpp"

namespace {

/// Ends the process at once: without memory nothing can be told or undone in order. The lab undoes by itself what was
/// not committed.
[[noreturn]] void end_without_memory() {
  constexpr char text[] = "ringside: fault: there is not enough memory\n";
  static_cast<void>(!::write(STDERR_FILENO, text, sizeof text - 1));
  ::_exit(ringside::app::exit_fault);
}

// Set before other objects with static storage are made, and it holds for threads.
struct MemoryGuard {
  MemoryGuard() { std::set_new_handler(end_without_memory); }
};
__attribute__((init_priority(101))) const MemoryGuard memory_guard;

}  // namespace

int main(int argc, char** argv) {
  return ringside::app::run(argc, argv);
}
