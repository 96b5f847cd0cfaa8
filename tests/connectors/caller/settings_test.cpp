// tests/connectors/caller/settings_test.cpp - which lab, system and user a program that reads rings works with.
#include "connectors/caller/settings.hpp"

#include <map>

#include <gtest/gtest.h>

#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::connectors {
namespace {

Variables variables(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const std::string& name) -> std::optional<std::string> {
    const auto found = values.find(name);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  };
}

TEST(Settings, WithoutVariablesNameNoLabAndTheUserIbmuser) {
  const Settings settings = settings_from(variables({}));
  EXPECT_EQ(settings.lab, "");
  EXPECT_EQ(settings.system, "");
  EXPECT_EQ(settings.user, "IBMUSER");
  EXPECT_FALSE(settings.lenient);
  EXPECT_FALSE(settings.debug);
}

TEST(Settings, FoldUserAndSystemToUpperCase) {
  const Settings settings =
      settings_from(variables({{"RINGSIDE_LAB", "a.lab"}, {"RINGSIDE_SYSTEM", "sys1"}, {"RINGSIDE_USER", "izusvr"}}));
  EXPECT_EQ(settings.lab, "a.lab");
  EXPECT_EQ(settings.system, "SYS1");
  EXPECT_EQ(settings.user, "IZUSVR");
}

TEST(Settings, AreSwitchedOnByOneOnly) {
  EXPECT_TRUE(settings_from(variables({{"RINGSIDE_LENIENT", "1"}})).lenient);
  EXPECT_FALSE(settings_from(variables({{"RINGSIDE_LENIENT", "yes"}})).lenient);
  EXPECT_TRUE(settings_from(variables({{"RINGSIDE_DEBUG", "1"}})).debug);
  EXPECT_FALSE(settings_from(variables({{"RINGSIDE_DEBUG", ""}})).debug);
}

TEST(Settings, OfAFileHaveCommentsBlankLinesAndBlanksAroundTheEqualsSign) {
  const test_support::TemporaryDirectory folder;
  const std::string path = folder.path() / "pkcs11.conf";
  test_support::write_file(path, "# a lab\n\nRINGSIDE_LAB = /srv/x.lab\nnothing\nRINGSIDE_USER=IZUSVR\n");
  const Settings settings = settings_from(environment_and_file(path));
  EXPECT_EQ(settings.lab, "/srv/x.lab");
  EXPECT_EQ(settings.user, "IZUSVR");
}

TEST(Settings, OfAFileThatIsNotThereAreThoseOfTheEnvironment) {
  EXPECT_EQ(settings_from(environment_and_file("/no/such/file")).lab, "");
}

}  // namespace
}  // namespace ringside::connectors
