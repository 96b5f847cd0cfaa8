// parser/jcl/symbols.hpp - JCL symbols: their values at each point of a job, and what they turn an operand field into.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/jcl/jcl.hpp"

namespace ringside::parser {

/// "NAME=value" of a SET, PROC or calling EXEC statement; the value as it is substituted later: without the apostrophes
/// around it, doubled ones single (JCL Reference, "Determining equivalent JCL").
struct SymbolAssignment {
  std::string name;
  std::string value;
};

/// The parts of an operand field between the commas outside parentheses and apostrophes.
std::vector<std::string> field_parts(std::string_view field);

/// Nothing in `name` if the part has no NAME=.
SymbolAssignment read_assignment(std::string_view part);

/// One to eight characters A-Z 0-9 @ # $, the first no digit.
bool is_symbol_name(std::string_view name);

class JclSymbols {
 public:
  explicit JclSymbols(std::string submitter) : submitter_(std::move(submitter)) {}

  /// SET: for everything that follows, unless a procedure has a value of its own for the name.
  void set(const std::string& name, std::string value);
  /// A call begins or ends. What PROC and EXEC assign is seen inside only, by nested procedures too.
  void enter() { scopes_.emplace_back(); }
  void leave();
  /// In the innermost call; the first value of a name counts, so EXEC comes before PROC.
  void assign(const std::string& name, std::string value);
  /// Whether nothing has used a name of the innermost call.
  [[nodiscard]] bool is_unused(const std::string& name) const;

  /// EXPORT: what is set from now on can be used by steps.
  void export_symbol(const std::string& name);
  void export_all();
  /// The values that a step which begins here can use.
  [[nodiscard]] std::shared_ptr<const SymbolValues> exported();

  /// nullptr if the symbol has no value here.
  const std::string* find(const std::string& name);

  /// What SET has assigned so far. A procedure is expanded after the DD statements that follow its call, but with the
  /// values at the call.
  struct Value {
    std::string text;
    std::size_t order = 0;
    bool used = false;
  };
  using Values = std::map<std::string, Value>;
  [[nodiscard]] const Values& sets() const { return sets_; }
  /// No more names can be set or exported (limits::job_symbols).
  [[nodiscard]] bool is_full() const;
  void restore(Values sets);

 private:
  Value* value_of(const std::string& name);

  std::string submitter_;
  Values sets_;
  std::vector<Values> scopes_;
  std::map<std::string, std::size_t> exports_;
  std::size_t all_exported_at_ = 0;
  std::size_t order_ = 0;
  std::shared_ptr<const SymbolValues> exported_;  ///< as long as nothing changes
};

struct Substitution {
  std::string text;
  bool changed = false;
  std::vector<UnresolvedSymbol> unresolved;  ///< outside apostrophes
  std::vector<std::string> literal;          ///< names of symbols that apostrophes keep as they are
};

/// Replaces the symbols of an operand field. In apostrophes they have a meaning only in some operands, or behind a
/// symbol that stands before the apostrophes (JCL Reference, "Coding symbols in apostrophes").
Substitution substitute(std::string_view field, JclSymbols& symbols);
/// The same in the expression of an IF, where & may also mean AND.
Substitution substitute_expression(std::string_view text, JclSymbols& symbols);

/// One record of in-stream data with SYMBOLS=. Apostrophes mean nothing here; a run of blanks behind a symbol gives or
/// takes what keeps later text in its column (JCL Reference, "Using symbols in JES in-stream data").
std::string substitute_record(std::string_view record, const SymbolValues& values,
                              std::vector<std::string>& unresolved);

}  // namespace ringside::parser
