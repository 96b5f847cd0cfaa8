// parser/scripts/template_methods.hpp - the methods of Java's String and List that templates call on values.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "parser/scripts/template_value.hpp"

namespace ringside::parser {

/// The result of value.name(arguments). Returns a sentence if the method is not emulated or its arguments are wrong.
tl::expected<TemplateValue, std::string> call_method(const TemplateValue& value, const std::string& name,
                                                     const std::vector<TemplateValue>& arguments);

}  // namespace ringside::parser
