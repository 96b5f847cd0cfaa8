// parser/scripts/template_value.hpp - values and expressions of workflow templates and of conditions of steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <tl/expected.hpp>

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
};

/// Finds the value of a name: "instance-X", "x", "step1.returnCode". Undefined if there is none.
using TemplateLookup = std::function<TemplateValue(const std::string& name)>;

/// A reference such as $name, $!{instance-NAME} or ${name.trim()}.
struct TemplateReference {
  std::string name;  ///< as written, without methods
  TemplateValue value;
  bool is_quiet = false;
  std::size_t length = 0;  ///< octets of the text that it takes
};

/// The reference that `text` begins with; nullopt if its dollar sign is literal. Returns a sentence for a method that
/// is not emulated.
tl::expected<std::optional<TemplateReference>, std::string> read_reference(std::string_view text,
                                                                           const TemplateLookup& lookup);

/// The text with its references replaced by their values. One that is not defined stays as it is.
tl::expected<std::string, std::string> interpolated(std::string_view text, const TemplateLookup& lookup);

/// The value of a whole expression, as in #if (...) of Velocity and in conditions of z/OSMF's steps: comparisons (also
/// eq, ne, gt, ge, lt, le), && || ! (and, or, not), + - * / %, ? :, Math.max and Math.min, lists and ranges. Texts that
/// are numbers are compared as such with numbers, and by < and >. Returns a sentence for anything else.
tl::expected<TemplateValue, std::string> evaluate(std::string_view expression, const TemplateLookup& lookup);

}  // namespace ringside::parser
