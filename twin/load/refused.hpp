// twin/load/refused.hpp - why an unload cannot be loaded at all.
#pragma once

#include <stdexcept>
#include <string>

namespace ringside::twin {

/// Thrown inside of a load; load() returns its sentence, and the lab is as before.
class Refused : public std::runtime_error {
 public:
  explicit Refused(const std::string& sentence) : std::runtime_error(sentence) {}
};

}  // namespace ringside::twin
