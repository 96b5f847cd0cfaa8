// emulator/host/data_sets.cpp - names of data sets.
#include "emulator/host/data_sets.hpp"

#include "base/text.hpp"

namespace ringside::host {

std::string qualify(std::string_view name, bool quoted, std::string_view prefix) {
  const std::string upper = base::upper(name);
  return quoted || prefix.empty() ? upper : base::upper(prefix) + "." + upper;
}

}  // namespace ringside::host
