// app/commands/subcommands.cpp - the table of subcommands.
#include "app/commands/subcommands.hpp"

namespace ringside::app {

#define RINGSIDE_SUBCOMMAND(function) Command function(Program& program);
#include "app/commands/subcommands.inc"
#undef RINGSIDE_SUBCOMMAND

std::vector<Command> subcommands(Program& program) {
  return {
#define RINGSIDE_SUBCOMMAND(function) function(program),
#include "app/commands/subcommands.inc"
#undef RINGSIDE_SUBCOMMAND
  };
}

}  // namespace ringside::app
