// emulator/racf/resources/rvary.cpp - RVARY: lists the security database of the system. It is one file, which is always
// active.
#include "emulator/racf/operand_effects.hpp"
#include "emulator/racf/resources/commands.hpp"

namespace ringside::racf {

Result<void> rvary(Context& context, const parser::Command& command) {
  for (const char* change : {"ACTIVE", "INACTIVE", "SWITCH", "DATASHARE", "NODATASHARE"})
    if (command.operands.has(change)) return refuse(MessageId::rsd210i, std::string("RVARY ") + change);
  if (!command.operands.has("NOLIST"))
    context.say(MessageId::rsd264i, {context.session().system.name, context.session().system.database});
  context.say(MessageId::ich15020i);
  remark_unused_operands(context, command);
  return {};
}

}  // namespace ringside::racf
