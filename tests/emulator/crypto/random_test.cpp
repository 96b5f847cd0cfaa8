// tests/emulator/crypto/random_test.cpp - streams repeat, differ and are what key-derivation.md says.
#include "emulator/crypto/random.hpp"

#include <gtest/gtest.h>

#include "base/bytes.hpp"

namespace ringside::crypto {
namespace {

base::Bytes draw(const base::Randomness& randomness, std::string_view purpose, std::size_t count) {
  base::Bytes bytes(count, 0xAA);
  randomness.stream(purpose)->fill(bytes);
  return bytes;
}

// Expected octets are from a separate implementation of HKDF and ChaCha20 in Python, written from the RFCs.
TEST(SeededRandomness, GivesTheStreamThatTheDocumentDefines) {
  EXPECT_EQ(
      base::hex(draw(SeededRandomness("seed", "SYS1/1"), "x", 80)),
      "23D807E58F7EC8720B2222D8CB2029969363BADAA2F82EF262E29AD23773D92578C7C8555FC45E01E92A92B05B00E89CCEE294A150E1"
      "DA70D510535A3A377DC46B435902DCA6B2B8C7C0113918598E27");
}

TEST(SeededRandomness, GivesTheSameOctetsHoweverTheyAreDrawn) {
  const SeededRandomness randomness("seed", "SYS1/1");
  base::Bytes parts(80);
  const auto stream = randomness.stream("x");
  stream->fill(std::span(parts).first(3));
  stream->fill(std::span(parts).subspan(3, 0));
  stream->fill(std::span(parts).subspan(3));
  EXPECT_EQ(parts, draw(randomness, "x", 80));
}

TEST(SeededRandomness, SeparatesSeedsContextsAndPurposes) {
  const base::Bytes one = draw(SeededRandomness("seed", "SYS1/1"), "x", 32);
  EXPECT_NE(one, draw(SeededRandomness("seed", "SYS1/1"), "y", 32));
  EXPECT_NE(one, draw(SeededRandomness("seed", "SYS1/2"), "x", 32));
  EXPECT_NE(one, draw(SeededRandomness("Seed", "SYS1/1"), "x", 32));
}

TEST(SeededRandomness, TakesAnEmptySeed) {
  EXPECT_EQ(draw(SeededRandomness("", ""), "", 32), draw(SeededRandomness("", ""), "", 32));
  EXPECT_NE(draw(SeededRandomness("", ""), "", 32), draw(SeededRandomness("a", ""), "", 32));
}

TEST(SystemRandomness, NeverRepeats) {
  const SystemRandomness randomness;
  EXPECT_NE(draw(randomness, "x", 32), draw(randomness, "x", 32));
}

}  // namespace
}  // namespace ringside::crypto
