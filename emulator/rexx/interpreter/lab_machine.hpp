// emulator/rexx/interpreter/lab_machine.hpp - the clock and the user that an exec sees: those of the lab.
#pragma once

#include <ctime>
#include <string>

namespace ringside::rexx {

struct Machine {
  std::string user;  ///< for USERID()
  time_t time = 0;   ///< for DATE() and TIME(), as local time; it stands
};

/// From now on the functions of the C library that Regina asks for time and user answer from `machine`.
void stand_in(const Machine& machine);

}  // namespace ringside::rexx
