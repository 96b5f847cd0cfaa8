// parser/scripts/workflow_value.cpp - checks values of workflow variables.
#include "parser/scripts/workflow_value.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <regex>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/data_set_name.hpp"
#include "base/national.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace ringside::parser {
namespace {

// Limits for std::regex, which is recursive in the expression.
constexpr std::size_t longest_expression = 512, longest_value = 2'048;

bool is_data_set(const std::string& value) {
  return base::is_data_set_name(value);
}

bool is_member(const std::string& value) {
  return base::is_member_name(value);
}

bool is_user_id(const std::string& value) {
  return base::is_identifier(value);
}

bool is_volume_serial(const std::string& value) {
  constexpr std::size_t longest = 6;
  return !value.empty() && value.size() <= longest &&
         std::all_of(value.begin(), value.end(), [](char c) { return c == '-' || base::is_name_character(c); });
}

struct ValidationType {
  std::string_view name;
  bool (*holds)(const std::string& value);  ///< of a value in upper case
  std::string_view what;
};
constexpr std::array validation_types = {
    ValidationType{"DSNAME", is_data_set, "a data set name"},
    ValidationType{"DSMEMBERNAME", is_member, "a member name"},
    ValidationType{"USERID", is_user_id, "a user ID"},
    ValidationType{"VOLSER", is_volume_serial, "a volume serial"},
};

std::optional<double> number_of(const std::string& text) {
  if (text.empty() || text.find_first_not_of("+-.0123456789") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return end == text.c_str() + text.size() ? std::optional(value) : std::nullopt;
}

/// Whether the whole value matches, or cannot be checked. The expression is compiled for a search in polynomial time,
/// so that no expression of a file can take for ever.
bool matches(const std::string& expression, const std::string& value) {
  if (expression.size() > longest_expression || value.size() > longest_value) return true;
  try {
    return std::regex_match(
        value, std::regex(expression, std::regex_constants::ECMAScript | std::regex_constants::__polynomial));
  } catch (const std::regex_error&) {
    return true;
  }
}

std::string choice_problem(pugi::xml_node type, const std::string& value) {
  if (!type.attribute("valueMustBeChoice").as_bool()) return {};
  std::vector<std::string> choices;
  for (const pugi::xml_node choice : type.children("choice"))
    choices.emplace_back(base::printable(trimmed_text(choice)));
  const bool is_choice = std::find(choices.begin(), choices.end(), value) != choices.end();
  return is_choice ? "" : "must be one of " + base::join(choices, ", ");
}

std::string length_problem(pugi::xml_node type, const std::string& value) {
  const auto characters = static_cast<long long>(base::count_characters(value));
  if (const pugi::xml_node least = type.child("minLength"); least && characters < least.text().as_llong())
    return fmt::format("must have at least {} characters", trimmed_text(least));
  if (const pugi::xml_node most = type.child("maxLength"); most && characters > most.text().as_llong())
    return fmt::format("must have at most {} characters", trimmed_text(most));
  return {};
}

std::string number_problem(pugi::xml_node type, const std::string& value) {
  const bool is_integer = std::string_view(type.name()) == "integer";
  if (!is_integer && std::string_view(type.name()) != "decimal") return {};
  const auto number = number_of(value);
  if (!number || (is_integer && value.find('.') != std::string::npos))
    return is_integer ? "must be a whole number" : "must be a number";
  const auto least = number_of(trimmed_text(type.child("minValue")));
  if (least && *number < *least) return "must be at least " + trimmed_text(type.child("minValue"));
  const auto most = number_of(trimmed_text(type.child("maxValue")));
  if (most && *number > *most) return "must be at most " + trimmed_text(type.child("maxValue"));
  return {};
}

std::string boolean_problem(pugi::xml_node type, const std::string& value) {
  const bool is_wrong = std::string_view(type.name()) == "boolean" && value != "true" && value != "false";
  return is_wrong ? "must be true or false" : "";
}

std::string expression_problem(pugi::xml_node type, const std::string& value) {
  const std::string expression = trimmed_text(type.child("regularExpression"));
  if (expression.empty() || matches(expression, value)) return {};
  const std::string message = base::printable(trimmed_text(type.child("errorMessage")));
  return "must match " + base::printable(expression) + (message.empty() ? "" : " (" + message + ")");
}

std::string validation_problem(pugi::xml_node type, const std::string& value) {
  const std::string name = trimmed_text(type.child("validationType"));
  const auto* const found = std::find_if(validation_types.begin(), validation_types.end(),
                                         [&](const ValidationType& each) { return each.name == name; });
  const bool is_good = found == validation_types.end() || found->holds(base::upper(value));
  return is_good ? "" : fmt::format("must be {}", found->what);
}

}  // namespace

std::string without_margins(std::string_view text) {
  constexpr std::string_view margins = " \t\r\n";
  const std::size_t first = text.find_first_not_of(margins);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(margins) - first + 1));
}

std::string element_text(pugi::xml_node element) {
  std::string text;
  for (const pugi::xml_node child : element.children())
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
  return text;
}

std::string trimmed_text(pugi::xml_node element) {
  return without_margins(element_text(element));
}

std::string value_problem(pugi::xml_node type, const std::string& value) {
  for (const auto check :
       {choice_problem, length_problem, number_problem, boolean_problem, expression_problem, validation_problem})
    if (std::string problem = check(type, value); !problem.empty()) return problem;
  return {};
}

}  // namespace ringside::parser
