// emulator/rexx/interpreter/main.cpp - ringside-rexx: runs one REXX exec by Regina, for Ringside.
//
// Ringside starts it with a socket as descriptor 3 and sends the exec. Everything that the exec wants of the outside
// goes over that socket. Ends with status 0 after the message `end`; with any other end Ringside tells its user.
#include <cstdio>
#include <cstdlib>
#include <new>

#include "emulator/rexx/channel.hpp"
#include "emulator/rexx/interpreter/confinement.hpp"
#include "emulator/rexx/interpreter/interpreter.hpp"
#include "emulator/rexx/interpreter/lab_machine.hpp"

int main() {
  using namespace ringside::rexx;
  const auto start = receive_start();
  if (!start) {
    std::fputs("ringside-rexx is started by ringside; it has no use of its own\n", stderr);
    return 64;
  }
  stand_in(start->machine);
  load_interpreter();
  if (!confine(start->bounds)) return not_confined;
  try {
    return run_exec(*start);
  } catch (const std::bad_alloc&) {
    std::_Exit(out_of_memory);
  }
}
