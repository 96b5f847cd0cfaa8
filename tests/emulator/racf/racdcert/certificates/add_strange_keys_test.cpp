// tests/emulator/racf/racdcert/certificates/add_strange_keys_test.cpp - RACDCERT refuses strange certificates and keys
// as it refuses other bad ones.
#include <gmock/gmock.h>

#include "emulator/crypto/containers/pkcs12_write.hpp"
#include "tests/support/racf_lab.hpp"
#include "tests/support/strange_keys.hpp"

namespace ringside::racf {
namespace {

using test_support::StrangeKey;
using testing::Contains;

TEST(StrangeKeys, OfCertificatesAreRefusedByAddAndCheckcert) {
  test_support::RacfLab lab("2020-01-01");
  for (const StrangeKey& key : test_support::strange_public_keys()) {
    lab.put_bytes("IBMUSER.C", test_support::strange_certificate(key));
    const auto checked = lab.run("RACDCERT CHECKCERT(C)");
    const auto added = lab.run("RACDCERT CERTAUTH ADD(C) WITHLABEL('" + key.name.substr(0, 32) + "')");
    if (!key.refused) continue;
    EXPECT_THAT(test_support::message_ids(checked), Contains("IRRD104I")) << key.name;
    EXPECT_THAT(test_support::message_ids(added), Contains("IRRD104I")) << key.name;
    EXPECT_EQ(added.return_code, 8) << key.name;
  }
  EXPECT_EQ(lab.run("RACDCERT CERTAUTH LIST").return_code, 0);
}

TEST(StrangeKeys, OfPackagesAreRefusedByAdd) {
  test_support::RacfLab lab("2020-01-01");
  lab.must("RACDCERT GENCERT SUBJECTSDN(CN('a')) WITHLABEL('a') NISTECC");
  const base::Bytes certificate = lab.certificate("IBMUSER", "a").der();
  for (const StrangeKey& key : test_support::strange_private_keys()) {
    crypto::Pkcs12Plan plan;
    plan.safes.push_back(
        {{{crypto::Pkcs12BagKind::clear_key, key.der}, {crypto::Pkcs12BagKind::certificate, certificate}},
         std::nullopt});
    lab.put_bytes("IBMUSER.P12", crypto::write_pkcs12(plan, base::Secret("secret")));
    const auto added = lab.run("RACDCERT ADD(P12) PASSWORD('secret') WITHLABEL('b')");
    EXPECT_EQ(added.return_code, 8) << key.name;
  }
}

}  // namespace
}  // namespace ringside::racf
