// tests/harness/trust/key_fitness_test.cpp - the tables of curves and sizes against what OpenSSL does in a handshake.
#include "harness/trust/key_fitness.hpp"

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "harness/trust/trust.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::harness {
namespace {

using crypto::TlsVersion;

struct Case {
  const char* operands;
  const char* words;
  bool tls12, tls13, is_weak;
};

class KeyFitness : public testing::TestWithParam<Case> {};

TEST_P(KeyFitness, IsWhatAHandshakeShows) {
  const Case& expected = GetParam();
  test_support::RacfLab lab("2013-05-17", {}, racf::Preparation::prepared);
  lab.must("ADDUSER SRV NOPASSWORD");
  lab.must("RACDCERT ID(SRV) ADDRING(Ring)");
  lab.must("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') NISTECC SIZE(256)");
  lab.must("RACDCERT ID(SRV) CONNECT(CERTAUTH LABEL('CA') RING(Ring))");
  lab.must(
      std::string(
          "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('server')) WITHLABEL('Server') SIGNWITH(CERTAUTH LABEL('CA')) ") +
      expected.operands);
  lab.must("RACDCERT ID(SRV) CONNECT(LABEL('Server') RING(Ring) DEFAULT)");
  std::vector<Endpoint> endpoints(2);
  for (Endpoint& endpoint : endpoints) {
    endpoint.system = "SYS1";
    endpoint.ring = {"SRV", "Ring"};
  }
  endpoints[0].name = "one";
  endpoints[1].name = "two";
  const auto report = check_trust(lab.lab(), endpoints, {});
  ASSERT_TRUE(report) << report.error();
  for (const auto& [version, holds] :
       {std::pair(TlsVersion::tls12, expected.tls12), std::pair(TlsVersion::tls13, expected.tls13)}) {
    const Link* link = report->find(0, 1, version);
    EXPECT_EQ(link->trusted, holds) << to_string(version) << ": " << link->explanation;
    if (holds) continue;
    EXPECT_EQ(to_string(link->reason), "unsuitable key");
    EXPECT_EQ(link->explanation,
              std::string("CN=server has ") + expected.words + ", which " + to_string(version) + " cannot use");
  }
  const std::string remarks = base::join(report->remarks, "\n");
  EXPECT_EQ(remarks.find("current servers") != std::string::npos, expected.is_weak) << remarks;
}

INSTANTIATE_TEST_SUITE_P(Keys, KeyFitness,
                         testing::Values(Case{"NISTECC", "a key on P-192", true, false, true},
                                         Case{"NISTECC SIZE(224)", "a key on P-224", true, false, true},
                                         Case{"NISTECC SIZE(256)", "", true, true, false},
                                         Case{"NISTECC SIZE(521)", "", true, true, false},
                                         Case{"BPECC", "a key on brainpoolP192r1", false, false, true},
                                         Case{"BPECC SIZE(256)", "a key on brainpoolP256r1", true, false, false},
                                         Case{"BPECC SIZE(320)", "a key on brainpoolP320r1", false, false, false},
                                         Case{"RSA SIZE(512)", "an RSA key of 512 bits", true, false, true},
                                         Case{"RSA SIZE(1024)", "", true, true, true},
                                         Case{"DSA SIZE(1024)", "a DSA key of 1024 bits", true, false, true}));

}  // namespace
}  // namespace ringside::harness
