// tests/emulator/database/workflows_test.cpp - workflows of a system in a lab.
#include "emulator/database/workflows.hpp"

#include <gtest/gtest.h>

#include "emulator/database/systems.hpp"

namespace ringside::database {
namespace {

TEST(WorkflowsTest, AreKeptBySystemAndKey) {
  Store store("");
  SystemRecord system{"SYSA", "zos", "PLEX", "SYSA", 0};
  Systems(store).add(system);
  Workflows workflows(store);
  workflows.put("SYSA", {"b", "{}"});
  workflows.put("SYSA", {"a", "{\"name\": 1}"});
  workflows.put("SYSA", {"b", "{\"name\": 2}"});
  ASSERT_EQ(workflows.of("SYSA").size(), 2U);
  EXPECT_EQ(workflows.of("SYSA").front().key, "a");
  EXPECT_EQ(workflows.find("SYSA", "b")->content, "{\"name\": 2}");
  EXPECT_FALSE(workflows.find("SYSB", "b"));
  EXPECT_TRUE(workflows.remove("SYSA", "b"));
  EXPECT_FALSE(workflows.remove("SYSA", "b"));
}

}  // namespace
}  // namespace ringside::database
