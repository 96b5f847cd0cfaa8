// tests/emulator/tso/session_commands_test.cpp - PROFILE and TIME.
#include "emulator/tso/session_commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::Contains;
using testing::HasSubstr;

class TsoSession : public testing::Test {
 protected:
  bool has(const std::string& name) { return lab_.session().data_sets.find(name).has_value(); }
  test_support::RacfLab lab_;
};

TEST_F(TsoSession, PrefixBeginsUnquotedDataSetNames) {
  lab_.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA')");
  const std::string to = "RACDCERT CERTAUTH EXPORT(LABEL('CA')) FORMAT(CERTB64) DSN(";
  lab_.must(to + "ONE)");
  EXPECT_TRUE(has("IBMUSER.ONE"));
  lab_.must("PROFILE PREFIX(SITE)");
  lab_.must(to + "TWO)");
  EXPECT_TRUE(has("SITE.TWO"));
  lab_.must(to + "'SITE.FULL')");
  EXPECT_TRUE(has("SITE.FULL"));
  lab_.must("PROF NOPREFIX");
  lab_.must(to + "THREE.CERT)");
  EXPECT_TRUE(has("THREE.CERT"));
  EXPECT_THAT(lab_.shown("PROFILE LIST"), HasSubstr(" NOPREFIX PLANGUAGE(ENU)"));
  lab_.must("PROFILE PREFIX(IBMUSER)");
  EXPECT_THAT(lab_.shown("PROFILE"), HasSubstr("IKJ56688I CHAR(0) LINE(0) "));
  EXPECT_THAT(lab_.shown("PROFILE LIST"), HasSubstr(" PREFIX(IBMUSER) "));
}

TEST_F(TsoSession, PrefixBeginsTheNamesOfDataSetProfiles) {
  lab_.must("PROFILE PREFIX(SYS1)");
  lab_.must("ADDSD SECRET.** UACC(NONE)");
  EXPECT_EQ(lab_.run("LISTDSD DATASET('SYS1.SECRET.**')").return_code, 0);
}

TEST_F(TsoSession, OtherOperandsOfProfileAreRemarkedOn) {
  const auto result = lab_.run("PROFILE NOMSGID PREFIX(SITE)");
  EXPECT_EQ(result.return_code, 0);
  EXPECT_THAT(result.diagnostics, Contains("PROFILE: NOMSGID has no effect here"));
}

TEST_F(TsoSession, TimeIsTheLabs) {
  lab_.set_date("2024-09-04T09:42:15");
  EXPECT_EQ(lab_.shown("TIME"),
            "IKJ56650I TIME-09:42:15 AM. CPU-00:00:00 SERVICE-0 SESSION-00:00:00 SEPTEMBER 4,2024\n");
  lab_.set_date("2024-09-04T00:00:00");
  EXPECT_THAT(lab_.shown("TIME"), HasSubstr("TIME-12:00:00 AM."));
  lab_.set_date("2024-09-04T12:30:00");
  EXPECT_THAT(lab_.shown("TIME"), HasSubstr("TIME-12:30:00 PM."));
}

}  // namespace
}  // namespace ringside::tso
