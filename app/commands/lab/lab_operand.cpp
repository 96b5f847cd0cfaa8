// app/commands/lab/lab_operand.cpp - the operand FILE of the subcommands of ringside lab, and which systems they look
// at.
#include "app/commands/lab/lab_operand.hpp"

namespace ringside::app {

void take_lab_file(Program& program, const std::string& file) {
  std::string& lab = program.options.lab;
  if (!file.empty() && file != lab && program.has_open_lab())
    throw UsageError(file + ": the prompt has another lab open; use 'ringside lab' outside of it");
  if (!file.empty() && !lab.empty() && file != lab)
    throw UsageError("--lab " + lab + " and " + file + ": only one lab can be named");
  if (!file.empty()) lab = file;
  if (lab.empty()) throw UsageError("this subcommand needs a lab file: FILE after it, or --lab FILE before it");
}

std::vector<database::SystemRecord> systems_to_report(Program& program, const std::string& name) {
  std::vector<database::SystemRecord> systems;
  if (!name.empty()) {
    systems.push_back(program.system(name));
    if (systems.front().kind != "zos")
      throw UsageError(systems.front().name + ": is no z/OS system, so it has no security database");
    return systems;
  }
  for (database::SystemRecord& system : program.lab().systems().all())
    if (system.kind == "zos") systems.push_back(std::move(system));
  if (systems.empty()) throw UsageError(program.options.lab + ": the lab has no z/OS system");
  return systems;
}

}  // namespace ringside::app
