// tests/house/declarations.hpp - the functions that a source declares and defines in its namespaces.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/house/house_rules.hpp"

namespace ringside::house {

struct Functions {
  std::set<std::string> declared;
  std::set<std::string> defined;
};

/// Returns the free functions of a source by name. Left out: templates, operators, what is inline or constexpr, members
/// of classes, and what is in a namespace without a name. Reads formatted text without a compiler, so it knows no
/// macros.
Functions functions_of(std::string_view text);

/// A function that x.hpp declares is defined in x.cpp. Headers that list the functions of several sources are in a
/// table. `sources` are all files of the tree.
std::vector<std::string> check_definitions(const std::vector<SourceFile>& sources);

}  // namespace ringside::house
