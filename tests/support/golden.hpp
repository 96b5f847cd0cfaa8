// tests/support/golden.hpp - whole outputs held by files under tests/golden/.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/places.hpp"

namespace ringside::test_support {

/// Expects `text` to be the content of tests/golden/<name>. With RINGSIDE_UPDATE_GOLDENS set it writes the file instead
/// and fails, so that nobody takes a rewrite for a pass.
inline void expect_golden(const std::string& name, const std::string& text) {
  const std::filesystem::path path = source_folder() / "tests" / "golden" / name;
  if (std::getenv("RINGSIDE_UPDATE_GOLDENS") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    ADD_FAILURE() << "wrote " << path << "; look at the difference, then run again without RINGSIDE_UPDATE_GOLDENS";
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << "no golden file " << path << "; make it with RINGSIDE_UPDATE_GOLDENS=1";
  const std::string expected{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  EXPECT_EQ(text, expected) << "differs from " << path;
}

}  // namespace ringside::test_support
