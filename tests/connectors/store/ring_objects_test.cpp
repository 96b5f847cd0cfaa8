// tests/connectors/store/ring_objects_test.cpp - what a store gives of a ring, and to whom.
#include "connectors/store/ring_objects.hpp"

#include <gmock/gmock.h>

#include "connectors/caller/opened_lab.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "tests/connectors/store/store_lab.hpp"

namespace ringside::connectors::store {
namespace {

using testing::ElementsAre;

class RingObjects : public testing::Test {
 protected:
  void SetUp() override { test_support::make_store_lab(lab_); }

  racf::datalib::Answer<std::vector<RingObject>> objects(const std::string& uri, const std::string& user = "WEB") {
    Settings settings;
    settings.lab = lab_.path();
    settings.user = user;
    auto opened = OpenedLab::open(settings);
    return ring_objects((*opened)->service(), ring_uri(uri, user).value());
  }
  /// The labels, "+" before those of keys; the codes if there is a failure.
  std::vector<std::string> labels(const std::string& uri, const std::string& user = "WEB") {
    const auto read = objects(uri, user);
    if (!read) return {to_string(read.error().codes)};
    std::vector<std::string> labels;
    for (const RingObject& object : *read) labels.push_back((object.kind == ObjectKind::key ? "+" : "") + object.label);
    return labels;
  }

  test_support::LabOnDisk lab_;
};

TEST_F(RingObjects, BeginWithTheDefaultCertificateAndItsKey) {
  EXPECT_THAT(labels("safkeyring://WEB/Ring"), ElementsAre("Server", "+Server", "ca", "Their cert"));
}

TEST_F(RingObjects, AreThoseOfALabelOrKind) {
  EXPECT_THAT(labels("safkeyring://WEB/Ring?label=Their%20cert"), ElementsAre("Their cert"));
  EXPECT_THAT(labels("safkeyring://WEB/Ring&Server"), ElementsAre("Server", "+Server"));
  EXPECT_THAT(labels("safkeyring://WEB/Ring?type=key"), ElementsAre("+Server"));
  EXPECT_THAT(labels("safkeyring://WEB/Ring?type=cert"), ElementsAre("Server", "ca", "Their cert"));
  EXPECT_THAT(labels("safkeyring://WEB/Empty"), ElementsAre());
}

TEST_F(RingObjects, HoldKeysAndCertificatesThatBelongTogether) {
  const auto read = objects("safkeyring://WEB/Ring?label=Server");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 2U);
  const auto certificate = crypto::Certificate::from_der(read->front().der);
  const auto key = crypto::PrivateKey::from_pkcs8(read->back().der);
  ASSERT_TRUE(certificate && key);
  EXPECT_TRUE(key->matches(certificate->public_key()));
  EXPECT_EQ(read->front().key_type, "");
  EXPECT_EQ(read->back().key_type, "EC");
  EXPECT_EQ(read->back().subject, certificate->subject().der());
}

TEST_F(RingObjects, AreNotGivenWithoutAuthorityOrRing) {
  EXPECT_THAT(labels("safkeyring://WEB/Ring", "READER"), ElementsAre("8/8/8"));
  EXPECT_THAT(labels("safkeyring://WEB/None"), ElementsAre("8/8/84"));
  EXPECT_THAT(labels("safkeyring://WEB/Ring?label=None"), ElementsAre("8/8/44"));
  EXPECT_THAT(labels("safkeyring://WEB/Ring?label=distrusted"), ElementsAre("8/8/44"));
}

TEST_F(RingObjects, HoldTheKeysOfOthersForUpdateOnTheProfileOfTheRingOnly) {
  lab_.must("SETROPTS CLASSACT(RDATALIB) RACLIST(RDATALIB)");
  lab_.must("RDEFINE RDATALIB WEB.RING.LST UACC(NONE)");
  lab_.must("PERMIT WEB.RING.LST CLASS(RDATALIB) ID(READER) ACCESS(READ)");
  lab_.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_THAT(labels("safkeyring://WEB/Ring", "READER"), ElementsAre("Server", "ca", "Their cert"));
  lab_.must("PERMIT WEB.RING.LST CLASS(RDATALIB) ID(READER) ACCESS(UPDATE)");
  lab_.must("SETROPTS RACLIST(RDATALIB) REFRESH");
  EXPECT_THAT(labels("safkeyring://WEB/Ring", "READER"),
              ElementsAre("Server", "+Server", "ca", "Their cert", "+Their cert"));
}

TEST_F(RingObjects, LeaveKeysInIcsfThere) {
  lab_.must("RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('h')) WITHLABEL('Hardware') RSA(PKDS(WEB.KEY)) SIZE(1024)");
  lab_.must("RACDCERT ID(WEB) CONNECT(LABEL('Hardware') RING(Empty))");
  EXPECT_THAT(labels("safkeyring://WEB/Empty"), ElementsAre("Hardware"));
}

}  // namespace
}  // namespace ringside::connectors::store
