// tests/harness/steps/step_kind_test.cpp - the table of the kinds of steps is complete.
#include "harness/steps/step_kind.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ringside::harness {
namespace {

TEST(StepKinds, EachHasAKeyOfItsOwnAndAReader) {
  std::set<std::string_view> keys;
  for (const StepKind* kind : step_kinds()) {
    EXPECT_TRUE(keys.insert(kind->key.name).second) << kind->key.name;
    EXPECT_NE(kind->read, nullptr) << kind->key.name;
    EXPECT_EQ(kind->expect_forms.empty(), kind->expects != Expects::own || kind->key.name == "jcl") << kind->key.name;
  }
}

TEST(StepKinds, AreKeysOfAStep) {
  std::set<std::string_view> keys;
  for (const FormKey& key : form("step").keys) keys.insert(key.name);
  for (const StepKind* kind : step_kinds()) EXPECT_TRUE(keys.contains(kind->key.name)) << kind->key.name;
}

TEST(StepKinds, EveryTypeOfAKeyIsAFormOrAWord) {
  std::set<std::string_view> known;
  for (const Form& form : all_forms()) known.insert(form.id);
  for (const Word& word : type_words()) known.insert(word.name);
  for (const StepKind* kind : step_kinds())
    for (std::string_view type : alternatives(kind->key.type)) {
      while (type.starts_with('[')) type = type.substr(1, type.size() - 2);
      for (const std::string_view each : alternatives(type)) EXPECT_TRUE(known.contains(each)) << each;
    }
}

}  // namespace
}  // namespace ringside::harness
