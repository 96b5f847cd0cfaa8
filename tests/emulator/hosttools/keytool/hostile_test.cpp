// tests/emulator/hosttools/keytool/hostile_test.cpp - key stores made to hurt are refused by name, at once and in
// little memory.
#include <random>

#include <gmock/gmock.h>

#include "emulator/crypto/der/der.hpp"
#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"
#include "tests/support/bounded.hpp"

namespace ringside {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;
using test_support::KeytoolBench;
using testing::HasSubstr;
using namespace std::string_literals;

constexpr double most_seconds = 0.5 * test_support::sanitizer_factor;  // a release takes a tenth of that, alone
constexpr long most_kilobytes = 64L * 1024 * test_support::sanitizer_factor;

/// The command line on the store, in a child that is measured; what it said comes through a file.
void expect_refused(KeytoolBench& bench, const std::string& line, const std::string& why) {
  const auto spent = test_support::spent_on(
      [&] {
        const auto result = bench.run(line);
        bench.put("said", std::to_string(result.status) + " " + result.output + result.errors);
      },
      60);
  EXPECT_TRUE(spent.ended) << line;
  EXPECT_LT(spent.cpu_seconds, most_seconds) << line;
  EXPECT_LT(spent.grown_kilobytes, most_kilobytes) << line;
  EXPECT_THAT(bench.content("said"), testing::AllOf(testing::StartsWith("1 "), HasSubstr(why))) << line;
}

void expect_store_refused(const std::string& store, const std::string& why) {
  KeytoolBench bench;
  bench.put("s", store);
  expect_refused(bench, "-list -v -keystore s -storepass changeit", why);
}

constexpr const char* jks = "\xFE\xED\xFE\xED";
const std::string version_two = "\0\0\0\2"s, most = "\x7F\xFF\xFF\xFF", date(8, '\0');

TEST(HostileStores, LengthsAndCountsOfBillionsEndWithTheFile) {
  const std::string one = "\0\0\0\1"s, two = "\0\0\0\2"s, alias = "\0\1a"s, kind = "\0\5X.509"s;
  expect_store_refused(jks + version_two + most, "java.io.EOFException");
  expect_store_refused(jks + version_two + one + one + alias + date + most, "java.io.EOFException");
  expect_store_refused(jks + version_two + one + two + alias + date + kind + most, "java.io.EOFException");
  expect_store_refused(jks + version_two + one + one + alias + date + "\0\0\0\0"s + most, "java.io.EOFException");
  expect_store_refused(jks + version_two + one + two + "\xFF\xFF" + "a", "java.io.EOFException");
  expect_store_refused(jks + version_two + one + two + alias + date + kind + "\xFF\xFF\xFF\xFF",
                       "java.io.IOException: length cannot be negative: -1");
}

TEST(HostileStores, AliasesAreModifiedUtf8) {
  expect_store_refused(jks + version_two + "\0\0\0\1\0\0\0\2"s + "\0\2\xC3\x28"s + date,
                       "java.io.UTFDataFormatException: malformed input");
}

// Arrays of arrays of arrays, as a serialized object could go on for ever.
TEST(HostileStores, SerializedObjectsNestNoDeeperThanASealedKey) {
  std::string object = "\xAC\xED\0\5"s;
  for (int i = 0; i < 100'000; ++i) object += "sr\0\1A"s + std::string(8, '\1') + "\2\0\1[\0\1b"s;
  expect_store_refused("\xCE\xCE\xCE\xCE" + version_two + "\0\0\0\1\0\0\0\3\0\1a"s + date + object,
                       "java.io.EOFException");
}

// ---- PKCS#12

Bytes pfx(ByteView safes, ByteView mac) {
  const Bytes content = der::sequence(
      {der::oid("1.2.840.113549.1.7.1"), der::wrap(der::context(0), der::octet_string(der::sequence({safes})))});
  return der::sequence({der::integer(3), content, mac});
}

Bytes mac_of(std::uint64_t iterations) {
  const Bytes hash = der::sequence({der::oid("2.16.840.1.101.3.4.2.1"), der::null()});
  return der::sequence(
      {der::sequence({hash, der::octet_string(Bytes(32))}), der::octet_string(Bytes(8)), der::integer(iterations)});
}

Bytes pbes2(std::uint64_t iterations) {
  const Bytes derivation = der::sequence(
      {der::oid("1.2.840.113549.1.5.12"), der::sequence({der::octet_string(Bytes(8)), der::integer(iterations)})});
  const Bytes cipher = der::sequence({der::oid("2.16.840.1.101.3.4.1.42"), der::octet_string(Bytes(16))});
  return der::sequence({der::oid("1.2.840.113549.1.5.13"), der::sequence({derivation, cipher})});
}

Bytes encrypted_safe(std::uint64_t iterations) {
  const Bytes content = der::sequence(
      {der::oid("1.2.840.113549.1.7.1"), pbes2(iterations), der::wrap(der::context_primitive(0), Bytes(32))});
  return der::sequence(
      {der::oid("1.2.840.113549.1.7.6"), der::wrap(der::context(0), der::sequence({der::integer(0), content}))});
}

std::string joined(const Bytes& a, const Bytes& b) {
  return base::to_text(a) + base::to_text(b);
}

constexpr std::uint64_t absurd = 0x7FFFFFFF;
constexpr const char* too_dear = "more than 1,000,000 iterations of key derivation";

TEST(HostileStores, IterationsAreCountedBeforeAnythingIsDerived) {
  expect_store_refused(base::to_text(pfx({}, mac_of(absurd))), too_dear);
  expect_store_refused(base::to_text(pfx(encrypted_safe(absurd), mac_of(1))), too_dear);
}

TEST(HostileStores, AllPartsShareOneBudget) {
  const std::string safes = joined(encrypted_safe(400'000), encrypted_safe(400'000));
  expect_store_refused(base::to_text(pfx(base::to_bytes(safes), mac_of(300'000))), too_dear);
}

/// A key bag that asks for so many iterations, in a store without a MAC.
Bytes key_bag(std::uint64_t iterations, char name) {
  const Bytes alias = der::sequence(
      {der::oid("1.2.840.113549.1.9.20"),
       der::wrap(der::set_tag, der::wrap(der::bmp_string_tag, Bytes{0, static_cast<std::uint8_t>(name)}))});
  const Bytes key = der::sequence({pbes2(iterations), der::octet_string(Bytes(32))});
  return der::sequence(
      {der::oid("1.2.840.113549.1.12.10.1.2"), der::wrap(der::context(0), key), der::wrap(der::set_tag, alias)});
}

std::string keys(std::uint64_t iterations) {
  const std::string bags = joined(key_bag(iterations, 'a'), key_bag(iterations, 'b'));
  const Bytes content = der::wrap(der::sequence_tag, base::to_bytes(bags));
  const Bytes safe =
      der::sequence({der::oid("1.2.840.113549.1.7.1"), der::wrap(der::context(0), der::octet_string(content))});
  return base::to_text(pfx(safe, {}));
}

TEST(HostileStores, AKeyIsNotOpenedAtAnyPrice) {
  KeytoolBench bench;
  bench.put("s", keys(absurd));
  EXPECT_EQ(bench.run("-list -keystore s -storepass changeit").status, 0);  // nothing needs opening
  expect_refused(bench, "-certreq -alias a -keystore s -storepass changeit", too_dear);
  expect_refused(bench, "-importkeystore -srckeystore s -srcstorepass changeit -destkeystore d -deststorepass changeit",
                 too_dear);
}

TEST(HostileStores, StructuresNestedThousandsDeepAreNone) {
  Bytes nest = der::null();
  for (int i = 0; i < 3000; ++i) nest = der::sequence({nest});
  expect_store_refused(base::to_text(pfx(nest, mac_of(1))), "keytool error: java.");
  KeytoolBench bench;
  bench.put("s", base::to_text(nest));
  expect_refused(bench, "-printcert -file s", "Failed to parse input");
}

// Two CAs that have signed each other: the way up from a leaf of one never ends by itself.
TEST(HostileStores, AChainThatClosesUponItselfEnds) {
  KeytoolBench bench;
  const std::string store = " -keystore s -storepass changeit";
  for (const std::string name : {"a", "b"})
    ASSERT_EQ(bench.run("-genkeypair -keyalg EC -alias " + name + " -dname CN=" + name + store).status, 0);
  for (const std::string pair : {"ab", "ba"}) {
    const std::string subject = pair.substr(0, 1), issuer = pair.substr(1);
    ASSERT_EQ(bench.run("-certreq -file r -alias " + subject + store).status, 0);
    ASSERT_EQ(bench.run("-gencert -rfc -infile r -outfile " + subject + ".pem -alias " + issuer + store).status, 0);
  }
  bench.put("chain.pem", bench.content("a.pem") + bench.content("b.pem"));
  ASSERT_EQ(bench.run("-importcert -noprompt -alias a -file chain.pem" + store).status, 0);
  const auto listed = bench.run("-list -v -alias a" + store);
  EXPECT_THAT(listed.output, HasSubstr("Certificate chain length: 2\n"));
  ASSERT_EQ(bench.run("-certreq -file r -alias a" + store).status, 0);
  EXPECT_EQ(bench
                .run("-importkeystore -srckeystore s -srcstorepass changeit -destkeystore t -deststoretype JKS "
                     "-deststorepass changeit")
                .status,
            0);
}

// The same seed turns the same bits. Whatever is said, it is said soon.
TEST(HostileStores, NoTurnedBitsTakeLong) {
  std::mt19937 random(20'261'127);
  for (const std::string type : {"JKS", "JCEKS", "PKCS12"}) {
    KeytoolBench bench;
    const std::string store = " -keystore s -storepass changeit -storetype " + type;
    ASSERT_EQ(bench.run("-genkeypair -keyalg EC -alias a -dname CN=a -keypass changeit" + store).status, 0);
    const std::string whole = bench.content("s");
    const auto spent = test_support::spent_on(
        [&] {
          for (int i = 0; i < 40; ++i) {
            std::string turned = whole;
            for (int bit = 0; bit < 3; ++bit) turned[random() % turned.size()] ^= static_cast<char>(1u << random() % 8);
            bench.put("t", turned.substr(0, random() % 4 == 0 ? random() % turned.size() : turned.size()));
            bench.run("-list -v -keystore t -storepass changeit");
            bench.run("-certreq -alias a -keystore t -storepass changeit");
          }
        },
        120);
    EXPECT_TRUE(spent.ended) << type;
  }
}

}  // namespace
}  // namespace ringside
