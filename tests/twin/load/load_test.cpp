// tests/twin/load/load_test.cpp - a site's database becomes a system of a lab.
#include "twin/load/load.hpp"

#include <gmock/gmock.h>

#include "tests/twin/load/site.hpp"

namespace ringside::twin {
namespace {

using test_support::Site;
using test_support::SiteCertificate;
using test_support::Twin;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Load, GivesUsersGroupsAndConnectionsAsTheUnloadSays) {
  Site site;
  site.group("OPS", "SYS1");
  site.add(
      RecordLine("0102").text("GPMEM_NAME", "OPS").text("GPMEM_MEMBER_ID", "IZUSVR").text("GPMEM_AUTH", "CONNECT"));
  site.add(RecordLine("0205")
               .text("USCON_NAME", "IZUSVR")
               .text("USCON_GRP_ID", "OPS")
               .text("USCON_UACC", "READ")
               .flag("USCON_GRP_SPECIAL", true));
  site.add(RecordLine("0202").text("USCLA_NAME", "IZUSVR").text("USCLA_CLASS", "DIGTCERT"));
  site.add(RecordLine("0270")
               .text("USOMVS_NAME", "IZUSVR")
               .text("USOMVS_UID", "0000000990")
               .text("USOMVS_HOME_PATH", "/var/zosmf"));
  Twin twin(site);
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_EQ(twin.report()->records.at("0200"), 5U);
  EXPECT_THAT(twin.shown("LISTUSER IZUSVR OMVS"), HasSubstr("CLASS AUTHORIZATIONS=DIGTCERT"));
  EXPECT_THAT(twin.shown("LISTUSER IZUSVR OMVS"), HasSubstr("UID= 0000000990"));
  EXPECT_THAT(twin.shown("LISTUSER IZUSVR OMVS"), HasSubstr("HOME= /var/zosmf"));
  const auto connection = twin.database().connections.find("IZUSVR", "OPS");
  ASSERT_TRUE(connection);
  EXPECT_EQ(connection->authority, "CONNECT");
  EXPECT_EQ(connection->uacc, "READ");
  EXPECT_TRUE(connection->attributes.contains("SPECIAL"));
}

TEST(Load, TakesTheSameFromEveryFormOfTheFile) {
  Site site;
  site.certificate({"IZUSVR", "A label"});
  Twin text(site.text()), crlf(site.text("\r\n")), described(site.described());
  const auto items = [](Twin& twin) {
    std::string all;
    for (const auto& kind : database::item_kinds()) {
      auto inventory = twin.lab().inventory(kind);
      while (const auto item = inventory.next()) {
        all += item->name;
        for (const auto& field : item->fields) all += "|" + field;
      }
    }
    return all;
  };
  EXPECT_EQ(items(text), items(crlf));
  EXPECT_EQ(items(text), items(described));
}

TEST(Load, GivesProfilesWithTheirAccessLists) {
  Site site;
  site.add(RecordLine("0500")
               .text("GRBD_NAME", "IRR.DIGTCERT.LISTRING")
               .text("GRBD_CLASS_NAME", "FACILITY")
               .text("GRBD_UACC", "NONE"));
  site.add(RecordLine("0505")
               .text("GRACC_NAME", "IRR.DIGTCERT.LISTRING")
               .text("GRACC_CLASS_NAME", "FACILITY")
               .text("GRACC_AUTH_ID", "IZUSVR")
               .text("GRACC_ACCESS", "READ"));
  site.add(RecordLine("0507")
               .text("GRCACC_NAME", "IRR.DIGTCERT.LISTRING")
               .text("GRCACC_CLASS_NAME", "FACILITY")
               .text("GRCACC_CATYPE", "PROGRAM")
               .text("GRCACC_CANAME", "PGM")
               .text("GRCACC_AUTH_ID", "*")
               .text("GRCACC_ACCESS", "UPDATE"));
  site.add(RecordLine("0400").text("DSBD_NAME", "SYS1.**").flag("DSBD_GENERIC", true).text("DSBD_UACC", "READ"));
  site.add(
      RecordLine("0404").text("DSACC_NAME", "SYS1.**").text("DSACC_AUTH_ID", "IZUSVR").text("DSACC_ACCESS", "ALTER"));
  Twin twin(site);
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_EQ(twin.database().resources.access_list("FACILITY", "IRR.DIGTCERT.LISTRING").front().id, "IZUSVR");
  ASSERT_EQ(twin.database().resources.conditional_access("FACILITY", "IRR.DIGTCERT.LISTRING").size(), 1U);
  EXPECT_EQ(twin.database().resources.conditional_access("FACILITY", "IRR.DIGTCERT.LISTRING").front().element, "PGM");
  EXPECT_THAT(twin.shown("LISTDSD DATASET('SYS1.**') AUTHUSER GENERIC"), HasSubstr("IZUSVR"));
}

TEST(Load, CountsTypesThatItDoesNotKnow) {
  Site site;
  site.add_line("0999 SOMETHING");
  site.add_line("05Z9 MORE");
  Twin twin(site);
  EXPECT_EQ(twin.report()->unknown, 2U);
}

TEST(Load, LeavesOutRecordsThatHaveNoTypeOrName) {
  Site site;
  site.add_line("    ");
  site.add_line("01");
  site.add_line("0200");
  Twin twin(site);
  EXPECT_EQ(twin.remarks("record left out"), 3U);
  EXPECT_EQ(twin.database().load_remarks.all().front().item, "record 12");
}

TEST(Load, PutsAGroupOfACycleBelowSys1) {
  Site site;
  site.group("A", "B");
  site.group("B", "A");
  site.group("SELF", "SELF");
  Twin twin(site);
  EXPECT_EQ(twin.remarks("cycle of groups"), 2U);
  EXPECT_EQ(twin.database().groups.find("SELF")->superior, "SYS1");
}

TEST(Load, LeavesOutConnectionsAndAccessOfWhatIsNotThere) {
  Site site;
  site.add(RecordLine("0205").text("USCON_NAME", "NOBODY").text("USCON_GRP_ID", "SYS1"));
  site.add(RecordLine("0505")
               .text("GRACC_NAME", "NOTHING")
               .text("GRACC_CLASS_NAME", "FACILITY")
               .text("GRACC_AUTH_ID", "IZUSVR")
               .text("GRACC_ACCESS", "READ"));
  Twin twin(site);
  EXPECT_EQ(twin.remarks("connection of nobody"), 1U);
  EXPECT_EQ(twin.remarks("access without profile"), 1U);
  EXPECT_TRUE(twin.lab().damages().empty());
}

TEST(Load, RefusesAFileWithoutUsersAndLeavesTheLabAsItIs) {
  Twin twin(std::string("0100 SYS1\n"));
  ASSERT_FALSE(twin.report());
  EXPECT_THAT(twin.report().error(), HasSubstr("no user"));
  EXPECT_FALSE(twin.lab().systems().find("SYSA"));
}

TEST(Load, RefusesASystemThatTheLabHas) {
  Site site;
  Twin twin(site);
  LoadOptions options;
  options.unload = "/dev/null";
  options.system = {"SYSA", "zos", "PLEX", "", 0};
  EXPECT_FALSE(load(twin.lab(), options));
}

TEST(Load, EndsWithTheLabAsItWasWhenItIsInterrupted) {
  Site site;
  for (int n = 0; n < 5'000; ++n) site.add_line("0101 SYS1     GROUP");
  LoadOptions options;
  options.goes_on = [](double) { return false; };
  Twin twin(site, options);
  ASSERT_FALSE(twin.report());
  EXPECT_THAT(twin.report().error(), HasSubstr("interrupted"));
  EXPECT_FALSE(twin.lab().systems().find("SYSA"));
}

TEST(Load, AssumesTheClassesOfThePreparedSystemAndNamesThem) {
  Twin twin{Site()};
  EXPECT_THAT(twin.report()->assumed_classes, testing::Contains("RDATALIB"));
  EXPECT_TRUE(twin.database().classes.has("DIGTCERT", "CLASSACT"));
}

TEST(Load, TakesTheClassesOfAListing) {
  LoadOptions options;
  options.setropts = "ACTIVE CLASSES = DATASET USER GROUP FACILITY DIGTCERT\nSETR RACLIST CLASSES = DIGTCERT\n";
  Site site;
  site.certificate({"IZUSVR", "one"});
  Twin twin(site, options);
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_TRUE(twin.report()->assumed_classes.empty());
  EXPECT_TRUE(twin.database().classes.has("DIGTCERT", "RACLIST"));
  EXPECT_FALSE(twin.database().classes.has("RDATALIB", "CLASSACT"));
  EXPECT_EQ(twin.database().in_storage.certificates_of("IZUSVR").size(), 1U);
}

}  // namespace
}  // namespace ringside::twin
