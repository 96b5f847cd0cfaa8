// tests/emulator/host/records_test.cpp - content as records and back.
#include "emulator/host/records.hpp"

#include <gmock/gmock.h>

#include "base/ebcdic.hpp"
#include "base/fault.hpp"

namespace ringside::host {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Optional;

DataSet records(const std::string& text, const RecordForm& form = {}) {
  return text_records("A.B", text, form).value();
}

std::string refusal(const std::string& text, const RecordForm& form = {}) {
  const auto made = text_records("A.B", text, form);
  return made ? "(accepted)" : made.error();
}

TEST(TextRecords, TakesTextForTextOnlyIfItSurvivesTheCodePage) {
  EXPECT_TRUE(is_transferable_text("-----BEGIN CERTIFICATE-----\r\nMIIB\n"));
  EXPECT_TRUE(is_transferable_text("caf\xc3\xa9\ttab\n"));
  EXPECT_FALSE(is_transferable_text("euro \xe2\x82\xac\n"));
  EXPECT_FALSE(is_transferable_text(std::string("\x30\x82\x01\x00", 4)));
  EXPECT_FALSE(is_transferable_text("\xff\xfe"));
}

TEST(TextRecords, MakesARecordOfEachLine) {
  const auto made = records("one\r\n\nthree");
  ASSERT_EQ(made.records.size(), 3u);
  EXPECT_EQ(base::from_ebcdic(made.records[2]), "three");
  EXPECT_TRUE(made.records[1].empty());
  EXPECT_EQ(made.record_length, 84);
}

TEST(TextRecords, GrowsWithTheLongestLineUnlessALengthWasAskedFor) {
  EXPECT_EQ(records(std::string(100, 'x')).record_length, 104);
  EXPECT_EQ(records(std::string(100, 'x'), {"FB", 0}).record_length, 100);
  EXPECT_EQ(records(std::string(80, 'x'), {"VB", 84}).records.front().size(), 80u);
  EXPECT_THAT(refusal("ok\n" + std::string(81, 'x'), {"VB", 84}), HasSubstr("line 2 has 81 characters"));
  EXPECT_THAT(refusal(std::string(81, 'x'), {"FB", 80}), HasSubstr("takes 80"));
  EXPECT_THAT(refusal(std::string(40'000, 'x'), {}), HasSubstr("line 1 has 40000 characters"));
}

TEST(TextRecords, FillsFixedRecordsWithBlanks) {
  const auto made = records("x", {"FB", 80});
  ASSERT_EQ(made.records.front().size(), 80u);
  EXPECT_EQ(made.records.front().back(), 0x40);
}

TEST(TextRecords, ReplacesNoCharacterInSilence) {
  EXPECT_THAT(refusal("fine\neuro \xe2\x82\xac\n", {}), HasSubstr("line 2 has a character that IBM-1047 lacks"));
}

TEST(FoldedText, EachLineIsARecordInIbm1047) {
  const DataSet data_set = folded_text_records("A.B", "AB[\n\nC\r\n");
  EXPECT_EQ(data_set.record_format, "VB");
  EXPECT_EQ(data_set.record_length, 84);
  EXPECT_THAT(data_set.records, ElementsAre(base::Bytes{0xc1, 0xc2, 0xad}, base::Bytes{}, base::Bytes{0xc3}));
}

TEST(FoldedText, LinesAreFoldedWhereTheRecordEnds) {
  const DataSet data_set = folded_text_records("A.B", std::string(161, 'x') + "\n" + std::string(80, 'y'));
  std::vector<std::size_t> sizes;
  for (const base::Bytes& record : data_set.records) sizes.push_back(record.size());
  EXPECT_THAT(sizes, ElementsAre(80, 80, 1, 80)) << "LRECL 84 less the descriptor word";
}

TEST(FoldedText, TextComesBackWithoutTheBlanksThatPadIt) {
  EXPECT_THAT(text_of(folded_text_records("A.B", "one   \ntwo\n\u00fc")), Optional(std::string("one\ntwo\n\u00fc\n")));
  EXPECT_THAT(text_of(DataSet{"A.B", "FB", 80, {}}), Optional(std::string()));
}

TEST(FoldedText, WhatIsNoTextIsNotTakenForIt) {
  EXPECT_EQ(text_of(DataSet{"A.B", "VB", 84, {{0xc1}, {0x30, 0x82}}}), std::nullopt);
}

TEST(BinaryRecords, OctetsAreCutAndComeBack) {
  base::Bytes bytes;
  for (int i = 0; i < 1'000; ++i) bytes.push_back(static_cast<std::uint8_t>(i));
  const DataSet data_set = binary_records("A.B", bytes, {"VB", 104});
  EXPECT_EQ(data_set.records.size(), 10u);
  EXPECT_EQ(contents(data_set), bytes);
  EXPECT_TRUE(binary_records("A.B", {}).records.empty());
}

TEST(BinaryRecords, ARecordLengthWithoutRoomIsAFaultAndNoEndlessLoop) {
  for (const RecordForm& form : {RecordForm{"VB", 4}, RecordForm{"VB", 1}, RecordForm{"FB", -1}})
    EXPECT_THROW(binary_records("A.B", base::Bytes{1}, form), base::Fault) << form.length;
}

TEST(CertificateInput, EbcdicPemIsReadAsText) {
  const std::string pem = "-----BEGIN CERTIFICATE-----\nMIIB+/==\n-----END CERTIFICATE-----\n";
  EXPECT_EQ(base::to_text(certificate_input(folded_text_records("A.B", pem))), pem);
}

TEST(CertificateInput, EbcdicPemBehindWordsIsReadAsText) {
  const std::string text = "Bag Attributes: [none]\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  EXPECT_EQ(base::to_text(certificate_input(folded_text_records("A.B", text))), text);
}

TEST(CertificateInput, BareBase64InFixedRecordsIsReadAsText) {
  const DataSet data_set{"A.B", "FB", 80, {base::to_ebcdic("MIIB" + std::string(76, ' ')), base::to_ebcdic("AA==")}};
  EXPECT_EQ(base::to_text(certificate_input(data_set)), "MIIB\nAA==\n");
}

TEST(CertificateInput, DerStaysAsItIs) {
  const base::Bytes der{0x30, 0x82, 0x01, 0x00, 0xc1, 0xc2};
  EXPECT_EQ(certificate_input(binary_records("A.B", der)), der);
}

TEST(CertificateInput, AsciiPemThatCameAcrossInBinaryStaysAsItIs) {
  const auto pem = base::to_bytes("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
  EXPECT_EQ(certificate_input(binary_records("A.B", pem)), pem);
}

TEST(BinaryRecords, CutsOctetsAtTheRecordLength) {
  const base::Bytes octets(200, 1);
  const auto variable = binary_records("A", octets, {});
  ASSERT_EQ(variable.records.size(), 3u);
  EXPECT_EQ(variable.records[0].size(), 80u);
  EXPECT_EQ(variable.records[2].size(), 40u);
  const auto fixed = binary_records("A", octets, {"FB", 80});
  ASSERT_EQ(fixed.records.size(), 3u);
  EXPECT_EQ(fixed.records[2].size(), 80u);
  EXPECT_EQ(fixed.records[2].back(), 0);
  EXPECT_EQ(binary_records("A", octets, {"U", 200}).records.size(), 1u);
  EXPECT_TRUE(binary_records("A", {}).records.empty());
}

}  // namespace
}  // namespace ringside::host
