// parser/scripts/workflow_value.hpp - whether a variable of a z/OSMF workflow takes a value.
#pragma once

#include <string>

#include <pugixml.hpp>

namespace ringside::parser {

/// Checks a value against the element for the variable's type (<string>, <integer> ...): choices, lengths, least and
/// greatest value, regular expression, validation type (z/OSMF Programming Guide, "Sub-elements of the variable
/// element"). Returns what the value must be, such as "must be one of A, B"; empty if it is good. A regular expression
/// that cannot be read here is not checked.
std::string value_problem(pugi::xml_node type, const std::string& value);

}  // namespace ringside::parser
