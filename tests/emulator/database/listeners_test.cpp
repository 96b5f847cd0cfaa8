// tests/emulator/database/listeners_test.cpp - listeners of a lab.
#include "emulator/database/listeners.hpp"

#include <gtest/gtest.h>

#include "base/time.hpp"
#include "emulator/database/systems.hpp"

namespace ringside::database {
namespace {

TEST(Listeners, OnePortOfASystemHasOneListener) {
  Store store("");
  Systems systems(store);
  SystemRecord system{"HOST", "distributed", "", "HOST", 0};
  systems.add(system);
  Listeners listeners(store);
  const Listener agent{"HOST", 31'114, "agent", "/opt/hcl/TWS", "", "", "", true};
  EXPECT_TRUE(listeners.add(agent));
  EXPECT_FALSE(listeners.add({"HOST", 31'114, "ring", "A/B", "", "", "", false}));
  ASSERT_TRUE(listeners.find("HOST", 31'114));
  EXPECT_EQ(listeners.find("HOST", 31'114)->identity, "/opt/hcl/TWS");
  EXPECT_TRUE(listeners.find("HOST", 31'114)->mutual);
  EXPECT_FALSE(listeners.find("HOST", 31'115));
  EXPECT_EQ(listeners.of("HOST").size(), 1U);
  EXPECT_TRUE(listeners.remove("HOST", 31'114));
  EXPECT_FALSE(listeners.remove("HOST", 31'114));
}

}  // namespace
}  // namespace ringside::database
