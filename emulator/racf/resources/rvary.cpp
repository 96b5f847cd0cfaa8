// emulator/racf/resources/rvary.cpp - RVARY: a lab's security database is one file, always active.
#include "emulator/racf/commands.hpp"
#include "emulator/racf/operands.hpp"

namespace ringside::racf {

Result<void> rvary(Context& context, const parser::Command& command) {
  for (const char* change : {"ACTIVE", "INACTIVE", "SWITCH", "DATASHARE", "NODATASHARE"})
    if (command.operands.has(change)) return refuse(MessageId::rsd210i, std::string("RVARY ") + change);
  if (!command.operands.has("NOLIST"))
    context.say(MessageId::rsd264i, {context.session().system.name, context.session().system.database});
  diagnose_others(context, command);
  return {};
}

}  // namespace ringside::racf
