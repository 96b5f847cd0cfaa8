// emulator/tso/execute.hpp - parses one TSO command and runs it by its processor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/host/command_result.hpp"
#include "emulator/racf/session.hpp"
#include "parser/lexical/diagnostic.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/record.hpp"

namespace ringside::tso {

enum class InputKind {
  null_command,  ///< blank, or only comments: nothing runs, and there is no return code
  end,           ///< END or LOGOFF: the rest of the input is not read
  command,
};

InputKind kind_of(const parser::CommandText& text);

struct TsoCommand;

/// A command after PARSE, before it runs.
struct ParsedText {
  InputKind kind = InputKind::null_command;
  std::string shown;                               ///< as typed, with secrets redacted
  bool holds_secret = false;                       ///< then diagnostics quote no part of the text
  const TsoCommand* own = nullptr;                 ///< set for a command of TSO itself
  std::vector<std::string> classes{};              ///< the installation's classes at the time of parsing
  std::optional<parser::ParsedCommand> command{};  ///< nullopt for blank input and for commands that are not emulated
};

ParsedText parse(racf::Session& session, const parser::CommandText& text);
/// The same with given classes of the installation; may be called from any thread.
ParsedText parse(const parser::CommandText& text, std::vector<std::string> classes);
/// The classes that the installation has added: profiles of class CDT. In this emulation PARSE knows them at once.
std::vector<std::string> site_classes(racf::Session& session);

/// Runs one command. If PARSE refuses it, the result has PARSE's messages and return code, and `diagnostics` names
/// place and cause. A null command gives an empty result. Throws base::Fault only for a defect of Ringside or of the
/// machine.
host::CommandResult execute(racf::Session& session, const parser::CommandText& text);
/// The same for a text that was parsed earlier. Parses it again if the installation's classes have changed since.
host::CommandResult execute(racf::Session& session, const parser::CommandText& text, const ParsedText& parsed);

}  // namespace ringside::tso
