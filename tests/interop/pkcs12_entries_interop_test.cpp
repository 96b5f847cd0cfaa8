// tests/interop/pkcs12_entries_interop_test.cpp - the JDK and Ringside see the same entries in a PKCS#12 whose names
// and identifiers repeat, fail or contradict each other.
#include <gtest/gtest.h>

#include "tests/emulator/hosttools/keytool/pkcs12_files.hpp"

namespace ringside {
namespace {

TEST(Pkcs12EntriesInterop, TheJdkSeesTheSameOnes) {
  test_support::KeytoolBench bench;
  const test_support::Pkcs12Files files(bench);
  for (const test_support::FileCase& file : test_support::file_cases()) {
    bench.put("f.p12", files.file(file));
    const auto listed =
        bench.real("keytool -J-XX:TieredStopAtLevel=1 -list -v -keystore f.p12 -storepass changeit 2>&1");
    EXPECT_EQ(test_support::entries_in(listed.output), file.entries) << file.what << "\n" << listed.output;
  }
}

}  // namespace
}  // namespace ringside
