// tests/connectors/caller/turn_test.cpp - one call into Ringside by a program.
#include "connectors/caller/turn.hpp"

#include <filesystem>

#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "tests/support/lab_on_disk.hpp"

namespace ringside::connectors {
namespace {

using test_support::EnvironmentOf;
using test_support::LabOnDisk;

std::map<std::string, std::string> place(const std::string& path) {
  return {{"RINGSIDE_LAB", path}, {"RINGSIDE_SYSTEM", ""}, {"RINGSIDE_USER", ""}, {"RINGSIDE_LENIENT", "1"}};
}

bool ring_is_there(const std::string& ring) {
  Turn turn;
  auto lab = turn.lab();
  return lab && (*lab)->service().get_ring_info("IBMUSER", ring).has_value();
}

TEST(Turn, KeepsTheLabOpenAndSeesWhatOthersChange) {
  LabOnDisk lab;
  const EnvironmentOf environment(place(lab.path()));
  OpenedLab* first = Turn().lab().value_or(nullptr);
  ASSERT_NE(first, nullptr);
  EXPECT_FALSE(ring_is_there("NEW"));
  lab.must("RACDCERT ADDRING(NEW)");
  EXPECT_TRUE(ring_is_there("NEW"));
  EXPECT_EQ(Turn().lab().value_or(nullptr), first);
}

TEST(Turn, OpensTheLabThatTheEnvironmentNamesNow) {
  LabOnDisk one;
  one.must("RACDCERT ADDRING(ONE)");
  LabOnDisk two;
  {
    const EnvironmentOf environment(place(one.path()));
    EXPECT_TRUE(ring_is_there("ONE"));
  }
  const EnvironmentOf environment(place(two.path()));
  EXPECT_FALSE(ring_is_there("ONE"));
}

TEST(Turn, OpensALabThatWasReplaced) {
  LabOnDisk lab;
  LabOnDisk other;
  other.must("RACDCERT ADDRING(OTHER)");
  const EnvironmentOf environment(place(lab.path()));
  EXPECT_FALSE(ring_is_there("OTHER"));
  std::filesystem::rename(other.path(), lab.path());
  EXPECT_TRUE(ring_is_there("OTHER"));
  std::filesystem::remove(lab.path());
  EXPECT_EQ(Turn().lab().error().codes, racf::datalib::racf_not_installed);
}

TEST(Turn, OpensTheLabAgainAfterAForkAndLeavesThatOfTheParentAlone) {
  LabOnDisk lab;
  lab.must("RACDCERT ADDRING(NEW)");
  const EnvironmentOf environment(place(lab.path()));
  OpenedLab* const of_parent = Turn().lab().value_or(nullptr);
  ASSERT_NE(of_parent, nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    OpenedLab* const own = Turn().lab().value_or(nullptr);
    ::_exit(own != nullptr && own != of_parent && ring_is_there("NEW") ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(Turn().lab().value_or(nullptr), of_parent);
  EXPECT_TRUE(ring_is_there("NEW"));
}

}  // namespace
}  // namespace ringside::connectors
