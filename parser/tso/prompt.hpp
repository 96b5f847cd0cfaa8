// parser/tso/prompt.hpp - the required operand that PARSE asks a terminal user for.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "parser/tso/command.hpp"

namespace ringside::parser {

/// A required operand that a command lacks.
struct MissingOperand {
  std::string item;          ///< as PARSE names it: "USERID"
  std::string help;          ///< what the value must be: the long text of IKJ56701I, or the form of the value
  bool secret = false;       ///< the answer must not show
  std::size_t offset = 0;    ///< where it belongs in the text of the command
  bool with_parens = false;  ///< it belongs there in parentheses

  /// The message that asks for it: IKJ56700A, or IKJ56714A for a secret one.
  [[nodiscard]] Message question() const;
};

/// The first required operand that is missing; nullopt if the command is complete or wrong in another way.
std::optional<MissingOperand> missing_operand(const CommandText& text, std::span<const std::string> site_classes = {});

/// The command with `answer` in the place of the missing operand.
CommandText with_operand(const CommandText& text, const MissingOperand& missing, const std::string& answer);

}  // namespace ringside::parser
