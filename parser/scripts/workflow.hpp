// parser/scripts/workflow.hpp - z/OSMF workflow definitions: their steps with inline templates, and the variables in
// them.
//
// z/OSMF substitutes with Velocity (z/OSMF Programming Guide, "Using Velocity templates"). Here references are
// replaced; directives such as #if are refused, since leaving them out would change what runs.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/diagnostic.hpp"

namespace ringside::parser {

/// How z/OSMF runs a template (submitAs).
enum class TemplateKind { jcl, shell, rexx };

struct WorkflowStep {
  std::string name;
  std::string title;
  TemplateKind kind = TemplateKind::jcl;
  int most_code = 0;  ///< maxRc: a higher return code fails the step
  std::string text;   ///< the template, its variables replaced
};

struct Workflow {
  std::string id;
  std::vector<WorkflowStep> steps;        ///< those with a template, in order
  std::vector<std::string> manual_steps;  ///< names of those that only instruct a person
  std::vector<std::string> variables;     ///< names that the workflow defines
  std::vector<Diagnostic> errors;         ///< nothing may run if there is one
};

/// The elements of a step that decide what runs, and that are refused.
std::span<const char* const> workflow_elements_not_emulated();

/// `values` goes before the defaults of the definitions; its names are without "instance-".
Workflow read_workflow(std::string_view xml, const std::map<std::string, std::string>& values);

}  // namespace ringside::parser
