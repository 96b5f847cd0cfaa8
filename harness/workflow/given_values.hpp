// harness/workflow/given_values.hpp - values that a user gives to the variables of a workflow.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "parser/scripts/workflow.hpp"

namespace ringside::harness {

/// The names in `values` that the workflow neither defines nor uses. `content` is its definition.
std::vector<std::string> unknown_values(const parser::Workflow& workflow, const std::string& content,
                                        const std::map<std::string, std::string>& values);

}  // namespace ringside::harness
