// tests/connectors/store/open_ring_test.cpp - a ring that OpenSSL reads object by object.
#include "connectors/store/open_ring.hpp"

#include <gmock/gmock.h>
#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/store.h>

#include "emulator/crypto/certificates/name.hpp"

namespace ringside::connectors::store {
namespace {

using testing::ElementsAre;

base::Bytes name_der(const std::string& common_name) {
  return crypto::DistinguishedName::from_parts({{"CN", common_name}}).value().der();
}

OpenRing two_members() {
  return OpenRing({{ObjectKind::certificate, "one", base::to_bytes("c1"), name_der("one"), ""},
                   {ObjectKind::key, "one", base::to_bytes("k1"), name_der("one"), "EC"},
                   {ObjectKind::certificate, "two", base::to_bytes("c2"), name_der("two"), ""}});
}

/// Adds "3:one:c1" for what the ring gives: type, label and data; for a key also its structure and type.
int note(const OSSL_PARAM parameters[], void* argument) {
  const auto text = [&](const char* key) {
    const OSSL_PARAM* const found = OSSL_PARAM_locate_const(parameters, key);
    return found == nullptr ? std::string()
                            : ":" + std::string(static_cast<const char*>(found->data), found->data_size);
  };
  int type = 0;
  OSSL_PARAM_get_int(OSSL_PARAM_locate_const(parameters, OSSL_OBJECT_PARAM_TYPE), &type);
  static_cast<std::vector<std::string>*>(argument)->push_back(
      std::to_string(type) + text(OSSL_OBJECT_PARAM_DESC) + text(OSSL_OBJECT_PARAM_DATA) +
      text(OSSL_OBJECT_PARAM_DATA_STRUCTURE) + text(OSSL_OBJECT_PARAM_DATA_TYPE));
  return 1;
}

std::vector<std::string> given(OpenRing& ring) {
  std::vector<std::string> seen;
  while (!ring.at_end()) EXPECT_TRUE(ring.give_next(note, &seen));
  return seen;
}

std::vector<std::string> given(OSSL_PARAM criterion) {
  OpenRing ring = two_members();
  const OSSL_PARAM criteria[] = {criterion, OSSL_PARAM_construct_end()};
  EXPECT_TRUE(ring.narrow(criteria));
  return given(ring);
}

std::vector<std::string> expecting(int kind) {
  return given(OSSL_PARAM_construct_int(OSSL_STORE_PARAM_EXPECT, &kind));
}

OSSL_PARAM subject(base::Bytes& der) {
  return OSSL_PARAM_construct_octet_string(OSSL_STORE_PARAM_SUBJECT, der.data(), der.size());
}

TEST(OpenRing, GivesEachObjectAsTheCoreReadsIt) {
  OpenRing ring = two_members();
  EXPECT_THAT(given(ring), ElementsAre("3:one:c1", "2:one:k1:PrivateKeyInfo:EC", "3:two:c2"));
  std::vector<std::string> seen;
  EXPECT_FALSE(ring.give_next(note, &seen));
  EXPECT_THAT(seen, ElementsAre());
}

TEST(OpenRing, GivesTheKindThatIsExpected) {
  EXPECT_THAT(expecting(OSSL_STORE_INFO_CERT), ElementsAre("3:one:c1", "3:two:c2"));
  EXPECT_THAT(expecting(OSSL_STORE_INFO_PKEY), ElementsAre("2:one:k1:PrivateKeyInfo:EC"));
  EXPECT_THAT(expecting(OSSL_STORE_INFO_CRL), ElementsAre());
  EXPECT_EQ(expecting(0).size(), 3U);
}

TEST(OpenRing, GivesTheSubjectOrLabelThatIsAskedForWhateverTheCaseOfTheName) {
  base::Bytes two = name_der("TWO"), none = name_der("none");
  EXPECT_THAT(given(subject(two)), ElementsAre("3:two:c2"));
  EXPECT_THAT(given(subject(none)), ElementsAre());
  std::string label = "one";
  EXPECT_THAT(given(OSSL_PARAM_construct_utf8_string(OSSL_STORE_PARAM_ALIAS, label.data(), 0)),
              ElementsAre("3:one:c1", "2:one:k1:PrivateKeyInfo:EC"));
}

TEST(OpenRing, RefusesACriterionThatItCannotRead) {
  OpenRing ring = two_members();
  base::Bytes rubbish = base::to_bytes("rubbish");
  std::string text = "4";
  for (const OSSL_PARAM& wrong :
       {subject(rubbish), OSSL_PARAM_construct_utf8_string(OSSL_STORE_PARAM_EXPECT, text.data(), 0),
        OSSL_PARAM_construct_utf8_string(OSSL_STORE_PARAM_SUBJECT, text.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_STORE_PARAM_ALIAS, text.data(), 1)}) {
    const OSSL_PARAM criteria[] = {wrong, OSSL_PARAM_construct_end()};
    EXPECT_FALSE(ring.narrow(criteria)) << wrong.key;
  }
  EXPECT_EQ(given(ring).size(), 3U);
}

TEST(OpenRing, TellsWhatTheCoreAnswers) {
  OpenRing ring = two_members();
  EXPECT_FALSE(ring.give_next([](const OSSL_PARAM*, void*) { return 0; }, nullptr));
}

}  // namespace
}  // namespace ringside::connectors::store
