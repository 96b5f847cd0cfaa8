// app/usage_text.hpp - what the program says of words that it does not take, and to someone who types none.
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"

namespace ringside::app {

/// What can be typed: the subcommands, and the options that stand before them.
struct Vocabulary {
  std::string caller;  ///< what stands before a subcommand: "ringside "
  const std::vector<Command>& commands;
  std::vector<Option> options = {};
};

/// Returns a line on a word that is no subcommand, option or operand there: what it is, and the nearest that exists.
/// `path` holds the names of the subcommands before it.
std::string unexpected_word(const Vocabulary& vocabulary, const std::vector<std::string>& path,
                            const std::string& word);

/// Returns what Ringside is, what to try first, and the subcommands.
std::string introduction(const std::vector<Command>& commands);

}  // namespace ringside::app
