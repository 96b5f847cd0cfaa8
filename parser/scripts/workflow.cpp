// parser/scripts/workflow.cpp - reads z/OSMF workflow definitions.
#include "parser/scripts/workflow.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <pugixml.hpp>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ringside::parser {
namespace {

constexpr long highest_code = 4095;
constexpr std::size_t most_errors = 20;

constexpr std::array<std::pair<std::string_view, TemplateKind>, 6> kinds = {{
    {"JCL", TemplateKind::jcl},
    {"shell-JCL", TemplateKind::shell},
    {"TSO-UNIX-shell", TemplateKind::shell},
    {"TSO-REXX-JCL", TemplateKind::rexx},
    {"TSO-REXX", TemplateKind::rexx},
    {"TSO-UNIX-REXX", TemplateKind::rexx},
}};

/// The elements of a step that affect what runs and are not supported.
constexpr std::array<const char*, 4> not_emulated_elements = {"rest", "setVariable", "calledWorkflowID",
                                                              "calledWorkflowDefinitionFile"};

/// Measures the nesting of the document without recursion, since hostile input may be deep.
class Depth final : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& /*node*/) override {
    too_deep_ = depth() >= static_cast<int>(base::limits::workflow_depth);
    return !too_deep_;
  }
  [[nodiscard]] bool too_deep() const { return too_deep_; }

 private:
  bool too_deep_ = false;
};

/// The text of an element, from CDATA sections and plain text.
std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  return text;
}

class WorkflowReader {
 public:
  WorkflowReader(std::string_view xml, const std::map<std::string, std::string>& values) : xml_(xml), given_(values) {}

  Workflow run() && {
    const pugi::xml_node root = load();
    if (!workflow_.errors.empty()) return std::move(workflow_);
    workflow_.id = base::trim(text_of(root.child("workflowInfo").child("workflowID")));
    read_variables(root);
    for (const auto& [name, value] : given_) workflow_.variables.values[name] = value;
    for (const pugi::xml_node step : root.children("step")) read_step(step);
    if (workflow_.steps.empty() && workflow_.left_out.empty() && workflow_.errors.empty())
      error("the workflow has no step with an inline template, so that nothing would run", root);
    return std::move(workflow_);
  }

 private:
  [[nodiscard]] Position place(std::ptrdiff_t offset) const {
    if (offset < 0 || static_cast<std::size_t>(offset) > xml_.size()) return {};
    const std::string_view before = xml_.substr(0, static_cast<std::size_t>(offset));
    return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')), 0};
  }

  void error(std::string text, pugi::xml_node where) {
    if (workflow_.errors.size() < most_errors)
      workflow_.errors.push_back({std::move(text), place(where.offset_debug()), ""});
  }

  /// The root element, or an empty node after adding errors. A DOCTYPE is an error, since its entities are not
  /// expanded.
  pugi::xml_node load() {
    if (xml_.size() > base::limits::workflow_bytes) {
      error("the workflow is too large", {});
      return {};
    }
    if (const auto at = xml_.find("<!DOCTYPE"); at != std::string_view::npos) {
      workflow_.errors.push_back(
          {"a document type (DOCTYPE) is not supported", place(static_cast<std::ptrdiff_t>(at)), ""});
      return {};
    }
    const pugi::xml_parse_result parsed = document_.load_buffer(xml_.data(), xml_.size());
    if (!parsed) {
      workflow_.errors.push_back(
          {fmt::format("not well-formed XML: {}", parsed.description()), place(parsed.offset), ""});
      return {};
    }
    Depth depth;
    document_.traverse(depth);
    const pugi::xml_node root = document_.document_element();
    if (depth.too_deep()) error("elements are nested too deeply", root);
    if (std::string_view(root.name()) != "workflow")
      error(fmt::format("the root element is <{}>, not <workflow>: no z/OSMF workflow", base::printable(root.name())),
            root);
    return root;
  }

  /// Reads the variables. Default and choices of a variable are in the element for its type.
  void read_variables(pugi::xml_node root) {
    TemplateVariables& variables = workflow_.variables;
    variables.has_plain_names = root.child("workflowSettingInfo")
                                    .child("variablesSetting")
                                    .attribute("isInstanceVariableWithoutPrefix")
                                    .as_bool();
    for (const pugi::xml_node variable : root.children("variable")) {
      const std::string name = variable.attribute("name").value();
      workflow_.names.push_back(name);
      variables.defined.insert(name);
      for (const pugi::xml_node type : variable.children()) {
        if (const pugi::xml_node value = type.child("default")) variables.values[name] = base::trim(text_of(value));
        if (type.attribute("valueMustBeChoice").as_bool()) check_choice(name, type);
      }
    }
  }

  /// z/OSMF takes no other value. An empty one means that no value is given.
  void check_choice(const std::string& name, pugi::xml_node type) {
    const auto given = given_.find(name);
    if (given == given_.end() || given->second.empty()) return;
    std::vector<std::string> choices;
    for (const pugi::xml_node choice : type.children("choice"))
      choices.emplace_back(base::printable(base::trim(text_of(choice))));
    if (std::find(choices.begin(), choices.end(), given->second) == choices.end())
      error(fmt::format("the variable {} must be one of {}", base::printable(name), base::join(choices, ", ")), type);
  }

  std::optional<StepCondition> read_condition(const std::string& name, pugi::xml_node step) {
    const pugi::xml_node element = step.child("condition");
    if (!element) return std::nullopt;
    StepCondition condition{text_of(element.child("expression")), "ready", {}};
    const pugi::xml_node states = element.child("targetStateSet");
    for (const pugi::xml_node state : {element.child("targetState"), states.child("defaultTargetState")})
      if (state) condition.state = base::trim(text_of(state));
    for (const pugi::xml_node each : states.children("extendStateExpression"))
      condition.further.push_back({text_of(each.child("expression")), base::trim(text_of(each.child("targetState")))});
    if (const auto fate = fate_of(condition, workflow_.variables, {}); !fate)
      error(fmt::format("step {}: condition: {}", base::printable(name), fate.error()), element);
    return condition;
  }

  /// Returns false if the step's own condition leaves it out already now.
  bool keeps(const std::string& name, const std::optional<StepCondition>& condition) {
    if (!condition || condition->depends_on_steps()) return true;
    const bool is_kept =
        fate_of(*condition, workflow_.variables, {}).value_or(StepFate::performed) == StepFate::performed;
    if (!is_kept) workflow_.left_out.push_back(name);
    return is_kept;
  }

  void read_step(pugi::xml_node step) {
    if (workflow_.steps.size() + workflow_.manual_steps.size() >= base::limits::workflow_steps)
      return error("the workflow has too many steps", step);
    const std::string name = step.attribute("name").value();
    if (step.child("step")) {
      for (const pugi::xml_node child : step.children("step")) read_step(child);
      return;
    }
    for (const char* element : not_emulated_elements)
      if (step.child(element))
        error(fmt::format("step {}: <{}> is not supported", base::printable(name), element), step);
    auto condition = read_condition(name, step);
    if (!keeps(name, condition)) return;
    const pugi::xml_node program = step.child("template");
    if (!program) {
      workflow_.manual_steps.push_back(name);
    } else if (auto read = read_template(name, program)) {
      read->title = base::trim(text_of(step.child("title")));
      if (condition && condition->depends_on_steps()) read->condition = std::move(condition);
      workflow_.steps.push_back(std::move(*read));
    }
  }

  std::optional<WorkflowStep> read_template(const std::string& name, pugi::xml_node program) {
    WorkflowStep step;
    step.name = name;
    const std::string shown = base::printable(name);
    const pugi::xml_node inline_template = program.child("inlineTemplate");
    if (!inline_template) {
      error(
          fmt::format("step {}: only <inlineTemplate> is supported, a template in a file of the system is not", shown),
          program);
      return std::nullopt;
    }
    const pugi::xml_node submit_as = program.child("submitAs");
    const std::string as = submit_as ? base::trim(text_of(submit_as)) : "JCL";
    const auto* kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == as; });
    if (kind == kinds.end()) {
      error(fmt::format("step {}: submitAs {} is not supported", shown, base::printable(as)), program);
      return std::nullopt;
    }
    step.kind = kind->second;
    if (const pugi::xml_attribute most = submit_as.attribute("maxRc")) {
      const auto code = base::number(base::trim(most.value()), highest_code);
      if (!code) error(fmt::format("step {}: maxRc is no condition code", shown), submit_as);
      step.most_code = static_cast<int>(code.value_or(0));
    }
    return with_text(std::move(step), inline_template);
  }

  std::optional<WorkflowStep> with_text(WorkflowStep step, pugi::xml_node inline_template) {
    step.text = text_of(inline_template);
    // Removes the line end after the tag, so that the program has no empty first line.
    if (const auto first = step.text.find_first_not_of(" \t\r"); first != std::string::npos && step.text[first] == '\n')
      step.text.erase(0, first + 1);
    if (!inline_template.attribute("substitution").as_bool()) return step;
    Substituted replaced = substitute(step.text, workflow_.variables);
    const std::string name = base::printable(step.name);
    for (const std::string& variable : replaced.unresolved)
      error(fmt::format("step {}: the variable {} has no value; give it with --variable {}=...", name, variable,
                        variable),
            inline_template);
    for (const std::string& sentence : replaced.errors)
      error(fmt::format("step {}: {}", name, sentence), inline_template);
    if (!replaced.unresolved.empty() || !replaced.errors.empty()) return std::nullopt;
    step.text = std::move(replaced.text);
    return step;
  }

  std::string_view xml_;
  const std::map<std::string, std::string>& given_;
  pugi::xml_document document_;
  Workflow workflow_;
};

}  // namespace

std::span<const char* const> workflow_elements_not_emulated() {
  return not_emulated_elements;
}

Workflow read_workflow(std::string_view xml, const std::map<std::string, std::string>& values) {
  return WorkflowReader(xml, values).run();
}

}  // namespace ringside::parser
