// tests/twin/records/resource_columns_test.cpp - audit options and members have columns of their own and come back.
#include "twin/records/resource_columns.hpp"

#include <gtest/gtest.h>

namespace ringside::twin {
namespace {

Record audited(const std::string& audit) {
  RecordLine line("0500");
  put_audit("GRBD", audit, line);
  return Record(line.line());
}

Record member(const std::string& profile_class, const std::string& profile, const std::string& text) {
  RecordLine line("0503");
  put_member(profile_class, profile, text, line);
  return Record(line.line());
}

TEST(ResourceColumnsTest, AuditHasALevelAndTwoQualifiers) {
  const Record both = audited("SUCCESS(UPDATE),FAILURES(READ)");
  EXPECT_EQ(both.text(field("GRBD_AUDIT_LEVEL")), "ALL");
  EXPECT_EQ(both.text(field("GRBD_AUDIT_OKQUAL")), "UPDATE");
  EXPECT_EQ(both.text(field("GRBD_AUDIT_FAQUAL")), "READ");
  EXPECT_EQ(audited("FAILURES(READ)").text(field("GRBD_AUDIT_LEVEL")), "FAIL");
  EXPECT_EQ(audited("FAILURES(READ)").text(field("GRBD_AUDIT_OKQUAL")), "");
}

TEST(ResourceColumnsTest, AuditComesBackAsItWas) {
  for (const char* audit :
       {"NONE", "ALL(READ)", "ALL(ALTER)", "SUCCESS(CONTROL)", "FAILURES(UPDATE)", "SUCCESS(UPDATE),FAILURES(READ)"})
    EXPECT_EQ(audit_in("GRBD", audited(audit)), audit);
  EXPECT_EQ(audit_in("GRBD", Record("0500 A")), "FAILURES(READ)");
}

TEST(ResourceColumnsTest, WhatSlashesPartInAMemberHasColumns) {
  const Record global = member("GLOBAL", "DATASET", "SYS1.HELP/READ");
  EXPECT_EQ(global.text(field("GRMEM_MEMBER")), "SYS1.HELP");
  EXPECT_EQ(global.text(field("GRMEM_GLOBAL_ACC")), "READ");
  const Record program = member("PROGRAM", "*", "SYS1.LINKLIB/SYSRES/NOPADCHK");
  EXPECT_EQ(program.text(field("GRMEM_MEMBER")), "SYS1.LINKLIB");
  EXPECT_EQ(program.text(field("GRMEM_VOL_NAME")), "SYSRES");
  EXPECT_EQ(program.text(field("GRMEM_PADS_DATA")), "NOPADCHK");
}

TEST(ResourceColumnsTest, AMemberComesBackAsItWas) {
  for (const char* text : {"SYS1.HELP/READ", "SYS1.HELP", "A/B"})
    EXPECT_EQ(member_in(member("GLOBAL", "DATASET", text)), text);
  for (const char* text : {"SYS1.LINKLIB/SYSRES/NOPADCHK", "SYS1.LINKLIB//NOPADCHK", "SYS1.LINKLIB/SYSRES", "A.B"})
    EXPECT_EQ(member_in(member("PROGRAM", "*", text)), text);
  EXPECT_EQ(member_in(member("SECDATA", "SECLEVEL", "SECRET/50")), "SECRET/50");
  EXPECT_EQ(member_in(member("GXFACILI", "CERTS", "A/B")), "A/B");
}

}  // namespace
}  // namespace ringside::twin
