// tests/emulator/crypto/containers/pkcs12_test.cpp - PKCS#12 against the real openssl in both directions, and against
// files made to hurt.
#include "emulator/crypto/containers/pkcs12.hpp"

#include <gmock/gmock.h>
#include <openssl/pkcs12.h>

#include "emulator/crypto/containers/package.hpp"
#include "emulator/crypto/containers/pem.hpp"
#include "emulator/crypto/containers/pkcs12_export.hpp"
#include "emulator/crypto/der/der.hpp"
#include "tests/emulator/crypto/crypto_support.hpp"

namespace ringside::crypto {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace test;

const Certificate& pkcs12_root() {
  static const Certificate made = make_root(subject("root"));
  return made;
}
const Certificate& pkcs12_leaf() {
  static const Certificate made = make_certificate(subject("leaf"), subject("root"), {.serial = 3});
  return made;
}

base::Bytes made(Pkcs12Encryption encryption, const std::string& password = "secret", const std::string& seed = "s") {
  return pkcs12({pkcs12_leaf(), pkcs12_root()}, test_key("leaf"), base::Secret(password), "My \u00E4 label", encryption,
                SeededRandomness(seed, "c"));
}
Result<Package> read_with_password(base::ByteView bytes, const std::string& password = "secret") {
  return read_package(bytes, base::Secret(password));
}

class Written : public ::testing::TestWithParam<Pkcs12Encryption> {};
INSTANTIATE_TEST_SUITE_P(Forms, Written, ::testing::Values(Pkcs12Encryption::triple_des, Pkcs12Encryption::aes_256),
                         [](const auto& test) {
                           return test.param == Pkcs12Encryption::aes_256 ? "Aes" : "TripleDes";
                         });

TEST_P(Written, IsOpenedByOpenssl) {
  const bool modern = GetParam() == Pkcs12Encryption::aes_256;
  const Folder folder;
  folder.write("f.p12", made(GetParam()));
  const auto opened = folder.run("openssl pkcs12 -in f.p12 -passin pass:secret -nodes -info");
  EXPECT_EQ(opened.status, 0) << opened.output;
  EXPECT_THAT(opened.output, HasSubstr(modern ? "MAC: sha256, Iteration 10000" : "MAC: sha1, Iteration 2048"));
  const std::string encryption = modern ? "PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256"
                                        : "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048";
  EXPECT_THAT(opened.output, HasSubstr("PKCS7 Encrypted data: " + encryption));
  EXPECT_THAT(opened.output, HasSubstr("Shrouded Keybag: " + encryption));
  // The command line prints the name in Latin-1.
  EXPECT_THAT(opened.output, HasSubstr("friendlyName: My \xE4 label"));
  EXPECT_THAT(opened.output, HasSubstr(armor(pkcs12_leaf().der(), "CERTIFICATE")));
  EXPECT_THAT(opened.output, HasSubstr(armor(pkcs12_root().der(), "CERTIFICATE")));
  EXPECT_THAT(opened.output, HasSubstr(armor(test_key("leaf").pkcs8(), "PRIVATE KEY")));
}

TEST_P(Written, IsReadBack) {
  const auto package = read_with_password(made(GetParam()));
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_EQ(package->kind, PackageKind::pkcs12);
  EXPECT_EQ(package->modern_encryption, GetParam() == Pkcs12Encryption::aes_256);
  EXPECT_THAT(package->certificates, ElementsAre(pkcs12_leaf(), pkcs12_root()));
  ASSERT_TRUE(package->key);
  EXPECT_EQ(package->key->pkcs8(), test_key("leaf").pkcs8());
}

TEST_P(Written, IsTheSameForTheSameSeed) {
  EXPECT_EQ(made(GetParam()), made(GetParam()));
  EXPECT_NE(made(GetParam()), made(GetParam(), "secret", "another"));
}

TEST_P(Written, DoesNotOpenWithAnotherPassword) {
  for (const char* wrong : {"Secret", "", "secret "}) {
    const auto package = read_with_password(made(GetParam()), wrong);
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().kind, ProblemKind::wrong_password);
  }
  EXPECT_EQ(read_package(made(GetParam()), std::nullopt).error().kind, ProblemKind::wrong_password);
}

TEST_P(Written, TakesAnyPassword) {
  for (const std::string& password : {std::string(), std::string("p\u00E4ss w\u20ACrd"), std::string(255, 'x')}) {
    EXPECT_TRUE(read_with_password(made(GetParam(), password), password)) << password;
    const Folder folder;
    folder.write("f.p12", made(GetParam(), password));
    folder.write("pass", password + "\n");
    folder.must_run("LC_ALL=C.UTF-8 openssl pkcs12 -in f.p12 -passin file:pass -noout");
  }
}

TEST_P(Written, MayHoldAnRsaKeyInBase64) {
  const Subject ca = subject("rsa", {KeyType::rsa, 2048});
  const Certificate certificate = make_root(ca);
  const base::Bytes file = pkcs12({certificate}, ca.key, base::Secret("x"), "", GetParam(), SystemRandomness());
  const auto package = read_with_password(base::to_bytes(base64_lines(file)), "x");
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_TRUE(package->base64);
  EXPECT_TRUE(package->key->matches(certificate.public_key()));
}

struct OpensslFile {
  const char* name;
  const char* options;
  bool modern;
};
class OfOpenssl : public ::testing::TestWithParam<OpensslFile> {};
INSTANTIATE_TEST_SUITE_P(
    Forms, OfOpenssl,
    ::testing::Values(OpensslFile{"Default", "", true}, OpensslFile{"Legacy", "-legacy", false},
                      OpensslFile{"TripleDes", "-legacy -certpbe PBE-SHA1-3DES -keypbe PBE-SHA1-3DES", false},
                      OpensslFile{"KeyOnlyEncrypted", "-certpbe NONE", true},
                      OpensslFile{"NothingEncrypted", "-certpbe NONE -keypbe NONE", false},
                      OpensslFile{"NoMac", "-nomac", true}, OpensslFile{"Sha512Mac", "-macalg sha512", true},
                      OpensslFile{"Aes128", "-certpbe AES-128-CBC -keypbe AES-128-CBC", true}),
    [](const auto& test) { return test.param.name; });

TEST_P(OfOpenssl, IsReadWithItsChain) {
  const Folder folder;
  folder.write("leaf.pem", armor(pkcs12_leaf().der(), "CERTIFICATE"));
  folder.write("root.pem", armor(pkcs12_root().der(), "CERTIFICATE"));
  folder.write("k.pem", armor(test_key("leaf").pkcs8(), "PRIVATE KEY"));
  folder.must_run(std::string("openssl pkcs12 -export -in leaf.pem -inkey k.pem -certfile root.pem -passout "
                              "pass:secret -name n -out f.p12 ") +
                  GetParam().options);
  const auto package = read_with_password(folder.read("f.p12"));
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_THAT(package->certificates, ElementsAre(pkcs12_leaf(), pkcs12_root()));
  ASSERT_TRUE(package->key);
  EXPECT_TRUE(package->key->matches(pkcs12_leaf().public_key()));
  EXPECT_EQ(package->modern_encryption, GetParam().modern);
}

TEST_P(OfOpenssl, DoesNotOpenWithAnotherPassword) {
  const Folder folder;
  folder.write("leaf.pem", armor(pkcs12_leaf().der(), "CERTIFICATE"));
  folder.write("k.pem", armor(test_key("leaf").pkcs8(), "PRIVATE KEY"));
  folder.must_run(std::string("openssl pkcs12 -export -in leaf.pem -inkey k.pem -passout pass:secret -out f.p12 ") +
                  GetParam().options);
  const auto package = read_with_password(folder.read("f.p12"), "wrong");
  ASSERT_FALSE(package);
  EXPECT_EQ(package.error().kind, ProblemKind::wrong_password) << package.error().detail;
}

TEST_P(Written, MayHoldADsaKey) {
  const Subject ca = subject("dsa", {KeyType::dsa, 1024});
  const Certificate certificate = make_root(ca);
  const Folder folder;
  folder.write("f.p12", pkcs12({certificate}, ca.key, base::Secret("x"), "", GetParam(), SystemRandomness()));
  const auto opened = folder.run("openssl pkcs12 -in f.p12 -passin pass:x -nodes");
  EXPECT_THAT(opened.output, HasSubstr(armor(ca.key.pkcs8(), "PRIVATE KEY")));
  const auto package = read_with_password(folder.read("f.p12"), "x");
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_EQ(package->key->pkcs8(), ca.key.pkcs8());
}

TEST(Pkcs12, MayHoldCertificatesAlone) {
  const Folder folder;
  folder.write("all.pem", armor(pkcs12_root().der(), "CERTIFICATE") + armor(pkcs12_leaf().der(), "CERTIFICATE"));
  folder.must_run("openssl pkcs12 -export -nokeys -in all.pem -passout pass:secret -out f.p12");
  const auto package = read_with_password(folder.read("f.p12"));
  ASSERT_TRUE(package) << package.error().detail;
  EXPECT_FALSE(package->key);
  EXPECT_THAT(package->certificates, ElementsAre(pkcs12_leaf(), pkcs12_root()));
}

TEST(Pkcs12, OpensWithAnEmptyPasswordHoweverItWasWritten) {
  const Folder folder;
  folder.write("leaf.pem", armor(pkcs12_leaf().der(), "CERTIFICATE"));
  folder.write("k.pem", armor(test_key("leaf").pkcs8(), "PRIVATE KEY"));
  for (const char* options : {"-passout pass:", "-passout pass: -legacy"}) {
    folder.must_run(std::string("openssl pkcs12 -export -in leaf.pem -inkey k.pem -out f.p12 ") + options);
    EXPECT_TRUE(read_with_password(folder.read("f.p12"), "")) << options;
    EXPECT_TRUE(read_package(folder.read("f.p12"), std::nullopt)) << options;
  }
}

TEST(Pkcs12, RefusesAKeyWithoutItsCertificate) {
  const base::Bytes file = pkcs12({pkcs12_root()}, test_key("leaf"), base::Secret("secret"), "n",
                                  Pkcs12Encryption::triple_des, SystemRandomness());
  EXPECT_EQ(read_with_password(file).error().kind, ProblemKind::mismatch);
}

/// A PKCS#12 of one safe in clear around these bags, and this MacData.
base::Bytes unlocked_file(const base::Bytes& bags, const base::Bytes& mac_data) {
  const auto data = [](const base::Bytes& content) {
    return der::sequence({der::oid(pkcs12_oid::data), der::wrap(der::context(0), der::octet_string(content))});
  };
  return der::sequence({der::integer(3), data(der::sequence({data(bags)})), mac_data});
}

base::Bytes certificate_bags(const base::Bytes& certificate) {
  const base::Bytes value = der::sequence(
      {der::oid(pkcs12_oid::x509_certificate), der::wrap(der::context(0), der::octet_string(certificate))});
  return der::sequence({der::sequence({der::oid(pkcs12_oid::certificate_bag), der::wrap(der::context(0), value)})});
}

base::Bytes mac_data(std::string_view digest, const base::Bytes& count, std::size_t salt_bytes) {
  const base::Bytes algorithm = der::sequence({der::oid(digest), der::null()});
  return der::sequence({der::sequence({algorithm, der::octet_string(base::Bytes(20, 1))}),
                        der::octet_string(base::Bytes(salt_bytes, 2)), der::wrap(der::integer_tag, count)});
}

TEST(Pkcs12, RefusesScrypt) {
  const Folder folder;
  folder.write("k.pem", armor(test_key("leaf").pkcs8(), "PRIVATE KEY"));
  folder.must_run("openssl pkcs8 -topk8 -scrypt -in k.pem -passout pass:secret -outform DER -out k.der");
  const base::Bytes bag =
      der::sequence({der::oid(pkcs12_oid::shrouded_key_bag), der::wrap(der::context(0), folder.read("k.der"))});
  const auto package = read_with_password(unlocked_file(der::sequence({bag}), {}));
  ASSERT_FALSE(package);
  EXPECT_EQ(package.error().kind, ProblemKind::unsupported) << package.error().detail;
}

// --- hostile files: what they would cost is read before anything is derived
// ---------------------------------------------

base::Bytes openssl_file(const Folder& folder, const std::string& options) {
  folder.write("leaf.pem", armor(pkcs12_leaf().der(), "CERTIFICATE"));
  folder.write("k.pem", armor(test_key("leaf").pkcs8(), "PRIVATE KEY"));
  folder.must_run("openssl pkcs12 -export -in leaf.pem -inkey k.pem -passout pass:secret -out f.p12 " + options);
  return folder.read("f.p12");
}

ProblemKind kind_of(const base::Bytes& mac) {
  const auto package = read_with_password(unlocked_file(certificate_bags(pkcs12_root().der()), mac));
  EXPECT_FALSE(package);
  return package ? ProblemKind::mismatch : package.error().kind;
}

TEST(HostilePkcs12, TheseTestsReadTheirOwnFileWithoutAMac) {
  EXPECT_TRUE(read_with_password(unlocked_file(certificate_bags(pkcs12_root().der()), {})));
}

TEST(HostilePkcs12, AMacOfTooManyIterationsIsRefusedAtOnce) {
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::sha1, {0x7F, 0xFF, 0xFF, 0xFF}, 8)), ProblemKind::too_large);
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::sha1, {0x0F, 0x42, 0x41}, 8)), ProblemKind::too_large) << "1,000,001";
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::sha1, base::Bytes(20, 0x7F), 8)), ProblemKind::too_large);
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::sha1, {0x80}, 8)), ProblemKind::too_large) << "a negative count";
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::sha1, {0x0F, 0x42, 0x40}, 8)), ProblemKind::wrong_password)
      << "1,000,000 is computed";
}

TEST(HostilePkcs12, ALongSaltIsRefused) {
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::sha1, {0x01}, 65)), ProblemKind::too_large);
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::sha1, {0x01}, 64)), ProblemKind::wrong_password);
}

TEST(HostilePkcs12, AMacOfAnotherKindIsUnsupported) {
  EXPECT_EQ(kind_of(mac_data(pkcs12_oid::pbmac1, {0x01}, 8)), ProblemKind::unsupported);
}

TEST(HostilePkcs12, ManyBagsAreRefused) {
  const base::Bytes one =
      der::sequence({der::oid(pkcs12_oid::certificate_bag),
                     der::wrap(der::context(0),
                               der::sequence({der::oid(pkcs12_oid::data), der::wrap(der::context(0), der::null())}))});
  base::Bytes bags;
  for (int i = 0; i < 2001; ++i) bags.insert(bags.end(), one.begin(), one.end());
  const auto package = read_with_password(unlocked_file(der::wrap(der::sequence_tag, bags), {}));
  ASSERT_FALSE(package);
  EXPECT_EQ(package.error().kind, ProblemKind::too_large);
}

TEST(HostilePkcs12, ASafeWithoutContentIsRefused) {
  const base::Bytes safes = der::sequence({der::sequence({der::oid(pkcs12_oid::encrypted_data)})});
  const base::Bytes outer =
      der::sequence({der::oid(pkcs12_oid::data), der::wrap(der::context(0), der::octet_string(safes))});
  EXPECT_FALSE(read_with_password(der::sequence({der::integer(3), outer})));
  EXPECT_FALSE(read_with_password(der::sequence({der::integer(3), der::sequence({der::oid(pkcs12_oid::data)})})));
}

TEST(HostilePkcs12, IterationsAreAddedUp) {
  const Folder folder;
  const base::Bytes modest = openssl_file(folder, "-iter 330000");  // three times: 990,000
  EXPECT_TRUE(read_with_password(modest));
  const auto refused = read_with_password(openssl_file(folder, "-iter 340000"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ProblemKind::too_large);
}

TEST(HostilePkcs12, SurvivesEveryChangedOctet) {
  const base::Bytes good = made(Pkcs12Encryption::triple_des);
  for (std::size_t at = 0; at < good.size(); ++at) {
    if (at % 7 == 0) {
      EXPECT_FALSE(read_with_password(base::ByteView(good).first(at))) << at;
    }
    base::Bytes damaged = good;
    damaged[at] ^= 0x55;
    (void)read_with_password(damaged);
  }
  base::Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(read_with_password(longer));
}

TEST(HostilePkcs12, AKeyWhoseNumbersDoNotFitIsRefused) {
  const Subject ca = subject("rsa", {KeyType::rsa, 1024});
  base::Bytes der = ca.key.pkcs8();
  der[der.size() / 2] ^= 4;  // behind n and e, so that it still seems to belong to the certificate
  const PrivateKey damaged = PrivateKey::from_pkcs8(der).value();
  ASSERT_TRUE(damaged.matches(ca.key.public_key()));
  const auto package = read_with_password(
      pkcs12({make_root(ca)}, damaged, base::Secret("secret"), "", Pkcs12Encryption::aes_256, SystemRandomness()));
  ASSERT_FALSE(package);
  EXPECT_EQ(package.error().kind, ProblemKind::malformed);
  EXPECT_THAT(package.error().detail, HasSubstr("do not fit together"));
}

/// A safe whose content is these octets under triple DES and `password`, as a wrong password would see them by chance.
base::Bytes encrypted_safe(const base::Bytes& content, const std::string& password) {
  X509_ALGOR* algorithm = PKCS5_pbe_set(NID_pbe_WithSHA1And3_Key_TripleDES_CBC, 1, nullptr, 8);
  unsigned char* cipher = nullptr;
  int length = 0;
  EXPECT_NE(PKCS12_pbe_crypt(algorithm, password.c_str(), static_cast<int>(password.size()), content.data(),
                             static_cast<int>(content.size()), &cipher, &length, 1),
            nullptr);
  unsigned char* identifier = nullptr;
  const int identifier_length = i2d_X509_ALGOR(algorithm, &identifier);
  const base::Bytes octets(cipher, cipher + length), id(identifier, identifier + identifier_length);
  OPENSSL_free(cipher);
  OPENSSL_free(identifier);
  X509_ALGOR_free(algorithm);
  const base::Bytes encrypted =
      der::sequence({der::oid(pkcs12_oid::data), id, der::wrap(der::context_primitive(0), octets)});
  return der::sequence(
      {der::oid(pkcs12_oid::encrypted_data), der::wrap(der::context(0), der::sequence({der::integer(0), encrypted}))});
}

base::Bytes file_without_mac(const base::Bytes& safe) {
  const base::Bytes safes = der::octet_string(der::sequence({safe}));
  return der::sequence(
      {der::integer(3), der::sequence({der::oid(pkcs12_oid::data), der::wrap(der::context(0), safes)})});
}

// What a wrong password leaves behind when the padding is sound by chance, as it is once in 256.
TEST(HostilePkcs12, SoundPaddingAroundNonsenseMeansAWrongPasswordWhenThereIsNoMac) {
  ASSERT_TRUE(read_with_password(file_without_mac(encrypted_safe(certificate_bags(pkcs12_root().der()), "secret"))));
  const base::Bytes bag_of_nonsense = der::sequence({der::sequence(
      {der::oid(pkcs12_oid::shrouded_key_bag), der::wrap(der::context(0), der::sequence({der::null()}))})});
  base::Bytes followed = certificate_bags(pkcs12_root().der());
  followed.push_back(0);
  for (const base::Bytes& nonsense :
       {base::to_bytes("nothing at all"), base::Bytes{}, base::Bytes{0x30, 0x00, 0x17}, base::Bytes{0x30, 0x7F, 0x01},
        base::Bytes{0x30, 0x03, 0x02, 0x01, 0x05}, followed, bag_of_nonsense, certificate_bags({0x30, 0x00})}) {
    const auto package = read_with_password(file_without_mac(encrypted_safe(nonsense, "secret")));
    ASSERT_FALSE(package) << base::hex(nonsense);
    EXPECT_EQ(package.error().kind, ProblemKind::wrong_password) << base::hex(nonsense) << package.error().detail;
  }
}

TEST(HostilePkcs12, AShroudedKeyOfNonsenseMeansAWrongPasswordWhenThereIsNoMac) {
  for (const base::Bytes& nonsense :
       {base::to_bytes("nothing"), base::Bytes{0x30, 0x00}, base::Bytes{0x30, 0x03, 0x02, 0x01, 0x00}}) {
    const base::Bytes safe = encrypted_safe(nonsense, "secret");
    const auto outer = der::only(safe, der::sequence_tag).value();
    // EncryptedPrivateKeyInfo is the algorithm and the octets, which stand side by side in the safe too.
    der::Reader parts(outer.content);
    parts.next();
    const auto data = der::only(parts.next()->content, der::sequence_tag).value();
    der::Reader fields(data.content);
    fields.next();
    der::Reader encrypted(fields.next()->content);
    encrypted.next();
    const auto algorithm = encrypted.next();
    const auto cipher = encrypted.next();
    const base::Bytes key = der::sequence(
        {algorithm->whole, der::octet_string(base::Bytes(cipher->content.begin(), cipher->content.end()))});
    const base::Bytes bags =
        der::sequence({der::sequence({der::oid(pkcs12_oid::shrouded_key_bag), der::wrap(der::context(0), key)})});
    const auto package = read_with_password(unlocked_file(bags, {}));
    ASSERT_FALSE(package);
    EXPECT_EQ(package.error().kind, ProblemKind::wrong_password) << package.error().detail;
  }
}

// Every salt gives other nonsense; some of 2000 have sound padding.
TEST(HostilePkcs12, AWrongPasswordIsToldWithoutAMacWhateverTheSalt) {
  for (int i = 0; i < 2000; ++i) {
    const auto package =
        read_with_password(file_without_mac(encrypted_safe(certificate_bags(pkcs12_root().der()), "another")));
    ASSERT_FALSE(package);
    ASSERT_EQ(package.error().kind, ProblemKind::wrong_password) << package.error().detail;
  }
}

TEST(HostilePkcs12, NothingButTheProblemLeavesTheReader) {
  const auto package = read_with_password(made(Pkcs12Encryption::triple_des, "hunter2"), "swordfish");
  ASSERT_FALSE(package);
  EXPECT_THAT(package.error().detail, Not(HasSubstr("swordfish")));
  EXPECT_THAT(package.error().detail, Not(HasSubstr("hunter2")));
}

}  // namespace
}  // namespace ringside::crypto
