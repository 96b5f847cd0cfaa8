// harness/workflow/given_values.cpp - finds values that no variable of a workflow takes.
#include "harness/workflow/given_values.hpp"

namespace ringside::harness {

std::vector<std::string> unknown_values(const parser::Workflow& workflow, const std::string& content,
                                        const std::map<std::string, std::string>& values) {
  std::vector<std::string> unknown;
  for (const auto& [name, value] : values) {
    const bool is_defined = workflow.variables.defined.contains(name);
    const bool is_used =
        content.find("instance-" + name) != std::string::npos || content.find("global-" + name) != std::string::npos;
    if (!is_defined && !is_used) unknown.push_back(name);
  }
  return unknown;
}

}  // namespace ringside::harness
