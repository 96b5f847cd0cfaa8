// emulator/racf/users/user_attributes.hpp - attributes of users and connections that hold a value: dates of REVOKE and
// RESUME, classes of CLAUTH, and the password interval.
//
// A profile stores its attributes as words. Only this file knows the words that hold a value.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "emulator/racf/command_context.hpp"

namespace ringside::racf {

/// Returns whether the text is a valid date in the form mm/dd/yy.
bool is_short_date(const std::string& text);

/// Stores the date (mm/dd/yy) of REVOKE or RESUME, in place of an earlier one.
void set_revocation_date(database::Attributes& attributes, const std::string& keyword, const std::string& date);
void clear_revocation_date(database::Attributes& attributes, const std::string& keyword);
/// Returns the date of REVOKE or RESUME; nullopt if there is none.
std::optional<base::CivilTime> revocation_day(const database::Attributes& attributes, const std::string& keyword);
/// Returns it as listings show it, "OCTOBER 22, 2023", or "NONE".
std::string revocation_date(const database::Attributes& attributes, const std::string& keyword);

/// Stores CLAUTH in a class, or removes it.
void set_class_authority(database::Attributes& attributes, const std::string& profile_class, bool on);
/// Returns whether the issuer has CLAUTH in the class.
bool has_class_authority(Context& context, const std::string& profile_class);
/// Returns the classes of CLAUTH.
std::vector<std::string> authorized_classes(const database::Attributes& attributes);

/// The interval of a password that does not expire.
inline constexpr const char* no_password_interval = "N/A";
void set_password_interval(database::Attributes& attributes, const std::string& interval);
/// Returns PASS-INTERVAL as LISTUSER shows it: a number of days, or N/A.
std::string password_interval(const database::Attributes& attributes);

}  // namespace ringside::racf
