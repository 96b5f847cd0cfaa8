// app/prompt/prompt_commands.hpp - lines that begin with ':': their list, their completion, and unknown ones.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/command.hpp"

namespace ringside::app {

/// The list that :help prints, in lines of at most `width` columns.
std::vector<std::string> prompt_command_list(const std::vector<Command>& commands, std::size_t width);

/// Returns why the first word of `line` names none of the commands, with near misses; empty if it names one. `line` is
/// without the colon.
std::string unknown_prompt_command(const std::string& line, const std::vector<Command>& commands);

/// The values that the lab has for the operand of a command: the systems for "system".
using KnownOperands = std::function<std::vector<std::string>(const std::string& command)>;

/// `text` is a line up to the cursor, with its colon. Returns every word that may replace the last one: commands,
/// subcommands, options, choices of an option, and known operands.
std::vector<std::string> prompt_command_completions(const std::string& text, const std::vector<Command>& commands,
                                                    const KnownOperands& known);

}  // namespace ringside::app
