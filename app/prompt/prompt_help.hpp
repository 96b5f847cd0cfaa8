// app/prompt/prompt_help.hpp - the answer of the READY prompt to HELP.
#pragma once

#include <string>
#include <vector>

namespace ringside::app {

/// Help for the command `topic`, which may be a full name, an alias or an abbreviation. Without a topic: help for the
/// prompt and the list of commands. Lines have at most `width` columns.
std::vector<std::string> prompt_help(const std::string& topic, std::size_t width);

}  // namespace ringside::app
