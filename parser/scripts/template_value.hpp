// parser/scripts/template_value.hpp - the values that workflow templates and conditions of steps work with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace ringside::parser {

/// Undefined, true or false, an integer, a text, or a list.
struct TemplateValue {
  using List = std::vector<TemplateValue>;
  std::variant<std::monostate, bool, std::int64_t, std::string, List> content;

  [[nodiscard]] bool is_defined() const { return content.index() != 0; }
  /// What a reference to it becomes in a text: "[a, b]" for a list, "" if undefined.
  [[nodiscard]] std::string text() const;
  /// Whether a condition with this value holds: false if it is undefined or false (Velocity 1.7, "Conditionals").
  [[nodiscard]] bool holds() const;
  /// About how many octets it takes.
  [[nodiscard]] std::size_t weight() const;
};

/// What the values of one expression, and one text with references, may weigh.
inline constexpr std::size_t most_template_octets = 4u << 20;

}  // namespace ringside::parser
