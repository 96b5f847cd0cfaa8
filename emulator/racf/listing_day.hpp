// emulator/racf/listing_day.hpp - a day as LISTUSER and LISTGRP write it.
#pragma once

#include <string>

#include "base/time.hpp"

namespace ringside::racf {

/// Returns the local day as year and day of the year: "23.158".
std::string listing_day(base::Instant instant, base::Zone zone);

}  // namespace ringside::racf
