// emulator/racf/commands.hpp - the command processors of RACF, one function per command.
//
// Each takes its operands as the parser resolved them, changes the session's database through the context, and returns
// nothing or the refusal that ended it (Command Language Reference, one topic per command).
#pragma once

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

// Users and groups
Result<void> add_user(Context& context, const parser::Command& command);
Result<void> alter_user(Context& context, const parser::Command& command);
Result<void> delete_user(Context& context, const parser::Command& command);
Result<void> list_user(Context& context, const parser::Command& command);
Result<void> add_group(Context& context, const parser::Command& command);
Result<void> alter_group(Context& context, const parser::Command& command);
Result<void> delete_group(Context& context, const parser::Command& command);
Result<void> list_group(Context& context, const parser::Command& command);
Result<void> connect(Context& context, const parser::Command& command);
Result<void> remove_user(Context& context, const parser::Command& command);
Result<void> change_password(Context& context, const parser::Command& command);

// General resources and options
Result<void> rdefine(Context& context, const parser::Command& command);
Result<void> ralter(Context& context, const parser::Command& command);
Result<void> rdelete(Context& context, const parser::Command& command);
Result<void> rlist(Context& context, const parser::Command& command);
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
