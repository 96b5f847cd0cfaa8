// parser/scripts/velocity.hpp - references to workflow variables in a template: ${instance-NAME}, $!{global-NAME},
// $instance-NAME.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::parser {

struct Substituted {
  std::string text;
  std::vector<std::string> unresolved;  ///< names without a value, each once
  std::vector<std::string> directives;  ///< "#if" and the like, with their line: not supported
};

/// Replaces references in `text`; a quiet one ($!) without a value becomes nothing. Comment lines (##) are left out.
Substituted substitute(std::string_view text, const std::map<std::string, std::string>& values);

}  // namespace ringside::parser
