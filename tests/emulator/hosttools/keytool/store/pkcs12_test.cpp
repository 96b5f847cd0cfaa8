// tests/emulator/hosttools/keytool/store/pkcs12_test.cpp - which entries a PKCS#12 holds when its names and identifiers
// repeat, fail or contradict each other.
#include "emulator/hosttools/keytool/store/pkcs12.hpp"

#include <gtest/gtest.h>

#include "tests/emulator/hosttools/keytool/pkcs12_files.hpp"

namespace ringside {
namespace {

using test_support::FileCase;

TEST(KeytoolPkcs12, EntriesAreWhatTheJdkMakesOfTheBags) {
  test_support::KeytoolBench bench;
  const test_support::Pkcs12Files files(bench);
  for (const FileCase& file : test_support::file_cases()) {
    bench.put("f.p12", files.file(file));
    const auto listed = bench.run("-list -v -keystore f.p12 -storepass changeit");
    EXPECT_EQ(listed.status, 0) << file.what << "\n" << listed.output;
    EXPECT_EQ(test_support::entries_in(listed.output), file.entries) << file.what;
  }
}

TEST(KeytoolPkcs12, ALaterEntryStandsInThePlaceOfTheFirst) {
  test_support::KeytoolBench bench;
  const test_support::Pkcs12Files files(bench);
  const auto trusted = test_support::BagOf::trusted;
  bench.put("f.p12",
            files.file({"", {{{trusted, "a", "z", {}}, {trusted, "b", "y", {}}, {trusted, "c", "Z", {}}}}, ""}));
  const auto store = keytool::read_pkcs12(base::to_bytes(bench.content("f.p12")), base::Secret("changeit"), 0);
  ASSERT_EQ(store.entries().size(), 2u);
  EXPECT_EQ(store.entries()[0].alias, "z");
  EXPECT_EQ(store.entries()[1].alias, "y");
}

}  // namespace
}  // namespace ringside
