// harness/scenario/placed.hpp - a value with its place in a scenario file.
#pragma once

#include "parser/lexical/diagnostic.hpp"

namespace ringside::harness {

/// A value with its place in the file, so that a failed expectation can point to it.
template <typename T>
struct Placed {
  T value{};
  parser::Position where{};
};

}  // namespace ringside::harness
