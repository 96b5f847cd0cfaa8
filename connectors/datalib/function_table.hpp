// connectors/datalib/function_table.hpp - the functions of R_datalib by their codes, and what each may be called with.
#pragma once

#include <cstdint>

#include "connectors/datalib/call.hpp"

namespace ringside::connectors::datalib {

struct Function {
  Reply (*run)(Call&);
  bool has_list;             ///< it has a parameter list
  int last_version;          ///< of the parameter list: 0 to this one
  std::uint32_t attributes;  ///< those that it knows
};

/// Returns the function of this code; nullptr if there is none.
const Function* function_of(std::uint8_t code);

}  // namespace ringside::connectors::datalib
