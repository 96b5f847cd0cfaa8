// parser/tso/refusal.hpp - explains to people why PARSE refuses a command.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/redaction.hpp"

namespace ringside::parser {

/// Makes diagnostics at places of a command. They show no secret.
class Explainer {
 public:
  explicit Explainer(const CommandText& command) : command_(command) {}

  /// A diagnostic with `text` and a hint if `culprit`, the operand at that place, shows the cause: a typographic quote,
  /// an unresolved symbol.
  [[nodiscard]] Diagnostic explain(std::string text, std::size_t offset, std::string_view culprit = {}) const;

  /// The text from `begin` to `end` as written, for a message; empty if any of it is secret.
  [[nodiscard]] std::string echo(std::size_t begin, std::size_t end) const;

 private:
  [[nodiscard]] const std::vector<SecretRange>& secrets() const;
  [[nodiscard]] std::string masked() const;
  [[nodiscard]] std::string line_at(std::size_t offset) const;

  const CommandText& command_;
  mutable std::optional<std::vector<SecretRange>> secrets_;
};

}  // namespace ringside::parser
