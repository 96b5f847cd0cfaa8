// tests/emulator/hosttools/keytool/store/store_format_test.cpp - the table of store types, with files that keytool
// made.
#include "emulator/hosttools/keytool/store/store_format.hpp"

#include <gmock/gmock.h>

#include "emulator/hosttools/keytool/refusal.hpp"
#include "tests/emulator/hosttools/keytool/keytool_bench.hpp"

namespace ringside::keytool {
namespace {

using test_support::KeytoolBench;

constexpr std::array file_types = {StoreType::jks, StoreType::jceks, StoreType::pkcs12};

base::Bytes file_of(StoreType type) {
  KeytoolBench bench;
  bench.run("-genkeypair -alias a -keyalg EC -dname CN=a -keystore s -storepass changeit -storetype " + type_name(type),
            "\n");
  return base::to_bytes(bench.content("s"));
}

std::string refusal_of(StoreType asked, StoreType found) {
  try {
    refuse_other_format(asked, found);
  } catch (const Refusal& refusal) {
    return refusal.text;
  }
  return "";
}

TEST(StoreFormat, EachFileIsRecognisedAsItsOwnTypeOnly) {
  for (const StoreType type : file_types) {
    const base::Bytes file = file_of(type);
    EXPECT_EQ(probe(file), type) << type_name(type);
    for (const StoreType other : file_types)
      EXPECT_EQ(format_of(other).recognises(file), other == type) << type_name(other) << " of " << type_name(type);
    EXPECT_EQ(read_store({file, type}, base::Secret("changeit"), 0).type(), type);
  }
  EXPECT_EQ(probe(base::to_bytes("-----BEGIN CERTIFICATE-----")), std::nullopt);
  EXPECT_EQ(probe({}), std::nullopt);
}

TEST(StoreFormat, NamesAreFoundInAnyCaseAndAKeyRingHasNone) {
  EXPECT_EQ(type_named("pkcs12"), StoreType::pkcs12);
  EXPECT_EQ(type_named("Jks"), StoreType::jks);
  EXPECT_EQ(type_named(""), std::nullopt);
  EXPECT_EQ(type_named("JCERACFKS"), std::nullopt);
  EXPECT_EQ(type_name(StoreType::key_ring), "");
}

// keystore.type.compat and the providers of JDK 17: who opens what, and what is said otherwise.
TEST(StoreFormat, JksAndPkcs12OpenEachOtherAndJceksOpensJks) {
  EXPECT_EQ(refusal_of(StoreType::jks, StoreType::pkcs12), "");
  EXPECT_EQ(refusal_of(StoreType::pkcs12, StoreType::jks), "");
  EXPECT_EQ(refusal_of(StoreType::jceks, StoreType::jks), "");
  EXPECT_EQ(refusal_of(StoreType::jks, StoreType::jceks), "java.io.IOException: Invalid keystore format");
  EXPECT_EQ(refusal_of(StoreType::jceks, StoreType::pkcs12), "java.io.IOException: Invalid keystore format");
  EXPECT_EQ(refusal_of(StoreType::pkcs12, StoreType::jceks),
            "java.io.IOException: DerInputStream.getLength(): lengthTag=78, too big.");
  EXPECT_TRUE(holds_stores("SunJSSE", StoreType::pkcs12));
  EXPECT_FALSE(holds_stores("SunJSSE", StoreType::jks));
  EXPECT_FALSE(holds_stores("SUN", StoreType::jceks));
}

}  // namespace
}  // namespace ringside::keytool
