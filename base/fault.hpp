// base/fault.hpp - what is thrown when the fault is ours or the machine's, never the input's.
//
// A refusal by RACF and a wrong text are values. A Fault is caught at two places only: the job step, and main.
#pragma once

#include <stdexcept>
#include <string>

namespace ringside::base {

class Fault : public std::runtime_error {
 public:
  explicit Fault(const std::string& what) : std::runtime_error(what) {}
};

}  // namespace ringside::base
