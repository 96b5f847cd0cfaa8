// tests/twin/compare/record_key_test.cpp - what tells records from each other, and which fields are compared.
#include "twin/compare/record_key.hpp"

#include <gtest/gtest.h>

namespace ringside::twin {
namespace {

TEST(RecordKey, AProfileIsNamedByItsNameAndARepeatGroupByMore) {
  EXPECT_EQ(record_name(Record("0200 SRV      2020-01-01 IBMUSER")), "SRV");
  EXPECT_EQ(record_name(Record("0205 SRV      SYS1     2020-01-01 IBMUSER")), "SRV SYS1");
  EXPECT_NE(record_key(Record("0205 SRV      SYS1")), record_key(Record("0205 SRV      SYS2")));
  EXPECT_EQ(record_key(Record("0200 SRV      2020-01-01 A")), record_key(Record("0200 SRV      2021-01-01 B")));
}

TEST(RecordKey, AnUnknownTypeIsItsWholeLine) {
  EXPECT_EQ(record_key(Record("9999 ABC")), "9999 ABC");
  EXPECT_EQ(record_name(Record("9999 ABC")), "9999 ABC");
}

TEST(RecordKey, EveryLayoutHasAKeyAndOnlyOtherFieldsAreCompared) {
  for (const Layout& layout : layouts()) {
    ASSERT_GE(layout.fields.size(), 2U) << layout.type;
    EXPECT_FALSE(is_compared(layout, layout.fields[0])) << layout.type;
    EXPECT_FALSE(is_compared(layout, layout.fields[1])) << layout.type;
  }
}

TEST(RecordKey, StatisticsAreNotCompared) {
  const Layout& user = *find_layout("0200");
  for (const Field& each : user.fields) {
    if (each.name == "USBD_LASTJOB_DATE" || each.name == "USBD_CREATE_DATE" || each.name == "USBD_REVOKE_CNT") {
      EXPECT_FALSE(is_compared(user, each)) << each.name;
    }
    if (each.name == "USBD_OWNER_ID" || each.name == "USBD_REVOKE_DATE") {
      EXPECT_TRUE(is_compared(user, each)) << each.name;
    }
  }
}

}  // namespace
}  // namespace ringside::twin
