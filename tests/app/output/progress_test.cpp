// tests/app/output/progress_test.cpp - the progress line shows share and numbers to who watches, and nothing to who
// does not.
#include "app/output/progress.hpp"

#include <sstream>

#include <gmock/gmock.h>

namespace ringside::app {
namespace {

using testing::HasSubstr;

TEST(Progress, ShowsHowFarItIs) {
  std::ostringstream out;
  Progress progress(out, true, 200);
  progress.show(100);
  EXPECT_THAT(out.str(), HasSubstr("[###############               ] 100/200"));
  EXPECT_THAT(out.str(), HasSubstr("s left"));
  const std::size_t length = out.str().size();
  progress.show(101);
  EXPECT_EQ(out.str().size(), length) << "not more often than the eye follows";
  progress.clear();
  EXPECT_TRUE(out.str().ends_with("\r\x1b[K"));
}

TEST(Progress, IsSilentWhereNobodyWatches) {
  std::ostringstream out;
  Progress progress(out, false, 200);
  progress.show(100);
  progress.clear();
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace ringside::app
