// parser/tso/refusal.hpp - PARSE's messages for a refused command, and the same in words for a person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::parser {

/// Words for a person at one place of a command, without any secret in them.
class Explainer {
 public:
  explicit Explainer(const CommandText& command) : command_(command) {}

  /// `text`, followed by what the operand at the place itself gives away: a typographic quote, an unresolved symbol.
  [[nodiscard]] Diagnostic explain(std::string text, std::size_t offset, std::string_view culprit = {}) const;

  /// The operand as written, for a message; nothing if any of it is secret.
  [[nodiscard]] std::string echo(std::size_t begin, std::size_t end) const;

 private:
  [[nodiscard]] const std::vector<SecretRange>& secrets() const;
  [[nodiscard]] std::string masked() const;
  [[nodiscard]] std::string line_at(std::size_t offset) const;

  const CommandText& command_;
  mutable std::optional<std::vector<SecretRange>> secrets_;
};

}  // namespace ringside::parser
