// tests/emulator/database/two_databases.hpp - a lab in memory with two systems and two security databases.
#pragma once

#include <gtest/gtest.h>

#include "emulator/database/security_database.hpp"
#include "emulator/database/store.hpp"
#include "emulator/database/systems.hpp"

namespace ringside::database {

/// What belongs to one database must never be seen in the other; both stand in one file.
class TwoDatabases : public testing::Test {
 protected:
  std::int64_t make(const std::string& name) {
    SystemRecord record{name, "zos", "PLEX", name, 0};
    Systems(store_).add(record);
    return record.database_id;
  }

  Store store_{""};
  SecurityDatabase here_{store_, make("SYSA")};
  SecurityDatabase there_{store_, make("SYSB")};
};

}  // namespace ringside::database
