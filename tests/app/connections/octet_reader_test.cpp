// tests/app/connections/octet_reader_test.cpp - binary messages that are well formed, end early or say too much.
#include "app/connections/octet_reader.hpp"

#include <gmock/gmock.h>

#include "app/connections/octet_writer.hpp"

namespace ringside::app {
namespace {

base::Bytes octets(const std::string& hex) {
  base::Bytes read;
  base::from_hex(hex, read);
  return read;
}

/// What is wrong, if a function is given these octets; empty if nothing is.
template <typename Function>
std::string complaint(const std::string& hex, Function read) {
  const base::Bytes message = octets(hex);
  OctetReader reader(message);
  try {
    read(reader);
    return "";
  } catch (const MalformedMessage& wrong) {
    return wrong.what();
  }
}

TEST(OctetReader, ReadsWhatTheWriterWrites) {
  OctetWriter writer;
  writer.octets(base::to_bytes("RSC1"));
  writer.u8(7);
  writer.u16(0xfffe);
  writer.u32(0xfffffffd);
  writer.text16("é");
  writer.bytes32(octets("00FF"));
  OctetReader reader(writer.written());
  reader.expect("RSC1");
  EXPECT_EQ(reader.u8(), 7);
  EXPECT_EQ(reader.u16(), 0xfffe);
  EXPECT_EQ(reader.u32(), 0xfffffffdU);
  EXPECT_EQ(reader.text16(10), "é");
  EXPECT_EQ(base::hex(reader.bytes32(10)), "00FF");
  reader.expect_end();
}

TEST(OctetReader, RefusesAMessageThatEndsEarly) {
  const std::string early = "octet 0: the message ends here, and more should follow";
  EXPECT_EQ(complaint("", [](OctetReader& reader) { reader.u8(); }), early);
  EXPECT_EQ(complaint("01", [](OctetReader& reader) { reader.u16(); }), early);
  EXPECT_EQ(complaint("000000", [](OctetReader& reader) { reader.u32(); }),
            "octet 2: the message ends here, and more should follow");
  EXPECT_EQ(complaint("000341", [](OctetReader& reader) { reader.text16(9); }),
            "octet 2: the message ends here, and more should follow");
  EXPECT_EQ(complaint("FFFFFFFF41", [](OctetReader& reader) { reader.bytes32(0xffffffffU); }),
            "octet 4: the message ends here, and more should follow");
}

TEST(OctetReader, RefusesNumbersThatAreTooLarge) {
  EXPECT_EQ(complaint("0003", [](OctetReader& reader) { reader.count16(2); }), "octet 2: 3 is more than 2");
  EXPECT_EQ(complaint("FFFFFFFF", [](OctetReader& reader) { reader.count32(10); }),
            "octet 4: 4294967295 is more than 10");
}

TEST(OctetReader, RefusesOtherTexts) {
  EXPECT_EQ(complaint("0001FF", [](OctetReader& reader) { reader.text16(9); }), "octet 3: this text is not UTF-8");
  EXPECT_EQ(complaint("52535231", [](OctetReader& reader) { reader.expect("RSC1"); }), "octet 4: this is not RSC1");
  EXPECT_EQ(complaint("52", [](OctetReader& reader) { reader.expect("RSC1"); }), "octet 0: this is not RSC1");
  EXPECT_EQ(complaint("5252", [](OctetReader& reader) { reader.u8(), reader.expect_end(); }),
            "octet 1: 1 octets are left over");
}

}  // namespace
}  // namespace ringside::app
