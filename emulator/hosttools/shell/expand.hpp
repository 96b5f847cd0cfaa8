// emulator/hosttools/shell/expand.hpp - expands variables and file name patterns in the words of a script.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "emulator/hosttools/shell/command.hpp"
#include "parser/shell/line.hpp"

namespace ringside::shell {

/// The value of a variable of the shell, else of the environment; "?" is the last status. Returns nullopt if it is not
/// set.
std::optional<std::string> value_of(const State& state, const host::Process& process, const std::string& name);

/// The error is a text for standard error: a variable is not set (with set -u), or a word is too long.
template <typename T>
using Expanded = tl::expected<T, std::string>;

/// Expands a word of an assignment, redirection or here-document to one text.
Expanded<std::string> expand_text(const parser::ShellWord& word, const State& state, const host::Process& process);

/// Expands words to fields: unquoted variables are split at blanks, unquoted * and ? match file names, a leading ~ is
/// HOME.
Expanded<Arguments> expand_fields(const std::vector<parser::ShellWord>& words, const State& state,
                                  const host::Process& process);

}  // namespace ringside::shell
