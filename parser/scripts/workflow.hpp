// parser/scripts/workflow.hpp - reads z/OSMF workflow definitions: steps with templates, and variables.
//
// z/OSMF fills templates with Velocity (z/OSMF Programming Guide, "Using Velocity templates").
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/diagnostic.hpp"
#include "parser/scripts/step_condition.hpp"

namespace ringside::parser {

/// How z/OSMF runs a template (submitAs).
enum class TemplateKind { jcl, shell, rexx };

struct WorkflowStep {
  std::string name;
  std::string title;
  TemplateKind kind = TemplateKind::jcl;
  int most_code = 0;                       ///< maxRc: with a higher return code the step fails
  std::string text;                        ///< the template, filled
  std::optional<StepCondition> condition;  ///< only if it has to wait for the outcomes of other steps
  std::string output_prefix;               ///< its output sets variables by lines that begin so: PREFIX NAME = VALUE
  std::string output_file;                 ///< z/OS UNIX file in which it leaves variables; $_output in the template
  bool fills_late = false;                 ///< `text` is not filled yet, since steps before it set variables

  [[nodiscard]] bool sets_variables() const { return !output_prefix.empty() || !output_file.empty(); }
};

/// A step as the definition describes it, also one that people do by hand and one that only holds others.
struct StepOutline {
  std::string name{};
  std::string number{};  ///< "2", "2.1"
  std::string title{};
  std::string description{};
  std::string instructions{};
  std::string submit_as{};                   ///< "JCL", "TSO-REXX" ...; empty without a template
  bool is_parent = false;                    ///< it holds the steps whose numbers begin with its own
  bool is_automated = false;                 ///< <autoEnable>
  bool is_optional = false;                  ///< <step optional="true">
  std::vector<std::string> prerequisites{};  ///< names of steps
};

/// A variable as the definition describes it.
struct VariableOutline {
  std::string name{};
  std::string scope = "instance";
  std::string type{};  ///< "string", "integer", "boolean" ...: the element that has its limits
  std::string abstract{};
  std::string description{};
  std::string category{};
  std::string visibility = "public";
  std::optional<std::string> initial{};  ///< <default>
};

struct Workflow {
  std::string id;
  std::string version;
  std::string description;
  std::string vendor;
  std::string default_name;
  std::vector<StepOutline> outline;               ///< all steps, in order
  std::vector<VariableOutline> variable_outline;  ///< all variables, in order
  std::vector<WorkflowStep> steps;                ///< the steps with a template, in order
  std::vector<std::string> manual_steps;          ///< names of the steps without a template, which people do by hand
  std::vector<std::string> left_out;              ///< names of the steps that their conditions leave out
  TemplateVariables variables;                    ///< their values
  std::vector<Diagnostic> errors;                 ///< nothing may run if there is one
  bool lacks_values = false;                      ///< one of the errors is a variable without a value
};

/// The elements of a step that affect what runs and are not supported.
std::span<const char* const> workflow_elements_not_emulated();

/// Returns the content of the file that a <fileTemplate> names, or an error sentence.
using TemplateFiles = std::function<tl::expected<std::string, std::string>(const std::string& path)>;

/// Reads a workflow and fills its templates. `values`, whose names are without "instance-", has priority over the
/// defaults in the workflow. Without `files` no template may be in a file.
Workflow read_workflow(std::string_view xml, const std::map<std::string, std::string>& values,
                       const TemplateFiles& files = {});

/// Why a template cannot be filled.
struct TemplateProblems {
  std::vector<std::string> sentences;
  bool lacks_values = false;  ///< a variable has no value
};

/// Fills the template of a step that fills late.
tl::expected<std::string, TemplateProblems> fill_template(const WorkflowStep& step, const TemplateVariables& variables);

}  // namespace ringside::parser
