// tests/harness/scenario/selection_test.cpp - which scenarios of a folder are meant.
#include "harness/scenario/selection.hpp"

#include <gtest/gtest.h>

namespace ringside::harness {
namespace {

Scenario scenario() {
  Scenario one;
  one.file = "scenarios/zosmf/izusec.yaml";
  one.name = "z/OSMF's certificate job";
  one.tags = {"zosmf", "slow"};
  one.importance = "critical";
  return one;
}

bool takes(const std::vector<std::string>& words) {
  return Selection(words).takes(scenario());
}

TEST(Selection, TakesEverythingWithoutAWord) {
  EXPECT_TRUE(takes({}));
}

TEST(Selection, AWordIsATagOrAPartOfNameOrFileWhateverItsCase) {
  for (const char* word : {"slow", "SLOW", "critical", "Certificate", "izusec.yaml"})
    EXPECT_TRUE(takes({word})) << word;
  for (const char* word : {"slo", "renewal", "critic"}) EXPECT_FALSE(takes({word})) << word;
}

TEST(Selection, AllWordsMustHold) {
  EXPECT_TRUE(takes({"zosmf", "job"}));
  EXPECT_FALSE(takes({"zosmf", "renewal"}));
}

TEST(Selection, AnExclamationMarkLeavesOut) {
  EXPECT_FALSE(takes({"!slow"}));
  EXPECT_TRUE(takes({"!fast", "zosmf"}));
}

}  // namespace
}  // namespace ringside::harness
