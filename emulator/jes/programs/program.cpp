// emulator/jes/programs/program.cpp - the input of a program that a step runs.
#include "emulator/jes/programs/program.hpp"

namespace ringside::jes {

std::vector<parser::Record> ProgramInput::records(const std::string& dd) const {
  return allocation.input(dd);
}

}  // namespace ringside::jes
