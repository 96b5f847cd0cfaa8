// tests/emulator/racf/racdcert/rings/rings_test.cpp - ADDRING, DELRING, CONNECT and REMOVE.
#include <gmock/gmock.h>

#include "tests/emulator/racf/racdcert/zosmf_lab.hpp"

namespace ringside::racf {
namespace {

using test_support::message_ids;
using test_support::ZosmfLab;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> ring_rows(ZosmfLab& lab) {
  std::vector<std::string> rows = lab.run("RACDCERT ID(IZUSVR) LISTRING(IZUKeyring.IZUDFLT)").shown();
  return {rows.begin() + 7, rows.end() - 1};
}

TEST(RacdcertAddring, RefusesARingThatExistsAndOwnersThatCannotHaveOne) {
  ZosmfLab lab;
  lab.must("RACDCERT ADDRING(R) ID(IZUSVR)");
  const auto again = lab.run("RACDCERT ID(IZUSVR) ADDRING(R)");
  EXPECT_EQ(again.return_code, 8);
  EXPECT_THAT(message_ids(again), ElementsAre("IRRD122I"));
  EXPECT_EQ(lab.run("RACDCERT ADDRING(R) CERTAUTH").shown().back(),
            "IRRD120I Incorrect use of CERTAUTH. A Certificate Authority cannot own a key ring.");
  EXPECT_EQ(lab.run("RACDCERT ADDRING(R) SITE").shown().back(),
            "IRRD120I Incorrect use of SITE. A Site Certificate cannot own a key ring.");
  EXPECT_EQ(lab.run("RACDCERT ADDRING(*) ID(IZUSVR)").return_code, 8);
}

TEST(RacdcertDelring, DeletesTheRingAndKeepsTheCertificates) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT DELRING(IZUKeyring.IZUDFLT) ID(IZUSVR)");
  EXPECT_THAT(lab.shown("RACDCERT CERTAUTH LIST(LABEL('zOSMFCA'))"), HasSubstr("    *** No rings associated ***"));
  const auto gone = lab.run("RACDCERT DELRING(IZUKeyring.IZUDFLT) ID(IZUSVR)");
  EXPECT_EQ(gone.return_code, 8);
  EXPECT_EQ(gone.shown().back(), "IRRD114I Ring IZUKeyring.IZUDFLT does not exist.");
}

TEST(RacdcertConnect, TakesUsageFromTheOwnerUnlessToldOtherwise) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('s')) WITHLABEL('s') SIZE(1024)");
  lab.must("RACDCERT ID(IZUSVR) CONNECT(SITE LABEL('s') RING(IZUKeyring.IZUDFLT))");
  EXPECT_THAT(ring_rows(lab)[2], HasSubstr("SITE           SITE         NO"));
  lab.must("RACDCERT ID(IZUSVR) CONNECT(SITE LABEL('s') RING(IZUKeyring.IZUDFLT) USAGE(PERSONAL))");
  EXPECT_THAT(ring_rows(lab)[2], HasSubstr("SITE           PERSONAL     NO"));
}

TEST(RacdcertConnect, MovesTheDefaultAndDropsItOnReconnection) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('zOSMFCA') RING(IZUKeyring.IZUDFLT) USAGE(PERSONAL) DEFAULT)");
  EXPECT_THAT(ring_rows(lab)[0], HasSubstr("PERSONAL     NO"));
  EXPECT_THAT(ring_rows(lab)[1], HasSubstr("PERSONAL     YES"));
  lab.must("RACDCERT ID(IZUSVR) CONNECT(CERTAUTH LABEL('zOSMFCA') RING(IZUKeyring.IZUDFLT))");
  EXPECT_THAT(ring_rows(lab)[1], HasSubstr("CERTAUTH     NO"));
}

TEST(RacdcertConnect, NamesWhatIsMissing) {
  ZosmfLab lab;
  lab.set_up();
  EXPECT_EQ(lab.run("RACDCERT ID(IZUSVR) CONNECT(LABEL('x'))").shown().back(),
            "IRRD121I A ring name and label name must be specified.");
  EXPECT_EQ(lab.run("RACDCERT ID(IZUSVR) CONNECT(ID(IZUSVR)) LABEL('LabelA') RING(RingA)").shown().back(),
            "IRRD121I A ring name and label name must be specified.");
  const auto no_ring = lab.run("RACDCERT ID(IZUSVR) CONNECT(LABEL('x') RING(izukeyring.izudflt))");
  EXPECT_EQ(no_ring.return_code, 8);
  EXPECT_EQ(no_ring.shown().back(), "IRRD114I Ring izukeyring.izudflt does not exist.");
  const auto no_label = lab.run("RACDCERT ID(IZUSVR) CONNECT(LABEL('x') RING(IZUKeyring.IZUDFLT))");
  EXPECT_EQ(no_label.return_code, 8);
  EXPECT_EQ(no_label.shown().back(), "IRRD107I No matching certificate was found for this user.");
}

TEST(RacdcertRemove, CutsTheNameOfTheRingSoThatTheMessageFitsOnALine) {
  ZosmfLab lab;
  const std::string name(237, 'R');
  lab.must("RACDCERT ID(IZUSVR) ADDRING(" + name + ")");
  const std::string in_ring = lab.run("RACDCERT ID(IZUSVR) REMOVE(LABEL('x') RING(" + name + "))").shown().back();
  EXPECT_EQ(in_ring.size(), 230u);
  EXPECT_EQ(in_ring, "IRRD116I Label x does not exist in ring " + std::string(173, 'R') + " for user IZUSVR.");
  EXPECT_EQ(lab.run("RACDCERT LISTRING(" + name + ")").shown().back(),
            "IRRD114I Ring " + std::string(200, 'R') + " does not exist.");
}

TEST(RacdcertRemove, TakesTheCertificateOffTheRingOnly) {
  ZosmfLab lab;
  lab.set_up();
  lab.must("RACDCERT REMOVE(CERTAUTH LABEL('zOSMFCA') RING(IZUKeyring.IZUDFLT)) ID(IZUSVR)");
  EXPECT_EQ(ring_rows(lab).size(), 1u);
  EXPECT_TRUE(lab.record("irrcerta", "zOSMFCA"));
  const auto again = lab.run("RACDCERT REMOVE(CERTAUTH LABEL('zOSMFCA') RING(IZUKeyring.IZUDFLT)) ID(IZUSVR)");
  EXPECT_EQ(again.return_code, 8);
  EXPECT_EQ(again.shown().back(), "IRRD116I Label zOSMFCA does not exist in ring IZUKeyring.IZUDFLT for user IZUSVR.");
  EXPECT_EQ(lab.run("RACDCERT REMOVE(LABEL('zOSMFCA')) ID(IZUSVR)").shown().back(),
            "IRRD121I A ring name and label name must be specified.");
}

}  // namespace
}  // namespace ringside::racf
