// twin/load/setropts.hpp - the options of classes, which an unload does not hold: from a listing of SETROPTS LIST, or
// assumed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emulator/database/resources.hpp"
#include "twin/load/loading.hpp"

namespace ringside::twin {

/// Reads the text that SETROPTS LIST prints: the classes of each option. Other lines are passed over. Throws Refused if
/// the text tells of no class.
std::vector<database::ClassOption> read_setropts(std::string_view listing);

/// The options of the prepared system of a lab.
std::vector<database::ClassOption> assumed_options();

/// Sets the options, and makes the copies of RACLISTed classes. Call it last.
void set_options(Loading& loading, const std::vector<database::ClassOption>& options);

}  // namespace ringside::twin
