// tests/emulator/hosttools/openssl/serial_file_test.cpp - the .srl file of a CA, release by release.
#include "emulator/hosttools/openssl/serial_file.hpp"

#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

class OpensslSerialFile : public OpensslBench {
 protected:
  /// The next serial number in hexadecimal, or what is printed instead.
  std::string next(const std::string& options, Personality personality = Personality::v3_0) {
    static constexpr OptionSpec table[] = {{"CA", Takes::text}, {"CAserial", Takes::text}, {"CAcreateserial"}};
    streams_ = host::TextStreams();
    Tool tool(process_, personality, "x509");
    const auto serial = next_serial(tool, *read_options(tool, base::split(options, ' '), {table}));
    return serial ? base::hex(*serial) : streams_.errors();
  }

  host::TextStreams streams_;
  host::Process process_{lab_, system_, "root", files_, streams_};
};

TEST_F(OpensslSerialFile, CountsUp) {
  const std::pair<const char*, const char*> rows[] = {
      {"05\n", "06"}, {"5", "06"}, {"7F\n", "0080"}, {"FF\n", "0100"}, {"00FF more\n", "0100"}, {"0\n", "01"}};
  for (const auto& [before, after] : rows) {
    ASSERT_TRUE(files_.write("/ca.srl", base::to_bytes(before)));
    EXPECT_EQ(next("-CA ca.crt"), after) << before;
  }
  EXPECT_EQ(content("/ca.srl"), "01\n");
  ASSERT_TRUE(files_.write("/ca.srl", base::to_bytes("7F")));
  next("-CA ca.crt");
  EXPECT_EQ(content("/ca.srl"), "80\n") << "without the octet for the sign";
}

TEST_F(OpensslSerialFile, IsMadeOnDemand) {
  EXPECT_EQ(next("-CA ca.crt -CAcreateserial", Personality::v1_1).size(), 40u);
  EXPECT_EQ(content("/ca.srl").size(), 41u);
  EXPECT_EQ(next("-CA ca.crt -CAserial other.srl"), "other.srl: No such file or directory\n");
  EXPECT_EQ(next("-CA server.crt", Personality::v1_1), "server.srl: No such file or directory\n");
  EXPECT_EQ(next("-CA server.crt").size(), 40u) << "3.0 takes a random number";
  EXPECT_FALSE(files_.status("/server.srl"));
}

TEST_F(OpensslSerialFile, WithoutANumberIsRefused) {
  ASSERT_TRUE(files_.write("/ca.srl", base::to_bytes("xyz\n")));
  EXPECT_EQ(next("-CA ca.crt"), "Unable to load number from ca.srl\n");
  EXPECT_EQ(next("-CA ca.crt", Personality::v1_1), "unable to load number from ca.srl\n");
}

TEST(OpensslSerial, IsDecimalOrHexadecimal) {
  const std::pair<const char*, const char*> rows[] = {{"5", "05"},      {"255", "00ff"}, {"0x1234", "1234"},
                                                      {"0x80", "0080"}, {"0", "00"},     {"0X0", "00"}};
  for (const auto& [text, octets] : rows) EXPECT_EQ(base::lower(base::hex(serial_of(text).value())), octets) << text;
  for (const char* wrong : {"", "x", "-1", "0x", "0xzz"}) EXPECT_FALSE(serial_of(wrong)) << wrong;
}

TEST(OpensslSerial, TheNameOfTheFileIsCutAtADot) {
  EXPECT_EQ(serial_file_name("a.b.crt", Personality::v3_0), "a.b.srl");
  EXPECT_EQ(serial_file_name("a.b.crt", Personality::v1_0), "a.srl");
  EXPECT_EQ(serial_file_name("ca", Personality::v3_0), "ca.srl");
}

}  // namespace
}  // namespace ringside::openssl
