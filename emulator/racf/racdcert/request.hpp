// emulator/racf/racdcert/request.hpp - one RACDCERT request as PARSE gives it.
#pragma once

#include "emulator/racf/racdcert/owner.hpp"
#include "parser/tso/command.hpp"

namespace ringside::racf::racdcert {

/// What the operands of a function are read from. Only the readers of operands see it.
struct Request {
  const parser::Keyword& operands;  ///< of the whole command
  const parser::Keyword& function;  ///< the function's own keyword with its subfields
  Owner owner;
};

}  // namespace ringside::racf::racdcert
