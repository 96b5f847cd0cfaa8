// tests/emulator/crypto/containers/package_test.cpp - DER, PEM and PKCS#7 by looking, and the order of what is in them.
#include "emulator/crypto/containers/package.hpp"

#include <gmock/gmock.h>

#include "base/text.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs7.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using namespace test;

const Certificate& package_root() {
  static const Certificate made = make_root(subject("root"));
  return made;
}
const Certificate& package_middle() {
  static const Certificate made = make_certificate(subject("middle"), subject("root"), {.serial = 2, .is_ca = true});
  return made;
}
const Certificate& package_leaf() {
  static const Certificate made = make_certificate(subject("leaf"), subject("middle"), {.serial = 3});
  return made;
}

Result<Package> read(base::ByteView bytes) {
  return read_package(bytes, std::nullopt);
}
Result<Package> read(const std::string& text) {
  return read_package(base::to_bytes(text), std::nullopt);
}

std::vector<std::string> names(const Package& package) {
  std::vector<std::string> found;
  for (const Certificate& certificate : package.certificates) {
    const DistinguishedName subject = certificate.subject();
    found.push_back(subject.parts().front().value);
  }
  return found;
}

TEST(ReadPackage, TakesACertificateInDer) {
  const auto package = read(package_root().der());
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_EQ(package->kind, PackageKind::certificate);
  EXPECT_FALSE(package->base64);
  EXPECT_THAT(package->certificates, ElementsAre(package_root()));
  EXPECT_FALSE(package->key);
}

TEST(ReadPackage, TakesPemWithTextBeforeAndAfter) {
  const auto package =
      read("Certificate:\n    Data:\r\n  0 Version 3\n" + armor(package_root().der(), "CERTIFICATE") + "trailer\n");
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_TRUE(package->base64);
  EXPECT_THAT(package->certificates, ElementsAre(package_root()));
}

TEST(ReadPackage, TakesPemInAnyShape) {
  const std::string pem = armor(package_root().der(), "CERTIFICATE");
  EXPECT_TRUE(read(base::replace_all(pem, "\n", "\r\n")));
  EXPECT_TRUE(read(base::replace_all(pem, "\n", "  \n"))) << "records filled with blanks";
  EXPECT_TRUE(read("-----BEGIN CERTIFICATE-----\n" + base64(package_root().der()) + "\n-----END CERTIFICATE-----"))
      << "one long line";
  EXPECT_TRUE(read(base::replace_all(pem, "CERTIFICATE", "X509 CERTIFICATE")));
}

TEST(ReadPackage, TakesBareBase64) {
  for (const std::string& text : {base64(package_root().der()), base64_lines(package_root().der())}) {
    const auto package = read(text);
    ASSERT_TRUE(package) << package.error().detail;
    EXPECT_TRUE(package->base64);
    EXPECT_THAT(package->certificates, ElementsAre(package_root()));
  }
}

TEST(ReadPackage, RefusesSeveralCertificatesInOneText) {
  const auto package = read(armor(package_root().der(), "CERTIFICATE") + armor(package_leaf().der(), "CERTIFICATE"));
  ASSERT_FALSE(package);
  EXPECT_EQ(package.error().kind, ProblemKind::malformed);
  EXPECT_THAT(package.error().detail, HasSubstr("holds 2 certificates"));
}

TEST(ReadPackage, RefusesPrivateKeysInText) {
  for (const char* label : {"PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"}) {
    const auto package = read(armor(package_root().der(), "CERTIFICATE") + armor(test_key("root").pkcs8(), label));
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().kind, ProblemKind::unsupported) << label;
  }
}

TEST(ReadPackage, RefusesWhatIsNoPackage) {
  for (const std::string text : {"", "\n", "hello, world\n", "-----BEGIN CERTIFICATE-----\n",
                                 "-----BEGIN CERTIFICATE-----\nAAAA\n-----END X-----\n",
                                 "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
                                 "MAA=", "MAMCAQA=", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"}) {
    const auto package = read(text);
    ASSERT_FALSE(package) << text;
    EXPECT_EQ(package.error().kind, ProblemKind::malformed) << text;
  }
  EXPECT_FALSE(read(base::Bytes{0x30, 0x80}));
  EXPECT_FALSE(read(base::Bytes{0x30}));
  EXPECT_EQ(read(base::Bytes((16u << 20) + 1)).error().kind, ProblemKind::too_large);
}

TEST(Pkcs7, IsReadByOpenssl) {
  const Folder folder;
  folder.write("p.pem", armor(pkcs7({package_leaf(), package_middle(), package_root()}), "PKCS7"));
  const auto listed = folder.run("openssl pkcs7 -in p.pem -print_certs -noout");
  EXPECT_EQ(listed.status, 0);
  EXPECT_THAT(listed.output, HasSubstr("subject=C = DE, O = Ringside, CN = leaf"));
  EXPECT_THAT(listed.output, HasSubstr("subject=C = DE, O = Ringside, CN = root"));
}

TEST(Pkcs7, OfOpensslIsReadAndPutInOrder) {
  const Folder folder;
  folder.write("all.pem", armor(package_root().der(), "CERTIFICATE") + armor(package_leaf().der(), "CERTIFICATE") +
                              armor(package_middle().der(), "CERTIFICATE"));
  folder.must_run(
      "openssl crl2pkcs7 -nocrl -certfile all.pem -out p.pem && openssl crl2pkcs7 -nocrl -certfile all.pem -outform "
      "DER -out p.der");
  const auto pem = read(folder.read("p.pem"));
  const auto der = read(folder.read("p.der"));
  ASSERT_TRUE(pem && der);
  EXPECT_TRUE(pem->base64);
  EXPECT_FALSE(der->base64);
  EXPECT_EQ(der->kind, PackageKind::pkcs7);
  EXPECT_THAT(names(*der), ElementsAre("leaf", "middle", "root"));
  EXPECT_THAT(names(*pem), ElementsAre("leaf", "middle", "root"));
}

TEST(Pkcs7, InBerIsReadToo) {
  const Folder folder;
  folder.write("c.pem", armor(package_root().der(), "CERTIFICATE"));
  folder.write("k.der", test_key("root").pkcs8());
  folder.must_run(
      "openssl pkey -inform DER -in k.der -out k.pem && echo x > x && "
      "openssl cms -sign -in x -stream -nodetach -signer c.pem -inkey k.pem -outform DER -out p.ber");
  ASSERT_EQ(folder.read("p.ber").at(1), 0x80) << "this test wants an indefinite length";
  const auto package = read(folder.read("p.ber"));
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_THAT(package->certificates, ElementsAre(package_root()));
}

TEST(Pkcs7, WithoutCertificatesOrOfAnotherTypeIsRefused) {
  EXPECT_EQ(read(pkcs7({})).error().kind, ProblemKind::malformed);
  const Folder folder;
  folder.write("c.pem", armor(make_root({name_of("r"), test_key("r", {KeyType::rsa, 1024})}).der(), "CERTIFICATE"));
  folder.must_run("echo x > x && openssl smime -encrypt -in x -outform DER -out p.der c.pem");
  EXPECT_EQ(read(folder.read("p.der")).error().kind, ProblemKind::unsupported);
}

TEST(Pkcs7, HasABoundOnItsCertificates) {
  std::vector<Certificate> many;
  const std::vector<Certificate> thousand_and_one(1001, package_root());
  EXPECT_EQ(read(pkcs7(thousand_and_one)).error().kind, ProblemKind::too_large);
  EXPECT_EQ(read(pkcs7({package_root(), package_root(), package_root()})).value().certificates.size(), 1u)
      << "doubles count once";
}

TEST(Pkcs7, SurvivesEveryChangedOctet) {
  const base::Bytes good = pkcs7({package_leaf(), package_root()});
  for (std::size_t at = 0; at < good.size(); ++at) {
    EXPECT_FALSE(read(base::ByteView(good).first(at))) << at;
    base::Bytes damaged = good;
    damaged[at] ^= 0x55;
    (void)read(damaged);
  }
  base::Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(read(longer));
}

TEST(Chain, StandsWholeWhateverTheOrder) {
  std::vector<Certificate> all = {package_root(), package_middle(), package_leaf()};
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.der() < b.der(); });
  do {
    EXPECT_THAT(names(read(pkcs7(all)).value()), ElementsAre("leaf", "middle", "root"));
  } while (
      std::next_permutation(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.der() < b.der(); }));
}

TEST(Chain, PicksTheIssuerWhoseKeyFits) {
  const Certificate other_root = make_root({name_of("root"), test_key("another key")});
  const auto package = read(pkcs7({other_root, package_root(), package_middle()}));
  ASSERT_TRUE(package);
  EXPECT_THAT(package->certificates, ElementsAre(package_middle(), package_root(), other_root));
}

TEST(Chain, PutsStrangersLast) {
  const Certificate stranger = make_root(subject("stranger"));
  EXPECT_THAT(names(read(pkcs7({package_leaf(), stranger, package_root(), package_middle()})).value()),
              ElementsAre("leaf", "middle", "root", "stranger"));
}

TEST(Chain, EndsWhenCertificatesIssueEachOther) {
  const Certificate a_by_b = make_certificate(subject("a"), subject("b"), {.is_ca = true});
  const Certificate b_by_a = make_certificate(subject("b"), subject("a"), {.is_ca = true});
  EXPECT_THAT(names(read(pkcs7({a_by_b, b_by_a})).value()), ElementsAre("a", "b"));
  const Certificate below = make_certificate(subject("below"), subject("a"));
  EXPECT_THAT(names(read(pkcs7({a_by_b, b_by_a, below})).value()), ElementsAre("below", "a", "b"));
}

TEST(Chain, IsFollowedAtMostSixteenUp) {
  std::vector<Certificate> all = {make_root(subject("c0"))};
  for (int i = 1; i <= 20; ++i) {
    all.insert(all.begin(), make_certificate(subject("c" + std::to_string(i)), subject("c" + std::to_string(i - 1)),
                                             {.is_ca = true}));
  }
  const auto package = read(pkcs7(all));
  ASSERT_TRUE(package);
  EXPECT_EQ(package->certificates.size(), 21u);
  EXPECT_EQ(names(*package).front(), "c20");
}

TEST(Armor, IsWhatOpensslWrites) {
  const Folder folder;
  folder.write("c.der", package_root().der());
  const auto pem = folder.run("openssl x509 -inform DER -in c.der");
  EXPECT_EQ(armor(package_root().der(), "CERTIFICATE"), pem.output);
}

TEST(Armor, FoldsAtSixtyFour) {
  EXPECT_EQ(base64(base::to_bytes("")), "");
  EXPECT_EQ(base64(base::to_bytes("a")), "YQ==");
  EXPECT_EQ(base64_lines(base::Bytes(48, 0)), std::string(64, 'A') + "\n");
  EXPECT_EQ(base64_lines(base::Bytes(49, 0)), std::string(64, 'A') + "\nAA==\n");
}

}  // namespace
}  // namespace ringside::crypto
