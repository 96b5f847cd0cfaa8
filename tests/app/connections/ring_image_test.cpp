// tests/app/connections/ring_image_test.cpp - what a Java program gets of a ring: all that it needs, or an exception.
#include "app/connections/ring_image.hpp"

#include <gmock/gmock.h>

#include "tests/app/connections/image_reader.hpp"
#include "tests/emulator/hosttools/keytool/ring/ring_bench.hpp"

namespace ringside::app {
namespace {

using test_support::Image;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class RingImages : public testing::Test {
 protected:
  Image image_of(const std::string& url, const std::string& user = "SRV") {
    const auto image = read_image_at_once({bench_.racf().lab(), bench_.racf().session().system, user}, url);
    return test_support::read_image(base::to_text(encoded(image, "1.2.3")));
  }

  test_support::RingBench bench_;
};

TEST_F(RingImages, HaveAllThatAKeyStoreNeeds) {
  const Image image = image_of("safkeyring://srv/Ring");
  EXPECT_EQ(image.version, "1.2.3");
  EXPECT_EQ(image.java_class + image.text, "");
  EXPECT_THAT(image.codes, ElementsAre(0U, 0U, 0U));
  EXPECT_THAT(image.remarks, IsEmpty());
  EXPECT_EQ(image.owner + "/" + image.ring, "SRV/Ring");
  EXPECT_TRUE(image.there);
  EXPECT_NE(image.update_code, 0U);
  ASSERT_EQ(image.entries.size(), 2U);
  const auto& server = image.entries[0];
  const auto record = bench_.racf().record("SRV", "Server");
  EXPECT_EQ(server.alias + " " + server.owner, "Server SRV");
  EXPECT_EQ(server.usage, 8U);
  EXPECT_EQ(server.is_default, 1U);
  EXPECT_EQ(server.status, 0x80000000U);
  EXPECT_EQ(server.key, 1U);
  EXPECT_EQ(server.key_type, 6U) << "ECC in clear";
  EXPECT_EQ(server.key_bits, 256U);
  EXPECT_EQ(server.certificate, record->der);
  EXPECT_TRUE(crypto::PrivateKey::from_pkcs8(server.pkcs8));
  EXPECT_THAT(server.chain, ElementsAre(0U, 1U));
  const auto& authority = image.entries[1];
  EXPECT_EQ(authority.alias + " " + authority.owner, "My CA irrcerta");
  EXPECT_EQ(authority.usage, 2U);
  EXPECT_EQ(authority.is_default + authority.key, 0U);
  EXPECT_THAT(authority.pkcs8, IsEmpty());
  EXPECT_THAT(authority.chain, ElementsAre(1U));
}

TEST_F(RingImages, SayWhichStoreTypesOpenTheScheme) {
  const auto types = [&](const std::string& scheme) {
    std::string all;
    for (const auto& type : image_of(scheme + "://SRV/Ring").types)
      all += type.name + (type.opens ? "+" : "-") + (type.sees_icsf ? " icsf" : "") +
             (type.stores_keys ? " keys" : "") + "; ";
    return all;
  };
  EXPECT_EQ(types("safkeyring"), "JCERACFKS+ keys; JCECCARACFKS+ icsf; JCEHYBRIDRACFKS+ icsf; ");
  EXPECT_EQ(types("safkeyringjce"), "JCERACFKS+ keys; JCECCARACFKS- icsf; JCEHYBRIDRACFKS- icsf; ");
  EXPECT_EQ(types("SafKeyRingHw"), "JCERACFKS- keys; JCECCARACFKS+ icsf; JCEHYBRIDRACFKS- icsf; ");
  EXPECT_EQ(types("safkeyringhybrid"), "JCERACFKS- keys; JCECCARACFKS- icsf; JCEHYBRIDRACFKS+ icsf; ");
}

TEST_F(RingImages, KeepAKeyInIcsfApart) {
  bench_.racf().must("RACDCERT ID(SRV) GENCERT SUBJECTSDN(CN('hw')) WITHLABEL('Hardware') RSA(PKDS(HW.KEY))");
  bench_.racf().must("RACDCERT ID(SRV) CONNECT(LABEL('Hardware') RING(Ring))");
  const Image image = image_of("safkeyring:///Ring");
  ASSERT_EQ(image.entries.size(), 3U);
  EXPECT_EQ(image.entries[2].key, 2U);
  EXPECT_EQ(image.entries[2].key_label, "HW.KEY");
  EXPECT_EQ(image.entries[2].key_bits, 2048U);
  EXPECT_FALSE(image.entries[2].pkcs8.empty());
}

TEST_F(RingImages, HaveAnotherUpdateCodeAfterEachChange) {
  const std::uint32_t before = image_of("safkeyring:///Ring").update_code;
  EXPECT_EQ(image_of("safkeyring:///Ring").update_code, before);
  bench_.racf().must("RACDCERT ID(SRV) REMOVE(CERTAUTH LABEL('My CA') RING(Ring))");
  EXPECT_NE(image_of("safkeyring:///Ring").update_code, before);
}

TEST_F(RingImages, RemarkOnWhatIsLeftOut) {
  bench_.racf().must("RACDCERT CERTAUTH ALTER(LABEL('My CA')) NOTRUST");
  const Image image = image_of("safkeyring:///Ring");
  EXPECT_THAT(image.remarks, ElementsAre("'My CA' is left out: its status is NOTRUST"));
  ASSERT_EQ(image.entries.size(), 1U);
  EXPECT_THAT(image.entries[0].chain, ElementsAre(0U)) << "the chain is made of the ring";
}

TEST_F(RingImages, AreExceptionsInJavasWordsOtherwise) {
  struct Row {
    const char *user, *url, *java_class, *text;
    std::vector<std::uint32_t> codes;
  };
  const std::vector<std::uint32_t> none = {0, 0, 0};
  const Row rows[] = {
      {"SRV",
       "safkeyring:///None",
       "java.io.IOException",
       "R_datalib (IRRSDL00) error: profile for ring not found (8, 8, 84)",
       {8, 8, 84}},
      {"OTHER",
       "safkeyring://SRV/Ring",
       "java.io.IOException",
       "R_datalib (IRRSDL00) error: not RACF authorized to use the requested service (8, 8, 8)",
       {8, 8, 8}},
      {"READER", "safkeyring://SRV/Ring", "java.io.IOException",
       "The private key of Server is not available or no authority to access the private key", none},
      {"SRV", "safkeyring://SRV/", "java.io.IOException", "Error in Ring_name length or RACF_userid length", none},
      {"SRV", "safkeyring://Ring", "java.io.IOException", "Error in Ring_name length or RACF_userid length", none},
      {"SRV", "safkeyring:Ring", "java.net.MalformedURLException",
       "safkeyring:Ring is not of the form safkeyring://USER/RING", none},
      {"SRV", "SAF://SRV/Ring", "java.net.MalformedURLException", "unknown protocol: saf", none},
      {"SRV", "SRV/Ring", "java.net.MalformedURLException", "no protocol: SRV/Ring", none}};
  for (const Row& row : rows) {
    const Image image = image_of(row.url, row.user);
    EXPECT_EQ(image.java_class, row.java_class) << row.url;
    EXPECT_EQ(image.text, row.text) << row.url;
    EXPECT_EQ(image.codes, row.codes) << row.url;
    EXPECT_THAT(image.entries, IsEmpty());
  }
  EXPECT_THAT(image_of("safkeyring://SRV/Ring", "OTHER").remarks,
              testing::Contains(HasSubstr("'ringside explain 8/8/8' says more")));
}

TEST_F(RingImages, OfVirtualRingsAreThereToo) {
  const Image own = image_of("safkeyring://SRV/*");
  ASSERT_EQ(own.entries.size(), 1U);
  EXPECT_EQ(own.entries[0].alias, "Server");
  const Image authorities = image_of("safkeyring://*AUTH*/*", "READER");
  EXPECT_EQ(authorities.text, "");
  EXPECT_EQ(authorities.owner + "/" + authorities.ring, "irrcerta/*");
  EXPECT_THAT(authorities.entries, testing::Contains(testing::Field(&test_support::ImageEntry::alias, "My CA")));
}

}  // namespace
}  // namespace ringside::app
