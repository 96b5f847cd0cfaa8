// base/calendar.hpp - the English names of months and weekdays, in capitals as z/OS prints them.
#pragma once

#include <string_view>

#include "base/time.hpp"

namespace ringside::base {

/// "MAY".
std::string_view month_name(const CivilTime& time);
/// "FRIDAY".
std::string_view weekday_name(const CivilTime& time);
/// 1 to 366.
int day_of_year(const CivilTime& time);

}  // namespace ringside::base
