// emulator/racf/resources/setropts_list.hpp - SETROPTS LIST: prints the options.
#pragma once

#include <string_view>
#include <vector>

#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// The start of a line of the listing, and the option whose classes follow it.
struct OptionHeading {
  std::string_view heading;  ///< "ACTIVE CLASSES"
  std::string_view option;   ///< "CLASSACT"
};

/// The headings of all options of classes.
std::vector<OptionHeading> option_headings();
/// Whether a class is active on every system, so that no option says so.
bool is_always_active(std::string_view profile_class);

/// Prints the options of all classes and of the system.
void list_options(Context& context);

}  // namespace ringside::racf
