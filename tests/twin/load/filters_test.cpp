// tests/twin/load/filters_test.cpp - name filters and identity mappings of an unload.
#include "twin/load/filters.hpp"

#include <gmock/gmock.h>

#include "tests/twin/load/site.hpp"

namespace ringside::twin {
namespace {

using test_support::Site;
using test_support::Twin;
using testing::HasSubstr;

RecordLine filter(const std::string& user, const std::string& label, const std::string& names) {
  RecordLine line("0508");
  line.text("GRFLTR_NAME", "CN=x").text("GRFLTR_CLASS_NAME", "DIGTNMAP").text("GRFLTR_LABEL", label);
  return line.text("GRFLTR_STATUS", "TRUST").text("GRFLTR_USER", user).text("GRFLTR_CREATE_NAME", names);
}

TEST(LoadedFilters, BelongToTheirUserOrHaveCriteria) {
  Site site;
  site.add(filter("IZUSVR", "one", "O=Site\u00a2OU=People"));
  site.add(filter("APPLID=&APPLID", "two", "\u00a2O=Other"));
  Twin twin(site);
  ASSERT_TRUE(twin.report()) << twin.report().error();
  EXPECT_EQ(twin.report()->filters, 2U);
  const auto one = twin.database().filters.by_label("IZUSVR", "one");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->issuer_filter, "O=Site");
  EXPECT_EQ(one->subject_filter, "OU=People");
  EXPECT_TRUE(one->trusted);
  EXPECT_EQ(twin.database().filters.by_label("irrmulti", "two")->criteria, "APPLID=&APPLID");
  EXPECT_THAT(twin.shown("RACDCERT ID(IZUSVR) LISTMAP"), HasSubstr("OU=People"));
}

TEST(LoadedFilters, ThatCannotBeKeptAreTold) {
  Site site;
  site.add(filter("IZUSVR", "", "O=a\u00a2"));
  site.add(filter("", "x", "O=b\u00a2"));
  site.add(filter("IZUSVR", "y", "O=c\u00a2"));
  site.add(filter("IZUSVR", "y", "O=d\u00a2"));
  site.add(filter("IBMUSER", "z", "O=c\u00a2"));
  Twin twin(site);
  EXPECT_EQ(twin.remarks("filter left out"), 4U);
  EXPECT_EQ(twin.database().filters.all().size(), 1U);
}

TEST(LoadedMappings, GiveDistributedIdentitiesTheirUser) {
  Site site;
  site.add(RecordLine("0500")
               .text("GRBD_NAME", "jdoe\u00a2ldap://h")
               .text("GRBD_CLASS_NAME", "IDIDMAP")
               .text("GRBD_OWNER_ID", "IBMUSER"));
  RecordLine line("0509");
  line.text("GRDMAP_NAME", "jdoe\u00a2ldap://h").text("GRDMAP_CLASS_NAME", "IDIDMAP").text("GRDMAP_LABEL", "J");
  site.add(line.text("GRDMAP_USER", "IZUSVR").text("GRDMAP_DIDREG", "ldap://h"));
  Twin twin(site);
  EXPECT_THAT(twin.shown("RACMAP ID(IZUSVR) LISTMAP"), HasSubstr("jdoe"));
  EXPECT_THAT(twin.shown("RACMAP ID(IZUSVR) LISTMAP"), HasSubstr("ldap://h"));
}

}  // namespace
}  // namespace ringside::twin
