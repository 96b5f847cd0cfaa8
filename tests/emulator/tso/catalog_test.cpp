// tests/emulator/tso/catalog_test.cpp - DELETE, LISTCAT, LISTDS and RENAME.
#include "emulator/tso/catalog.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/racf_lab.hpp"

namespace ringside::tso {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class TsoCatalog : public testing::Test {
 protected:
  std::vector<std::string> names() { return lab_.session().data_sets.names(); }
  test_support::RacfLab lab_;
};

TEST_F(TsoCatalog, DeleteTakesAQuotedNameAsItIsAndAnotherBehindThePrefix) {
  lab_.put_text("SITE.CERT", "x\n");
  lab_.put_text("IBMUSER.CERT", "x\n");
  EXPECT_EQ(lab_.shown("DELETE 'SITE.CERT'"), "IDC0550I ENTRY (A) SITE.CERT DELETED\n");
  EXPECT_EQ(lab_.shown("del cert purge"), "IDC0550I ENTRY (A) IBMUSER.CERT DELETED\n");
  EXPECT_THAT(names(), ElementsAre());
}

TEST_F(TsoCatalog, DeleteTakesSeveralNamesAndSaysWhichAreMissing) {
  lab_.put_text("SITE.A", "x\n");
  const auto result = lab_.run("DELETE ('SITE.GONE' 'SITE.A') NONVSAM");
  EXPECT_EQ(result.return_code, 8);
  EXPECT_THAT(test_support::message_ids(result),
              ElementsAre("IDC3012I", "IDC3009I", "IDC0551I", "IDC0550I", "IDC0014I"));
  EXPECT_THAT(names(), ElementsAre());
}

TEST_F(TsoCatalog, DeleteRefusesWhatItDoesNotKnow) {
  lab_.put_text("SITE.A", "x\n");
  EXPECT_EQ(lab_.run("DELETE 'SITE.A' CLUSTER").return_code, 12);
  EXPECT_EQ(lab_.run("DELETE").return_code, 12);
  EXPECT_THAT(lab_.shown("DELETE 'SITE.*'"), HasSubstr("IKJ56709I INVALID DATA SET NAME, 'SITE.*'"));
  EXPECT_THAT(names(), ElementsAre("SITE.A"));
}

// The layout is that of captured sessions.
TEST_F(TsoCatalog, ListdsShowsTheAttributesOfADataSet) {
  lab_.put_text("IBMUSER.CERT", "x\n");
  EXPECT_EQ(lab_.shown("LISTDS CERT"),
            "IBMUSER.CERT\n--RECFM-LRECL-BLKSIZE-DSORG\n  VB    84    27998   PS\n--VOLUMES--\n  LABV01\n");
  lab_.must("ALLOCATE FILE(JCL) DATASET('SITE.JCL') NEW RECFM(F B) LRECL(80)");
  EXPECT_THAT(lab_.shown("listd 'site.jcl'"), HasSubstr("\n  FB    80    27920   PS\n"));
}

TEST_F(TsoCatalog, ListdsSaysWhichDataSetIsMissing) {
  lab_.put_text("SITE.A", "x\n");
  const auto result = lab_.run("LISTDS ('SITE.GONE' 'SITE.A')");
  EXPECT_EQ(result.return_code, 12);
  EXPECT_EQ(result.shown()[0], "SITE.GONE");
  EXPECT_EQ(result.shown()[1], "IKJ58503I DATA SET 'SITE.GONE' NOT IN CATALOG");
  EXPECT_EQ(result.shown()[2], "SITE.A");
  EXPECT_EQ(lab_.shown("LISTDS '1'"), "IKJ56709I INVALID DATA SET NAME, '1'\n");
  EXPECT_EQ(lab_.run("LISTDS '1'").return_code, 12);
}

TEST_F(TsoCatalog, ListcatShowsEntriesAndLevels) {
  for (const char* name : {"IBMUSER.A", "SITE.A.X", "SITE.A.Y", "SITE.B"}) lab_.put_text(name, "x\n");
  EXPECT_EQ(lab_.shown("LISTCAT ENTRIES(A 'SITE.B')"),
            "NONVSAM ------- IBMUSER.A\n     IN-CAT --- CATALOG.MASTER\n"
            "NONVSAM ------- SITE.B\n     IN-CAT --- CATALOG.MASTER\n");
  EXPECT_EQ(lab_.shown("listc lvl(site.a)"),
            "NONVSAM ------- SITE.A.X\n     IN-CAT --- CATALOG.MASTER\n"
            "NONVSAM ------- SITE.A.Y\n     IN-CAT --- CATALOG.MASTER\n");
  EXPECT_EQ(lab_.shown("LISTCAT"), "IN CATALOG:CATALOG.MASTER\nIBMUSER.A\n");
}

TEST_F(TsoCatalog, ListcatSaysWhatIsMissing) {
  const auto result = lab_.run("LISTCAT ENT('SITE.GONE')");
  EXPECT_EQ(result.return_code, 4);
  EXPECT_THAT(result.shown(), ElementsAre("IDC3012I ENTRY SITE.GONE NOT FOUND+",
                                          "IDC3009I ** VSAM CATALOG RETURN CODE IS 8 - REASON CODE IS IGG0CLEG-42",
                                          "IDC1566I ** SITE.GONE NOT LISTED", "IDC0014I LASTCC=4"));
}

class TsoMembers : public TsoCatalog {
 protected:
  TsoMembers() {
    host::DataSets& data_sets = lab_.session().data_sets;
    data_sets.put({"IBMUSER.LIB", "FB", 80, {}, true});
    for (const std::string name : {"TWO", "ONE"}) data_sets.put({"IBMUSER.LIB(" + name + ")", "FB", 80, {{0xc1}}});
  }
  std::vector<std::string> members() { return lab_.session().data_sets.members("IBMUSER.LIB"); }
};

// The layouts are those of captured sessions.
TEST_F(TsoMembers, ListdsListsThem) {
  const std::string attributes =
      "IBMUSER.LIB\n--RECFM-LRECL-BLKSIZE-DSORG\n  FB    80    27920   PO\n--VOLUMES--\n  LABV01\n";
  EXPECT_EQ(lab_.shown("LISTDS LIB"), attributes);
  EXPECT_EQ(lab_.shown("LISTDS 'IBMUSER.LIB' MEMBERS"), attributes + "--MEMBERS--\n  ONE\n  TWO\n");
  EXPECT_THAT(lab_.shown("LISTCAT"), HasSubstr("IBMUSER.LIB\n"));
}

TEST_F(TsoMembers, DeleteTakesOneOrTheWholeLibrary) {
  EXPECT_EQ(lab_.shown("DELETE LIB(ONE)"), "IDC0549I MEMBER ONE DELETED\n");
  EXPECT_EQ(
      lab_.shown("DELETE 'IBMUSER.LIB(ONE)'"),
      "IDC3302I  ACTION ERROR ON IBMUSER.LIB\nIDC3330I ** ONE      NOT FOUND\nIDC0548I ** MEMBER ONE NOT DELETED\n"
      "IDC0014I LASTCC=8\n");
  EXPECT_EQ(lab_.run("DELETE 'NO.LIB(ONE)'").return_code, 8);
  EXPECT_THAT(members(), ElementsAre("TWO"));
  EXPECT_EQ(lab_.shown("DELETE LIB"), "IDC0550I ENTRY (A) IBMUSER.LIB DELETED\n");
  EXPECT_THAT(members(), ElementsAre());
}

TEST_F(TsoMembers, RenameGivesDataSetsAndMembersANewName) {
  EXPECT_EQ(lab_.shown("RENAME LIB(ONE) (NEW)"), "");
  EXPECT_EQ(lab_.shown("RENAME 'IBMUSER.LIB(TWO)' LIB(OTHER)"), "");
  EXPECT_THAT(members(), ElementsAre("NEW", "OTHER"));
  EXPECT_EQ(lab_.shown("RENAME LIB 'SITE.LIB'"), "");
  EXPECT_THAT(names(), ElementsAre("SITE.LIB"));
  EXPECT_THAT(lab_.session().data_sets.members("SITE.LIB"), ElementsAre("NEW", "OTHER"));
  EXPECT_EQ(lab_.shown("REN LIB 'SITE.X'"), "RSD387I RENAME: IBMUSER.LIB: IT IS NOT IN THE CATALOG\n");
  EXPECT_EQ(lab_.shown("RENAME 'SITE.LIB(NEW)' 'SITE.LIB(OTHER)'"),
            "RSD387I RENAME: SITE.LIB(OTHER): IT EXISTS ALREADY\n");
  EXPECT_EQ(lab_.run("RENAME 'SITE.LIB(NEW)' 'SITE.X'").return_code, 12);
  EXPECT_THAT(names(), ElementsAre("SITE.LIB"));
}

TEST_F(TsoMembers, TakeTheirPrefixFromProfile) {
  lab_.must("PROFILE PREFIX(SITE)");
  EXPECT_THAT(lab_.shown("LISTDS LIB"), HasSubstr("SITE.LIB"));
  lab_.must("PROFILE NOPREFIX");
  EXPECT_EQ(lab_.shown("DELETE IBMUSER.LIB(ONE)"), "IDC0549I MEMBER ONE DELETED\n");
}

}  // namespace
}  // namespace ringside::tso
