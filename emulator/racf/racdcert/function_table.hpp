// emulator/racf/racdcert/function_table.hpp - the functions of RACDCERT as a table: their owners, and the effect
// of each operand. docs/racdcert.md is generated from it.
#pragma once

#include <span>
#include <string_view>

#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// The owners that a function has. MULTIID has mappings only (else IRRD136I).
enum class OwnerKind {
  certificate,  ///< ID, CERTAUTH and SITE
  ring,         ///< ID; CERTAUTH and SITE own no ring (IRRD120I)
  mapping,      ///< ID and MULTIID; CERTAUTH and SITE get a remark
  none,         ///< a token or a data set has no owner: an owner gets a remark
};

/// The effect of an operand on a function.
enum class OperandStatus {
  implemented,
  stored_only,  ///< stored and listed; a remark tells what a real system does in addition
  refused,
  no_meaning,  ///< accepted as by RACF; a remark tells that it had no effect
};

/// Reads the operands of a function and runs it.
using Function = Result<void> (*)(Context&, const Request&);

struct FunctionRule {
  std::string_view name;
  Function run;
  bool user_must_exist;  ///< false for DELETE, DELRING and DELMAP, which also work after a user was deleted
  OwnerKind owner;
  std::string_view operands;  ///< top-level operands that have an effect, separated by blanks
};

/// All functions, by name.
std::span<const FunctionRule> function_rules();
/// Returns the function of this name; nullptr if there is none.
const FunctionRule* find_function_rule(std::string_view name);

bool is_owner_operand(std::string_view name);

/// Returns the effect of a top-level operand (owners included) on a function.
OperandStatus status_of(const FunctionRule& rule, std::string_view operand);
/// The same for a keyword inside an operand: TOKEN in RSA(TOKEN(T)).
OperandStatus status_of(const FunctionRule& rule, std::string_view operand, std::string_view inside);

}  // namespace ringside::racf::racdcert
