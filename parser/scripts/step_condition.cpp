// parser/scripts/step_condition.cpp - evaluates the conditions of steps.
#include "parser/scripts/step_condition.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace ringside::parser {
namespace {

constexpr std::array<std::string_view, 3> outcome_names = {".returnCode", ".stepState", ".stepOwner"};

StepFate fate(const std::string& state) {
  return base::lower(state) == "skipped" ? StepFate::skipped : StepFate::performed;
}

TemplateValue outcome(const StepOutcomes& outcomes, const std::string& name) {
  const std::size_t period = name.rfind('.');
  if (period == std::string::npos) return {};
  const auto step = outcomes.find(name.substr(0, period));
  if (step == outcomes.end()) return {};
  const std::string property = name.substr(period + 1);
  if (property == "returnCode") return {step->second.return_code};
  if (property == "stepState") return {step->second.state};
  return {};
}

}  // namespace

bool StepCondition::depends_on_steps() const {
  const auto asks = [](const std::string& text) {
    return std::any_of(outcome_names.begin(), outcome_names.end(),
                       [&](std::string_view name) { return text.find(name) != std::string::npos; });
  };
  return asks(expression) ||
         std::any_of(further.begin(), further.end(), [&](const Target& target) { return asks(target.expression); });
}

tl::expected<StepFate, std::string> fate_of(const StepCondition& condition, const TemplateVariables& variables,
                                            const StepOutcomes& outcomes) {
  const TemplateLookup lookup = [&](const std::string& name) {
    const TemplateValue found = outcome(outcomes, name);
    return found.is_defined() ? found : variables.find(name);
  };
  const auto value = evaluate(condition.expression, lookup);
  if (!value) return tl::unexpected(value.error());
  StepFate found = value->holds() ? fate(condition.state) : StepFate::not_ready;
  bool is_found = false;
  for (const StepCondition::Target& target : condition.further) {  // each is read, so that a mistake is found early
    const auto further = evaluate(target.expression, lookup);
    if (!further) return tl::unexpected(further.error());
    if (value->holds() && further->holds() && !is_found) {
      found = fate(target.state);
      is_found = true;
    }
  }
  return found;
}

}  // namespace ringside::parser
