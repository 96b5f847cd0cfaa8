// parser/scripts/velocity.hpp - fills a template with the values of workflow variables, as Velocity 1.7 does:
// references, #set, #if, #elseif, #else, #foreach, #break, #stop and comments.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "parser/scripts/template_expression.hpp"

namespace ringside::parser {

struct TemplateVariables {
  std::map<std::string, std::string> values;  ///< by name, without "instance-" and "global-"
  std::set<std::string> defined;              ///< the names that the workflow defines, also those without a value
  bool has_plain_names = false;               ///< $NAME is the variable as well (isInstanceVariableWithoutPrefix)

  /// Finds ${instance-NAME}, ${global-NAME}, and ${NAME} if names are plain.
  [[nodiscard]] TemplateValue find(const std::string& name) const;
  /// The name of the variable that `reference` means; empty if it means none.
  [[nodiscard]] std::string variable_of(const std::string& reference) const;
};

struct Substituted {
  std::string text;
  std::vector<std::string> unresolved;  ///< variables without a value that the text needs, each once
  std::vector<std::string> errors;      ///< "line 3 of the template: #macro is not supported"
};

/// Fills the template. A line that holds nothing but directives leaves no line. References to what is no variable stay
/// as they are, quiet ones ($!) become nothing.
Substituted substitute(std::string_view text, const TemplateVariables& variables);

}  // namespace ringside::parser
