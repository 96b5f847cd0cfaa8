// tests/app/command_line_keys_test.cpp - --keys: the same keys from a seed by every way of our own, others from
// OpenSSL's.
#include <gmock/gmock.h>

#include "tests/support/program.hpp"

namespace ringside::app {
namespace {

// The listing holds the certificate's fingerprint, and so stands for its key. Outside the lanes, primes of 512 bits are
// tested one at a time, those of 1024 in pairs where OpenSSL has AVX512-IFMA.
std::string listing(const std::string& environment, const std::string& maker) {
  const auto run = test_support::run_program(
      environment + " " RINGSIDE_BINARY " --key-cache none --date 2026-01-01 --seed maker --keys " + maker +
      " tso \"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('A')) WITHLABEL('A') SIZE(1024)\""
      " \"RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('B')) WITHLABEL('B') SIZE(2048)\" \"RACDCERT CERTAUTH LIST\"");
  EXPECT_EQ(run.status, 0) << run.output;
  return run.output;
}

TEST(CommandLineKeys, AreTheSameWhateverTheProcessorCanDo) {
  const std::string search = listing("", "search");
  EXPECT_THAT(search, testing::HasSubstr("Label: B"));
  EXPECT_EQ(listing("", "portable"), search);
  EXPECT_EQ(listing("OPENSSL_ia32cap=:~0x200000", "portable"), search);
}

}  // namespace
}  // namespace ringside::app
