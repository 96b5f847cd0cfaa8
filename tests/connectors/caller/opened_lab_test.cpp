// tests/connectors/caller/opened_lab_test.cpp - a lab that a library has open.
#include "connectors/caller/opened_lab.hpp"

#include <filesystem>

#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/lab_on_disk.hpp"
#include "tests/support/program.hpp"

namespace ringside::connectors {
namespace {

using racf::datalib::racf_not_installed;
using testing::HasSubstr;

Settings settings_of(const std::string& path, const std::string& system = "") {
  Settings settings;
  settings.lab = path;
  settings.system = system;
  return settings;
}

void expect_refusal(const Settings& settings, const std::string& why) {
  const auto opened = OpenedLab::open(settings);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().codes, racf_not_installed);
  EXPECT_THAT(opened.error().explanation, HasSubstr(why));
}

TEST(OpenedLab, IsThatOfTheOnlySystemIfNoneIsNamed) {
  const test_support::LabOnDisk lab;
  const auto opened = OpenedLab::open(settings_of(lab.path()));
  ASSERT_TRUE(opened);
  EXPECT_EQ((*opened)->system().name, "SYS1");
  EXPECT_TRUE((*opened)->is_current());
}

TEST(OpenedLab, OfSeveralSystemsNeedsAName) {
  test_support::LabOnDisk lab;
  lab.add_system("SYS2");
  expect_refusal(settings_of(lab.path()), "several z/OS systems: RINGSIDE_SYSTEM must name one");
  const auto opened = OpenedLab::open(settings_of(lab.path(), "SYS2"));
  ASSERT_TRUE(opened);
  EXPECT_EQ((*opened)->system().name, "SYS2");
  expect_refusal(settings_of(lab.path(), "SYS3"), "has no system SYS3");
}

TEST(OpenedLab, ThatIsMissingOrNoLabIsAnAbsentRacfAndIsNotMade) {
  const test_support::TemporaryDirectory folder;
  expect_refusal(settings_of(""), "RINGSIDE_LAB does not name a lab");
  expect_refusal(settings_of(folder.file("none.lab")), "this lab does not exist");
  EXPECT_FALSE(std::filesystem::exists(folder.file("none.lab")));
  test_support::write_file(folder.file("text"), "some text of another kind, which is longer than a head of SQLite\n");
  expect_refusal(settings_of(folder.file("text")), "not a Ringside lab");
}

TEST(OpenedLab, ThatWasReplacedIsNotCurrent) {
  const test_support::LabOnDisk lab;
  const test_support::LabOnDisk other;
  const auto opened = OpenedLab::open(settings_of(lab.path()));
  ASSERT_TRUE(opened);
  std::filesystem::rename(other.path(), lab.path());
  EXPECT_FALSE((*opened)->is_current());
  EXPECT_TRUE((*opened)->is_of_this_process());
}

TEST(OpenedLab, ThatTheEffectiveUserMayNotWriteIsReadAndFollowsTheFile) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can become somebody else";
  test_support::LabOnDisk lab;
  std::filesystem::permissions(lab.file(""), std::filesystem::perms{0755});
  std::filesystem::permissions(lab.path(), std::filesystem::perms{0644});
  constexpr uid_t nobody = 65534;
  ASSERT_EQ(::seteuid(nobody), 0);
  const auto opened = OpenedLab::open(settings_of(lab.path()));
  ASSERT_TRUE(opened) << opened.error().explanation;
  EXPECT_TRUE((*opened)->lab().is_read_only());
  EXPECT_TRUE((*opened)->is_current());
  ASSERT_EQ(::seteuid(0), 0);
  lab.must("RACDCERT ADDRING(NEW)");
  ASSERT_EQ(::seteuid(nobody), 0);
  EXPECT_FALSE((*opened)->is_current());
  Settings lenient = settings_of(lab.path());
  lenient.lenient = true;
  const auto again = OpenedLab::open(lenient);
  ASSERT_EQ(::seteuid(0), 0);
  ASSERT_TRUE(again) << again.error().explanation;
  EXPECT_TRUE((*again)->service().get_ring_info("IBMUSER", "NEW").has_value());
}

}  // namespace
}  // namespace ringside::connectors
