// tests/app/serve/serve_claim_test.cpp - one process serves a system, and others see its port.
#include "app/serve/serve_claim.hpp"

#include <filesystem>
#include <optional>

#include <gmock/gmock.h>

#include "app/program.hpp"
#include "tests/support/program.hpp"
#include "tests/support/temporary_directory.hpp"

namespace ringside::app {
namespace {

class ServeClaimTest : public testing::Test {
 protected:
  test_support::TemporaryDirectory folder_;
  std::string lab_ = folder_.file("a.lab");
};

TEST_F(ServeClaimTest, TellsItsPortWhileItLasts) {
  EXPECT_EQ(served_port(lab_, "SYSA"), std::nullopt);
  {
    ServeClaim claim(lab_, "SYSA");
    EXPECT_EQ(served_port(lab_, "SYSA"), std::nullopt) << "no port is open yet";
    claim.tell(10'443);
    EXPECT_EQ(served_port(lab_, "SYSA"), 10'443u);
    EXPECT_EQ(served_port(lab_, "SYSB"), std::nullopt);
  }
  EXPECT_FALSE(std::filesystem::exists(claim_path(lab_, "SYSA")));
}

TEST_F(ServeClaimTest, ASecondOneIsRefused) {
  ServeClaim claim(lab_, "SYSA");
  claim.tell(10'443);
  try {
    ServeClaim second(lab_, "SYSA");
    FAIL() << "it was not refused";
  } catch (const UsageError& e) {
    EXPECT_STREQ(e.what(), "serve: another process serves SYSA of this lab, on port 10443");
  }
  EXPECT_EQ(served_port(lab_, "SYSA"), 10'443u);
}

TEST_F(ServeClaimTest, AFileThatAKilledServerLeftIsTakenOver) {
  test_support::write_file(claim_path(lab_, "SYSA"), "10443\n");
  EXPECT_EQ(served_port(lab_, "SYSA"), std::nullopt);
  ServeClaim claim(lab_, "SYSA");
  claim.tell(99);
  EXPECT_EQ(served_port(lab_, "SYSA"), 99u);
}

TEST_F(ServeClaimTest, ALinkIsNotFollowed) {
  std::filesystem::create_symlink(folder_.file("elsewhere"), claim_path(lab_, "SYSA"));
  EXPECT_THROW(ServeClaim(lab_, "SYSA"), UsageError);
  EXPECT_FALSE(std::filesystem::exists(folder_.file("elsewhere")));
}

}  // namespace
}  // namespace ringside::app
