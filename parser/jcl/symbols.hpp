// parser/jcl/symbols.hpp - JCL symbols: their values at each point of a job, and their substitution.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "parser/jcl/jcl.hpp"

namespace ringside::parser {

/// "NAME=value" of a SET, PROC or calling EXEC statement. The value is without its apostrophes, doubled ones made
/// single (JCL Reference, "Determining equivalent JCL").
struct SymbolAssignment {
  std::string name;
  std::string value;
};

/// Splits an operand field at the commas outside parentheses and apostrophes.
std::vector<std::string> field_parts(std::string_view field);

/// Reads one part. `name` is empty if the part has no NAME=.
SymbolAssignment read_assignment(std::string_view part);

class JclSymbols {
 public:
  explicit JclSymbols(std::string submitter) : submitter_(std::move(submitter)) {}

  /// SET: gives the symbol a value for all that follows, except in procedures that have their own value for it.
  void set(const std::string& name, std::string value);
  /// Begins or ends a call. Values of PROC and EXEC are valid inside the call and in procedures that it calls.
  void enter() { scopes_.emplace_back(); }
  void leave();
  /// Gives a symbol a value in the innermost call. The first value counts, so EXEC has priority over PROC.
  void assign(const std::string& name, std::string value);
  /// Returns whether a symbol of the innermost call has not been used.
  [[nodiscard]] bool is_unused(const std::string& name) const;

  /// EXPORT: steps can use the values that are set from now on.
  void export_symbol(const std::string& name);
  void export_all();
  /// The values that a step can use if it ends here.
  [[nodiscard]] std::shared_ptr<const SymbolValues> exported();

  /// Returns nullptr if the symbol has no value here. Marks it as used.
  const std::string* find(const std::string& name);

  /// The values of SET so far. A procedure is expanded after the DD statements that follow its call, but with the
  /// values at the call.
  struct Value {
    std::string text;
    std::size_t order = 0;
    bool used = false;
  };
  using Values = std::map<std::string, Value>;
  [[nodiscard]] const Values& sets() const { return sets_; }
  /// Returns whether no more names can be set or exported (limits::job_symbols).
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
  std::shared_ptr<const SymbolValues> exported_;  ///< the last result of exported(), until a value changes
};

struct Substitution {
  std::string text;
  bool changed = false;
  std::vector<UnresolvedSymbol> unresolved;  ///< outside apostrophes
  std::vector<std::string> literal;          ///< names of symbols in apostrophes, which are not replaced
};

/// Replaces the symbols of an operand field. In apostrophes they are replaced in some operands only, or if a symbol
/// comes before the apostrophes (JCL Reference, "Coding symbols in apostrophes").
Substitution substitute(std::string_view field, JclSymbols& symbols);
/// Replaces the symbols in the expression of an IF, where & may also mean AND.
Substitution substitute_expression(std::string_view text, JclSymbols& symbols);

/// Replaces the symbols in one record of in-stream data with SYMBOLS=. Apostrophes have no meaning here. A run of
/// blanks after a symbol grows or shrinks so that later text stays in its column (JCL Reference, "Using symbols in JES
/// in-stream data").
std::string substitute_record(std::string_view record, const SymbolValues& values,
                              std::vector<std::string>& unresolved);

}  // namespace ringside::parser
