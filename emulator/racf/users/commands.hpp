// emulator/racf/users/commands.hpp - the commands on users and groups, one function per command.
//
// Each function takes the operands as the parser resolved them, changes the session's database through the context, and
// returns nothing or the refusal that ended the command (Command Language Reference, one topic per command). Each is
// defined in a file of its own or with the commands on the same kind of profile.
#pragma once

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

// Users
Result<void> add_user(Context& context, const parser::Command& command);
Result<void> alter_user(Context& context, const parser::Command& command);
Result<void> delete_user(Context& context, const parser::Command& command);
Result<void> list_user(Context& context, const parser::Command& command);
Result<void> change_password(Context& context, const parser::Command& command);
Result<void> map_identities(Context& context, const parser::Command& command);

// Groups
Result<void> add_group(Context& context, const parser::Command& command);
Result<void> alter_group(Context& context, const parser::Command& command);
Result<void> delete_group(Context& context, const parser::Command& command);
Result<void> list_group(Context& context, const parser::Command& command);

// Users in groups
Result<void> connect(Context& context, const parser::Command& command);
Result<void> remove_user(Context& context, const parser::Command& command);

}  // namespace ringside::racf
