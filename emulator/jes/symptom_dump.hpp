// emulator/jes/symptom_dump.hpp - IEA995I, the symptom dump of a step that abends.
#pragma once

#include <string>
#include <vector>

namespace ringside::jes {

/// The lines of the dump for a module that is not found (S806-04), without the number of the message; the first one is
/// the heading. `time` is "12.00.00". A lab has no processor, so the addresses and registers are fixed.
std::vector<std::string> symptom_dump(const std::string& time);

}  // namespace ringside::jes
