// base/input_items.hpp - how many commands, jobs or values an input may hold for its size.
#pragma once

#include <cstddef>

namespace ringside::base {

/// The most commands or values in an input of so many octets. Each costs up to 50 microseconds and a kilobyte, however
/// short it is, so this keeps a mebibyte of input below a second and 256 MB. Real ones are longer than 100 octets, or
/// few.
constexpr std::size_t most_items(std::size_t octets) {
  return 5'000 + octets / 100;
}

}  // namespace ringside::base
