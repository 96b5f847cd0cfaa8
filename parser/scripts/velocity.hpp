// parser/scripts/velocity.hpp - replaces references to workflow variables in a template: ${instance-NAME},
// $!{global-NAME}, $instance-NAME.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ringside::parser {

struct Substituted {
  std::string text;
  std::vector<std::string> unresolved;  ///< names without a value, each once
  std::vector<std::string> directives;  ///< "#if" and so on, each with its line; they are not supported
};

/// Replaces the references in `text`. A quiet reference ($!) without a value is replaced by nothing. Comment lines (##)
/// are removed.
Substituted substitute(std::string_view text, const std::map<std::string, std::string>& values);

}  // namespace ringside::parser
