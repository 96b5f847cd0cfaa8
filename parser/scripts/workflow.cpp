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
#include "parser/scripts/workflow_value.hpp"

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

/// What is wrong with a template that is filled with variables.
TemplateProblems problems_of(const Substituted& filled) {
  TemplateProblems problems{{}, !filled.unresolved.empty()};
  for (const std::string& variable : filled.unresolved)
    problems.sentences.push_back(fmt::format("the variable {} has no value", variable));
  problems.sentences.insert(problems.sentences.end(), filled.errors.begin(), filled.errors.end());
  return problems;
}

class WorkflowReader {
 public:
  WorkflowReader(std::string_view xml, const std::map<std::string, std::string>& values, const TemplateFiles& files)
      : xml_(xml), given_(values), files_(files) {}

  Workflow run() && {
    const pugi::xml_node root = load();
    if (!workflow_.errors.empty()) return std::move(workflow_);
    read_description(root.child("workflowInfo"));
    read_variables(root);
    for (const auto& [name, value] : given_) workflow_.variables.values[name] = value;
    int at = 0;
    for (const pugi::xml_node step : root.children("step")) read_step(step, std::to_string(++at));
    if (workflow_.steps.empty() && workflow_.left_out.empty() && workflow_.errors.empty())
      error("the workflow has no step with a template, so that nothing would run", root);
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

  void read_description(pugi::xml_node info) {
    workflow_.id = trimmed_text(info.child("workflowID"));
    workflow_.version = trimmed_text(info.child("workflowVersion"));
    workflow_.description = trimmed_text(info.child("workflowDescription"));
    workflow_.vendor = trimmed_text(info.child("vendor"));
    workflow_.default_name = trimmed_text(info.child("workflowDefaultName"));
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
      variables.defined.insert(name);
      VariableOutline outline = outline_of(variable);
      for (const pugi::xml_node type : variable.children()) {
        if (is_value_type(type)) outline.type = type.name();
        if (const pugi::xml_node value = type.child("default"))
          outline.initial = variables.values[name] = trimmed_text(value);
        check_value(name, type);
      }
      workflow_.variable_outline.push_back(std::move(outline));
    }
  }

  static VariableOutline outline_of(pugi::xml_node variable) {
    VariableOutline outline{.name = variable.attribute("name").value(), .type = "string"};
    outline.scope = variable.attribute("scope").as_string("instance");
    outline.visibility = variable.attribute("visibility").as_string("public");
    outline.abstract = trimmed_text(variable.child("abstract"));
    outline.description = trimmed_text(variable.child("description"));
    outline.category = trimmed_text(variable.child("category"));
    return outline;
  }

  static bool is_value_type(pugi::xml_node element) {
    static constexpr std::array<std::string_view, 7> types = {"boolean", "date", "decimal", "integer",
                                                              "string",  "time", "array"};
    return std::find(types.begin(), types.end(), std::string_view(element.name())) != types.end();
  }

  /// z/OSMF takes no other value. An empty one means that no value is given.
  void check_value(const std::string& name, pugi::xml_node type) {
    const auto given = given_.find(name);
    if (given == given_.end() || given->second.empty()) return;
    const std::string problem = value_problem(type, given->second);
    if (!problem.empty()) error(fmt::format("the variable {} {}", base::printable(name), problem), type);
  }

  std::optional<StepCondition> read_condition(const std::string& name, pugi::xml_node step) {
    const pugi::xml_node element = step.child("condition");
    if (!element) return std::nullopt;
    StepCondition condition{element_text(element.child("expression")), "ready", {}};
    const pugi::xml_node states = element.child("targetStateSet");
    for (const pugi::xml_node state : {element.child("targetState"), states.child("defaultTargetState")})
      if (state) condition.state = trimmed_text(state);
    for (const pugi::xml_node each : states.children("extendStateExpression"))
      condition.further.push_back({element_text(each.child("expression")), trimmed_text(each.child("targetState"))});
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

  void read_step(pugi::xml_node step, const std::string& number) {
    if (workflow_.outline.size() >= base::limits::workflow_steps) return error("the workflow has too many steps", step);
    const std::string name = step.attribute("name").value();
    workflow_.outline.push_back(outline_of(step, number));
    if (step.child("step")) {
      int at = 0;
      for (const pugi::xml_node child : step.children("step")) read_step(child, fmt::format("{}.{}", number, ++at));
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
      read->title = trimmed_text(step.child("title"));
      if (condition && condition->depends_on_steps()) read->condition = std::move(condition);
      workflow_.steps.push_back(std::move(*read));
    }
  }

  static StepOutline outline_of(pugi::xml_node step, const std::string& number) {
    StepOutline outline{.name = step.attribute("name").value(), .number = number};
    outline.title = trimmed_text(step.child("title"));
    outline.description = trimmed_text(step.child("description"));
    outline.instructions = trimmed_text(step.child("instructions"));
    outline.is_parent = static_cast<bool>(step.child("step"));
    outline.is_automated = step.child("autoEnable").text().as_bool();
    outline.is_optional = step.attribute("optional").as_bool();
    for (const pugi::xml_node each : step.children("prereqStep"))
      outline.prerequisites.emplace_back(each.attribute("name").value());
    if (const pugi::xml_node program = step.child("template"))
      outline.submit_as = program.child("submitAs") ? trimmed_text(program.child("submitAs")) : "JCL";
    return outline;
  }

  std::optional<WorkflowStep> read_template(const std::string& name, pugi::xml_node program) {
    WorkflowStep step;
    step.name = name;
    const std::string shown = base::printable(name);
    const pugi::xml_node submit_as = program.child("submitAs");
    const std::string as = submit_as ? trimmed_text(submit_as) : "JCL";
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
    step.output_prefix = trimmed_text(child_of(program, "outputVariablesPrefix"));
    step.output_file = trimmed_text(child_of(program, "output"));
    return with_text(std::move(step), program);
  }

  /// The element, in the template or in its <submitAs>.
  static pugi::xml_node child_of(pugi::xml_node program, const char* name) {
    const pugi::xml_node child = program.child(name);
    return child ? child : program.child("submitAs").child(name);
  }

  /// The text of <inlineTemplate>, or of the file that <fileTemplate> names. Returns nullopt after adding an error.
  std::optional<std::string> template_text(const std::string& step, pugi::xml_node program) {
    if (const pugi::xml_node written = program.child("inlineTemplate")) return element_text(written);
    const pugi::xml_node file = program.child("fileTemplate");
    std::string path = trimmed_text(file);
    if (path.empty()) path = file.attribute("filename").value();
    if (path.empty()) return error(fmt::format("step {}: the template has no program", step), program), std::nullopt;
    if (file.attribute("filePathSubstitution").as_bool())
      path = without_margins(substitute(path, workflow_.variables).text);
    if (path.starts_with('/') || !files_) {
      error(fmt::format("step {}: <fileTemplate>: {}: only a file in the folder of the workflow is read", step,
                        base::printable(path)),
            file);
      return std::nullopt;
    }
    auto text = files_(path);
    if (!text) return error(fmt::format("step {}: <fileTemplate>: {}", step, text.error()), file), std::nullopt;
    return std::move(*text);
  }

  std::optional<WorkflowStep> with_text(WorkflowStep step, pugi::xml_node program) {
    const std::string name = base::printable(step.name);
    auto text = template_text(name, program);
    if (!text) return std::nullopt;
    // Removes the line end after the tag, so that the program has no empty first line.
    if (const auto first = text->find_first_not_of(" \t\r"); first != std::string::npos && (*text)[first] == '\n')
      text->erase(0, first + 1);
    step.text = std::move(*text);
    const pugi::xml_node written =
        program.child("inlineTemplate") ? program.child("inlineTemplate") : program.child("fileTemplate");
    const bool is_late = sets_variables_;
    sets_variables_ = sets_variables_ || step.sets_variables();
    if (!written.attribute("substitution").as_bool()) return step;
    auto filled = fill_template(step, workflow_.variables);
    if (is_late) {
      step.fills_late = true;
      return step;
    }
    if (filled) return step.text = std::move(*filled), step;
    for (const std::string& sentence : filled.error().sentences)
      error(fmt::format("step {}: {}", name, sentence), written);
    workflow_.lacks_values = workflow_.lacks_values || filled.error().lacks_values;
    return std::nullopt;
  }

  std::string_view xml_;
  const std::map<std::string, std::string>& given_;
  const TemplateFiles& files_;
  pugi::xml_document document_;
  Workflow workflow_;
  bool sets_variables_ = false;  ///< a step before sets variables when it runs
};

}  // namespace

std::span<const char* const> workflow_elements_not_emulated() {
  return not_emulated_elements;
}

Workflow read_workflow(std::string_view xml, const std::map<std::string, std::string>& values,
                       const TemplateFiles& files) {
  return WorkflowReader(xml, values, files).run();
}

tl::expected<std::string, TemplateProblems> fill_template(const WorkflowStep& step,
                                                          const TemplateVariables& variables) {
  std::string text = step.text;
  if (!step.output_file.empty())
    for (const char* const reference : {"${_output}", "$_output"})
      text = base::replace_all(text, reference, step.output_file);
  Substituted filled = substitute(text, variables);
  const TemplateProblems problems = problems_of(filled);
  if (!problems.sentences.empty()) return tl::make_unexpected(problems);
  return std::move(filled.text);
}

}  // namespace ringside::parser
