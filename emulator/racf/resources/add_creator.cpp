// emulator/racf/resources/add_creator.cpp - SETROPTS ADDCREATOR: whether the user who defines a profile gets ALTER
// access by it.
#include "emulator/racf/resources/add_creator.hpp"

#include "emulator/racf/rules.hpp"

namespace ringside::racf {
namespace {

// The options of the system are stored as those of a class that commands cannot specify.
constexpr const char* system_class = "SETROPTS:";

}  // namespace

bool adds_creator(Context& context) {
  const database::Attributes& options = context.database().classes.find(system_class).options;
  if (options.contains("ADDCREATOR")) return true;
  return rules::add_creator_by_default && !options.contains("NOADDCREATOR");
}

database::ClassOption creator_option(bool adds) {
  return {system_class, {adds ? "ADDCREATOR" : "NOADDCREATOR"}, 0};
}

void apply_add_creator(Context& context, const parser::Keyword& operands) {
  for (const parser::Keyword& operand : operands.keywords) {
    if (operand.name != "ADDCREATOR" && operand.name != "NOADDCREATOR") continue;
    database::ClassOption record = creator_option(operand.name == "ADDCREATOR");
    record.refreshes = context.database().classes.find(system_class).refreshes;
    context.database().classes.put(record);
  }
}

void add_creator(Context& context, const database::Resource& profile) {
  if (adds_creator(context))
    context.database().resources.permit(profile.profile_class, profile.name, {context.user(), "ALTER"});
}

}  // namespace ringside::racf
