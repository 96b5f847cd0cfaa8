// parser/scripts/template_expression.hpp - references and expressions in workflow templates and in conditions of steps.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "parser/scripts/template_value.hpp"

namespace ringside::parser {

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
