// tests/connectors/gskcms/gskcms_test.cpp - the functions of certificate management services, as a C program calls
// them.
#include <array>

#include <gskcms.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "emulator/crypto/containers/package.hpp"
#include "tests/connectors/gskcms/ring_of_server.hpp"

namespace ringside::connectors::gskcms {
namespace {

using test_support::Buffer;
using test_support::RingOfServer;
using testing::StartsWith;

using GskcmsRing = RingOfServer;

TEST_F(GskcmsRing, IsOpenedWithTheNumberOfItsCertificatesThatAreNotNotrust) {
  int count = -1;
  gsk_handle handle = open("SERVER/Ring.One", &count);
  EXPECT_NE(handle, nullptr);
  EXPECT_EQ(count, 3);
  EXPECT_EQ(gsk_close_database(&handle), 0);
  EXPECT_EQ(handle, nullptr);
}

TEST_F(GskcmsRing, WithoutAnOwnerIsOneOfTheUser) {
  int count = -1;
  gsk_handle handle = open("Ring.One", &count);
  EXPECT_EQ(count, 3);
  EXPECT_EQ(gsk_close_database(&handle), 0);
}

TEST_F(GskcmsRing, IsAlsoTheVirtualOneOfAnOwner) {
  int count = -1;
  gsk_handle handle = open("SERVER/*", &count);
  EXPECT_EQ(count, 1);
  EXPECT_EQ(gsk_close_database(&handle), 0);
}

TEST_F(GskcmsRing, WithoutCertificatesIsOpenedWithNone) {
  lab.must("RACDCERT ID(SERVER) ADDRING(Empty)");
  int count = -1;
  gsk_handle handle = open("SERVER/Empty", &count);
  EXPECT_EQ(count, 0);
  Buffer buffer;
  EXPECT_EQ(gsk_export_certificate(handle, "mine", gskdb_export_der_binary, buffer.get()), CMSERR_RECORD_NOT_FOUND);
  EXPECT_EQ(gsk_close_database(&handle), 0);
}

TEST_F(GskcmsRing, ThatCannotBeOpenedSaysWhy) {
  EXPECT_EQ(status_of_opening("SERVER/Other"), CMSERR_FILE_NOT_FOUND);
  EXPECT_EQ(status_of_opening("NOBODY/Ring.One"), CMSERR_ACCESS_DENIED);
  EXPECT_EQ(status_of_opening("TOOLONGNAME/Ring.One"), CMSERR_BAD_FILENAME);
  EXPECT_EQ(status_of_opening(""), CMSERR_BAD_FILENAME);
  EXPECT_EQ(status_of_opening(nullptr), CMSERR_BAD_FILENAME);
  const test_support::EnvironmentOf no_lab({{"RINGSIDE_LAB", ""}, {"RINGSIDE_USER", "SERVER"}});
  EXPECT_EQ(status_of_opening("SERVER/Ring.One"), CMSERR_IO_ERROR);
}

TEST_F(GskcmsRing, StaysAsItWasWhenItWasOpened) {
  gsk_handle handle = open("SERVER/Ring.One");
  lab.must("RACDCERT ID(SERVER) DELRING(Ring.One)");
  Buffer buffer;
  EXPECT_EQ(gsk_export_certificate(handle, "mine", gskdb_export_der_binary, buffer.get()), 0);
  EXPECT_EQ(gsk_close_database(&handle), 0);
}

TEST_F(GskcmsRing, ThatIsClosedOrWasNeverOpenHasABadHandle) {
  gsk_handle handle = open("SERVER/Ring.One");
  gsk_handle copy = handle;
  EXPECT_EQ(gsk_close_database(&handle), 0);
  EXPECT_EQ(gsk_close_database(&copy), CMSERR_BAD_HANDLE);
  EXPECT_EQ(gsk_close_database(nullptr), CMSERR_BAD_HANDLE);
  Buffer buffer;
  EXPECT_EQ(gsk_export_certificate(copy, "mine", gskdb_export_der_binary, buffer.get()), CMSERR_BAD_HANDLE);
  EXPECT_EQ(
      gsk_export_key(nullptr, "mine", gskdb_export_pkcs12v3_binary, x509_alg_pbeWithSha1And3DesCbc, "x", buffer.get()),
      CMSERR_BAD_HANDLE);
}

class GskcmsExport : public RingOfServer {
 protected:
  void SetUp() override {
    RingOfServer::SetUp();
    handle = open("SERVER/Ring.One");
  }
  void TearDown() override { EXPECT_EQ(gsk_close_database(&handle), 0); }

  gsk_status certificate(const char* label, gskdb_export_format format, Buffer& buffer) const {
    return gsk_export_certificate(handle, label, format, buffer.get());
  }
  gsk_status key(const char* label, x509_algorithm_type algorithm, Buffer& buffer,
                 gskdb_export_format format = gskdb_export_pkcs12v3_binary, const char* password = "secret") const {
    return gsk_export_key(handle, label, format, algorithm, password, buffer.get());
  }

  gsk_handle handle = nullptr;
};

TEST_F(GskcmsExport, GivesACertificateInDerAndWithHeaderLines) {
  Buffer der, text;
  ASSERT_EQ(certificate("mine", gskdb_export_der_binary, der), 0);
  EXPECT_EQ(der.bytes(), der_of("SERVER", "mine"));
  ASSERT_EQ(certificate("mine", gskdb_export_der_base64, text), 0);
  EXPECT_THAT(text.text(), StartsWith("-----BEGIN CERTIFICATE-----\nMII"));
}

TEST_F(GskcmsExport, GivesTheIssuersOnTheRingInPkcs7) {
  for (const auto format : {gskdb_export_pkcs7_binary, gskdb_export_pkcs7_base64}) {
    Buffer buffer;
    ASSERT_EQ(certificate("mine", format, buffer), 0);
    const auto package = crypto::read_package(buffer.bytes(), std::nullopt);
    ASSERT_TRUE(package);
    EXPECT_EQ(package->kind, crypto::PackageKind::pkcs7);
    EXPECT_EQ(package->certificates.size(), 2u);
  }
}

TEST_F(GskcmsExport, RefusesLabelsAndFormsThatAreNotThere) {
  Buffer buffer;
  EXPECT_EQ(certificate("Mine", gskdb_export_der_binary, buffer), CMSERR_RECORD_NOT_FOUND);
  EXPECT_EQ(certificate("distrusted", gskdb_export_der_binary, buffer), CMSERR_RECORD_NOT_FOUND);
  EXPECT_EQ(certificate("", gskdb_export_der_binary, buffer), CMSERR_BAD_LABEL);
  EXPECT_EQ(certificate(nullptr, gskdb_export_der_binary, buffer), CMSERR_BAD_LABEL);
  EXPECT_EQ(certificate("mine", gskdb_export_pkcs12v3_binary, buffer), CMSERR_FMT_NOT_SUPPORTED);
  EXPECT_EQ(buffer.get()->data, nullptr);
}

TEST_F(GskcmsExport, GivesAKeyWithItsCertificatesUnderEachAlgorithm) {
  for (const auto algorithm :
       {x509_alg_pbeWithSha1And40BitRc2Cbc, x509_alg_pbeWithSha1And128BitRc2Cbc, x509_alg_pbeWithSha1And40BitRc4,
        x509_alg_pbeWithSha1And128BitRc4, x509_alg_pbeWithSha1And3DesCbc}) {
    Buffer buffer;
    ASSERT_EQ(key("mine", algorithm, buffer), 0) << algorithm;
    const auto package = crypto::read_package(buffer.bytes(), base::Secret("secret"));
    ASSERT_TRUE(package) << algorithm;
    ASSERT_EQ(package->certificates.size(), 2u);
    EXPECT_EQ(package->certificates.front().der(), der_of("SERVER", "mine"));
    ASSERT_TRUE(package->key);
    EXPECT_TRUE(package->key->matches(package->certificates.front().public_key()));
  }
}

TEST_F(GskcmsExport, GivesAKeyInBase64) {
  Buffer buffer;
  ASSERT_EQ(key("mine", x509_alg_pbeWithSha1And3DesCbc, buffer, gskdb_export_pkcs12v3_base64), 0);
  EXPECT_THAT(buffer.text(), StartsWith("MII"));
  EXPECT_TRUE(crypto::read_package(buffer.bytes(), base::Secret("secret")));
}

TEST_F(GskcmsExport, RefusesAKeyThatTheUserMayNotHave) {
  Buffer buffer;
  EXPECT_EQ(key("theirs", x509_alg_pbeWithSha1And3DesCbc, buffer), CMSERR_NO_PRIVATE_KEY);
  EXPECT_EQ(key("ca", x509_alg_pbeWithSha1And3DesCbc, buffer), CMSERR_NO_PRIVATE_KEY);
  EXPECT_EQ(buffer.get()->data, nullptr);
}

TEST_F(GskcmsExport, OfAKeyNeedsAPasswordAFormAndAnAlgorithm) {
  Buffer buffer;
  const auto des = x509_alg_pbeWithSha1And3DesCbc;
  EXPECT_EQ(key("mine", des, buffer, gskdb_export_pkcs12v3_binary, ""), CMSERR_PW_INCORRECT);
  EXPECT_EQ(key("mine", des, buffer, gskdb_export_pkcs12v3_binary, nullptr), CMSERR_PW_INCORRECT);
  EXPECT_EQ(key("mine", des, buffer, gskdb_export_pkcs12v1_binary), CMSERR_FMT_NOT_SUPPORTED);
  EXPECT_EQ(key("mine", x509_alg_unknown, buffer), CMSERR_ALG_NOT_SUPPORTED);
  EXPECT_EQ(key("none", des, buffer), CMSERR_RECORD_NOT_FOUND);
}

TEST(GskcmsBase64, HasLinesOf64CharactersEachEnded) {
  std::array<char, 50> octets{};
  gsk_buffer input{octets.size(), octets.data()};
  Buffer output;
  ASSERT_EQ(gsk_encode_base64(&input, output.get()), 0);
  EXPECT_EQ(output.text(), std::string(64, 'A') + "\nAAA=\n");
  gsk_buffer empty{0, nullptr};
  Buffer nothing;
  ASSERT_EQ(gsk_encode_base64(&empty, nothing.get()), 0);
  EXPECT_EQ(nothing.text(), "");
}

class GskcmsPackage : public GskcmsExport {
 protected:
  void TearDown() override {
    gsk_free_certificate(&read.certificate);
    gsk_free_private_key_info(&read.privateKey);
    gsk_free_certificates(&issuers);
    GskcmsExport::TearDown();
  }

  pkcs_cert_key read{};
  pkcs_certificates issuers{};
};

TEST_F(GskcmsPackage, IsTakenApartAndPutTogetherAgain) {
  Buffer package, again, chain, pkcs8;
  ASSERT_EQ(key("mine", x509_alg_pbeWithSha1And128BitRc4, package), 0);
  ASSERT_EQ(gsk_decode_import_key(package.get(), "secret", &read, &issuers), 0);
  EXPECT_EQ(issuers.count, 1u);
  ASSERT_EQ(gsk_encode_export_certificate(&read.certificate, &issuers, gskdb_export_der_binary, again.get()), 0);
  EXPECT_EQ(again.bytes(), der_of("SERVER", "mine"));
  ASSERT_EQ(gsk_encode_export_certificate(&read.certificate, &issuers, gskdb_export_pkcs7_binary, chain.get()), 0);
  EXPECT_EQ(crypto::read_package(chain.bytes(), std::nullopt)->certificates.size(), 2u);
  ASSERT_EQ(gsk_encode_private_key(&read.privateKey, pkcs8.get()), 0);
  EXPECT_TRUE(crypto::PrivateKey::from_pkcs8(pkcs8.bytes()));
}

TEST_F(GskcmsPackage, UnderAnotherPasswordOrOfAnotherFormIsRefused) {
  Buffer package, certificate_only, pkcs8;
  ASSERT_EQ(key("mine", x509_alg_pbeWithSha1And3DesCbc, package), 0);
  EXPECT_EQ(gsk_decode_import_key(package.get(), "wrong", &read, &issuers), CMSERR_PW_INCORRECT);
  EXPECT_EQ(gsk_decode_import_key(package.get(), nullptr, &read, &issuers), CMSERR_PW_INCORRECT);
  package.get()->length /= 2;
  EXPECT_EQ(gsk_decode_import_key(package.get(), "secret", &read, &issuers), CMSERR_BAD_ENCODING);
  ASSERT_EQ(certificate("mine", gskdb_export_der_binary, certificate_only), 0);
  EXPECT_EQ(gsk_decode_import_key(certificate_only.get(), "secret", &read, &issuers), CMSERR_BAD_ENCODING);
  EXPECT_EQ(gsk_encode_private_key(&read.privateKey, pkcs8.get()), CMSERR_NO_PRIVATE_KEY);
  EXPECT_EQ(gsk_encode_export_certificate(&read.certificate, &issuers, gskdb_export_der_binary, pkcs8.get()),
            CMSERR_BAD_ENCODING);
}

TEST_F(GskcmsExport, OfACertificateIsDecodedToItsSerialNumberAndDates) {
  Buffer der;
  ASSERT_EQ(certificate("ca", gskdb_export_der_binary, der), 0);
  x509_certificate read{};
  ASSERT_EQ(gsk_decode_certificate(der.get(), &read), 0);
  const x509_tbs_certificate& tbs = read.tbsCertificate;
  ASSERT_EQ(tbs.serialNumber.length, 1u);
  EXPECT_EQ(*static_cast<const char*>(tbs.serialNumber.data), 0);
  EXPECT_EQ(tbs.validity.notAfter.tm_year, 130);
  EXPECT_EQ(tbs.validity.notAfter.tm_mon, 11);
  EXPECT_EQ(tbs.validity.notAfter.tm_mday, 31);
  EXPECT_EQ(tbs.validity.notAfter.tm_hour, 23);
  gsk_free_certificate(&read);
  gsk_buffer broken{der.get()->length - 1, der.get()->data};
  EXPECT_EQ(gsk_decode_certificate(&broken, &read), CMSERR_BAD_ENCODING);
  EXPECT_EQ(read.derCertificate.data, nullptr);
}

TEST(GskcmsFree, TakesWhatIsNotThereOrIsFreedAlready) {
  gsk_free_buffer(nullptr);
  gsk_free_certificate(nullptr);
  gsk_free_certificates(nullptr);
  gsk_free_private_key_info(nullptr);
  pkcs_certificates none{};
  gsk_free_certificates(&none);
  gsk_free_certificates(&none);
  EXPECT_EQ(none.certificates, nullptr);
}

}  // namespace
}  // namespace ringside::connectors::gskcms
