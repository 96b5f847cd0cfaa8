// tests/support/places.cpp - where the tree stands that the tests were built from.
#include "tests/support/places.hpp"

namespace ringside::test_support {

std::filesystem::path source_folder() {
  return RINGSIDE_SOURCE_DIR;
}

}  // namespace ringside::test_support
