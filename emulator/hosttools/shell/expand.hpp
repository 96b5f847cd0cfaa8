// emulator/hosttools/shell/expand.hpp - words of a script with their variables and patterns put in.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/hosttools/shell/command.hpp"
#include "parser/shell/line.hpp"

namespace ringside::shell {

/// The value of a variable: the shell's own, then the environment's; "?" is the last status. Nothing if it is not set.
std::optional<std::string> value_of(const State& state, const host::Process& process, const std::string& name);

/// The error is the text for standard error: an unset variable under set -u, or a word that grew too long.
template <typename T>
using Expanded = tl::expected<T, std::string>;

/// A word as one text: assignments, redirections, here-documents.
Expanded<std::string> expand_text(const parser::ShellWord& word, const State& state, const host::Process& process);

/// Words as fields: unquoted variables are split at blanks, unquoted * and ? match names of files, a leading ~ is HOME.
Expanded<Arguments> expand_fields(const std::vector<parser::ShellWord>& words, const State& state,
                                  const host::Process& process);

}  // namespace ringside::shell
