// tests/emulator/database/users_test.cpp - users, groups, connections and segments.
#include "emulator/database/users.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr base::Instant created{std::chrono::seconds{1'368'748'800}};

class UsersTest : public TwoDatabases {
 protected:
  UsersTest() {
    here_.groups.put({"SYS1", "", "IBMUSER", {}, "", created});
    here_.groups.put({"IZUADMIN", "SYS1", "IBMUSER", {"UNIVERSAL"}, "z/OSMF administrators", created});
    here_.users.put({"IZUSVR", "z/OSMF server", "IZUADMIN", "IBMUSER", {"RESTRICTED", "PROTECTED"}, "data", created});
  }
};

TEST_F(UsersTest, EveryColumnOfAUserComesBack) {
  const auto user = here_.users.find("IZUSVR");
  ASSERT_TRUE(user);
  EXPECT_EQ(user->full_name, "z/OSMF server");
  EXPECT_EQ(user->default_group, "IZUADMIN");
  EXPECT_EQ(user->owner, "IBMUSER");
  EXPECT_THAT(user->attributes, ElementsAre("PROTECTED", "RESTRICTED"));
  EXPECT_EQ(user->data, "data");
  EXPECT_EQ(user->created, created);
  EXPECT_FALSE(there_.users.find("IZUSVR"));
}

TEST_F(UsersTest, PuttingAUserAgainReplacesItButNotItsDateOfCreation) {
  auto user = *here_.users.find("IZUSVR");
  user.full_name = "renamed";
  user.created += std::chrono::hours{1};
  here_.users.put(user);
  EXPECT_EQ(here_.users.all().size(), 1u);
  EXPECT_EQ(here_.users.find("IZUSVR")->full_name, "renamed");
  EXPECT_EQ(here_.users.find("IZUSVR")->created, created);
}

TEST_F(UsersTest, EveryColumnOfAGroupComesBack) {
  const auto group = here_.groups.find("IZUADMIN");
  ASSERT_TRUE(group);
  EXPECT_EQ(group->superior, "SYS1");
  EXPECT_EQ(group->owner, "IBMUSER");
  EXPECT_THAT(group->attributes, ElementsAre("UNIVERSAL"));
  EXPECT_EQ(group->data, "z/OSMF administrators");
  EXPECT_EQ(group->created, created);
  EXPECT_THAT(here_.groups.subgroups("SYS1"), ElementsAre("IZUADMIN"));
  EXPECT_EQ(here_.groups.all().front().name, "IZUADMIN") << "by name";
}

TEST_F(UsersTest, AConnectionIsSeenFromBothSides) {
  here_.connections.put({"IZUSVR", "SYS1", "CONNECT", "READ", "IBMUSER", {"SPECIAL"}, created});
  here_.connections.put({"IZUSVR", "IZUADMIN", "USE", "NONE", "IBMUSER", {}, created});
  const auto connection = here_.connections.find("IZUSVR", "SYS1");
  ASSERT_TRUE(connection);
  EXPECT_EQ(connection->authority + connection->uacc + connection->owner, "CONNECTREADIBMUSER");
  EXPECT_THAT(connection->attributes, ElementsAre("SPECIAL"));
  EXPECT_EQ(here_.connections.of_user("IZUSVR").front().group, "IZUADMIN") << "by group";
  EXPECT_EQ(here_.connections.of_group("SYS1").size(), 1u);
  here_.connections.remove("IZUSVR", "SYS1");
  EXPECT_FALSE(here_.connections.find("IZUSVR", "SYS1"));
}

TEST_F(UsersTest, AConnectionNeedsItsUserAndItsGroup) {
  EXPECT_THROW(here_.connections.put({"NOBODY", "SYS1", "USE", "NONE", "IBMUSER", {}, created}), base::Fault);
  EXPECT_THROW(here_.connections.put({"IZUSVR", "NOGROUP", "USE", "NONE", "IBMUSER", {}, created}), base::Fault);
}

TEST_F(UsersTest, RemovingAUserTakesItsConnectionsButAGroupInUseStays) {
  here_.connections.put({"IZUSVR", "SYS1", "USE", "NONE", "IBMUSER", {}, created});
  EXPECT_THROW(here_.groups.remove("SYS1"), base::Fault);
  here_.users.remove("IZUSVR");
  EXPECT_THAT(here_.connections.of_group("SYS1"), IsEmpty());
  EXPECT_NO_THROW(here_.groups.remove("SYS1"));
}

TEST_F(UsersTest, SegmentsKeepTheirFieldsApart) {
  Segments& segments = here_.segments;
  segments.put("USER", "IZUSVR", "OMVS", "UID", "9010");
  segments.put("USER", "IZUSVR", "OMVS", "HOME", "/u/izusvr");
  segments.put("USER", "IZUSVR", "TSO", "PROC", "IKJACCNT");
  segments.put("GROUP", "IZUSVR", "OMVS", "GID", "9003");
  segments.put("USER", "IZUSVR", "OMVS", "UID", "9011");
  const auto all = segments.all("USER", "IZUSVR");
  EXPECT_EQ(all.size(), 2u);
  EXPECT_EQ(all.at("OMVS"), (Segments::Fields{{"HOME", "/u/izusvr"}, {"UID", "9011"}}));

  segments.remove_field("USER", "IZUSVR", "OMVS", "HOME");
  segments.remove("USER", "IZUSVR", "TSO");
  EXPECT_EQ(segments.all("USER", "IZUSVR"),
            (std::map<std::string, Segments::Fields>{{"OMVS", Segments::Fields{{"UID", "9011"}}}}));
  segments.remove_all("USER", "IZUSVR");
  EXPECT_THAT(segments.all("USER", "IZUSVR"), IsEmpty());
  EXPECT_EQ(segments.all("GROUP", "IZUSVR").size(), 1u);
}

TEST_F(UsersTest, TheValuesOfAFieldAreThoseOfItsClass) {
  here_.segments.put("USER", "A", "OMVS", "UID", "1");
  here_.segments.put("USER", "B", "OMVS", "UID", "2");
  here_.segments.put("USER", "B", "OMVS", "GID", "3");
  there_.segments.put("USER", "C", "OMVS", "UID", "4");
  EXPECT_THAT(here_.segments.values("USER", "OMVS", "UID"), UnorderedElementsAre("1", "2"));
}

TEST(Words, AreSortedAndComeBack) {
  EXPECT_EQ(join_words({"SPECIAL", "AUDITOR"}), "AUDITOR SPECIAL");
  EXPECT_THAT(split_words("AUDITOR SPECIAL"), ElementsAre("AUDITOR", "SPECIAL"));
  EXPECT_THAT(split_words(""), IsEmpty());
}

}  // namespace
}  // namespace ringside::database
