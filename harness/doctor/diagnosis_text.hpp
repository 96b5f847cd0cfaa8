// harness/doctor/diagnosis_text.hpp - a diagnosis as text.
#pragma once

#include <string>
#include <vector>

#include "harness/doctor/doctor.hpp"

namespace ringside::harness {

/// The diagnosis as text. Each command begins with its system.
std::vector<std::string> diagnosis_lines(const Diagnosis& diagnosis);

}  // namespace ringside::harness
