// twin/commands/profile_command.cpp - how the commands on resource profiles and on data set profiles name them.
#include "twin/commands/profile_command.hpp"

#include <fmt/format.h>

#include "emulator/racf/resources/generic_names.hpp"
#include "twin/commands/command_text.hpp"

namespace ringside::twin {

std::string profile_operands(const database::Resource& profile) {
  if (profile.profile_class == data_set_profiles) return in_quotes(profile.name);
  return profile.profile_class + " " + positional_operand(profile.name);
}

std::string profile_phrase(const database::Resource& profile) {
  return fmt::format("profile {} of class {}", profile.name, profile.profile_class);
}

std::string generic_operand(const database::Resource& profile) {
  const bool hidden = profile.generic && !racf::has_generic_characters(profile.name);
  return hidden && profile.profile_class == data_set_profiles ? "GENERIC" : "";
}

}  // namespace ringside::twin
