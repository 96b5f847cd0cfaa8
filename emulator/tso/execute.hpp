// emulator/tso/execute.hpp - one TSO command: parsed, given to its processor, answered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/racf/context.hpp"
#include "parser/lexical/diagnostic.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/record.hpp"

namespace ringside::tso {

enum class InputKind {
  null_command,  ///< blank, or comments only: nothing runs, no return code
  end,           ///< END or LOGOFF: no more input is read
  command,
};

InputKind kind_of(const parser::CommandText& text);

struct TsoCommand;

/// A command as PARSE sees it, before it runs.
struct ParsedText {
  InputKind kind = InputKind::null_command;
  std::string shown;                               ///< as typed, secrets redacted
  bool holds_secret = false;                       ///< then no part of the text is quoted
  const TsoCommand* own = nullptr;                 ///< a command of TSO, not RACF's
  std::vector<std::string> classes{};              ///< the installation's classes that it was parsed with
  std::optional<parser::ParsedCommand> command{};  ///< nothing for what TSO does not run at all
};

ParsedText parse(racf::Session& session, const parser::CommandText& text);
/// The same with these classes of the installation; for any thread.
ParsedText parse(const parser::CommandText& text, std::vector<std::string> classes);
/// The classes that an installation has added, which PARSE knows at once in this emulation: profiles of class CDT.
std::vector<std::string> site_classes(racf::Session& session);

/// Runs one command. What PARSE refuses is answered with its messages and return code; the same for a person, with its
/// place, stands in `diagnostics`. A null command gives an empty result. Throws base::Fault only for faults of ours.
host::CommandResult execute(racf::Session& session, const parser::CommandText& text);
/// The same for a text that was parsed before; parsed again if a command in between made or took away classes.
host::CommandResult execute(racf::Session& session, const parser::CommandText& text, const ParsedText& parsed);

}  // namespace ringside::tso
