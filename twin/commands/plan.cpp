// twin/commands/plan.cpp - the RACF commands that lead from one system to another, and the files that they read.
#include "twin/commands/plan.hpp"

#include <algorithm>

namespace ringside::twin {

std::size_t CommandPlan::commands() const {
  return static_cast<std::size_t>(std::count_if(
      lines.begin(), lines.end(), [](const PlannedLine& line) { return line.kind == PlannedLine::Kind::command; }));
}

}  // namespace ringside::twin
