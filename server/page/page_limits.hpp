// server/page/page_limits.hpp - how much of a lab the page shows, so that making it takes seconds at most.
#pragma once

#include <cstddef>

namespace ringside::page {

inline constexpr std::size_t most_rings = 40;  // whose links it checks; with more, 'ringside trust' does
/// Refused pairs whose repair it shows: as many as 12 systems have. With more, 'ringside doctor' does.
inline constexpr std::size_t most_repairs = 132;
inline constexpr std::size_t most_jobs = 50;    // of a system; the older ones are counted
inline constexpr std::size_t most_users = 200;  // of a database; the others are counted

}  // namespace ringside::page
