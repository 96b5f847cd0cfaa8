// tests/app/commands/record_form_test.cpp - real files as records.
#include "app/commands/record_form.hpp"

#include <gmock/gmock.h>

#include "app/program.hpp"
#include "base/ebcdic.hpp"

namespace ringside::app {
namespace {

using testing::HasSubstr;

std::string refusal(const std::string& content, const RecordForm& form) {
  try {
    text_records("A", content, form);
  } catch (const UsageError& e) {
    return e.what();
  }
  return "(accepted)";
}

TEST(RecordForm, TakesTextForTextOnlyIfItSurvivesTheCodePage) {
  EXPECT_TRUE(is_transferable_text("-----BEGIN CERTIFICATE-----\r\nMIIB\n"));
  EXPECT_TRUE(is_transferable_text("caf\xc3\xa9\ttab\n"));
  EXPECT_FALSE(is_transferable_text("euro \xe2\x82\xac\n"));
  EXPECT_FALSE(is_transferable_text(std::string("\x30\x82\x01\x00", 4)));
  EXPECT_FALSE(is_transferable_text("\xff\xfe"));
}

TEST(RecordForm, MakesARecordOfEachLine) {
  const auto made = text_records("A.B", "one\r\n\nthree", {});
  ASSERT_EQ(made.records.size(), 3u);
  EXPECT_EQ(base::from_ebcdic(made.records[2]), "three");
  EXPECT_TRUE(made.records[1].empty());
  EXPECT_EQ(made.record_length, 84);
}

TEST(RecordForm, GrowsWithTheLongestLineUnlessALengthWasAskedFor) {
  EXPECT_EQ(text_records("A", std::string(100, 'x'), {}).record_length, 104);
  EXPECT_EQ(text_records("A", std::string(100, 'x'), {"FB", 0}).record_length, 100);
  EXPECT_EQ(text_records("A", std::string(80, 'x'), {"VB", 84}).records.front().size(), 80u);
  EXPECT_THAT(refusal("ok\n" + std::string(81, 'x'), {"VB", 84}), HasSubstr("line 2 has 81 characters"));
  EXPECT_THAT(refusal(std::string(81, 'x'), {"FB", 80}), HasSubstr("takes 80"));
  EXPECT_THAT(refusal(std::string(40'000, 'x'), {}), HasSubstr("line 1 has 40000 characters"));
}

TEST(RecordForm, FillsFixedRecordsWithBlanks) {
  const auto made = text_records("A", "x", {"FB", 80});
  ASSERT_EQ(made.records.front().size(), 80u);
  EXPECT_EQ(made.records.front().back(), 0x40);
}

TEST(RecordForm, ReplacesNoCharacterInSilence) {
  EXPECT_THAT(refusal("fine\neuro \xe2\x82\xac\n", {}), HasSubstr("line 2 has a character that IBM-1047 lacks"));
}

TEST(RecordForm, CutsOctetsAtTheRecordLength) {
  const std::string octets(200, '\x01');
  const auto variable = binary_records("A", octets, {});
  ASSERT_EQ(variable.records.size(), 3u);
  EXPECT_EQ(variable.records[0].size(), 80u);
  EXPECT_EQ(variable.records[2].size(), 40u);
  const auto fixed = binary_records("A", octets, {"FB", 80});
  ASSERT_EQ(fixed.records.size(), 3u);
  EXPECT_EQ(fixed.records[2].size(), 80u);
  EXPECT_EQ(fixed.records[2].back(), 0);
  EXPECT_EQ(binary_records("A", octets, {"U", 200}).records.size(), 1u);
  EXPECT_TRUE(binary_records("A", "", {}).records.empty());
}

}  // namespace
}  // namespace ringside::app
