// tests/docs/page_test.cpp - examples are found in a page, and output is compared as the pages promise.
#include "tests/docs/page.hpp"

#include <gmock/gmock.h>

namespace ringside::test_support {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Page, HoldsCommandsWithWhatTheyPrintAndFiles) {
  const Page page = read_page(
      "Text.\n\n    $ one \\\n      more\n    printed\n\n    ...\n    $ two\n\nText.\n```yaml a.yaml\nname: x\n```\n");
  ASSERT_THAT(page.examples, SizeIs(3));
  EXPECT_EQ(page.examples[0].command, "one \\\n  more");
  EXPECT_EQ(page.examples[0].line, 3);
  EXPECT_THAT(page.examples[0].shown, ElementsAre("printed", "", "..."));
  EXPECT_EQ(page.examples[1].command, "two");
  EXPECT_EQ(page.examples[2].file, "a.yaml");
  EXPECT_EQ(page.examples[2].content, "name: x\n");
}

TEST(Page, KeepsApartWhatIsNotRun) {
  const Page page = read_page("- a list\n    goes on\n\n    ringside x\n\n```yaml\na: b\n```\n```text\n$ none\n```\n");
  ASSERT_THAT(page.idle, SizeIs(2));
  EXPECT_EQ(page.idle[0].language, "");
  EXPECT_EQ(page.idle[1].language, "yaml");
  EXPECT_THAT(page.examples, SizeIs(1)) << "a session is run whatever its language";
}

TEST(Page, OutputIsAsShownWhereDotsStandForTheRest) {
  EXPECT_THAT(first_difference({"a", "...", "z..."}, {"a", "b", "c", "zero"}), IsEmpty());
  EXPECT_THAT(first_difference({"a", "...", "..."}, {"a"}), IsEmpty());
  EXPECT_THAT(first_difference({"...b", "a...c", "...x..."}, {"ab", "a...c", "yxz"}), IsEmpty());
  EXPECT_EQ(first_difference({"a", "b"}, {"a", "c"}), "b");
  EXPECT_EQ(first_difference({"a"}, {"a", "b"}), "(the end; more is printed: b)");
  EXPECT_EQ(first_difference({"...", "b"}, {"a", "c"}), "b");
  EXPECT_EQ(first_difference({"...", "b", "c"}, {"b", "a", "b", "c"}), "");
  EXPECT_EQ(first_difference({"...", "b"}, {"b", "a", "b"}), "") << "the last lines are the end of the output";
  EXPECT_EQ(first_difference({"a", "b"}, {"a"}), "b");
}

}  // namespace
}  // namespace ringside::test_support
