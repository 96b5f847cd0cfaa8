// emulator/racf/users/user_operands.hpp - operands that ADDUSER, ALTUSER and CONNECT share.
#pragma once

#include "emulator/racf/command_context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// Applies SPECIAL, NOSPECIAL, CLAUTH, REVOKE and the like in their order, so that the last of two opposites counts.
void apply_attributes(const parser::Keyword& operands, database::Attributes& attributes);

/// Refuses a date of REVOKE or RESUME that is not of the form mm/dd/yy. Remarks that a valid date is only listed.
Result<void> check_dates(Context& context, const parser::Command& command);

/// Applies NAME, DATA and the attributes.
void apply_user_operands(Context& context, const parser::Keyword& operands, database::User& user);

/// Applies PASSWORD, PHRASE and their NO forms, which decide whether the user can log on. The values are not stored.
void apply_password(Context& context, const parser::Command& command, database::User& user);

/// Stores the segments of the user, with UID.
Result<void> apply_segments(Context& context, const parser::Command& command, const database::User& user);

}  // namespace ringside::racf
