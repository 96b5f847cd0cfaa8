// tests/connectors/pkcs11/token_test.cpp - who sees which rings, certificates and keys.
#include "connectors/pkcs11/token.hpp"

#include "tests/connectors/pkcs11/module_under_test.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

using test_support::labels_of;
using test_support::ModuleUnderTest;
using test_support::RingsOnDisk;
using Labels = std::vector<std::string>;

Labels keys_on(const std::string& ring) {
  return labels_of(ModuleUnderTest::session_with(ring), CKO_PRIVATE_KEY);
}

TEST(Pkcs11Token, IsNotThereForRingsThatTheUserMayNotList) {
  RingsOnDisk lab;
  lab.must("ADDUSER OTHER");
  lab.must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)");
  lab.must("RDEFINE RDATALIB SRV.EC.LST UACC(NONE)");
  lab.must("RDEFINE RDATALIB SRV.RSA.LST UACC(NONE)");
  lab.must("PERMIT SRV.EC.LST CLASS(RDATALIB) ID(OTHER) ACCESS(READ)");
  {
    const ModuleUnderTest before(lab, "OTHER", "SRV/Ec");
    EXPECT_EQ(ModuleUnderTest::labels(), Labels{}) << "before the refresh";
  }
  lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  {
    const ModuleUnderTest with_read(lab, "OTHER");
    EXPECT_EQ(ModuleUnderTest::labels(), Labels{"Ec"});
    EXPECT_EQ(labels_of(ModuleUnderTest::session_with("Ec"), CKO_CERTIFICATE), (Labels{"Ec", "CA"}));
    EXPECT_EQ(keys_on("Ec"), Labels{}) << "READ gives no keys of others, and the ring goes on";
  }
  lab.must("PERMIT SRV.EC.LST CLASS(RDATALIB) ID(OTHER) ACCESS(UPDATE)");
  lab.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  const ModuleUnderTest with_update(lab, "OTHER");
  EXPECT_EQ(keys_on("Ec"), Labels{"Ec"});
}

TEST(Pkcs11Token, LeavesOutCertificatesThatAreNotTrusted) {
  RingsOnDisk lab;
  lab.must("RACDCERT ID(SRV) ALTER(LABEL('Ec')) NOTRUST");
  const ModuleUnderTest module(lab);
  EXPECT_EQ(labels_of(ModuleUnderTest::session_with("Ec"), CKO_CERTIFICATE), Labels{"CA"});
  EXPECT_EQ(keys_on("Ec"), Labels{});
}

TEST(Pkcs11Token, HasKeysOfSiteOnlyForThoseWhoMaySignWithThem) {
  RingsOnDisk lab;
  lab.must("RACDCERT SITE GENCERT SUBJECTSDN(CN('site')) WITHLABEL('Site') NISTECC");
  lab.must("RACDCERT ID(SRV) CONNECT(SITE LABEL('Site') RING(Ec) USAGE(PERSONAL))");
  {
    const ModuleUnderTest without(lab);
    EXPECT_EQ(labels_of(ModuleUnderTest::session_with("Ec"), CKO_CERTIFICATE), (Labels{"Ec", "CA", "Site"}));
    EXPECT_EQ(keys_on("Ec"), Labels{"Ec"});
  }
  lab.must("RDEFINE FACILITY IRR.DIGTCERT.GENCERT UACC(NONE)");
  lab.must("PERMIT IRR.DIGTCERT.GENCERT CLASS(FACILITY) ID(SRV) ACCESS(CONTROL)");
  const ModuleUnderTest with_control(lab);
  EXPECT_EQ(keys_on("Ec"), (Labels{"Ec", "Site"}));
}

TEST(Pkcs11Token, IsThereForAnEmptyRing) {
  RingsOnDisk lab;
  lab.must("RACDCERT ID(SRV) ADDRING(Empty)");
  const ModuleUnderTest module(lab);
  EXPECT_EQ(labels_of(ModuleUnderTest::session_with("Empty"), CKO_CERTIFICATE), Labels{});
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
