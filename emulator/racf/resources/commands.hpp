// emulator/racf/resources/commands.hpp - the commands on resource profiles and options, one function per command.
//
// Each function takes the operands as the parser resolved them, changes the session's database through the context, and
// returns nothing or the refusal that ended the command (Command Language Reference, one topic per command). Each is
// defined in a file of its own or with the commands on the same kind of profile.
#pragma once

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

// Profiles of general resources
Result<void> rdefine(Context& context, const parser::Command& command);
Result<void> ralter(Context& context, const parser::Command& command);
Result<void> rdelete(Context& context, const parser::Command& command);
Result<void> rlist(Context& context, const parser::Command& command);

// Access lists, options, and profiles of any class
Result<void> permit(Context& context, const parser::Command& command);
Result<void> setropts(Context& context, const parser::Command& command);
Result<void> search(Context& context, const parser::Command& command);
Result<void> rvary(Context& context, const parser::Command& command);

// Data set profiles
Result<void> add_data_set_profile(Context& context, const parser::Command& command);
Result<void> alter_data_set_profile(Context& context, const parser::Command& command);
Result<void> delete_data_set_profile(Context& context, const parser::Command& command);
Result<void> list_data_set_profile(Context& context, const parser::Command& command);

}  // namespace ringside::racf
