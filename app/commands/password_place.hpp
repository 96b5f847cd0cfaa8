// app/commands/password_place.hpp - passwords that do not stand on the command line.
#pragma once

#include <cstddef>
#include <string>

namespace ringside::app {

inline constexpr std::size_t shortest_password = 6;  ///< of a key store, as keytool requires

/// The password at the place that an option names: the first line of file:PATH, or the value of env:NAME. Other users
/// see the words of a command line, but neither of these. Throws UsageError.
std::string password_from(const std::string& option, const std::string& place);

}  // namespace ringside::app
