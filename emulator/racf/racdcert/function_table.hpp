// emulator/racf/racdcert/function_table.hpp - the functions of RACDCERT as a table: whose they are, and what each
// operand of the command means to each of them. docs/racdcert.md is made of it.
#pragma once

#include <span>
#include <string_view>

#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// Which owners a function knows; MULTIID belongs to mappings and is refused everywhere else (IRRD136I).
enum class OwnerKind {
  certificate,  ///< ID, CERTAUTH and SITE
  ring,         ///< ID; the anchors own no ring (IRRD120I)
  mapping,      ///< ID and MULTIID
  none,         ///< a token or a data set has no owner: accepted with a remark
};

/// What an operand does for a function.
enum class OperandStatus {
  implemented,
  stored_only,  ///< kept and listed, a remark says what a real system would do besides
  refused,
  no_meaning,  ///< accepted as RACF does, a remark says that it had no effect
};

struct FunctionRule {
  std::string_view name;
  Function run;
  bool user_must_exist;  ///< DELETE, DELRING and DELMAP clean up after users that are gone
  OwnerKind owner;
  std::string_view operands;  ///< top-level operands that mean something here, blank-separated
};

/// Every function, by name.
std::span<const FunctionRule> function_rules();
/// The function of this name; nullptr if there is none.
const FunctionRule* find_function_rule(std::string_view name);

bool is_owner_operand(std::string_view name);

/// What a top-level operand, an owner among them, does for a function.
OperandStatus status_of(const FunctionRule& rule, std::string_view operand);
/// The same for a keyword inside an operand: TOKEN in RSA(TOKEN(T)).
OperandStatus status_of(const FunctionRule& rule, std::string_view operand, std::string_view inside);

}  // namespace ringside::racf::racdcert
