// parser/tso/resolver.hpp - resolves operands to keywords and values with the table of the command, in the order of
// PARSE.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "parser/lexical/operand_tree.hpp"
#include "parser/tso/command.hpp"
#include "parser/tso/prompt.hpp"
#include "parser/tso/refusal.hpp"

namespace ringside::parser {

class Resolver {
 public:
  Resolver(const CommandText& text, const OperandTree& tree, const CommandSpec& spec,
           std::span<const std::string> site_classes);

  ParsedCommand resolve();
  /// After resolve() has refused: the operand that is missing or not valid; nullopt if it refused for another reason.
  [[nodiscard]] const std::optional<AskedOperand>& asked() const { return asked_; }

 private:
  using Outcome = tl::expected<void, CommandError>;
  using Operands = std::span<const Operand>;

  /// Resolves the positional operands. Returns how many there are.
  tl::expected<std::size_t, CommandError> positionals(Operands operands, Keyword& into);
  Outcome positional(const KeywordSpec& spec, const Operand& operand, Keyword& into);
  [[nodiscard]] bool is_keyword_with_subfield(Operands rest) const;

  /// `place` is the command or keyword in diagnostics.
  Outcome keywords(Operands operands, std::span<const KeywordSpec> specs, std::string_view place, Keyword& into);
  tl::expected<const KeywordSpec*, CommandError> keyword_of(const Operand& operand, std::span<const KeywordSpec> specs,
                                                            std::string_view place);
  [[nodiscard]] std::string unknown_keyword(std::string_view word, std::span<const KeywordSpec> specs,
                                            std::string_view place) const;
  Outcome subfield(const KeywordSpec& spec, const Operand* group, Keyword& keyword);
  Outcome values(const KeywordSpec& spec, Operands operands, std::size_t end, Keyword& keyword);
  void add_member(const Operand& operand, Keyword& keyword) const;
  Outcome custom_operands(Operands operands, Keyword& keyword);

  /// An error if a right parenthesis before `offset` closes nothing.
  [[nodiscard]] Outcome surplus_before(std::size_t offset) const;
  void fold_entities(Keyword& operands) const;
  void add_notices(Command& command);

  [[nodiscard]] CommandError invalid_keyword(const Operand& operand, std::string cause);
  [[nodiscard]] CommandError invalid_value(const KeywordSpec& spec, const Operand& operand, std::string cause);
  enum class Gap { here, in_new_parentheses, in_the_parentheses_before };
  /// `gap`: where at `offset` the operand belongs.
  CommandError missing_value(const KeywordSpec& spec, std::size_t offset, Gap gap = Gap::here);
  void ignore_extra(const KeywordSpec& spec, const Operand& operand);
  void note_again(const std::string& name, const Operand& operand, const Keyword& into);
  void drop_alternatives(const KeywordSpec& spec, std::span<const KeywordSpec> specs, const Operand& operand,
                         Keyword& into);

  const CommandText& text_;
  const OperandTree& tree_;
  const CommandSpec& spec_;
  std::span<const std::string> site_classes_;
  Explainer explainer_;
  std::optional<AskedOperand> asked_;
  std::vector<Message> messages_;
  std::vector<Diagnostic> notes_;
  std::set<std::string> given_twice_;  ///< keywords for which there is a note already
};

}  // namespace ringside::parser
