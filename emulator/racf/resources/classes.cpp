// emulator/racf/resources/classes.cpp - the classes that commands on general resources accept, and their options.
#include "emulator/racf/resources/classes.hpp"

#include <algorithm>
#include <array>

#include "parser/tables/classes.hpp"

namespace ringside::racf {
namespace {

// RDEFINE does not define users, groups, data sets, certificates, rings or mappings (Command Language Reference,
// RDEFINE).
constexpr std::array<std::string_view, 6> kept_elsewhere{"USER",     "GROUP",    "DATASET",
                                                         "DIGTCERT", "DIGTRING", "DIGTNMAP"};

}  // namespace

bool is_class(Context& context, const std::string& name) {
  return parser::is_supplied_class(name) || context.database().resources.find("CDT", name);
}

Result<void> check_class(Context& context, const std::string& name, const std::string& prompt,
                         const std::string& command) {
  if (std::find(kept_elsewhere.begin(), kept_elsewhere.end(), name) != kept_elsewhere.end())
    return refuse(MessageId::rsd254i, name, command);
  if (!is_class(context, name)) return refuse(MessageId::ikj56702i, prompt, name);
  return {};
}

bool has_option(Context& context, const std::string& profile_class, const std::string& option) {
  return context.database().classes.has(profile_class, option);
}

bool takes_generics(Context& context, const std::string& profile_class) {
  return has_option(context, profile_class, "GENERIC") || has_option(context, profile_class, "GENCMD");
}

}  // namespace ringside::racf
