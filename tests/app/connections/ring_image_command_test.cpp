// tests/app/connections/ring_image_command_test.cpp - ringside ring-image from the command line.
#include <gmock/gmock.h>

#include "app/program.hpp"
#include "tests/app/connections/image_reader.hpp"
#include "tests/app/run_program.hpp"
#include "tests/support/lab_on_disk.hpp"

namespace ringside::app {
namespace {

using test_support::run_ringside;
using testing::HasSubstr;

class RingImageCommand : public testing::Test {
 protected:
  RingImageCommand() {
    for (const char* command :
         {"RDEFINE FACILITY IRR.DIGTCERT.LISTRING UACC(READ)", "SETROPTS CLASSACT(FACILITY)", "RACDCERT ADDRING(Ring)",
          "RACDCERT GENCERT SUBJECTSDN(CN('me')) WITHLABEL('Me') NISTECC SIZE(256)",
          "RACDCERT CONNECT(LABEL('Me') RING(Ring) DEFAULT)"})
      lab_.must(command);
  }
  test_support::Run run(std::vector<std::string> words, const std::string& input = "") {
    words.insert(words.begin(), {"--lab", lab_.path()});
    return run_ringside(words, input);
  }

  test_support::LabOnDisk lab_;
};

TEST_F(RingImageCommand, WritesTheImageAndEndsWith8IfItIsAnException) {
  const auto done = run({"ring-image", "safkeyring:///Ring"});
  EXPECT_EQ(done.status, 0) << done.error;
  EXPECT_EQ(done.error, "");
  const auto image = test_support::read_image(done.out);
  EXPECT_EQ("ringside " + image.version + "\n", run_ringside({"--version"}).out);
  ASSERT_EQ(image.entries.size(), 1U);
  EXPECT_EQ(image.entries[0].alias, "Me");
  const auto refused = run({"ring-image", "safkeyring:///None"});
  EXPECT_EQ(refused.status, 8);
  EXPECT_EQ(refused.error, "");
  EXPECT_THAT(test_support::read_image(refused.out).text, HasSubstr("(8, 8, 84)"));
}

TEST_F(RingImageCommand, WritesNoImageIfItIsUsedWrongly) {
  const std::vector<std::string> image = {"ring-image", "safkeyring:///Ring"};
  for (const auto& result : {run_ringside(image), run({"--json", "ring-image", "safkeyring:///Ring"}),
                             run({"--user", "NOBODY", "ring-image", "safkeyring:///Ring"}), run({"ring-image"}),
                             run({"ring-image", "--store", "safkeyring:///Ring"}, "no message")}) {
    EXPECT_EQ(result.status, exit_usage);
    EXPECT_EQ(result.out, "");
  }
  EXPECT_THAT(run_ringside(image).error, HasSubstr("ring-image: --lab must name the lab"));
  EXPECT_THAT(run({"ring-image", "--store", "safkeyring:///Ring"}, "no message").error,
              HasSubstr("ring-image --store: standard input, octet 4: this is not RSC1"));
}

TEST_F(RingImageCommand, StoresChangesAndWritesTheImageAfterThem) {
  const std::string changes("RSC1\0\0\0\x09JCERACFKS\0\0\0\1\0\2Me\0\0\0\0", 29);
  const auto done = run({"ring-image", "--store", "safkeyring:///Ring"}, changes);
  EXPECT_EQ(done.status, 0) << done.error;
  EXPECT_EQ(test_support::read_image(done.out).entries.size(), 0U);
  EXPECT_EQ(test_support::read_image(run({"ring-image", "safkeyring:///Ring"}).out).entries.size(), 0U);
}

}  // namespace
}  // namespace ringside::app
