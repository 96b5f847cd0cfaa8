// tests/connectors/pkcs11/token_test.cpp - who sees which rings, certificates and keys.
#include "connectors/pkcs11/token.hpp"

#include <gmock/gmock.h>

#include "tests/connectors/pkcs11/module_under_test.hpp"
#include "tests/support/authority_rows.hpp"

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

TEST(Pkcs11Token, IsThereForTokensOfIcsf) {
  RingsOnDisk lab;
  lab.must("RACDCERT ADDTOKEN(MY.TOKEN)");
  lab.must("RACDCERT BIND(ID(SRV) LABEL('Ec') TOKEN(MY.TOKEN))");
  {
    const ModuleUnderTest module(lab, "SRV", "*TOKEN*/MY.TOKEN");
    ASSERT_EQ(ModuleUnderTest::labels(), Labels{"MY.TOKEN"});
    CK_TOKEN_INFO info{};
    ASSERT_EQ(test_support::cryptoki().C_GetTokenInfo(0, &info), CKR_OK);
    EXPECT_EQ(std::string(std::begin(info.model), std::end(info.model)), "ICSF token      ");
    EXPECT_EQ(keys_on("MY.TOKEN"), Labels{"Ec"});
    const CK_SESSION_HANDLE session = ModuleUnderTest::session_with("MY.TOKEN");
    const base::Bytes data(32, 1);
    const auto signature = test_support::signature_by(session, {CKM_ECDSA, nullptr, 0}, data);
    EXPECT_EQ(test_support::verified(session, {CKM_ECDSA, nullptr, 0}, data, signature), CKR_OK);
  }
  lab.must("RACDCERT DELTOKEN(MY.TOKEN) FORCE");
  const ModuleUnderTest module(lab);
  EXPECT_EQ(ModuleUnderTest::labels(), (Labels{"Rsa", "Ec"}));
}

class Pkcs11Authority : public testing::TestWithParam<test_support::AuthorityRow> {};

TEST_P(Pkcs11Authority, IsThatOfEveryFace) {
  const test_support::AuthorityRow& row = GetParam();
  test_support::AuthorityLab lab(row);
  const ModuleUnderTest module(lab.lab(), row.reader, std::string(row.owner) + "/" + row.ring);
  const bool is_read = row.codes == racf::datalib::success || row.codes == racf::datalib::no_certificate;
  ASSERT_EQ(ModuleUnderTest::labels(), is_read ? Labels{row.ring} : Labels{});
  if (!is_read) return;
  Labels certificates, keys;
  for (const test_support::SeenCertificate& seen : row.seen) {
    if (seen.is_notrust) continue;
    certificates.push_back(seen.label);
    if (seen.has_key) keys.push_back(seen.label);
  }
  const CK_SESSION_HANDLE session = ModuleUnderTest::session_with(row.ring);
  EXPECT_THAT(labels_of(session, CKO_CERTIFICATE), testing::UnorderedElementsAreArray(certificates));
  EXPECT_THAT(labels_of(session, CKO_PRIVATE_KEY), testing::UnorderedElementsAreArray(keys));
}

INSTANTIATE_TEST_SUITE_P(Rows, Pkcs11Authority, testing::ValuesIn(test_support::authority_rows()),
                         test_support::NameOfRow());

TEST(Pkcs11Token, IsThereForAnEmptyRing) {
  RingsOnDisk lab;
  lab.must("RACDCERT ID(SRV) ADDRING(Empty)");
  const ModuleUnderTest module(lab);
  EXPECT_EQ(labels_of(ModuleUnderTest::session_with("Empty"), CKO_CERTIFICATE), Labels{});
}

}  // namespace
}  // namespace ringside::connectors::pkcs11
