// tests/emulator/hosttools/keytool/commands/trust_chain_test.cpp - chains of any usual length, and searches that end.
#include "emulator/hosttools/keytool/commands/trust_chain.hpp"

#include <gmock/gmock.h>

#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/crypto/random.hpp"
#include "tests/support/bounded.hpp"

namespace ringside::keytool {
namespace {

using Links = std::vector<LabelledCertificate>;

crypto::PrivateKey key_of(const std::string& name) {
  return crypto::generate_key({crypto::KeyType::nist_ecc, 256}, crypto::SeededRandomness("test", name));
}

LabelledCertificate certificate(std::uint8_t serial, const std::string& issuer, const crypto::PrivateKey& signer,
                                const std::string& subject, const crypto::PrivateKey& key) {
  const auto name = [](const std::string& text) { return *crypto::DistinguishedName::from_parts({{"CN", text}}); };
  const auto day = [](const char* text) { return *base::from_local(*base::parse_date(text), base::Zone{}); };
  const crypto::CertificateContent content{
      {serial}, name(issuer), name(subject), day("2020-01-01"), day("2030-01-01"), key.public_key(), {}};
  return {subject, *read_x509(crypto::issue(content, signer, crypto::SeededRandomness("test", subject)).der())};
}

TEST(TrustChain, ReachesARootThatIsFarAway) {
  crypto::PrivateKey above = key_of("root");
  std::string issuer = "root";
  Links issuers{certificate(1, issuer, above, issuer, above)};
  for (int level = 1; level <= 40; ++level) {
    const std::string name = "level " + std::to_string(level);
    const crypto::PrivateKey key = key_of(name);
    issuers.push_back(certificate(1, issuer, above, name, key));
    issuer = name;
    above = key;
  }
  const LabelledCertificate leaf = issuers.back();
  issuers.pop_back();
  const auto chain = build_chain(leaf, issuers);
  ASSERT_TRUE(chain);
  EXPECT_EQ(chain->size(), 41u);
  EXPECT_EQ(chain->back().label, "root");
  issuers.erase(issuers.begin());
  EXPECT_FALSE(build_chain(leaf, issuers));
}

// Every one of them seems to have issued every other one: there are more ways than could ever be tried.
TEST(TrustChain, TriesEachOfManyCrossCertificatesOnce) {
  const crypto::PrivateKey key = key_of("one key for all");
  Links issuers;
  for (int name = 0; name < 6; ++name)
    for (std::uint8_t from = 0; from < 6; ++from)
      if (name != from) issuers.push_back(certificate(from, std::to_string(from), key, std::to_string(name), key));
  const auto leaf = certificate(1, "0", key, "leaf", key);
  const auto spent = test_support::spent_on([&] { static_cast<void>(build_chain(leaf, issuers)); }, 60);
  EXPECT_TRUE(spent.ended);
  EXPECT_LT(spent.cpu_seconds, 0.5 * test_support::sanitizer_factor);
}

}  // namespace
}  // namespace ringside::keytool
