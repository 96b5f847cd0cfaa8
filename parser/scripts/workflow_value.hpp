// parser/scripts/workflow_value.hpp - texts of elements in a z/OSMF workflow, and whether a variable takes a value.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace ringside::parser {

/// The text without blanks, tabs and line ends at both ends.
std::string without_margins(std::string_view text);

/// The text of an element, from CDATA sections and plain text; trimmed_text() without its margins.
std::string element_text(pugi::xml_node element);
std::string trimmed_text(pugi::xml_node element);

/// Checks a value against the element for the variable's type (<string>, <integer> ...): choices, lengths, least and
/// greatest value, regular expression, validation type (z/OSMF Programming Guide, "Sub-elements of the variable
/// element"). Returns what the value must be, such as "must be one of A, B"; empty if it is good. A regular expression
/// that cannot be read here is not checked.
std::string value_problem(pugi::xml_node type, const std::string& value);

}  // namespace ringside::parser
