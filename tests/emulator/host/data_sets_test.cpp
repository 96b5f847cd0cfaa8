// tests/emulator/host/data_sets_test.cpp - names, records and code pages of data sets.
#include "emulator/host/data_sets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ebcdic.hpp"
#include "base/fault.hpp"
#include "emulator/database/systems.hpp"

namespace ringside::host {
namespace {

using testing::ElementsAre;
using testing::Optional;

TEST(DataSetNames, AQuotedNameStandsAndAnotherGetsThePrefix) {
  EXPECT_EQ(qualify("izu.ca", false, "ibmuser"), "IBMUSER.IZU.CA");
  EXPECT_EQ(qualify("izu.ca", true, "IBMUSER"), "IZU.CA");
  EXPECT_EQ(qualify("izu.ca", false, ""), "IZU.CA") << "PROFILE NOPREFIX";
}

TEST(DataSetNames, QualifiersAreOneToEightAndBeginWithALetter) {
  for (const char* name :
       {"A", "SYS1.PARMLIB", "#A.@B.$C", "A.B1234567", "A.B-C", "A2345678.A2345678.A2345678.A2345678.A2345678"})
    EXPECT_TRUE(is_data_set_name(name)) << name;
  for (const char* name : {"", ".", "A.", ".A", "A..B", "1A", "A.1B", "A.-B", "A.B12345678", "a.b", "A B", "A.B(C)",
                           "A\xc3\x84", "A2345678.A2345678.A2345678.A2345678.A2345678.B"})
    EXPECT_FALSE(is_data_set_name(name)) << name;
}

TEST(TextDataSet, EachLineIsARecordInIbm1047) {
  const DataSet data_set = text_data_set("A.B", "AB[\n\nC\r\n");
  EXPECT_EQ(data_set.record_format, "VB");
  EXPECT_EQ(data_set.record_length, 84);
  EXPECT_THAT(data_set.records, ElementsAre(base::Bytes{0xc1, 0xc2, 0xad}, base::Bytes{}, base::Bytes{0xc3}));
}

TEST(TextDataSet, LinesAreFoldedWhereTheRecordEnds) {
  const DataSet data_set = text_data_set("A.B", std::string(161, 'x') + "\n" + std::string(80, 'y'));
  std::vector<std::size_t> sizes;
  for (const base::Bytes& record : data_set.records) sizes.push_back(record.size());
  EXPECT_THAT(sizes, ElementsAre(80, 80, 1, 80)) << "LRECL 84 less the descriptor word";
}

TEST(TextDataSet, TextComesBackWithoutTheBlanksThatPadIt) {
  EXPECT_THAT(text_of(text_data_set("A.B", "one   \ntwo\n\u00fc")), Optional(std::string("one\ntwo\n\u00fc\n")));
  EXPECT_THAT(text_of(DataSet{"A.B", "FB", 80, {}}), Optional(std::string()));
}

TEST(TextDataSet, WhatIsNoTextIsNotTakenForIt) {
  EXPECT_EQ(text_of(DataSet{"A.B", "VB", 84, {{0xc1}, {0x30, 0x82}}}), std::nullopt);
}

TEST(BinaryDataSet, OctetsAreCutAndComeBack) {
  base::Bytes bytes;
  for (int i = 0; i < 1'000; ++i) bytes.push_back(static_cast<std::uint8_t>(i));
  const DataSet data_set = binary_data_set("A.B", bytes, 104);
  EXPECT_EQ(data_set.records.size(), 10u);
  EXPECT_EQ(contents(data_set), bytes);
  EXPECT_TRUE(binary_data_set("A.B", {}).records.empty());
}

TEST(BinaryDataSet, ARecordLengthWithoutRoomIsAFaultAndNoEndlessLoop) {
  for (const int length : {4, 0, -1})
    EXPECT_THROW(binary_data_set("A.B", base::Bytes{1}, length), base::Fault) << length;
}

TEST(CertificateInput, EbcdicPemIsReadAsText) {
  const std::string pem = "-----BEGIN CERTIFICATE-----\nMIIB+/==\n-----END CERTIFICATE-----\n";
  EXPECT_EQ(base::to_text(certificate_input(text_data_set("A.B", pem))), pem);
}

TEST(CertificateInput, EbcdicPemBehindWordsIsReadAsText) {
  const std::string text = "Bag Attributes: [none]\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  EXPECT_EQ(base::to_text(certificate_input(text_data_set("A.B", text))), text);
}

TEST(CertificateInput, BareBase64InFixedRecordsIsReadAsText) {
  const DataSet data_set{"A.B", "FB", 80, {base::to_ebcdic("MIIB" + std::string(76, ' ')), base::to_ebcdic("AA==")}};
  EXPECT_EQ(base::to_text(certificate_input(data_set)), "MIIB\nAA==\n");
}

TEST(CertificateInput, DerStaysAsItIs) {
  const base::Bytes der{0x30, 0x82, 0x01, 0x00, 0xc1, 0xc2};
  EXPECT_EQ(certificate_input(binary_data_set("A.B", der)), der);
}

TEST(CertificateInput, AsciiPemThatCameAcrossInBinaryStaysAsItIs) {
  const auto pem = base::to_bytes("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
  EXPECT_EQ(certificate_input(binary_data_set("A.B", pem)), pem);
}

TEST(HostDataSets, BelongToTheirSystem) {
  database::Store store("");
  database::Systems systems(store);
  for (const char* name : {"SYSA", "SYSB"}) {
    database::SystemRecord record{name, "zos", "P", name, 0};
    systems.add(record);
  }
  DataSets here(store, "SYSA");
  DataSets there(store, "SYSB");
  here.put(text_data_set("A.B", "x"));
  EXPECT_THAT(here.names(), ElementsAre("A.B"));
  EXPECT_TRUE(here.find("A.B"));
  EXPECT_FALSE(there.find("A.B"));
  EXPECT_FALSE(there.remove("A.B"));
  EXPECT_TRUE(here.remove("A.B"));
}

}  // namespace
}  // namespace ringside::host
