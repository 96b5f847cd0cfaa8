// tests/app/connections/octet_writer_test.cpp - numbers, texts and octets of a binary message.
#include "app/connections/octet_writer.hpp"

#include <gtest/gtest.h>

namespace ringside::app {
namespace {

TEST(OctetWriter, WritesNumbersWithTheirHighestOctetFirst) {
  OctetWriter writer;
  writer.u8(1);
  writer.u16(0x0203);
  writer.u32(0x04050607);
  writer.text16("é");
  writer.bytes32(base::to_bytes("xyz"));
  EXPECT_EQ(base::hex(writer.written()),
            "01020304050607"
            "0002C3A9"
            "0000000378797A");
}

TEST(OctetWriter, CutsALongTextBehindACharacter) {
  std::string text(65'534, 'a');
  OctetWriter writer;
  writer.text16(text + "é");
  EXPECT_EQ(writer.written().size(), 2U + 65'534U);
  OctetWriter fitting;
  fitting.text16(text.substr(1) + "é");
  EXPECT_EQ(fitting.written().size(), 2U + 65'535U);
}

}  // namespace
}  // namespace ringside::app
