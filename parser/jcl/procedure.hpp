// parser/jcl/procedure.hpp - a call of a procedure: what the calling EXEC and the DD statements behind it override.
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
  std::string prefix;  ///< as JESJCL marks where it comes from: "//", "XX" of a library, "++" of an in-stream procedure
  std::string field;   ///< after substitution
  bool substituted = false;
  std::vector<JclError> errors;
};

/// A DD behind a calling EXEC, with the DDs concatenated to it.
struct DdOverride {
  std::string step;  ///< of the procedure; empty: its first one
  std::string name;
  std::vector<ReadyStatement> group;
  bool used = false;
};

struct ProcedureCall {
  ReadyStatement exec;
  std::string procedure;
  std::vector<SymbolAssignment> symbols;
  std::vector<DdOverride> dds;
  JclSymbols::Values sets;                   ///< at the call
  std::vector<SymbolAssignment> later_sets;  ///< between the call and the end of its DD statements
};

/// A keyword of EXEC, and so no symbol of the procedure; with a qualifier (PARM.STEP) never one.
bool is_exec_keyword(std::string_view keyword);

/// The call that an EXEC without PGM= makes; nothing in `procedure` if it names none.
ProcedureCall read_call(ReadyStatement exec);

/// The operands of EXEC in a procedure with those of its caller (JCL Reference, "Rules for modifying EXEC parameters").
std::vector<JclOperand> merge_exec(std::vector<JclOperand> own, const std::vector<JclOperand>& caller,
                                   std::string_view step, bool first_step);

/// The same for a DD ("Rules for modifying OUTPUT JCL or DD parameters").
std::vector<JclOperand> merge_dd(std::vector<JclOperand> own, const std::vector<JclOperand>& changes);

/// Whether the operands say what the DD stands for: a data set, in-stream data, SYSOUT ...
bool names_a_source(const std::vector<JclOperand>& operands);

/// Gives the DDs with DDNAME= what they refer to; a reference that finds nothing becomes DUMMY. True if there was one.
bool resolve_ddnames(std::vector<DdStatement>& dds);

}  // namespace ringside::parser
