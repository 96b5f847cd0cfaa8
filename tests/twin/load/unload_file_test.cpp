// tests/twin/load/unload_file_test.cpp - records of an unload, whatever way the file came.
#include "twin/load/unload_file.hpp"

#include <fstream>

#include <gmock/gmock.h>

#include "base/ebcdic.hpp"
#include "base/limits.hpp"
#include "tests/support/temporary_directory.hpp"
#include "twin/load/refused.hpp"

namespace ringside::twin {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class UnloadFileTest : public testing::Test {
 protected:
  UnloadFile file(const std::string& content) {
    std::ofstream(folder_.file("u"), std::ios::binary) << content;
    return UnloadFile(folder_.file("u"));
  }
  std::vector<std::string> records(const std::string& content) {
    UnloadFile opened = file(content);
    std::vector<std::string> found;
    while (auto record = opened.next()) found.push_back(*std::move(record));
    EXPECT_EQ(opened.number(), found.size());
    return found;
  }
  std::string refusal(const std::string& content) {
    try {
      records(content);
    } catch (const Refused& refused) {
      return refused.what();
    }
    return "";
  }

  test_support::TemporaryDirectory folder_;
};

std::string ebcdic(const std::string& text) {
  return base::to_text(base::to_ebcdic(text));
}

std::string described(const std::string& record) {
  const std::size_t length = record.size() + 4;
  return std::string{static_cast<char>(length >> 8U), static_cast<char>(length & 0xffU), '\0', '\0'} + record;
}

TEST_F(UnloadFileTest, ReadsLinesOfText) {
  EXPECT_THAT(records("0100 A\n0200 B\n"), ElementsAre("0100 A", "0200 B"));
  EXPECT_THAT(records("0100 A\r\n0200 B"), ElementsAre("0100 A", "0200 B"));
  EXPECT_THAT(records("\xEF\xBB\xBF"
                      "0100 A\n"),
              ElementsAre("0100 A"));
}

TEST_F(UnloadFileTest, TakesOctetsThatAreNotUtf8AsLatin1) {
  EXPECT_THAT(records("0500 A\xA2"
                      "B\n0500 A\xC2\xA2"
                      "B\n"),
              ElementsAre("0500 A\u00a2B", "0500 A\u00a2B"));
}

TEST_F(UnloadFileTest, ReadsEbcdicWithDescriptorWordsAndWithLineEnds) {
  EXPECT_THAT(records(described(ebcdic("0100 A")) + described(ebcdic("0500 X\u00a2Y"))),
              ElementsAre("0100 A", "0500 X\u00a2Y"));
  EXPECT_THAT(records(ebcdic("0100 A") + "\x15" + ebcdic("0200 B") + "\x15"), ElementsAre("0100 A", "0200 B"));
  EXPECT_THAT(records(ebcdic("0100 A") + "\x25" + ebcdic("0200 B")), ElementsAre("0100 A", "0200 B"));
  EXPECT_THAT(records(described("0100 A") + described("0200 B")), ElementsAre("0100 A", "0200 B"));
}

TEST_F(UnloadFileTest, SaysItsForm) {
  EXPECT_EQ(to_string(file("0100 A\n").form()), "text, one record a line");
  EXPECT_EQ(to_string(file(described(ebcdic("0100 A"))).form()), "EBCDIC (IBM-1047), records with descriptor words");
}

TEST_F(UnloadFileTest, ReadsRecordsAcrossItsBlocks) {
  std::string all;
  for (int n = 0; n < 3000; ++n) all += "0500 " + std::string(1000, 'x') + "\n";
  EXPECT_EQ(records(all).size(), 3000U);
  EXPECT_EQ(records(all).back().size(), 1005U);
}

TEST_F(UnloadFileTest, RefusesWhatIsNoUnload) {
  EXPECT_THAT(refusal(""), HasSubstr("empty"));
  EXPECT_THAT(refusal("%PDF-1.4\n"), HasSubstr("record 1"));
  EXPECT_THAT(refusal("hello"), HasSubstr("IRRDBU00"));
  EXPECT_THROW(UnloadFile(folder_.file("missing")), Refused);
  EXPECT_THROW(UnloadFile(folder_.path().string()), Refused);
  EXPECT_THAT(refusal(ebcdic("0100 A" + std::string(40'000, ' '))), HasSubstr("descriptor words"));
}

TEST_F(UnloadFileTest, NamesTheRecordThatIsTooLongOrCut) {
  EXPECT_THAT(refusal("0100 A\n0200 " + std::string(base::limits::input_line_bytes, 'x') + "\n"),
              HasSubstr("record 2"));
  EXPECT_EQ(refusal("0100 " + std::string(base::limits::input_line_bytes - 5, 'x') + "\n"), "");
  const std::string two = described("0100 A") + described("0200 B");
  EXPECT_THAT(refusal(two.substr(0, two.size() - 1)), HasSubstr("record 2: the file ends within the record"));
  EXPECT_THAT(refusal(described("0100 A") + "ab"),
              HasSubstr("record 2: the file ends within a record descriptor word"));
  EXPECT_THAT(refusal(described("0100 A") + std::string(8, '\0')),
              HasSubstr("record 2: its record descriptor word is none"));
}

}  // namespace
}  // namespace ringside::twin
