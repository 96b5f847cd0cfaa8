// tests/emulator/hosttools/openssl/options_test.cpp - options as each release reads them.
#include "emulator/hosttools/openssl/options.hpp"

#include "emulator/hosttools/openssl/tool.hpp"
#include "tests/emulator/hosttools/openssl/openssl_bench.hpp"

namespace ringside::openssl {
namespace {

using testing::ElementsAre;
using testing::Optional;

constexpr OptionSpec table[] = {{"in", Takes::text}, {"noout"}, {"days", Takes::number}, {"engine", Takes::refused}};

class OpensslOptions : public OpensslBench {
 protected:
  std::optional<Options> read(const std::string& line, FreeOption free = FreeOption::none,
                              Personality personality = Personality::v3_0) {
    streams_ = host::TextStreams();
    Tool tool(process_, personality, "cmd");
    auto options = read_options(tool, base::split(line, ' '), {table, free, 1});
    status_ = tool.status();
    return options;
  }
  /// What is printed for arguments that are refused.
  std::string refusal(const std::string& line, FreeOption free = FreeOption::none,
                      Personality personality = Personality::v3_0) {
    EXPECT_FALSE(read(line, free, personality)) << line;
    EXPECT_EQ(status_, 1) << line;
    return streams_.errors();
  }

  host::TextStreams streams_;
  host::Process process_{lab_, system_, "root", files_, streams_};
  int status_ = 0;
};

TEST_F(OpensslOptions, HaveOneOrTwoDashesAndValuesBehindABlankOrSign) {
  const auto options = read("-in a --in=b -noout -days 0x10 rest");
  ASSERT_TRUE(options);
  EXPECT_EQ(options->value("in"), "b") << "the last one counts";
  EXPECT_THAT(options->all("in"), ElementsAre("a", "b"));
  EXPECT_THAT(options->order, ElementsAre("in", "in", "noout", "days"));
  EXPECT_EQ(options->number("days", 0), 16);
  EXPECT_EQ(options->number("none", 7), 7);
  EXPECT_TRUE(options->has("noout"));
  EXPECT_THAT(options->rest, ElementsAre("rest"));
}

TEST_F(OpensslOptions, EndAtADoubleDashOrAtTheFirstOtherWord) {
  EXPECT_THAT(read("-noout -- -in")->rest, ElementsAre("-in"));
  EXPECT_EQ(refusal("a -noout"), "cmd: Use -help for summary.\n") << "two words are left, and one is allowed";
}

TEST_F(OpensslOptions, ADashAsAFileIsAStream) {
  EXPECT_EQ(read("-in -")->find("in"), std::nullopt);
  EXPECT_THAT(read("-in x")->find("in"), Optional(std::string("x")));
}

TEST_F(OpensslOptions, NamesOfDigestsAndCiphersAreOptionsWhereTheyAreAllowed) {
  EXPECT_EQ(read("-sha256 -SHA1", FreeOption::digest)->free, "sha1");
  EXPECT_EQ(read("-SHA1", FreeOption::digest)->free_as_typed, "SHA1");
  EXPECT_EQ(read("-foo", FreeOption::any_digest)->free, "foo");
  EXPECT_EQ(read("-aes256", FreeOption::cipher)->free, "aes256");
}

TEST_F(OpensslOptions, MistakesAreToldInTheWordsOfTheRelease) {
  const std::string end = "\ncmd: Use -help for summary.\n";
  EXPECT_EQ(refusal("-foo"), "cmd: Unknown option: -foo" + end);
  EXPECT_EQ(refusal("-foo", FreeOption::none, Personality::v1_1), "cmd: Option unknown option -foo" + end);
  EXPECT_EQ(refusal("-foo", FreeOption::none, Personality::v1_0), "unknown option -foo" + end);
  EXPECT_EQ(refusal("-foo", FreeOption::digest), "cmd: Unknown option or message digest: foo" + end);
  EXPECT_EQ(refusal("-foo", FreeOption::cipher), "cmd: Unknown cipher: foo" + end);
  EXPECT_EQ(refusal("-in"), "cmd: Option -in needs a value" + end);
  EXPECT_EQ(refusal("-days 8K"), "cmd: Can't parse \"8K\" as a number" + end);
  EXPECT_EQ(refusal("-engine"), "cmd: -engine is not emulated" + end);
}

TEST_F(OpensslOptions, HelpListsWhatIsEmulated) {
  EXPECT_FALSE(read("-help"));
  EXPECT_EQ(status_, 0);
  EXPECT_EQ(streams_.errors(), "Usage: cmd [options]\nValid options are:\n -in val\n -noout\n -days val\n");
}

TEST_F(OpensslOptions, AFormIsPemOrDerInAnyCase) {
  Tool tool(process_, Personality::v3_0, "cmd");
  EXPECT_TRUE(is_form(tool, *read("-noout"), "in"));
  EXPECT_TRUE(is_form(tool, *read("-in der"), "in"));
  EXPECT_TRUE(is_der(*read("-in Der"), "in"));
  EXPECT_FALSE(is_der(*read("-in PEM"), "in"));
  EXPECT_FALSE(is_form(tool, *read("-in P12"), "in"));
  EXPECT_EQ(streams_.errors(),
            "cmd: Bad format \"P12\"\ncmd: Invalid format \"P12\" for option -in\ncmd: Use -help for summary.\n");
}

TEST(OpensslNumber, IsDecimalOrHexadecimal) {
  const std::pair<const char*, std::optional<long>> rows[] = {{"0", 0},
                                                              {"-5", -5},
                                                              {"2048", 2'048},
                                                              {"0xff", 255},
                                                              {"", std::nullopt},
                                                              {"-", std::nullopt},
                                                              {"8K", std::nullopt},
                                                              {"0x", std::nullopt},
                                                              {"99999999999999999999", std::nullopt}};
  for (const auto& [text, number] : rows) EXPECT_EQ(read_number(text), number) << text;
}

}  // namespace
}  // namespace ringside::openssl
