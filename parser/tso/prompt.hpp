// parser/tso/prompt.hpp - the operand that PARSE asks a terminal user for: a missing one, or one that is not valid.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "parser/tso/command.hpp"

namespace ringside::parser {

/// An operand that must be typed, or typed again.
struct AskedOperand {
  std::string item;          ///< as PARSE names it: "USERID"
  std::string help;          ///< what the value must be: the long text of IKJ56701I, or the form of the value
  bool secret = false;       ///< the answer must not show
  std::size_t offset = 0;    ///< where it belongs in the text of the command
  std::size_t end = 0;       ///< the end of what is there and is not valid; `offset` if the operand is missing
  bool with_parens = false;  ///< a missing operand belongs there in parentheses
  std::optional<CommandError> refusal{};  ///< why what is there is not valid; nullopt if the operand is missing

  /// The message that asks for it: IKJ56700A if it is missing, IKJ56703A if it is not valid; IKJ56714A and IKJ56718A
  /// for a secret one.
  [[nodiscard]] Message question() const;
};

/// The first operand that is missing or not valid; nullopt if the command is right or wrong in another way.
std::optional<AskedOperand> operand_to_ask(const CommandText& text, std::span<const std::string> site_classes = {});

/// The command with `answer` in the place of the operand.
CommandText with_operand(const CommandText& text, const AskedOperand& asked, const std::string& answer);

}  // namespace ringside::parser
