// tests/emulator/racf/datalib/token_ring_test.cpp - tokens of ICSF read as rings: types of keys, authority, codes.
#include "emulator/racf/datalib/token_ring.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/racf/datalib/r_datalib.hpp"
#include "tests/support/racf_lab.hpp"

namespace ringside::racf::datalib {
namespace {

using test_support::RacfLab;

/// The token SRV.TOKEN has an RSA, an ECC and a DSA certificate of SRV, and a CA.
class TokenRing : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* command :
         {"ADDUSER (SRV OTHER) DFLTGRP(SYS1)", "RACDCERT ADDTOKEN(SRV.TOKEN)",
          "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('r')) WITHLABEL('r') RSA SIZE(1024)",
          "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('e')) WITHLABEL('e') NISTECC SIZE(256)",
          "RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('d')) WITHLABEL('d') DSA SIZE(1024)",
          "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('ca')) WITHLABEL('ca') NISTECC SIZE(256)",
          "RACDCERT BIND(ID(SRV) LABEL('r') TOKEN(SRV.TOKEN) DEFAULT)",
          "RACDCERT BIND(ID(SRV) LABEL('e') TOKEN(SRV.TOKEN))", "RACDCERT BIND(ID(SRV) LABEL('d') TOKEN(SRV.TOKEN))",
          "RACDCERT BIND(CERTAUTH LABEL('ca') TOKEN(SRV.TOKEN))"})
      lab.must(command);
  }
  Answer<std::vector<Entry>> read_as(const std::string& user, const std::string& token = "srv.token") {
    Session session(lab.lab(), lab.session().system, user);
    return read_token(session, token);
  }
  RacfLab lab;
};

TEST_F(TokenRing, NamesTheKeysByTheirHandles) {
  const auto entries = read_as("SRV");
  ASSERT_TRUE(entries) << entries.error().explanation;
  ASSERT_EQ(entries->size(), 4u);
  const Entry& rsa = entries->front();
  EXPECT_EQ(rsa.label + " " + rsa.owner + " " + rsa.record_id, "r SRV 00.CN=r");
  EXPECT_TRUE(rsa.is_default);
  EXPECT_EQ(rsa.key_label, "SRV.TOKEN                       00000001T   ");
  EXPECT_EQ(rsa.key_label.size(), 44u);
  EXPECT_EQ(rsa.key_type, KeyType::rsa_token);
  EXPECT_EQ((*entries)[1].key_type, KeyType::ecc_token);
  EXPECT_EQ((*entries)[2].key_type, KeyType::dsa_token);
  EXPECT_EQ((*entries)[3].key_type, KeyType::none);
  EXPECT_EQ((*entries)[3].usage, usage_certauth);
}

TEST_F(TokenRing, IsQueriedThroughTheService) {
  Service service(lab.lab(), lab.session().system, "SRV");
  const auto found = service.data_get_first("*TOKEN*", "SRV.TOKEN", {.label = "e"});
  ASSERT_TRUE(found) << found.error().explanation;
  EXPECT_EQ(found->entry.key_bits, 256);
  EXPECT_EQ(service.data_get_first("*TOKEN*", "NONE").error().codes, no_ring);
}

TEST_F(TokenRing, CryptozDecides) {
  for (const char* command :
       {"SETROPTS CLASSACT(CRYPTOZ) RACLIST(CRYPTOZ)", "RDEFINE CRYPTOZ USER.SRV.TOKEN UACC(NONE)",
        "PERMIT USER.SRV.TOKEN CLASS(CRYPTOZ) ID(SRV) ACCESS(READ)", "SETROPTS RACLIST(CRYPTOZ) REFRESH"})
    lab.must(command);
  EXPECT_TRUE(read_as("SRV"));
  EXPECT_EQ(read_as("OTHER").error().codes, not_authorized);
}

}  // namespace
}  // namespace ringside::racf::datalib
