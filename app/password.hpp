// app/password.hpp - the options that name a password, and where it is read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/program.hpp"
#include "base/secret.hpp"

namespace ringside::app {

inline constexpr std::size_t shortest_password = 6;  ///< of a key store, as keytool requires

/// A password as typed: itself, or the place where it is.
struct PasswordArguments {
  std::string name;  ///< of the option: "--password"
  std::string text, from;
};

/// NAME and NAME-from. `about` says what the password is of.
std::vector<Option> password_options(PasswordArguments& password, const std::string& about);

/// The password at the place that an option names: the first line of file:PATH, the value of env:NAME, or with "stdin"
/// the next line of standard input. Other users see the words of a command line, but none of these. Throws UsageError.
std::string password_from(Program& program, const std::string& option, const std::string& place);

/// Returns the password that the options name; nullopt if none is given. Throws UsageError.
std::optional<base::Secret> given_password(Program& program, const PasswordArguments& password);

/// Asks for a password at a terminal, and does not show what is typed. Returns nullopt without a terminal.
std::optional<base::Secret> asked_password(Program& program, const std::string& prompt);

}  // namespace ringside::app
