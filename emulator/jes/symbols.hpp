// emulator/jes/symbols.hpp - JCL symbols in operands. Only &SYSUID has a value so far.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parser/jcl.hpp"

namespace ringside::jes {

/// Replaces &SYSUID (and the period that ends it) in `text`; a doubled ampersand stays, as it begins a temporary data
/// set name. Names of symbols without a value are added to `unknown`, and stay in the text.
std::string with_symbols(std::string_view text, const std::string& sysuid, std::vector<std::string>& unknown);

/// The same in an operand and its parts. Between apostrophes symbols have a meaning in PARM and ACCT only (JCL
/// Reference, "Coding symbols in apostrophes").
void resolve_symbols(parser::JclOperand& operand, const std::string& sysuid, std::vector<std::string>& unknown);

}  // namespace ringside::jes
