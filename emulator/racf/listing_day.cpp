// emulator/racf/listing_day.cpp - a day as LISTUSER and LISTGRP write it.
#include "emulator/racf/listing_day.hpp"

#include <chrono>

#include <fmt/format.h>

namespace ringside::racf {

std::string listing_day(base::Instant instant, base::Zone zone) {
  const base::CivilTime local = base::to_local(instant, zone);
  const auto year = std::chrono::year{local.year};
  const auto day = std::chrono::sys_days{year / local.month / local.day};
  const auto number = (day - std::chrono::sys_days{year / 1 / 1}).count() + 1;
  return fmt::format("{:02}.{:03}", local.year % 100, number);
}

}  // namespace ringside::racf
