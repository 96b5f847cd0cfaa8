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

void expect_known(std::string_view type, const std::set<std::string_view>& known) {
  for (const std::string_view each : alternatives(type)) {
    const bool is_value = each.front() == '\'' || (each.front() >= '0' && each.front() <= '9');
    if (each.front() == '[' || each.front() == '{')
      expect_known(each.substr(1, each.size() - 2), known);
    else if (!is_value)
      EXPECT_TRUE(known.contains(each)) << each;
  }
}

TEST(StepKinds, EveryTypeOfAKeyIsAFormAWordOrAValue) {
  std::set<std::string_view> known = {"verdict"};
  for (const Form& form : all_forms()) known.insert(form.id);
  for (const Word& word : type_words()) known.insert(word.name);
  for (const Form& form : all_forms())
    for (const FormKey& key : form.keys) expect_known(key.type, known);
}

}  // namespace
}  // namespace ringside::harness
