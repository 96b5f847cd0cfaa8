// connectors/caller/settings.hpp - which lab, system and user a program that reads rings works with.
//
// Libraries that other programs load have no command line. They take these values from the environment, and, where
// servers clean the environment, from a file.
#pragma once

#include <functional>
#include <optional>
#include <string>

namespace ringside::connectors {

struct Settings {
  std::string lab;               ///< RINGSIDE_LAB: path of the lab; empty: none, so that RACF is not installed
  std::string system;            ///< RINGSIDE_SYSTEM; empty: the only z/OS system of the lab
  std::string user = "IBMUSER";  ///< RINGSIDE_USER: the user ID that the program runs under
  std::string rings;             ///< RINGSIDE_RINGS: "OWNER/RING,OWNER/RING", those that are offered; empty: all
  bool lenient = false;          ///< RINGSIDE_LENIENT=1: accept with a remark what RACF refuses
  bool debug = false;            ///< RINGSIDE_DEBUG=1: say on standard error why a call is refused
};

/// Returns the value of a variable; nullopt if it is not set.
using Variables = std::function<std::optional<std::string>(const std::string& name)>;

/// The environment of this process.
Variables environment();

/// The environment, and for variables that it does not have the lines NAME=VALUE of the file. Blank lines and those
/// that begin with "#" are skipped. A file that does not exist is empty.
Variables environment_and_file(const std::string& path);

/// Reads the settings. The user ID and the system are folded to upper case. "1" switches an option on, every other
/// value leaves it off.
Settings settings_from(const Variables& variables);

}  // namespace ringside::connectors
