// tests/emulator/host/data_sets_test.cpp - names and systems of data sets.
#include "emulator/host/data_sets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/database/systems.hpp"

namespace ringside::host {
namespace {

using testing::ElementsAre;

TEST(DataSetNames, AQuotedNameStandsAndAnotherGetsThePrefix) {
  EXPECT_EQ(qualify("izu.ca", false, "ibmuser"), "IBMUSER.IZU.CA");
  EXPECT_EQ(qualify("izu.ca", true, "IBMUSER"), "IZU.CA");
  EXPECT_EQ(qualify("izu.ca", false, ""), "IZU.CA") << "PROFILE NOPREFIX";
}

TEST(HostDataSets, BelongToTheirSystem) {
  const base::FixedClock clock{base::Instant{}};
  lab::Lab lab("", clock);
  for (const char* name : {"SYSA", "SYSB"}) {
    database::SystemRecord record{name, "zos", "P", name, 0};
    lab.add_system(record);
  }
  DataSets here(lab, "SYSA");
  DataSets there(lab, "SYSB");
  here.put({"A.B", "VB", 84, {}});
  EXPECT_THAT(here.names(), ElementsAre("A.B"));
  EXPECT_TRUE(here.find("A.B"));
  EXPECT_FALSE(there.find("A.B"));
  EXPECT_FALSE(there.remove("A.B"));
  EXPECT_TRUE(here.remove("A.B"));
}

TEST(HostDataSets, AMemberHasTheFormatOfItsLibrary) {
  const base::FixedClock clock{base::Instant{}};
  lab::Lab lab("", clock);
  database::SystemRecord record{"SYSA", "zos", "P", "SYSA", 0};
  lab.add_system(record);
  DataSets data_sets(lab, "SYSA");
  data_sets.put({"A.LIB", "FB", 80, {}, true});
  data_sets.put({"A.LIB(M)", "FB", 80, {}});
  EXPECT_THAT(data_sets.members("A.LIB"), ElementsAre("M"));
  EXPECT_EQ(data_sets.format_of("A.LIB(NEW)")->record_length, 80);
  EXPECT_EQ(data_sets.format_of("A.LIB")->record_format, "FB");
  EXPECT_FALSE(data_sets.format_of("A.NONE(M)"));
  EXPECT_EQ(qualify("lib(m)", false, "ibmuser"), "IBMUSER.LIB(M)");
}

}  // namespace
}  // namespace ringside::host
