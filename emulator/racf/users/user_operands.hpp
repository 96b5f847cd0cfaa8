// emulator/racf/users/user_operands.hpp - operands that ADDUSER, ALTUSER and CONNECT share.
#pragma once

#include <string>

#include "emulator/racf/context.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf {

/// SPECIAL, NOSPECIAL, CLAUTH, REVOKE ... in the order given, so that the last of two opposites wins.
void apply_attributes(const parser::Keyword& operands, database::Attributes& attributes);

/// Refuses a REVOKE or RESUME date that is none (mm/dd/yy), and says that a date acts only in listings.
Result<void> check_dates(Context& context, const parser::Command& command);

/// "OCTOBER 22, 2023" for the date of REVOKE or RESUME, or "NONE".
std::string revocation_date(const database::Attributes& attributes, const std::string& keyword);

/// NAME, DATA, CLAUTH and the attributes.
void apply_user_operands(Context& context, const parser::Keyword& operands, database::User& user);

/// PASSWORD, PHRASE and their NO forms: whether the user can log on at all. The secrets themselves are not kept.
void apply_password(Context& context, const parser::Command& command, database::User& user);

/// What both commands diagnose and store beyond the base of the profile.
Result<void> apply_segments(Context& context, const parser::Command& command, const database::User& user);

/// PASS-INTERVAL as LISTUSER shows it: days, or N/A for a password that does not expire.
inline constexpr const char* default_password_interval = "30";
inline constexpr const char* no_password_interval = "N/A";
void keep_password_interval(database::Attributes& attributes, const std::string& interval);
std::string password_interval(const database::Attributes& attributes);

}  // namespace ringside::racf
