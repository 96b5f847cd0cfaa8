// base/fault.hpp - the exception for defects of Ringside and failures of the machine.
//
// Wrong input and refusals by RACF are values, not exceptions. A Fault is caught in two places only: the job step and
// main.
#pragma once

#include <stdexcept>
#include <string>

namespace ringside::base {

class Fault : public std::runtime_error {
 public:
  explicit Fault(const std::string& what) : std::runtime_error(what) {}
};

}  // namespace ringside::base
