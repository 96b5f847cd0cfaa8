// app/command.hpp - a subcommand as data: its name, its help, its options, and what it does.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ringside::app {

/// Where the value of an option goes. A bool makes the option a flag, a vector one that may be repeated.
using Target = std::variant<bool*, std::string*, std::optional<std::string>*, std::vector<std::string>*, int*,
                            unsigned*, long*, std::size_t*>;

/// What the value of an option must be.
struct ValueRules {
  std::string type = {};                  ///< name of the value in the help: "FILE"
  bool required = false;                  ///< the option must be given
  std::vector<std::string> choices = {};  ///< all values that are allowed; empty: any
  bool any_case = false;                  ///< choices match in upper and lower case; the value is the one of `choices`
  std::optional<std::pair<long, long>> range = {};  ///< lowest and highest number
  bool shows_default = false;                       ///< the help shows the default
};

/// An option ("--lab"; "--system,--add" are two names of one) or an operand ("FILE").
struct Option {
  std::string names;
  Target target;  ///< holds the default until the option is given
  std::string help;
  ValueRules value = {};
  std::string excludes = {};  ///< an option of the same subcommand that must not be given as well
};

/// A subcommand. The targets of its options live as long as `run`.
struct Command {
  std::string name;
  std::string about;                       ///< one line, for the list of subcommands
  std::string notes = {};                  ///< for the end of the help: what the options do not say, exit status
  std::vector<std::string> examples = {};  ///< whole command lines
  std::vector<Option> options = {};
  std::function<void()> run = {};            ///< called after the options are set
  std::vector<Command> subcommands = {};     ///< one of them must be given
  std::string alias = {};                    ///< another name
  bool takes_global_options = false;         ///< the options before the subcommand may also follow it
  std::vector<std::string>* rest = nullptr;  ///< gets every word after the options: the command line of another tool
  bool makes_lab = false;                    ///< makes the lab that --lab names if the file does not exist
  bool has_help = true;                      ///< --help is of this program, not a word of the other tool
};

/// Adds `more` at the end.
inline void append(std::vector<Option>& options, const std::vector<Option>& more) {
  options.insert(options.end(), more.begin(), more.end());
}

}  // namespace ringside::app
