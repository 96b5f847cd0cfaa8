// tests/support/places.hpp - where the tree stands that the tests were built from.
#pragma once

#include <filesystem>

namespace ringside::test_support {

/// The root of the source tree. A function, so that one object file knows the path and all others are the same in every
/// clone, which compiler caches like.
std::filesystem::path source_folder();

}  // namespace ringside::test_support
