// tests/twin/load/unload_file_hostile_test.cpp - a load refuses files that are no unload, or no
// whole one, and says where they go wrong.
#include <string>
#include <vector>

#include "tests/twin/load/hostile_load.hpp"
#include "tests/twin/load/unload_rows.hpp"

namespace ringside::twin {
namespace {

using namespace std::string_literals;
using namespace test_support;

const std::string sound = text_file(sound_rows());
const std::string sound_vb = vb_file(sound_rows());

std::string utf16_of(const std::string& text) {
  std::string wide = "\xFF\xFE";
  for (const char each : text) wide += {each, '\0'};
  return wide;
}

/// UTF-8 of the octets, each taken as a character of ISO 8859-1.
std::string as_latin(const std::string& octets) {
  return text_file({octets}, "");
}

/// Two rows with descriptor words, the second of which says `length`.
std::string with_second_length(const std::string& length) {
  const std::string one = vb_file({sound_rows()[0]});
  std::string file = one + one;
  return file.replace(one.size(), 2, length);
}

std::vector<HostileUnload> other_files() {
  return {
      {"Empty", "", refused, ""},
      {"Blanks", std::string(1000, ' '), refused, ""},
      {"BlankLines", std::string(1000, '\n'), refused, ""},
      {"CarriageReturnsOnly", text_file(sound_rows(), "\r"), refused, "no user"},
      {"Nuls", std::string(1000, '\0'), refused, ""},
      {"Pdf", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", refused, "record 1"},
      {"Gzip", "\x1F\x8B\x08\0\0\0\0\0\0\x03\xCB\x48\xCD\xC9\xC9\x07\0\x86\xA6\x10\x36\x05\0\0\0"s, refused, ""},
      {"Sqlite", "SQLite format 3\0\x10\0\x02\x02\0\x40\x20\x20"s + std::string(4072, '\0'), refused, ""},
      {"Pkcs12", "\x30\x82\x04\x65\x02\x01\x03\x30\x82\x04\x2F\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01"s, refused,
       ""},
      {"Words", "Dear Sir,\nplease find the unload attached.\n", refused, "record 1"},
      {"Utf16", utf16_of(sound), refused, ""},
      {"SmfUnload", "JOBINIT  SUCCESS  12:00:00.00 2026-01-02 SYS1\n" + sound, refused, "record 1"},
      {"ADirectoryListing", "total 4\n-rw-r--r-- 1 a a 0 Jan 1 00:00 x\n", refused, "record 1"},
  };
}

std::vector<HostileUnload> codes_that_are_mixed() {
  return {
      {"EbcdicReadAsLatin1", as_latin(ebcdic_file(sound_rows(), "\x15")), refused, ""},
      {"EbcdicWithoutDescriptors", ebcdic_file(sound_rows()), refused, ""},
      {"TextThenEbcdic", sound + ebcdic_file(sound_rows(), "\n"), counted, "record 25"},
      {"EbcdicThenText", sound_vb + sound, refused, "record 25"},
      {"DescriptorsBeforeText", "\0\x1A\0\0"s + sound, refused, ""},
      {"NotUtf8", sound + "0100 \xC0\xAF\xFF\xFE\n", counted, ""},
      {"ACutCharacter", sound + "0100 GRUPPE\xC3\n", counted, ""},
      {"ALineOf10Megabytes", sound + "0100 G2       SYS1     " + std::string(10u << 20, 'x') + "\n", refused,
       "record 25"},
      {"ALineOf10MegabytesOfBlanks", sound + std::string(10u << 20, ' ') + "\n", refused, "record 25"},
      {"AnEmoji", sound + "0100 \xF0\x9F\x98\x80\n", counted, ""},
  };
}

std::vector<HostileUnload> descriptors() {
  return {
      {"CutInARecord", sound_vb.substr(0, sound_vb.size() - 3), refused, "record 24"},
      {"CutInADescriptor", sound_vb + "\0\x20"s, refused, "record 25"},
      {"ADescriptorOfZero", with_second_length("\0\0"s), refused, "record 2"},
      {"ADescriptorOfThree", with_second_length("\0\x03"s), refused, "record 2"},
      {"ADescriptorOfFour", with_second_length("\0\x04"s), refused, "record 3"},
      {"ADescriptorBeyondTheEnd", with_second_length("\xFF\xFF"s), refused, "record 2"},
      {"ADescriptorTooShort", with_second_length("\0\x20"s), refused, "record 3"},
      {"ASegmentOfARecord", "\x01\x70\x01\0"s + sound_vb.substr(4), refused, "record 1"},
      {"BlockDescriptors", "\x60\0\0\0"s + sound_vb, refused, ""},
      {"Zeros", sound_vb + std::string(4096, '\0'), refused, "record 25"},
  };
}

class HostileFiles : public HostileLoad {};
INSTANTIATE_TEST_SUITE_P(OtherFiles, HostileFiles, testing::ValuesIn(other_files()), HostileName());
INSTANTIATE_TEST_SUITE_P(Codes, HostileFiles, testing::ValuesIn(codes_that_are_mixed()), HostileName());
INSTANTIATE_TEST_SUITE_P(Descriptors, HostileFiles, testing::ValuesIn(descriptors()), HostileName());

TEST_P(HostileFiles, AreRefusedAndLeaveNothingBehind) {
  load();
}

}  // namespace
}  // namespace ringside::twin
