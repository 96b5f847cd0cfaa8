// emulator/tso/exec/julian_date.hpp - the function DATE with the Julian format, which Regina does not have.
#pragma once

#include <optional>
#include <string>

#include "emulator/rexx/exec.hpp"

namespace ringside::tso {

/// DATE(option, date, format of date) (TSO/E REXX Reference, "DATE"): the options B, C, D, E, J, M, N, O, S, U and W,
/// and dates in the formats B, E, J, O, S and U; without a date, `today`. Returns nullopt if an argument is wrong.
std::optional<std::string> julian_date(const rexx::Arguments& arguments, std::chrono::local_days today);

}  // namespace ringside::tso
