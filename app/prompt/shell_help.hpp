// app/prompt/shell_help.hpp - what the interactive prompt answers to HELP.
#pragma once

#include <string>
#include <vector>

namespace ringside::app {

/// About a command, named in full, by alias or by a beginning; without a topic, about the prompt and all commands.
/// Lines of at most `width` columns.
std::vector<std::string> shell_help(const std::string& topic, std::size_t width);

}  // namespace ringside::app
