// tests/emulator/database/store_in_a_file.hpp - a folder for labs, and what opening one of them says.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "base/fault.hpp"
#include "emulator/database/store.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::database {

class StoreInAFile : public testing::Test {
 protected:
  [[nodiscard]] std::string path(const std::string& name = "test.lab") const { return directory_.file(name); }

  /// What opening the file says; empty if it opens.
  static std::string refusal(const std::string& path) {
    try {
      const Store store(path);
      return {};
    } catch (const base::Fault& fault) {
      return fault.what();
    }
  }

 private:
  test_support::TemporaryDirectory directory_;
};

}  // namespace ringside::database
