// tests/emulator/database/resources_test.cpp - general resources, access lists, members, class options.
#include "emulator/database/resources.hpp"

#include <gmock/gmock.h>

#include "base/fault.hpp"
#include "tests/emulator/database/two_databases.hpp"

namespace ringside::database {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ResourcesTest : public TwoDatabases {
 protected:
  void define(const std::string& name) {
    Resource resource;
    resource.profile_class = "FACILITY";
    resource.name = name;
    here_.resources.put(resource);
  }
  std::string access(const std::string& name) {
    std::string text;
    for (const Access& entry : here_.resources.access_list("FACILITY", name))
      text += entry.id + "=" + entry.access + " ";
    return text;
  }
};

TEST_F(ResourcesTest, EveryColumnComesBack) {
  Resource written;
  written.profile_class = "FACILITY";
  written.name = "IRR.DIGTCERT.*";
  written.generic = true;
  written.owner = "IBMUSER";
  written.uacc = "READ";
  written.level = 99;
  written.warning = true;
  written.application_data = "APPL";
  written.data = "DATA";
  written.notify = "ADMIN";
  written.audit = "ALL(READ)";
  written.created = base::Instant{std::chrono::seconds{1'368'748'800}};
  here_.resources.put(written);
  const auto read = here_.resources.find("FACILITY", "IRR.DIGTCERT.*");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->generic);
  EXPECT_EQ(read->owner, "IBMUSER");
  EXPECT_EQ(read->uacc, "READ");
  EXPECT_EQ(read->level, 99);
  EXPECT_TRUE(read->warning);
  EXPECT_EQ(read->application_data + read->data + read->notify + read->audit, "APPLDATAADMINALL(READ)");
  EXPECT_EQ(read->created, written.created);
  EXPECT_FALSE(there_.resources.find("FACILITY", "IRR.DIGTCERT.*"));
  EXPECT_FALSE(here_.resources.find("RDATALIB", "IRR.DIGTCERT.*"));
}

TEST_F(ResourcesTest, AClassIsListedByName) {
  define("B");
  define("A");
  std::vector<std::string> names;
  for (const Resource& each : here_.resources.all("FACILITY")) names.push_back(each.name);
  EXPECT_THAT(names, ElementsAre("A", "B"));
}

TEST_F(ResourcesTest, AnAccessListKeepsTheOrderOfPermits) {
  define("A");
  here_.resources.permit("FACILITY", "A", {"ZOE", "READ"});
  here_.resources.permit("FACILITY", "A", {"ADAM", "CONTROL"});
  here_.resources.permit("FACILITY", "A", {"ZOE", "UPDATE"});
  EXPECT_EQ(access("A"), "ZOE=UPDATE ADAM=CONTROL ");
  EXPECT_TRUE(here_.resources.withdraw("FACILITY", "A", "ZOE"));
  EXPECT_FALSE(here_.resources.withdraw("FACILITY", "A", "ZOE"));
  EXPECT_EQ(access("A"), "ADAM=CONTROL ");
  here_.resources.clear_access("FACILITY", "A");
  EXPECT_EQ(access("A"), "");
}

TEST_F(ResourcesTest, APermitNeedsItsProfile) {
  EXPECT_THROW(here_.resources.permit("FACILITY", "NONE", {"ADAM", "READ"}), base::Fault);
}

TEST_F(ResourcesTest, MembersAreASet) {
  define("A");
  for (const char* member : {"M2", "M1", "M2"}) here_.resources.add_member("FACILITY", "A", member);
  EXPECT_THAT(here_.resources.members("FACILITY", "A"), ElementsAre("M1", "M2"));
  here_.resources.remove_member("FACILITY", "A", "M1");
  EXPECT_THAT(here_.resources.members("FACILITY", "A"), ElementsAre("M2"));
}

TEST_F(ResourcesTest, RemovingAProfileTakesItsListsSoThatANewOneStartsEmpty) {
  define("A");
  here_.resources.permit("FACILITY", "A", {"ADAM", "READ"});
  here_.resources.add_member("FACILITY", "A", "M");
  here_.resources.remove("FACILITY", "A");
  define("A");
  EXPECT_EQ(access("A"), "");
  EXPECT_THAT(here_.resources.members("FACILITY", "A"), IsEmpty());
}

TEST_F(ResourcesTest, ReplacingAProfileKeepsItsLists) {
  define("A");
  here_.resources.permit("FACILITY", "A", {"ADAM", "READ"});
  define("A");
  EXPECT_EQ(access("A"), "ADAM=READ ");
}

TEST_F(ResourcesTest, AClassWithoutOptionsIsReturnedAsSuch) {
  EXPECT_THAT(here_.classes.find("DIGTCERT").options, IsEmpty());
  EXPECT_EQ(here_.classes.find("DIGTCERT").profile_class, "DIGTCERT");
  EXPECT_THAT(here_.classes.all(), IsEmpty());
}

TEST_F(ResourcesTest, ClassOptionsComeBack) {
  here_.classes.put({"DIGTRING", {"CLASSACT"}, 0});
  here_.classes.put({"DIGTCERT", {"RACLIST", "CLASSACT"}, 2});
  EXPECT_TRUE(here_.classes.has("DIGTCERT", "RACLIST"));
  EXPECT_FALSE(here_.classes.has("DIGTRING", "RACLIST"));
  EXPECT_FALSE(there_.classes.has("DIGTCERT", "RACLIST"));
  EXPECT_EQ(here_.classes.find("DIGTCERT").refreshes, 2);
  EXPECT_EQ(here_.classes.all().front().profile_class, "DIGTCERT") << "by name";
  here_.classes.put({"DIGTCERT", {}, 3});
  EXPECT_FALSE(here_.classes.has("DIGTCERT", "RACLIST"));
}

}  // namespace
}  // namespace ringside::database
