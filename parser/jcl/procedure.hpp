// parser/jcl/procedure.hpp - a call of a procedure, and how it overrides the statements of the procedure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parser/jcl/records.hpp"
#include "parser/jcl/symbols.hpp"

namespace ringside::parser {

/// A statement with its symbols resolved and its operands read, but not yet listed and numbered.
struct ReadyStatement {
  JclStatement statement;
  const ReadStatement* read = nullptr;
  std::string prefix;  ///< as in JESJCL: "//", "XX" from a library, "++" from an in-stream procedure
  std::string field;   ///< the operand field after substitution
  bool substituted = false;
  std::vector<JclError> errors;
};

/// A DD after a calling EXEC, with the DDs concatenated to it.
struct DdOverride {
  std::string step;  ///< a step of the procedure; empty: the first one
  std::string name;
  std::vector<ReadyStatement> group;
  bool used = false;
};

struct ProcedureCall {
  ReadyStatement exec;
  std::string procedure;
  std::vector<SymbolAssignment> symbols;
  std::vector<DdOverride> dds;
  JclSymbols::Values sets;                   ///< values at the call
  std::vector<SymbolAssignment> later_sets;  ///< SET statements between the call and the last of its DDs
};

/// Returns whether `keyword` is a keyword of EXEC and so not a symbol of the procedure. A keyword with a qualifier
/// (PARM.STEP) always is.
bool is_exec_keyword(std::string_view keyword);

/// The call that an EXEC without PGM= makes. `procedure` is empty if the EXEC names none.
ProcedureCall read_call(ReadyStatement exec);

/// The operands of an EXEC in a procedure, changed by those of the calling EXEC (JCL Reference, "Rules for modifying
/// EXEC parameters").
std::vector<JclOperand> merge_exec(std::vector<JclOperand> own, const std::vector<JclOperand>& caller,
                                   std::string_view step, bool first_step);

/// The same for a DD ("Rules for modifying OUTPUT JCL or DD parameters").
std::vector<JclOperand> merge_dd(std::vector<JclOperand> own, const std::vector<JclOperand>& changes);

/// Returns whether the operands name what the DD is: a data set, in-stream data, SYSOUT and so on.
bool names_a_source(const std::vector<JclOperand>& operands);

/// Replaces each DD with DDNAME= by the DD that it refers to; a reference to no DD becomes DUMMY. Returns whether there
/// was a DDNAME=.
bool resolve_ddnames(std::vector<DdStatement>& dds);

}  // namespace ringside::parser
