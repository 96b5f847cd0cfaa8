// parser/tables/classes.hpp - the general resource classes that IBM supplies in the class descriptor table.
#pragma once

#include <span>
#include <string_view>

namespace ringside::parser {

/// Returns whether IBM supplies the class. `name` is in upper case.
bool is_supplied_class(std::string_view name);

/// All supplied classes, sorted by name.
std::span<const std::string_view> supplied_classes();

/// The supplied class whose profiles group resources of class `name` (GXFACILI for XFACILIT); empty if there is none.
std::string_view grouping_class(std::string_view name);

/// Returns whether profile names of the class keep their case (CASE=ASIS), as those of EJBROLE do.
bool class_keeps_case(std::string_view name);

}  // namespace ringside::parser
